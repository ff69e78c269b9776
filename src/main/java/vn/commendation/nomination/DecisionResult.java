package vn.commendation.nomination;

/**
 * What became of a decision made in a task.
 *
 * @param outcome what was decided; {@code null} if it was denied
 * @param denial why it does not count, in Vietnamese, for the form; {@code null} if it counts
 */
public record DecisionResult(String outcome, String denial) {

  static DecisionResult recorded(String outcome) {
    return new DecisionResult(outcome, null);
  }

  static DecisionResult denied(String denial) {
    return new DecisionResult(null, denial);
  }
}
