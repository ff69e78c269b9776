package vn.commendation.localengine.decision;

import java.util.List;

/**
 * What came of evaluating a decision.
 *
 * @param key of this evaluation
 * @param decision what was asked for
 * @param output what it says as a plain JSON value; null if it failed
 * @param evaluated the decision and those it required, in the order in which they were evaluated
 * @param failedDecision id of the one that failed; null if none did
 * @param failure the reason, for people; null if none failed
 */
public record Evaluation(
    long key,
    DecisionVersion decision,
    Object output,
    List<Evaluated> evaluated,
    String failedDecision,
    String failure) {

  /** A deployed version of a decision. */
  public record DecisionVersion(
      long key, String id, String name, int version, long drgKey, String drgId, int drgVersion) {}

  /**
   * One decision on the way.
   *
   * @param key of it within the evaluation
   * @param type DECISION_TABLE, LITERAL_EXPRESSION or UNSPECIFIED
   * @param output plain JSON
   */
  public record Evaluated(
      String key,
      DecisionVersion decision,
      String type,
      Object output,
      List<Value> inputs,
      List<Rule> rules) {}

  /**
   * A rule that matched.
   *
   * @param index from 1
   */
  public record Rule(String id, int index, List<Value> outputs) {}

  /**
   * An input or output of a table.
   *
   * @param name its label; without one its name or expression
   * @param value JSON
   */
  public record Value(String id, String name, String value) {}
}
