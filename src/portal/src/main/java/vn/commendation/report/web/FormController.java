package vn.commendation.report.web;

import java.security.Principal;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.commendation.award.CommendationType;
import vn.commendation.directory.PositionClass;
import vn.commendation.report.AwardClassifications;
import vn.commendation.report.ReportPeriods;
import vn.commendation.report.ReportRefused;
import vn.commendation.report.Statistics;
import vn.commendation.storage.Download;

/** A statistical form of a year, what is behind its figures, and its issues. */
@Controller
@RequestMapping("/reports/forms/{code}")
class FormController {

  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final int PAGE_SIZE = 20;

  private final Statistics statistics;
  private final ReportPeriods periods;
  private final AwardClassifications classifications;

  FormController(
      Statistics statistics, ReportPeriods periods, AwardClassifications classifications) {
    this.statistics = statistics;
    this.periods = periods;
    this.classifications = classifications;
  }

  @GetMapping
  ModelAndView form(
      @PathVariable String code,
      @RequestParam(required = false) String year,
      Principal user,
      Model model) {
    return page(code, Years.of(year, periods), null, user, model);
  }

  @GetMapping("/xlsx")
  ResponseEntity<byte[]> spreadsheet(
      @PathVariable String code, @RequestParam(required = false) String year, Principal user) {
    var chosen = Years.of(year, periods);
    return new Download(
            "Bieu-%s-%d.xlsx".formatted(code, chosen),
            XLSX,
            statistics.spreadsheet(code, chosen, user.getName()))
        .response();
  }

  @GetMapping("/cases")
  String cases(
      @PathVariable String code,
      @RequestParam(required = false) String year,
      @RequestParam String row,
      @RequestParam int column,
      @RequestParam(defaultValue = "0") int page,
      Principal user,
      Model model) {
    var chosen = Years.of(year, periods);
    var behind = statistics.behind(code, chosen, row, column, pageable(page), user.getName());
    about(code, chosen, user, model);
    model.addAttribute("row", behind.row());
    model.addAttribute("column", behind.column());
    model.addAttribute("page", behind.cases());
    model.addAttribute("entries", behind.entries());
    return "report/cases";
  }

  @GetMapping("/outside")
  String outside(
      @PathVariable String code,
      @RequestParam(required = false) String year,
      @RequestParam String award,
      @RequestParam(defaultValue = "0") int page,
      Principal user,
      Model model) {
    var chosen = Years.of(year, periods);
    about(code, chosen, user, model);
    model.addAttribute("award", award);
    model.addAttribute("page", statistics.outside(award, chosen, pageable(page), user.getName()));
    model.addAttribute("entries", List.of());
    return "report/cases";
  }

  @PostMapping("/entries")
  ModelAndView enter(
      @PathVariable String code,
      @RequestParam(required = false) String year,
      EntryFields fields,
      Principal user,
      Model model,
      RedirectAttributes redirect) {
    model.addAttribute("typed", fields);
    return done(
        code,
        year,
        chosen -> statistics.enter(code, chosen, fields.entry(), user.getName()),
        "report.flash.entered",
        user,
        model,
        redirect);
  }

  @PostMapping("/entries/{entry}/cancel")
  ModelAndView cancel(
      @PathVariable String code,
      @PathVariable String entry,
      @RequestParam(required = false) String year,
      @RequestParam(required = false) String reason,
      Principal user,
      Model model,
      RedirectAttributes redirect) {
    return done(
        code,
        year,
        chosen -> statistics.cancel(code, chosen, entry, EntryFields.text(reason), user.getName()),
        "report.flash.cancelled",
        user,
        model,
        redirect);
  }

  @PostMapping("/issue")
  ModelAndView issue(
      @PathVariable String code,
      @RequestParam(required = false) String year,
      @RequestParam(defaultValue = "-1") int after,
      Principal user,
      Model model,
      RedirectAttributes redirect) {
    return done(
        code,
        year,
        chosen -> statistics.issue(code, chosen, after, user.getName()),
        "report.flash.issued",
        user,
        model,
        redirect);
  }

  @GetMapping("/issues/{number}")
  String issued(
      @PathVariable String code,
      @PathVariable int number,
      @RequestParam(required = false) String year,
      Principal user,
      Model model) {
    var chosen = Years.of(year, periods);
    model.addAttribute("year", chosen);
    model.addAttribute("issued", statistics.issued(code, chosen, number, user.getName()));
    return "report/issued";
  }

  @GetMapping("/issues/{number}/xlsx")
  ResponseEntity<byte[]> issuedSpreadsheet(
      @PathVariable String code,
      @PathVariable int number,
      @RequestParam(required = false) String year,
      Principal user) {
    var chosen = Years.of(year, periods);
    return new Download(
            "Bieu-%s-%d-lan-%d.xlsx".formatted(code, chosen, number),
            XLSX,
            statistics.issuedSpreadsheet(code, chosen, number, user.getName()))
        .response();
  }

  @GetMapping("/unclassified")
  ModelAndView unclassified(
      @PathVariable String code,
      @RequestParam(required = false) String year,
      Principal user,
      Model model) {
    return unclassified(code, Years.of(year, periods), null, user, model);
  }

  @PostMapping("/unclassified/{award}")
  ModelAndView classify(
      @PathVariable String code,
      @PathVariable long award,
      @RequestParam(required = false) String year,
      @RequestParam(required = false) PositionClass positionClass,
      @RequestParam(required = false) CommendationType type,
      @RequestParam(required = false) String source,
      Principal user,
      Model model,
      RedirectAttributes redirect) {
    var chosen = Years.of(year, periods);
    try {
      classifications.classify(
          award, positionClass, type, EntryFields.text(source), user.getName());
    } catch (ReportRefused refusal) {
      return unclassified(code, chosen, refusal, user, model);
    }
    redirect.addFlashAttribute("flash", "report.flash.classified");
    redirect.addAttribute("year", chosen);
    return new ModelAndView("redirect:/reports/forms/{code}/unclassified");
  }

  @ExceptionHandler(NoSuchElementException.class)
  ModelAndView unknown() {
    return Refusal.notFound();
  }

  /** A year nobody reports on: said where a year can be chosen. */
  @ExceptionHandler(ReportRefused.class)
  ModelAndView refused(ReportRefused refusal, Principal user) {
    var model = new ExtendedModelMap();
    var year = periods.currentYear();
    model.addAttribute("year", year);
    model.addAttribute("period", periods.of(year));
    model.addAttribute("forms", statistics.forms(year, user.getName()));
    model.addAttribute("mayWrite", statistics.mayWrite(user.getName()));
    return Refusal.page("report/index", refusal, model);
  }

  @FunctionalInterface
  private interface Action {
    void on(int year);
  }

  private ModelAndView done(
      String code,
      String year,
      Action action,
      String flash,
      Principal user,
      Model model,
      RedirectAttributes redirect) {
    var chosen = Years.of(year, periods);
    try {
      action.on(chosen);
    } catch (ReportRefused refusal) {
      return page(code, chosen, refusal, user, model);
    }
    redirect.addFlashAttribute("flash", flash);
    redirect.addAttribute("year", chosen);
    return new ModelAndView("redirect:/reports/forms/{code}");
  }

  private ModelAndView page(
      String code, int year, ReportRefused refusal, Principal user, Model model) {
    about(code, year, user, model);
    model.addAttribute("choices", statistics.choices(code, year));
    model.addAttribute("request", UUID.randomUUID().toString());
    return Refusal.page("report/form", refusal, model);
  }

  private ModelAndView unclassified(
      String code, int year, ReportRefused refusal, Principal user, Model model) {
    about(code, year, user, model);
    model.addAttribute("awards", classifications.open(code, year, user.getName()));
    model.addAttribute("classes", PositionClass.values());
    model.addAttribute("types", CommendationType.values());
    return Refusal.page("report/unclassified", refusal, model);
  }

  private void about(String code, int year, Principal user, Model model) {
    model.addAttribute("year", year);
    model.addAttribute("sheet", statistics.sheet(code, year, user.getName()));
    model.addAttribute("mayWrite", statistics.mayWrite(user.getName()));
  }

  private static Pageable pageable(int page) {
    return PageRequest.of(Math.max(page, 0), PAGE_SIZE);
  }
}
