package vn.commendation.nomination.web;

import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.commendation.nomination.BulkAcceptances;
import vn.commendation.nomination.BulkLine;

/** Accepting several cases at once: choose, look at what will happen, confirm, follow. */
@Controller
@RequestMapping("/bulk-acceptances")
class BulkAcceptanceController {

  private static final String ACCEPTANCE = "/{id:[0-9a-f-]{36}}";

  private final BulkAcceptances acceptances;

  BulkAcceptanceController(BulkAcceptances acceptances) {
    this.acceptances = acceptances;
  }

  @GetMapping
  String choose(Principal user, Model model) {
    fill(model, user);
    return "nomination/bulk";
  }

  /** Changes nothing, but the choice is too long for an address. */
  @PostMapping("/preview")
  ModelAndView preview(
      @RequestParam(name = "case", required = false) List<String> chosen,
      Principal user,
      Model model) {
    if (chosen == null || chosen.size() > BulkAcceptances.MOST) {
      fill(model, user);
      model.addAttribute("problem", chosen == null ? "bulk.none-chosen" : "bulk.too-many");
      return new ModelAndView("nomination/bulk", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }
    var lines = acceptances.preview(chosen, user.getName());
    model.addAttribute("acceptable", lines.stream().filter(BulkLine::acceptable).toList());
    model.addAttribute("others", lines.stream().filter(line -> !line.acceptable()).toList());
    model.addAttribute("id", UUID.randomUUID().toString());
    return new ModelAndView("nomination/bulk-preview", model.asMap());
  }

  @PostMapping(ACCEPTANCE)
  ModelAndView accept(
      @PathVariable String id,
      @RequestParam(name = "case", required = false) List<String> chosen,
      Principal user,
      Model model) {
    if (chosen == null || chosen.size() > BulkAcceptances.MOST) {
      return preview(chosen, user, model);
    }
    acceptances.accept(id, chosen, user.getName());
    return new ModelAndView("redirect:/bulk-acceptances/{id}");
  }

  @GetMapping(ACCEPTANCE)
  String outcome(@PathVariable String id, Principal user, Model model) {
    model.addAttribute("outcome", acceptances.outcome(id, user.getName()));
    return "nomination/bulk-outcome";
  }

  private void fill(Model model, Principal user) {
    var lines = acceptances.waiting(user.getName());
    model.addAttribute("acceptable", lines.stream().filter(BulkLine::acceptable).toList());
    model.addAttribute("others", lines.stream().filter(line -> !line.acceptable()).toList());
    model.addAttribute("recent", acceptances.recent(user.getName()));
  }
}
