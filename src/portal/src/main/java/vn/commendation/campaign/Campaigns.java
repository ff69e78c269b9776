package vn.commendation.campaign;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.directory.Directory;

/** The emulation movements of the Department. */
@Service
@Transactional(readOnly = true)
public class Campaigns {

  private final CampaignRepository campaigns;
  private final CampaignViews views;
  private final Directory directory;
  private final Clock clock;

  Campaigns(CampaignRepository campaigns, CampaignViews views, Directory directory, Clock clock) {
    this.campaigns = campaigns;
    this.views = views;
    this.directory = directory;
    this.clock = clock;
  }

  /** Every campaign, the newest first. */
  public List<Campaign> all() {
    return campaigns.findAllByOrderByOpensAtDesc().stream()
        .map(CampaignEntity::toCampaign)
        .toList();
  }

  /** Campaigns that take nominations now. */
  public List<Campaign> openNow() {
    return all().stream().filter(campaign -> campaign.openAt(clock.instant())).toList();
  }

  public Optional<Campaign> find(long id) {
    return campaigns.findById(id).map(CampaignEntity::toCampaign);
  }

  /** Most that may be given of each award in a campaign, by code, where its plan says so. */
  public Map<String, Integer> ceilings(long id) {
    return campaigns.findById(id).map(CampaignEntity::ceilings).orElse(Map.of());
  }

  /** The campaigns this account may see, the newest first; drafts are the Office's own. */
  public List<CampaignSummary> list(String username) {
    var account = directory.account(username);
    return campaigns.findAllByOrderByOpensAtDesc().stream()
        .filter(campaign -> CampaignAccess.maySee(campaign.status(), account))
        .map(views::summary)
        .toList();
  }

  /**
   * A campaign with all that belongs to it.
   *
   * @throws CampaignNotFound if there is none, or it is a draft and this account not the Office's
   */
  public CampaignDetails details(long id, String username) {
    var account = directory.account(username);
    return campaigns
        .findById(id)
        .filter(campaign -> CampaignAccess.maySee(campaign.status(), account))
        .map(campaign -> views.details(campaign, account))
        .orElseThrow(() -> new CampaignNotFound(id));
  }
}
