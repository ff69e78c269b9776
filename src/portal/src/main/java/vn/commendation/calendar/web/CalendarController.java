package vn.commendation.calendar.web;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.commendation.calendar.CalendarDay;
import vn.commendation.calendar.CalendarDays;
import vn.commendation.calendar.CalendarRefused;
import vn.commendation.calendar.DayKind;
import vn.commendation.spreadsheet.Label;
import vn.commendation.spreadsheet.ListExport;

/** The working calendar of a year. */
@Controller
@RequestMapping("/awards/calendar")
class CalendarController {

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  private final CalendarDays days;
  private final Clock clock;

  CalendarController(CalendarDays days, Clock clock) {
    this.days = days;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView year(@RequestParam(required = false) Integer year, Principal user) {
    return page(HttpStatus.OK, year == null ? LocalDate.now(clock).getYear() : year, user);
  }

  @GetMapping(params = "format=xlsx")
  ListExport<CalendarDay> export(@RequestParam(required = false) Integer year) {
    var shown = year == null ? LocalDate.now(clock).getYear() : year;
    requireKnown(shown);
    return ListExport.<CalendarDay>of("calendar.title", "lich-lam-viec")
        .filter("register.year", shown)
        .column("calendar.day", CalendarDay::day)
        .column("calendar.kind", one -> Label.of("calendar-kind.", one.kind()))
        .column("calendar.name", CalendarDay::name)
        .wide("award.basis", CalendarDay::legalBasis)
        .column(
            "award.certainty",
            one -> Label.of("award-certainty.", one.confirmed() ? "CONFIRMED" : "UNVERIFIED"))
        .rows(days.of(shown));
  }

  @PostMapping
  ModelAndView add(
      @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate day,
      @RequestParam DayKind kind,
      @RequestParam String name,
      @RequestParam String legalBasis,
      @RequestParam(defaultValue = "false") boolean confirmed,
      Principal user,
      RedirectAttributes redirect) {
    requireKnown(day.getYear());
    var entered = new CalendarDay(day, kind, name.strip(), legalBasis.strip(), confirmed);
    try {
      days.add(entered, user.getName());
    } catch (CalendarRefused refusal) {
      return refused(day.getYear(), user, refusal).addObject("typed", entered);
    }
    redirect.addFlashAttribute("flash", "calendar.flash.added");
    return new ModelAndView("redirect:/awards/calendar?year=" + day.getYear());
  }

  @PostMapping("/remove")
  ModelAndView remove(
      @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate day,
      @RequestParam String reason,
      Principal user,
      RedirectAttributes redirect) {
    requireKnown(day.getYear());
    try {
      days.remove(day, reason.strip(), user.getName());
    } catch (CalendarRefused refusal) {
      return refused(day.getYear(), user, refusal);
    }
    redirect.addFlashAttribute("flash", "calendar.flash.removed");
    return new ModelAndView("redirect:/awards/calendar?year=" + day.getYear());
  }

  private ModelAndView refused(int year, Principal user, CalendarRefused refusal) {
    return page(HttpStatus.UNPROCESSABLE_ENTITY, year, user).addObject("refused", refusal.code());
  }

  private ModelAndView page(HttpStatus status, int year, Principal user) {
    requireKnown(year);
    return new ModelAndView("award/calendar", status)
        .addObject("year", year)
        .addObject("kinds", DayKind.values())
        .addObject("days", days.of(year))
        .addObject("history", days.history(year))
        .addObject("mayEdit", days.mayEdit(user.getName()));
  }

  private static void requireKnown(int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
  }
}
