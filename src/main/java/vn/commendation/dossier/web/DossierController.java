package vn.commendation.dossier.web;

import java.security.Principal;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.commendation.award.DecidingAuthority;
import vn.commendation.dossier.DossierRefused;
import vn.commendation.dossier.DossierStatus;
import vn.commendation.dossier.Dossiers;

/** Finding, opening and following batches. */
@Controller
@RequestMapping("/dossiers")
class DossierController {

  static final String DOSSIER = "/{id:[0-9a-f-]{36}}";
  private static final int PAGE_SIZE = 20;

  private final Dossiers dossiers;

  DossierController(Dossiers dossiers) {
    this.dossiers = dossiers;
  }

  @GetMapping
  String list(
      @RequestParam(required = false) DossierStatus status,
      @RequestParam(defaultValue = "0") int page,
      Principal user,
      Model model) {
    model.addAttribute("status", status);
    model.addAttribute("statuses", DossierStatus.values());
    model.addAttribute("mayOpen", dossiers.mayOpen(user.getName()));
    model.addAttribute(
        "page", dossiers.search(status, PageRequest.of(Math.max(page, 0), PAGE_SIZE)));
    return "dossier/list";
  }

  @GetMapping("/new")
  ModelAndView create(
      @RequestParam(defaultValue = "DIRECTOR") DecidingAuthority authority, Principal user) {
    requireOpener(user);
    return form(HttpStatus.OK, DossierFields.empty(authority));
  }

  @PostMapping
  ModelAndView open(
      @ModelAttribute("fields") DossierFields fields, Principal user, RedirectAttributes redirect) {
    requireOpener(user);
    try {
      redirect.addAttribute("id", dossiers.open(fields.toNewDossier(), user.getName()));
    } catch (DossierRefused refused) {
      return form(Refusals.status(refused), fields).addObject("refused", refused);
    }
    redirect.addFlashAttribute("flash", "dossier.flash.opened");
    return new ModelAndView("redirect:/dossiers/{id}");
  }

  @GetMapping(DOSSIER)
  String view(@PathVariable String id, Principal user, Model model) {
    var dossier =
        dossiers
            .details(id, user.getName())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("dossier", dossier);
    model.addAttribute("steps", DossierStep.of(dossier));
    return "dossier/view";
  }

  private void requireOpener(Principal user) {
    if (!dossiers.mayOpen(user.getName())) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
  }

  private ModelAndView form(HttpStatus status, DossierFields fields) {
    return new ModelAndView("dossier/new", status)
        .addObject("fields", fields)
        .addObject("authorities", DecidingAuthority.values())
        .addObject("candidates", dossiers.candidates(fields.authority()));
  }
}
