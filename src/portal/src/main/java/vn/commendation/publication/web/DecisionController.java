package vn.commendation.publication.web;

import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.commendation.award.Awards;
import vn.commendation.publication.DecisionPapers;
import vn.commendation.publication.DecisionSummary;
import vn.commendation.publication.Decisions;
import vn.commendation.spreadsheet.ListExport;

/** A page per decision that gave awards, for everybody. */
@Controller
@RequestMapping("/decisions")
class DecisionController {

  private static final int PAGE_SIZE = 20;

  private final Decisions decisions;
  private final DecisionPapers papers;
  private final Awards awards;

  DecisionController(Decisions decisions, DecisionPapers papers, Awards awards) {
    this.decisions = decisions;
    this.papers = papers;
    this.awards = awards;
  }

  @GetMapping
  String list(
      @RequestParam(required = false) Integer year,
      @RequestParam(defaultValue = "0") int page,
      Model model) {
    model.addAttribute("year", year);
    model.addAttribute("years", decisions.years());
    model.addAttribute("page", decisions.list(year, PageRequest.of(Math.max(page, 0), PAGE_SIZE)));
    return "publication/decisions";
  }

  @GetMapping(params = "format=xlsx")
  ListExport<DecisionSummary> export(@RequestParam(required = false) Integer year) {
    return ListExport.<DecisionSummary>of("public.decisions", "quyet-dinh-khen-thuong")
        .filter("public.decided-in", year)
        .column("register.decision-number", DecisionSummary::number)
        .column("register.decided-on", DecisionSummary::on)
        .column("register.decided-by", DecisionSummary::decidedBy)
        .wide("numbers.title", DecisionSummary::title)
        .column("export.nominees", DecisionSummary::awards)
        .rows(page -> decisions.list(year, page));
  }

  @GetMapping("/{id:[0-9a-f-]{36}}")
  String view(@PathVariable String id, Model model) {
    var view =
        decisions.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("view", view);
    model.addAttribute("paper", papers.of(view).orElse(null));
    RollController.addAwards(model, awards);
    return "publication/decision";
  }

  @GetMapping("/{id:[0-9a-f-]{36}}/paper")
  ResponseEntity<byte[]> paper(@PathVariable String id) {
    return papers
        .download(id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
        .response();
  }
}
