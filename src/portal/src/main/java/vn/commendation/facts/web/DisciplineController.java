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
import vn.commendation.directory.Directory;
import vn.commendation.facts.Discipline;
import vn.commendation.facts.DisciplineKind;
import vn.commendation.facts.DisciplineResult;
import vn.commendation.facts.Disciplines;
import vn.commendation.facts.NewDiscipline;
import vn.commendation.spreadsheet.Label;
import vn.commendation.spreadsheet.ListExport;

/** The register of discipline. */
@Controller
@RequestMapping(DisciplineController.PATH)
class DisciplineController {

  static final String PATH = "/registers/discipline";

  private final Disciplines disciplines;
  private final Desk desk;

  DisciplineController(Disciplines disciplines, Directory directory) {
    this.disciplines = disciplines;
    this.desk = new Desk(directory);
  }

  @GetMapping
  String list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "false") boolean pending,
      @RequestParam(defaultValue = "0") int page,
      Principal user,
      Model model) {
    var text = Desk.text(q);
    model.addAttribute("q", text);
    model.addAttribute("pending", pending);
    model.addAttribute("kinds", DisciplineKind.values());
    model.addAttribute("mayWrite", desk.mayWrite(user.getName()));
    model.addAttribute("page", disciplines.search(text, pending, Desk.page(page)));
    return "facts/disciplines";
  }

  @GetMapping(params = "format=xlsx")
  ListExport<Discipline> export(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "false") boolean pending) {
    var text = Desk.text(q);
    return ListExport.<Discipline>of("register-name.discipline", "so-ky-luat")
        .filter("register.search", text)
        .filter("export.only", pending ? new Label("register.only-pending") : null)
        .column("register.subject", Discipline::name)
        .column("nomination.unit", Discipline::unitName)
        .column("register.discipline-kind", DisciplineController::kind)
        .column("register.decision-number", Discipline::decisionNumber)
        .column("register.decided-on", Discipline::decidedOn)
        .column("register.pending-from", Discipline::pendingFrom)
        .column("export.pending-to", Discipline::pendingTo)
        .wide("register.note", Discipline::note)
        .column("register.cancelled", Discipline::cancelReason)
        .rows(page -> disciplines.search(text, pending, page));
  }

  private static Label kind(Discipline one) {
    return one.kind() != null
        ? Label.of("discipline.", one.kind())
        : new Label(one.pending() ? "register.pending" : "register.no-discipline");
  }

  @GetMapping("/new")
  ModelAndView create() {
    return form(bind(NewDiscipline.empty()));
  }

  @PostMapping
  ModelAndView enter(
      @ModelAttribute("fields") NewDiscipline fields,
      BindingResult binding,
      Principal user,
      RedirectAttributes redirect) {
    return Desk.entered(binding, redirect, () -> disciplines.enter(fields, user.getName()))
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
        () -> disciplines.cancel(id, Desk.text(reason), user.getName()),
        "register.flash.cancelled",
        PATH,
        redirect,
        model,
        () -> list("", false, 0, user, model));
  }

  @PostMapping("/{id}/conclude")
  ModelAndView conclude(
      @PathVariable long id,
      @ModelAttribute("result") DisciplineResult result,
      BindingResult binding,
      Principal user,
      Model model,
      RedirectAttributes redirect) {
    return Desk.change(
        () -> disciplines.conclude(id, result, user.getName()),
        "register.flash.concluded",
        PATH,
        redirect,
        model,
        () -> list("", false, 0, user, model));
  }

  private ModelAndView form(BindingResult binding) {
    return desk.form("facts/discipline-new", binding).addObject("kinds", DisciplineKind.values());
  }
}
