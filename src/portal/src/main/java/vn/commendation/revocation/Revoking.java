package vn.commendation.revocation;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.commendation.audit.AuditTrail;
import vn.commendation.facts.AwardHistory;
import vn.commendation.notification.NoticeText;
import vn.commendation.notification.Notices;

/** Takes an award out of the history and makes known what follows from it. */
@Component
class Revoking {

  private final RevocationViews views;
  private final Rechecks rechecks;
  private final AwardHistory history;
  private final RevocationMails mails;
  private final AuditTrail audit;
  private final Notices notices;

  Revoking(
      RevocationViews views,
      Rechecks rechecks,
      AwardHistory history,
      RevocationMails mails,
      AuditTrail audit,
      Notices notices) {
    this.views = views;
    this.rechecks = rechecks;
    this.history = history;
    this.mails = mails;
    this.audit = audit;
    this.notices = notices;
  }

  /**
   * @param document number of the decision that revokes
   * @param on its date
   */
  void carryOut(Revocation revocation, String document, LocalDate on) {
    var dependents = views.dependents(revocation);
    rechecks.add(revocation.id(), dependents);
    history.revoke(revocation.awardId(), on);
    revocation.end(RevocationStatus.REVOKED);
    var decision = notices.get("revocation.notice.document", document, Notices.date(on));
    if (revocation.nominationId() != null) {
      audit.append(
          AuditTrail.SYSTEM,
          notices.get("audit-actor.system"),
          "nomination.award-revoked",
          revocation.nominationId(),
          decision);
    }
    mails.tellOfRevocation(revocation, NoticeText.of("notice.document", document, on), dependents);
  }
}
