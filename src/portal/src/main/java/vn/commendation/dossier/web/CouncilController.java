package vn.commendation.dossier.web;

import java.security.Principal;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.commendation.dossier.Council;
import vn.commendation.dossier.CouncilMember;
import vn.commendation.dossier.CouncilRole;
import vn.commendation.dossier.DossierRefused;
import vn.commendation.spreadsheet.Label;
import vn.commendation.spreadsheet.ListExport;

/** Who sits in the council. */
@Controller
@RequestMapping("/dossiers/council")
class CouncilController {

  private final Council council;

  CouncilController(Council council) {
    this.council = council;
  }

  @GetMapping
  ModelAndView list(Principal user) {
    return page(HttpStatus.OK, new SeatFields(null, null, null, null), user);
  }

  @GetMapping(params = "format=xlsx")
  ListExport<CouncilMember> export() {
    return ListExport.<CouncilMember>of("dossier.council", "hoi-dong")
        .column("dossier.member", CouncilMember::name)
        .column("export.position", CouncilMember::position)
        .column("dossier.council.role", one -> Label.of("council-role.", one.role()))
        .column("dossier.council.from", CouncilMember::from)
        .column("dossier.council.to", CouncilMember::to)
        .rows(council.all());
  }

  @PostMapping
  ModelAndView add(
      @ModelAttribute("fields") SeatFields fields, Principal user, RedirectAttributes redirect) {
    try {
      council.add(
          fields.person() == null ? 0 : fields.person(),
          fields.role() == null ? CouncilRole.MEMBER : fields.role(),
          fields.from(),
          fields.to(),
          user.getName());
    } catch (DossierRefused refused) {
      return page(Refusals.status(refused), fields, user).addObject("refused", refused);
    }
    redirect.addFlashAttribute("flash", "dossier.flash.seat");
    return new ModelAndView("redirect:/dossiers/council");
  }

  @PostMapping("/{id}/end")
  ModelAndView end(
      @PathVariable long id,
      @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate lastDay,
      Principal user,
      RedirectAttributes redirect) {
    try {
      council.end(id, lastDay, user.getName());
    } catch (DossierRefused refused) {
      return page(Refusals.status(refused), new SeatFields(null, null, null, null), user)
          .addObject("refused", refused);
    }
    redirect.addFlashAttribute("flash", "dossier.flash.seat");
    return new ModelAndView("redirect:/dossiers/council");
  }

  private ModelAndView page(HttpStatus status, SeatFields fields, Principal user) {
    return new ModelAndView("dossier/council", status)
        .addObject("fields", fields)
        .addObject("members", council.all())
        .addObject("roles", CouncilRole.values())
        .addObject("people", council.candidates(user.getName()));
  }
}
