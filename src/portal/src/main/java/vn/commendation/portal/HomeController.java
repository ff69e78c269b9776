package vn.commendation.portal;

import java.security.Principal;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.commendation.campaign.Campaigns;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.engine.EngineCommands;
import vn.commendation.nomination.Nominations;
import vn.commendation.publication.StartPage;
import vn.commendation.work.WorkSource;

@Controller
class HomeController {

  private final Nominations nominations;
  private final Campaigns campaigns;
  private final EngineCommands engineCommands;
  private final Directory directory;
  private final List<WorkSource> workSources;
  private final StartPage startPage;

  HomeController(
      Nominations nominations,
      Campaigns campaigns,
      EngineCommands engineCommands,
      Directory directory,
      List<WorkSource> workSources,
      StartPage startPage) {
    this.nominations = nominations;
    this.campaigns = campaigns;
    this.engineCommands = engineCommands;
    this.directory = directory;
    this.workSources = workSources;
    this.startPage = startPage;
  }

  @GetMapping("/")
  String home(Principal user, Model model) {
    if (user == null) {
      model.addAttribute("latest", startPage.latest());
      return "publication/start";
    }
    var account = directory.account(user.getName());
    model.addAttribute("waiting", nominations.waitingFor(user.getName()));
    model.addAttribute(
        "otherWork",
        workSources.stream().flatMap(source -> source.waitingFor(account).stream()).toList());
    model.addAttribute("counts", nominations.countsByStatus(user.getName()));
    model.addAttribute("campaigns", campaigns.openNow());
    model.addAttribute("blocked", blockedCommands(account));
    return "home";
  }

  @GetMapping("/login")
  String login(Principal user) {
    return user == null ? "login" : "redirect:/";
  }

  private int blockedCommands(Account account) {
    return account.has(Role.OFFICE_OFFICER, Role.OFFICE_CHIEF, Role.ADMIN)
        ? engineCommands.blocked().size()
        : 0;
  }
}
