package vn.commendation.campaign;

import org.springframework.stereotype.Component;
import vn.commendation.audit.AuditTrail;
import vn.commendation.directory.Account;
import vn.commendation.notification.Notices;

/** The log of a campaign. */
@Component
class CampaignTrail {

  private final AuditTrail audit;
  private final Notices notices;

  CampaignTrail(AuditTrail audit, Notices notices) {
    this.audit = audit;
    this.notices = notices;
  }

  /**
   * Notes what somebody did.
   *
   * @param reason why, or what exactly; {@code null} if the action says it all
   */
  void by(Account account, String action, long campaignId, String reason) {
    audit.append(
        account.username(),
        account.displayName(),
        action,
        CampaignEntity.subject(campaignId),
        reason);
  }

  /** Notes what the process did by itself. */
  void bySystem(String action, long campaignId, String reason) {
    audit.append(
        AuditTrail.SYSTEM,
        notices.get("audit-actor.system"),
        action,
        CampaignEntity.subject(campaignId),
        reason);
  }

  /** Notes a decision that does not count. */
  void denied(String username, String displayName, long campaignId, String reason) {
    audit.append(
        username,
        displayName,
        "campaign.decision-denied",
        CampaignEntity.subject(campaignId),
        reason);
  }
}
