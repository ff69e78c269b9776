package vn.commendation.facts.web;

import static vn.commendation.facts.web.Desk.bind;

import java.math.BigDecimal;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import vn.commendation.award.InitiativeLevel;
import vn.commendation.directory.Directory;
import vn.commendation.facts.Initiative;
import vn.commendation.facts.Initiatives;
import vn.commendation.facts.NewInitiative;
import vn.commendation.spreadsheet.Label;
import vn.commendation.spreadsheet.ListExport;

/** The register of initiatives. */
@Controller
@RequestMapping(InitiativeController.PATH)
class InitiativeController {

  static final String PATH = "/registers/initiatives";

  private final Initiatives initiatives;
  private final Desk desk;

  InitiativeController(Initiatives initiatives, Directory directory) {
    this.initiatives = initiatives;
    this.desk = new Desk(directory);
  }

  /** What is typed about an initiative: as many shares as authors, some of them empty. */
  record Fields(
      String number,
      String title,
      InitiativeLevel level,
      @DateTimeFormat(iso = ISO.DATE) LocalDate recognisedOn,
      String effectScope,
      List<String> authors,
      List<BigDecimal> shares) {

    static Fields empty() {
      return new Fields(null, null, null, null, null, null, null);
    }

    public String author(int index) {
      return authors == null || index >= authors.size() ? null : authors.get(index);
    }

    public BigDecimal share(int index) {
      return shares == null || index >= shares.size() ? null : shares.get(index);
    }

    NewInitiative entry() {
      return new NewInitiative(
          number,
          title,
          level,
          recognisedOn,
          effectScope,
          IntStream.range(0, authors == null ? 0 : authors.size())
              .mapToObj(index -> new NewInitiative.Author(author(index), share(index)))
              .toList());
    }
  }

  @GetMapping
  String list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) InitiativeLevel level,
      @RequestParam(required = false) Integer year,
      @RequestParam(defaultValue = "0") int page,
      Principal user,
      Model model) {
    var text = Desk.text(q);
    model.addAttribute("q", text);
    model.addAttribute("level", level);
    model.addAttribute("year", year);
    model.addAttribute("levels", InitiativeLevel.values());
    model.addAttribute("mayWrite", desk.mayWrite(user.getName()));
    model.addAttribute("page", initiatives.search(text, level, year, Desk.page(page)));
    return "facts/initiatives";
  }

  @GetMapping(params = "format=xlsx")
  ListExport<Initiative> export(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) InitiativeLevel level,
      @RequestParam(required = false) Integer year) {
    var text = Desk.text(q);
    return ListExport.<Initiative>of("register-name.initiatives", "sang-kien")
        .filter("register.search", text)
        .filter("register.level", Label.of("initiative-level.", level))
        .filter("register.year", year)
        .column("register.number", Initiative::number)
        .wide("register.title", Initiative::title)
        .column("register.level", one -> Label.of("initiative-level.", one.level()))
        .column("register.recognised-on", Initiative::recognisedOn)
        .column("register.effect-scope", Initiative::effectScope)
        .wide("register.authors", InitiativeController::authors)
        .column("register.cancelled", Initiative::cancelReason)
        .rows(page -> initiatives.search(text, level, year, page));
  }

  private static String authors(Initiative initiative) {
    return initiative.authors().stream()
        .map(author -> "%s (%s%%)".formatted(author.name(), author.share().toPlainString()))
        .collect(Collectors.joining("\n"));
  }

  @GetMapping("/new")
  ModelAndView create() {
    return form(bind(Fields.empty()));
  }

  @PostMapping
  ModelAndView enter(
      @ModelAttribute("fields") Fields fields,
      BindingResult binding,
      Principal user,
      RedirectAttributes redirect) {
    return Desk.entered(binding, redirect, () -> initiatives.enter(fields.entry(), user.getName()))
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
        () -> initiatives.cancel(id, Desk.text(reason), user.getName()),
        "register.flash.cancelled",
        PATH,
        redirect,
        model,
        () -> list("", null, null, 0, user, model));
  }

  private ModelAndView form(BindingResult binding) {
    return desk.form("facts/initiative-new", binding).addObject("levels", InitiativeLevel.values());
  }
}
