package vn.commendation.portal;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.commendation.engine.EngineCommands;

/** Commands the engine refused for good, for the Office to look at and send again. */
@Controller
@RequestMapping("/operations")
class OperationsController {

  private final EngineCommands engineCommands;

  OperationsController(EngineCommands engineCommands) {
    this.engineCommands = engineCommands;
  }

  @GetMapping
  String list(Model model) {
    model.addAttribute("commands", engineCommands.blocked());
    return "operations";
  }

  @PostMapping("/{id}/retry")
  String retry(@PathVariable String id, RedirectAttributes redirect) {
    engineCommands.retry(id);
    redirect.addFlashAttribute("flash", "flash.command-retried");
    return "redirect:/operations";
  }
}
