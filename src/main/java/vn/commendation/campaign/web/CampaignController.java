package vn.commendation.campaign.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import vn.commendation.award.Award;
import vn.commendation.award.Awards;
import vn.commendation.campaign.Campaign;
import vn.commendation.campaign.Campaigns;

@Controller
@RequestMapping("/campaigns")
class CampaignController {

  private final Campaigns campaigns;
  private final Awards awards;

  CampaignController(Campaigns campaigns, Awards awards) {
    this.campaigns = campaigns;
    this.awards = awards;
  }

  @GetMapping
  String list(Model model) {
    model.addAttribute("campaigns", campaigns.all());
    model.addAttribute("open", openCampaigns());
    return "campaign/list";
  }

  @GetMapping("/{id}")
  String view(@PathVariable long id, Model model) {
    var campaign =
        campaigns.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("campaign", campaign);
    model.addAttribute("open", openCampaigns());
    model.addAttribute("awards", awardsOf(campaign));
    return "campaign/view";
  }

  private List<Long> openCampaigns() {
    return campaigns.openNow().stream().map(Campaign::id).toList();
  }

  private List<Award> awardsOf(Campaign campaign) {
    return awards.all().stream()
        .filter(award -> campaign.awardCodes().contains(award.code()))
        .toList();
  }
}
