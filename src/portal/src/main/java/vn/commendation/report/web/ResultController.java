package vn.commendation.report.web;

import java.security.Principal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.springframework.data.domain.PageRequest;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
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
import vn.commendation.award.Award;
import vn.commendation.award.Awards;
import vn.commendation.campaign.Campaigns;
import vn.commendation.document.DocumentSubject;
import vn.commendation.document.FormalDocuments;
import vn.commendation.report.ReportRefused;
import vn.commendation.report.ResultScope;
import vn.commendation.report.ResultTexts;
import vn.commendation.report.Results;
import vn.commendation.report.Statistics;
import vn.commendation.storage.Download;

/** The report on the result of the movements, of a period or of one campaign. */
@Controller
@RequestMapping("/reports/results")
class ResultController {

  private static final int PAGE_SIZE = 20;

  private final Results results;
  private final Statistics statistics;
  private final Campaigns campaigns;
  private final Awards awards;
  private final FormalDocuments documents;

  ResultController(
      Results results,
      Statistics statistics,
      Campaigns campaigns,
      Awards awards,
      FormalDocuments documents) {
    this.results = results;
    this.statistics = statistics;
    this.campaigns = campaigns;
    this.awards = awards;
    this.documents = documents;
  }

  /** What somebody asks for, as it was typed. */
  record Asked(String campaign, String from, String to) {

    /**
     * @throws ReportRefused if it is no scope of a report
     */
    ResultScope scope(Results results) {
      var typed = EntryFields.text(campaign);
      if (typed != null) {
        var number = EntryFields.number(typed);
        if (number == null) {
          throw new ReportRefused("campaign");
        }
        return results.scope(Long.valueOf(number), null, null);
      }
      return results.scope(null, day(from), day(to));
    }

    private static LocalDate day(String typed) {
      var text = EntryFields.text(typed);
      try {
        return text == null ? null : LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        throw new ReportRefused("days-missing");
      }
    }
  }

  @GetMapping
  ModelAndView result(Asked asked, Principal user, Model model) {
    return page(asked, null, user, model);
  }

  @GetMapping("/xlsx")
  ResponseEntity<byte[]> spreadsheet(Asked asked, Principal user) {
    var scope = asked.scope(results);
    return new Download(
            "Ket-qua-phong-trao-%s.xlsx".formatted(scope.key().replace("..", "-den-")),
            FormController.XLSX,
            results.spreadsheet(scope, user.getName()))
        .response();
  }

  @GetMapping("/cases")
  String cases(
      Asked asked,
      @RequestParam String by,
      @RequestParam(defaultValue = "") String key,
      @RequestParam(defaultValue = "") String label,
      @RequestParam(defaultValue = "") String outcome,
      @RequestParam(defaultValue = "0") int page,
      Principal user,
      Model model) {
    var scope = asked.scope(results);
    model.addAttribute("asked", asked);
    model.addAttribute("scope", scope);
    model.addAttribute("by", by);
    model.addAttribute("key", key);
    model.addAttribute("label", label);
    model.addAttribute("outcome", outcome);
    model.addAttribute(
        "page",
        results.cases(
            scope,
            by,
            key,
            EntryFields.text(outcome),
            PageRequest.of(Math.max(page, 0), PAGE_SIZE),
            user.getName()));
    return "report/result-cases";
  }

  @PostMapping("/issue")
  ModelAndView issue(
      Asked asked,
      @RequestParam(defaultValue = "-1") int after,
      @RequestParam(required = false) String assessment,
      @RequestParam(required = false) String examples,
      @RequestParam(required = false) String shortcomings,
      @RequestParam(required = false) String directions,
      Principal user,
      Model model,
      RedirectAttributes redirect) {
    var texts =
        new ResultTexts(
            EntryFields.text(assessment),
            EntryFields.text(examples),
            EntryFields.text(shortcomings),
            EntryFields.text(directions));
    try {
      var id = results.issue(asked.scope(results), texts, after, user.getName());
      redirect.addFlashAttribute("flash", "report.flash.result-issued");
      redirect.addAttribute("id", id);
      return new ModelAndView("redirect:/reports/results/{id}");
    } catch (ReportRefused refusal) {
      model.addAttribute("texts", texts);
      return page(asked, refusal, user, model);
    }
  }

  @GetMapping("/{id}")
  ModelAndView issued(@PathVariable String id, Principal user, Model model) {
    return issued(id, null, user, model);
  }

  @PostMapping("/{id}/number")
  ModelAndView register(
      @PathVariable String id,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate day,
      @RequestParam(required = false) String number,
      Principal user,
      Model model,
      RedirectAttributes redirect) {
    try {
      var wanted = EntryFields.text(number);
      if (wanted != null && EntryFields.number(wanted) == null) {
        throw new ReportRefused("number-not-a-number", wanted);
      }
      results.register(id, day, EntryFields.number(number), user.getName());
    } catch (ReportRefused refusal) {
      return issued(id, refusal, user, model);
    }
    redirect.addFlashAttribute("flash", "report.flash.numbered");
    redirect.addAttribute("id", id);
    return new ModelAndView("redirect:/reports/results/{id}");
  }

  @GetMapping("/{id}/xlsx")
  ResponseEntity<byte[]> issuedSpreadsheet(@PathVariable String id, Principal user) {
    return new Download(
            "Ket-qua-phong-trao-da-chot.xlsx",
            FormController.XLSX,
            results.issuedSpreadsheet(id, user.getName()))
        .response();
  }

  @ExceptionHandler(NoSuchElementException.class)
  ModelAndView unknown() {
    return Refusal.notFound();
  }

  /** A period that is none: said where one can be chosen. */
  @ExceptionHandler(ReportRefused.class)
  ModelAndView refused(ReportRefused refusal, Principal user) {
    return page(new Asked(null, null, null), refusal, user, new ExtendedModelMap());
  }

  private Map<String, String> englishNames() {
    return awards.all().stream().collect(Collectors.toMap(Award::code, Award::nameEn));
  }

  private ModelAndView issued(String id, ReportRefused refusal, Principal user, Model model) {
    model.addAttribute("issued", results.issued(id, user.getName()));
    model.addAttribute("awardNames", englishNames());
    model.addAttribute("mayNumber", results.mayRegister(user.getName()));
    model.addAttribute("documents", documents.list(DocumentSubject.REPORT, id, user.getName()));
    return Refusal.page("report/result-issued", refusal, model);
  }

  private ModelAndView page(Asked asked, ReportRefused refusal, Principal user, Model model) {
    ResultScope scope;
    var problem = refusal;
    try {
      scope = asked.scope(results);
    } catch (ReportRefused wrong) {
      problem = refusal == null ? wrong : refusal;
      scope = results.scope(null, null, null);
    }
    model.addAttribute("scope", scope);
    model.addAttribute("campaigns", campaigns.all());
    model.addAttribute("figures", results.figures(scope, user.getName()));
    model.addAttribute("awardNames", englishNames());
    model.addAttribute("issues", results.issues(scope, user.getName()));
    model.addAttribute("mayWrite", statistics.mayWrite(user.getName()));
    return Refusal.page("report/result", problem, model);
  }
}
