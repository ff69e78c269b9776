package vn.commendation.dossier.web;

import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.commendation.dossier.DossierRefused;
import vn.commendation.dossier.Dossiers;

/** Council members say on whom they have no vote. */
@Controller
@RequestMapping("/dossiers" + DossierController.DOSSIER + "/conflicts")
class ConflictController {

  private final Dossiers dossiers;

  ConflictController(Dossiers dossiers) {
    this.dossiers = dossiers;
  }

  @GetMapping
  ModelAndView form(@PathVariable String id, Principal user) {
    return form(id, HttpStatus.OK, new ConflictFields(null, null, null), user);
  }

  @PostMapping
  ModelAndView declare(
      @PathVariable String id,
      @ModelAttribute("fields") ConflictFields fields,
      Principal user,
      RedirectAttributes redirect) {
    try {
      dossiers.declareConflict(
          id,
          fields.nomination(),
          fields.member() == null ? 0 : fields.member(),
          fields.reason(),
          user.getName());
    } catch (DossierRefused refused) {
      return form(id, Refusals.status(refused), fields, user).addObject("refused", refused);
    }
    redirect.addFlashAttribute("flash", "dossier.flash.conflict");
    return new ModelAndView("redirect:/dossiers/{id}/conflicts");
  }

  /** After the ballot there is nothing to declare any more: the page is gone. */
  private ModelAndView form(String id, HttpStatus status, ConflictFields fields, Principal user) {
    var form =
        dossiers
            .conflictForm(id, user.getName())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return new ModelAndView("dossier/conflicts", status)
        .addObject("fields", fields)
        .addObject("form", form);
  }
}
