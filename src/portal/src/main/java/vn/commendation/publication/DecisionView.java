package vn.commendation.publication;

import java.util.List;

/**
 * The page of a decision.
 *
 * @param signerLine who signed, in which capacity; {@code null} if it is not on record
 * @param dossierId the batch it came from; {@code null} for an earlier decision
 * @param lines what everybody may see of its list
 * @param revoked how many of its awards were taken back later
 * @param withheld how many the Office keeps from the public
 */
public record DecisionView(
    DecisionSummary decision,
    String signerLine,
    String dossierId,
    List<RollEntry> lines,
    int revoked,
    int withheld) {

  /** Whether the paper itself names nobody who is not on the page. */
  public boolean complete() {
    return revoked == 0 && withheld == 0;
  }
}
