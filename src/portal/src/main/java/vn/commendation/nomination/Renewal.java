package vn.commendation.nomination;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.commendation.audit.AuditTrail;
import vn.commendation.campaign.Campaigns;
import vn.commendation.directory.Account;

/** New drafts that take an earlier case up again, with its content and evidence. */
@Component
class Renewal {

  private final NominationRepository nominations;
  private final EvidenceStore evidence;
  private final Campaigns campaigns;
  private final AuditTrail audit;
  private final Clock clock;

  Renewal(
      NominationRepository nominations,
      EvidenceStore evidence,
      Campaigns campaigns,
      AuditTrail audit,
      Clock clock) {
    this.nominations = nominations;
    this.evidence = evidence;
    this.campaigns = campaigns;
    this.audit = audit;
    this.clock = clock;
  }

  /** A draft for the owner in the campaign the Office has moved the case to. */
  void rollOver(Nomination earlier, long campaignId, Account office) {
    var campaign = campaigns.find(campaignId).orElseThrow();
    copy(
        earlier,
        earlier.again(
            UUID.randomUUID().toString(),
            campaignId,
            campaign.type(),
            earlier.nominator(),
            clock.instant()),
        office,
        "nomination.rolled-over");
  }

  /** A draft of the unit that nominates again; asked twice, the same one. */
  String renew(Nomination earlier, Account nominator) {
    return nominations.findByEarlierIdOrderByCreatedAt(earlier.getId()).stream()
        .filter(later -> later.status() == NominationStatus.DRAFT)
        .findFirst()
        .orElseGet(
            () ->
                copy(
                    earlier,
                    earlier.again(
                        UUID.randomUUID().toString(),
                        earlier.campaignId(),
                        earlier.type(),
                        nominator.username(),
                        clock.instant()),
                    nominator,
                    "nomination.renewed"))
        .getId();
  }

  private Nomination copy(Nomination earlier, Nomination draft, Account by, String action) {
    nominations.save(draft);
    nominations.flush();
    evidence.copy(earlier.getId(), draft.getId(), draft.nominator());
    audit.append(by.username(), by.displayName(), action, draft.getId(), earlier.code());
    return draft;
  }
}
