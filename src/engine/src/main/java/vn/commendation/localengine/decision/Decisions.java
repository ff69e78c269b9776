package vn.commendation.localengine.decision;

import java.util.Map;
import vn.commendation.localengine.kernel.Refusal;

/** Evaluates deployed decisions and keeps what was decided. */
public interface Decisions {

  /** Where a decision is evaluated, for its history. */
  record Place(
      long processInstanceKey, long elementInstanceKey, String elementId, String definitionId) {

    /** Not in a process; the keys are those that Camunda 8 shows then. */
    public static final Place NOWHERE = new Place(-1, -1, null, null);
  }

  /**
   * Evaluates the latest version of a decision, with those it requires.
   *
   * @return what it says as a plain JSON value: null without a hit, a list for COLLECT
   * @throws Refusal NOT_FOUND if it is not deployed
   * @throws DecisionFailure if it cannot be evaluated with these variables
   */
  Object evaluate(String decisionId, Map<String, Object> variables, Place place);

  /**
   * Evaluates the latest version of a decision for whoever asks from outside. That it failed is
   * part of the answer.
   *
   * @throws Refusal NOT_FOUND if it is not deployed
   */
  Evaluation evaluate(String decisionId, Map<String, Object> variables);

  /**
   * Evaluates one version of a decision, as above.
   *
   * @throws Refusal NOT_FOUND if it is not deployed
   */
  Evaluation evaluate(long decisionKey, Map<String, Object> variables);

  /** A decision that could not be evaluated, with the reason; becomes an incident. */
  final class DecisionFailure extends RuntimeException {
    public DecisionFailure(String message) {
      super(message, null, false, false);
    }
  }
}
