package vn.commendation.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.commendation.engine.Way;
import vn.commendation.publication.ObjectionView;

/**
 * Everything about one batch, as one account may see it. What is not known yet is {@code null}.
 *
 * @param origin the batch its nominees were split off from
 * @param followUps batches that go on with nominees of this one
 * @param councilSize members on the day of the meeting; before it, those of today
 * @param conflictNoted the head signs though he is concerned: nobody else could
 * @param mayDeclareConflicts whether this account may still declare a conflict of interest
 * @param taskUrl the Tasklist task that waits for this account
 * @param monitorUrl where this very process instance is watched; {@code null} once it has ended and
 *     for those who do not watch
 * @param way the way it took through its process
 */
public record DossierDetails(
    DossierSummary summary,
    Link origin,
    List<Link> followUps,
    boolean ballotRequired,
    boolean disclosureRequired,
    String openedByName,
    Instant openedAt,
    LocalDate meetingDate,
    String minutes,
    int councilSize,
    Instant disclosedUntil,
    String signatoryName,
    String signatureLine,
    Instant signedAt,
    boolean conflictNoted,
    String numberSymbol,
    LocalDate numberDate,
    Instant sentToBoardAt,
    String boardReceipt,
    LocalDate boardReceivedOn,
    String boardQuestion,
    String boardAnswer,
    List<ItemView> items,
    List<QuotaView> quotas,
    List<Conflict> conflicts,
    List<ObjectionView> objections,
    List<DossierEvent> timeline,
    boolean mayDeclareConflicts,
    String taskUrl,
    String monitorUrl,
    Way way) {

  /** Another batch this one came from or went into. */
  public record Link(String id, String code) {}

  /** Members who have no vote on a nominee. */
  public List<Conflict> conflictsOf(ItemView item) {
    return conflicts.stream()
        .filter(one -> one.nominationId().equals(item.nominationId()))
        .toList();
  }
}
