package vn.commendation.localengine.decision;

import java.util.Map;
import vn.commendation.localengine.kernel.Refusal;

/** Evaluates deployed decisions and keeps what was decided. */
public interface Decisions {

  /** Where a decision is evaluated, for its history; zeros and nulls where nobody is. */
  record Place(
      long processInstanceKey, long elementInstanceKey, String elementId, String definitionId) {}

  /**
   * Evaluates the latest version of a decision, with those it requires.
   *
   * @return what it says as a plain JSON value: null without a hit, a list for COLLECT
   * @throws Refusal NOT_FOUND if it is not deployed
   * @throws DecisionFailure if it cannot be evaluated with these variables
   */
  Object evaluate(String decisionId, Map<String, Object> variables, Place place);

  /** A decision that could not be evaluated, with the reason; becomes an incident. */
  final class DecisionFailure extends RuntimeException {
    public DecisionFailure(String message) {
      super(message, null, false, false);
    }
  }
}
