package vn.commendation.report.web;

import java.security.Principal;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.commendation.report.ReportPeriods;
import vn.commendation.report.ReportRefused;
import vn.commendation.report.Statistics;

/** Where all reports begin: the year, its days, its forms. */
@Controller
@RequestMapping("/reports")
class ReportController {

  private final Statistics statistics;
  private final ReportPeriods periods;

  ReportController(Statistics statistics, ReportPeriods periods) {
    this.statistics = statistics;
    this.periods = periods;
  }

  @GetMapping
  ModelAndView index(@RequestParam(required = false) String year, Principal user, Model model) {
    try {
      return page(Years.of(year, periods), null, user, model);
    } catch (ReportRefused refusal) {
      return page(periods.currentYear(), refusal, user, model);
    }
  }

  @PostMapping("/period")
  ModelAndView change(
      @RequestParam(required = false) String year,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate to,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate dueOn,
      @RequestParam(required = false) String reason,
      Principal user,
      Model model,
      RedirectAttributes redirect) {
    var change = new ReportPeriods.Change(from, to, dueOn, EntryFields.text(reason));
    var chosen = periods.currentYear();
    try {
      chosen = Years.of(year, periods);
      periods.change(chosen, change, user.getName());
    } catch (ReportRefused refusal) {
      model.addAttribute("change", change);
      return page(chosen, refusal, user, model);
    }
    redirect.addFlashAttribute("flash", "report.flash.period");
    return new ModelAndView("redirect:/reports?year=" + chosen);
  }

  @ExceptionHandler(NoSuchElementException.class)
  ModelAndView unknown() {
    return Refusal.notFound();
  }

  private ModelAndView page(int year, ReportRefused refusal, Principal user, Model model) {
    var forms = statistics.forms(year, user.getName());
    model.addAttribute("year", year);
    model.addAttribute("period", periods.of(year));
    model.addAttribute("forms", forms);
    model.addAttribute("mayWrite", statistics.mayWrite(user.getName()));
    return Refusal.page("report/index", refusal, model);
  }
}
