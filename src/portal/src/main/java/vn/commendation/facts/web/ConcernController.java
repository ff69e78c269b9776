package vn.commendation.facts.web;

import static vn.commendation.facts.web.Desk.bind;

import java.security.Principal;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
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
import vn.commendation.facts.Concern;
import vn.commendation.facts.ConcernKind;
import vn.commendation.facts.Concerns;
import vn.commendation.facts.NewConcern;
import vn.commendation.spreadsheet.Label;
import vn.commendation.spreadsheet.ListExport;

/** The register of complaints, denunciations and inspections. */
@Controller
@RequestMapping(ConcernController.PATH)
class ConcernController {

  static final String PATH = "/registers/concerns";

  private final Concerns concerns;
  private final Desk desk;

  ConcernController(Concerns concerns, Directory directory) {
    this.concerns = concerns;
    this.desk = new Desk(directory);
  }

  @GetMapping
  String list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "false") boolean open,
      @RequestParam(defaultValue = "0") int page,
      Principal user,
      Model model) {
    var text = Desk.text(q);
    model.addAttribute("q", text);
    model.addAttribute("open", open);
    model.addAttribute("mayWrite", desk.mayWrite(user.getName()));
    model.addAttribute("page", concerns.search(text, open, Desk.page(page)));
    return "facts/concerns";
  }

  @GetMapping(params = "format=xlsx")
  ListExport<Concern> export(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "false") boolean open) {
    var text = Desk.text(q);
    return ListExport.<Concern>of("register-name.concerns", "khieu-nai-to-cao-kiem-tra")
        .filter("register.search", text)
        .filter("export.only", open ? new Label("register.only-open") : null)
        .column("register.subject", Concern::name)
        .column("nomination.unit", Concern::unitName)
        .column("register.concern-kind", one -> Label.of("concern.", one.kind()))
        .column(
            "register.violation-signs",
            one -> one.violationSigns() ? new Label("export.yes") : null)
        .column("register.opened-on", Concern::openedOn)
        .column("register.closed-on", Concern::closedOn)
        .wide("register.note", Concern::note)
        .column("register.cancelled", Concern::cancelReason)
        .rows(page -> concerns.search(text, open, page));
  }

  @GetMapping("/new")
  ModelAndView create() {
    return form(bind(NewConcern.empty()));
  }

  @PostMapping
  ModelAndView enter(
      @ModelAttribute("fields") NewConcern fields,
      BindingResult binding,
      Principal user,
      RedirectAttributes redirect) {
    return Desk.entered(binding, redirect, () -> concerns.enter(fields, user.getName()))
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
        () -> concerns.cancel(id, Desk.text(reason), user.getName()),
        "register.flash.cancelled",
        PATH,
        redirect,
        model,
        () -> list("", false, 0, user, model));
  }

  @PostMapping("/{id}/close")
  ModelAndView close(
      @PathVariable long id,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate on,
      @RequestParam(defaultValue = "") String reason,
      Principal user,
      Model model,
      RedirectAttributes redirect) {
    return Desk.change(
        () -> concerns.close(id, on, Desk.text(reason), user.getName()),
        "register.flash.concluded",
        PATH,
        redirect,
        model,
        () -> list("", false, 0, user, model));
  }

  private ModelAndView form(BindingResult binding) {
    return desk.form("facts/concern-new", binding).addObject("kinds", ConcernKind.values());
  }
}
