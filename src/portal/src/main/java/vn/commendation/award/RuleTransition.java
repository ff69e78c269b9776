package vn.commendation.award;

import java.time.LocalDate;

/**
 * What a rule set says of cases that were received before it is in force: they keep the rules of
 * their day of receipt, unless this set is more favourable to the nominee. Which one is, somebody
 * has to say.
 *
 * @param receivedFrom first day of receipt it speaks of; {@code null} for any
 * @param receivedBefore first day of receipt it does not speak of any more
 * @param note what is not clear; may be {@code null}
 */
public record RuleTransition(
    LocalDate receivedFrom,
    LocalDate receivedBefore,
    String legalBasis,
    Certainty certainty,
    String note) {

  public boolean covers(LocalDate received) {
    return (receivedFrom == null || !received.isBefore(receivedFrom))
        && received.isBefore(receivedBefore);
  }
}
