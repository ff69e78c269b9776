package vn.commendation.campaign;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.engine.EngineCommands;
import vn.commendation.engine.UserTasks;
import vn.commendation.notification.Notices;

/**
 * Revisions of a published guideline: the Office asks for one and may drop it, the process carries
 * it. Until the new version is published the one in force stays so.
 */
@Service
@Transactional
public class GuidelineRevisions {

  private final CampaignRepository campaigns;
  private final Guidelines guidelines;
  private final Directory directory;
  private final EngineCommands engine;
  private final UserTasks userTasks;
  private final CampaignTrail trail;
  private final Notices notices;
  private final Clock clock;

  GuidelineRevisions(
      CampaignRepository campaigns,
      Guidelines guidelines,
      Directory directory,
      EngineCommands engine,
      UserTasks userTasks,
      CampaignTrail trail,
      Notices notices,
      Clock clock) {
    this.campaigns = campaigns;
    this.guidelines = guidelines;
    this.directory = directory;
    this.engine = engine;
    this.userTasks = userTasks;
    this.trail = trail;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * Asks for a revision of the guideline in force.
   *
   * @throws CampaignRefused if the reason is missing
   * @throws CampaignConflict if a revision is under way, or the campaign takes no nominations any
   *     more
   */
  public void request(long id, int version, String reason, String username) {
    var account = office(username);
    var campaign = campaigns.fresh(id, version);
    var why = Reason.of(reason);
    campaign.startRevision(clock.instant());
    publish("guideline-revision-requested", campaign);
    trail.by(account, "campaign.revision-requested", id, why);
  }

  /**
   * Drops the revision under way; the guideline in force stays.
   *
   * @throws CampaignRefused if the reason is missing
   * @throws CampaignConflict if none is under way
   */
  public void drop(long id, int version, String reason, String username) {
    var account = office(username);
    var campaign = campaigns.fresh(id, version);
    var why = Reason.of(reason);
    if (campaign.guidelineRevision() == null) {
      throw new CampaignConflict("no-revision");
    }
    end(campaign, why, account.displayName());
    trail.by(account, "campaign.revision-dropped", id, why);
  }

  /** The campaign takes no nominations any more: what was to be revised is not needed. */
  void dropWithTheWindow(CampaignEntity campaign) {
    if (campaign.guidelineRevision() == null) {
      return;
    }
    var why = notices.get("campaign-notice.revision-overtaken");
    end(campaign, why, notices.get("audit-actor.system"));
    trail.bySystem("campaign.revision-dropped", campaign.getId(), why);
  }

  private void end(CampaignEntity campaign, String why, String who) {
    campaign.endRevision();
    guidelines.drop(campaign.getId(), why, who);
    userTasks.closed(campaign.revisionSubject());
    publish("guideline-revision-dropped", campaign);
  }

  private void publish(String message, CampaignEntity campaign) {
    engine.tell(
        message,
        campaign.code(),
        campaign.code() + ":" + campaign.version(),
        campaign.subject(),
        Map.of());
  }

  private Account office(String username) {
    var account = directory.account(username);
    CampaignAccess.requireOffice(account);
    return account;
  }
}
