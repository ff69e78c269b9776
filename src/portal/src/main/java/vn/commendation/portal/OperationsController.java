package vn.commendation.portal;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.commendation.engine.BlockedCommand;
import vn.commendation.engine.EngineCommands;
import vn.commendation.spreadsheet.ListExport;

/** Commands the engine refused for good, for the Office to look at and send again. */
@Controller
@RequestMapping("/operations")
class OperationsController {

  private static final String CASE = "/nominations/";

  private final EngineCommands engineCommands;

  OperationsController(EngineCommands engineCommands) {
    this.engineCommands = engineCommands;
  }

  @GetMapping
  String list(Model model) {
    model.addAttribute(
        "commands",
        engineCommands.blocked().stream()
            .map(command -> new BlockedCase(command, page(command)))
            .toList());
    return "operations/commands";
  }

  @GetMapping(params = "format=xlsx")
  ListExport<BlockedCommand> export() {
    return ListExport.<BlockedCommand>of("operations.title", "lenh-bi-tu-choi")
        .column("operations.command", BlockedCommand::name)
        .column("export.subject", OperationsController::page)
        .wide("operations.reason", BlockedCommand::lastError)
        .column("operations.attempts", BlockedCommand::attempts)
        .column("operations.since", BlockedCommand::createdAt)
        .rows(engineCommands.blocked());
  }

  /** A command and the page of what it stops. */
  record BlockedCase(BlockedCommand command, String path) {}

  private static String page(BlockedCommand command) {
    var id = command.businessId();
    return switch (command.name().replaceFirst("-.*", "")) {
      case "dossier" -> command.name().equals("dossier-opened") ? "/dossiers/" + id : CASE + id;
      case "objection" -> "/dossiers/" + id;
      case "revocation" -> "/revocations/" + id;
      case "campaign" -> "/" + id.replace("campaign-", "campaigns/");
      default -> CASE + id;
    };
  }

  @PostMapping("/{id}/retry")
  String retry(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String back,
      RedirectAttributes redirect) {
    engineCommands.retry(id);
    redirect.addFlashAttribute("flash", "flash.command-retried");
    return back.equals("dashboard") ? "redirect:/dashboard#technical" : "redirect:/operations";
  }
}
