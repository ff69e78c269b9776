package vn.commendation.award;

import java.time.LocalDate;

/**
 * The rules in force in a period. The set of a case is the one in force when the Department
 * received the dossier, and stays with the case, unless the Office chooses a later one whose
 * transition speaks of that day.
 *
 * @param regime the law behind it, such as {@code R2}; several sets may follow each other in one
 * @param validFrom first day; {@code null} while it is a draft
 * @param validTo first day after its last; {@code null} while no later set is published
 * @param transition what it says of cases received before it; {@code null} for nothing
 */
public record RuleSet(
    String code,
    String regime,
    String name,
    LocalDate validFrom,
    LocalDate validTo,
    String legalBasis,
    boolean published,
    RuleTransition transition) {

  public boolean inForceOn(LocalDate day) {
    return published && !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
  }

  /** Whether a case received on this day may be judged by it, too, once it is in force. */
  public boolean reachesBackTo(LocalDate received) {
    return published && transition != null && transition.covers(received);
  }
}
