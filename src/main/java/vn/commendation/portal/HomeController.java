package vn.commendation.portal;

import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.commendation.campaign.Campaigns;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.engine.EngineCommands;
import vn.commendation.nomination.Nominations;

@Controller
class HomeController {

  private final Nominations nominations;
  private final Campaigns campaigns;
  private final EngineCommands engineCommands;
  private final Directory directory;

  HomeController(
      Nominations nominations,
      Campaigns campaigns,
      EngineCommands engineCommands,
      Directory directory) {
    this.nominations = nominations;
    this.campaigns = campaigns;
    this.engineCommands = engineCommands;
    this.directory = directory;
  }

  @GetMapping("/")
  String home(Principal user, Model model) {
    model.addAttribute("waiting", nominations.waitingFor(user.getName()));
    model.addAttribute("counts", nominations.countsByStatus(user.getName()));
    model.addAttribute("campaigns", campaigns.openNow());
    model.addAttribute("blocked", blockedCommands(user));
    return "home";
  }

  @GetMapping("/login")
  String login(Principal user) {
    return user == null ? "login" : "redirect:/";
  }

  private int blockedCommands(Principal user) {
    var account = directory.account(user.getName());
    return account.has(Role.OFFICE_OFFICER, Role.OFFICE_CHIEF, Role.ADMIN)
        ? engineCommands.blocked().size()
        : 0;
  }
}
