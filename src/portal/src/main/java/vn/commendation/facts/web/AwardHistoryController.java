package vn.commendation.facts.web;

import static vn.commendation.facts.web.Desk.bind;

import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.commendation.award.Awards;
import vn.commendation.directory.Directory;
import vn.commendation.facts.AwardHistory;
import vn.commendation.facts.GivenAward;
import vn.commendation.facts.NewAward;
import vn.commendation.spreadsheet.ListExport;

/** The award history. */
@Controller
@RequestMapping(AwardHistoryController.PATH)
class AwardHistoryController {

  static final String PATH = "/registers/awards";

  private final AwardHistory history;
  private final Awards awards;
  private final Desk desk;

  AwardHistoryController(AwardHistory history, Awards awards, Directory directory) {
    this.history = history;
    this.awards = awards;
    this.desk = new Desk(directory);
  }

  @GetMapping
  String list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) String award,
      @RequestParam(required = false) Integer year,
      @RequestParam(defaultValue = "0") int page,
      Principal user,
      Model model) {
    var text = Desk.text(q);
    model.addAttribute("q", text);
    var code = Desk.text(award);
    model.addAttribute("award", code);
    model.addAttribute("year", year);
    model.addAttribute("awards", awards.all());
    model.addAttribute("mayWrite", desk.mayWrite(user.getName()));
    model.addAttribute("page", history.search(text, code, year, Desk.page(page)));
    return "facts/awards";
  }

  @GetMapping(params = "format=xlsx")
  ListExport<GivenAward> export(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) String award,
      @RequestParam(required = false) Integer year) {
    var text = Desk.text(q);
    var code = Desk.text(award);
    return ListExport.<GivenAward>of("register-name.awards", "lich-su-khen-thuong")
        .filter("register.search", text)
        .filter("register.award", code)
        .filter("register.year", year)
        .column("register.subject", one -> one.award().nomineeName())
        .column("nomination.unit", GivenAward::unitName)
        .column("register.award", GivenAward::awardName)
        .column("register.year", one -> one.award().year())
        .column("register.achievement-from", one -> one.award().achievementFrom())
        .column("register.achievement-to", one -> one.award().achievementTo())
        .column("register.decision-number", one -> one.award().decisionNumber())
        .column("register.decided-on", one -> one.award().decidedOn())
        .column("register.decided-by", one -> one.award().decidedBy())
        .column("export.revoked-on", one -> one.award().revokedOn())
        .column("register.cancelled", GivenAward::cancelReason)
        .rows(page -> history.search(text, code, year, page));
  }

  @GetMapping("/new")
  ModelAndView create() {
    return form(bind(NewAward.empty()));
  }

  @PostMapping
  ModelAndView enter(
      @ModelAttribute("fields") NewAward fields,
      BindingResult binding,
      Principal user,
      RedirectAttributes redirect) {
    return Desk.entered(binding, redirect, () -> history.enter(fields, user.getName()))
        ? new ModelAndView("redirect:" + PATH)
        : form(binding);
  }

  @PostMapping("/{id}/cancel")
  ModelAndView cancel(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String reason,
      Principal user,
      Model model,
      RedirectAttributes redirect) {
    return Desk.change(
        () -> history.cancel(id, Desk.text(reason), user.getName()),
        "register.flash.cancelled",
        PATH,
        redirect,
        model,
        () -> list("", null, null, 0, user, model));
  }

  private ModelAndView form(BindingResult binding) {
    return desk.form("facts/award-new", binding).addObject("awards", awards.all());
  }
}
