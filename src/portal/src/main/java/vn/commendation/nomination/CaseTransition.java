package vn.commendation.nomination;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.commendation.award.AwardRule;
import vn.commendation.award.RuleSet;
import vn.commendation.award.RuleTransition;

/**
 * A case that a later rule set reaches back to: the Office chooses by which set it is judged.
 *
 * @param received when the Department received the case
 * @param clause what the later set says of it
 * @param alternatives the set of the day of receipt and each later one, by their first days
 */
public record CaseTransition(
    LocalDate received, RuleTransition clause, List<Alternative> alternatives) {

  /**
   * A set by which the case can be judged.
   *
   * @param rule what it asks for in this case
   * @param applied whether the case is judged by it now
   */
  public record Alternative(RuleSet set, AwardRule rule, boolean applied) {}

  /** Sets that can be chosen instead. */
  List<RuleSet> others() {
    return alternatives.stream()
        .filter(alternative -> !alternative.applied())
        .map(Alternative::set)
        .toList();
  }

  /** A later set in force by now that the case is not judged by: whoever accepts says why not. */
  Optional<RuleSet> passedOver(LocalDate today) {
    return alternatives.stream()
        .dropWhile(alternative -> !alternative.applied())
        .skip(1)
        .map(Alternative::set)
        .filter(set -> !set.validFrom().isAfter(today))
        .reduce((earlier, later) -> later);
  }
}
