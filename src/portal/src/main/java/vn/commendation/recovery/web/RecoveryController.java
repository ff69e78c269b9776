package vn.commendation.recovery.web;

import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.commendation.recovery.Recovery;

/** What was found when cases were compared with what runs in the engine, and mending it. */
@Controller
@RequestMapping("/operations/reconciliation")
class RecoveryController {

  private static final String PAGE = "redirect:/operations/reconciliation";

  private final Recovery recovery;

  RecoveryController(Recovery recovery) {
    this.recovery = recovery;
  }

  @GetMapping
  String show(Principal user, Model model) {
    model.addAttribute("report", recovery.report().orElse(null));
    model.addAttribute("rights", recovery.rights(user.getName()));
    return "recovery/reconciliation";
  }

  @PostMapping
  String compare(Principal user) {
    recovery.compare(user.getName());
    return PAGE;
  }

  @PostMapping("/{id:[0-9a-f-]{36}}/rebuild")
  String rebuild(@PathVariable String id, Principal user, RedirectAttributes redirect) {
    redirect.addFlashAttribute(
        "flash",
        recovery.rebuild(id, user.getName())
            ? "recovery.flash.rebuilding"
            : "recovery.flash.outdated");
    return PAGE;
  }
}
