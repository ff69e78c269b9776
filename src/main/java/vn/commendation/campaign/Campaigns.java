package vn.commendation.campaign;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The emulation movements of the Department. */
@Service
@Transactional(readOnly = true)
public class Campaigns {

  private final CampaignRepository campaigns;
  private final Clock clock;

  Campaigns(CampaignRepository campaigns, Clock clock) {
    this.campaigns = campaigns;
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
}
