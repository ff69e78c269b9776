package vn.commendation.engine;

/**
 * What became of a decision made in a task.
 *
 * @param outcome what was decided; {@code null} if it was denied
 * @param denial why it does not count, in Vietnamese, for the form; {@code null} if it counts
 */
public record DecisionResult(String outcome, String denial) {

  public static DecisionResult recorded(String outcome) {
    return new DecisionResult(outcome, null);
  }

  public static DecisionResult denied(String denial) {
    return new DecisionResult(null, denial);
  }
}
