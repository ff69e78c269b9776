package vn.commendation.localengine.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.operaton.bpm.engine.impl.bpmn.behavior.SequentialMultiInstanceActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.operaton.bpm.engine.impl.pvm.PvmScope;
import org.operaton.bpm.engine.impl.pvm.delegate.ActivityExecution;
import vn.commendation.localengine.bpmn.ElementModel.Loop;
import vn.commendation.localengine.expression.ExpressionFailure;
import vn.commendation.localengine.expression.Feel;

/**
 * The body of a sequential multi-instance element: its instances one after the other, what each
 * gives in the order of the collection.
 *
 * @see <a
 *     href="https://docs.camunda.io/docs/components/modeler/bpmn/multi-instance/">Multi-instance</a>
 */
final class MultiInstance extends SequentialMultiInstanceActivityBehavior
    implements Activities.Leaving {

  private static final String INDEX = Variables.HIDDEN + "index";
  private static final String ELEMENT = Variables.HIDDEN + "element";

  private final Activities activities;

  MultiInstance(Activities activities) {
    this.activities = activities;
  }

  /** Whether an execution is in one instance of such a body. */
  static boolean isInner(ActivityExecution execution) {
    PvmScope scope = execution.getActivity().getFlowScope();
    return scope != null && scope.getId().endsWith(BpmnParse.MULTI_INSTANCE_BODY_ID_SUFFIX);
  }

  /** What each instance has for itself. */
  static Map<String, Object> locals(ActivityExecution inner, Loop loop) {
    var body = inner.getParent();
    var locals = new LinkedHashMap<String, Object>();
    if (loop.inputElement() != null) {
      locals.put(loop.inputElement(), body.getVariableLocal(ELEMENT));
    }
    locals.put("loopCounter", (int) body.getVariableLocal(INDEX) + 1);
    return locals;
  }

  /** Keeps what an instance gives. */
  static void collect(
      ActivityExecution inner, Loop loop, Feel feel, Map<String, Object> variables) {
    if (loop.outputCollection() == null) {
      return;
    }
    var body = inner.getParent();
    var value = feel.value(loop.outputElement(), variables);
    var results = new ArrayList<Object>((List<?>) body.getVariableLocal(loop.outputCollection()));
    results.set((int) body.getVariableLocal(INDEX), value);
    body.setVariableLocal(loop.outputCollection(), results);
  }

  @Override
  public void execute(ActivityExecution execution) {
    try {
      activities.requireEvents(execution);
    } catch (ExpressionFailure e) {
      activities.park(execution, e, Activities.Stop.WAITING);
      return;
    }
    var loop = activities.element(execution).loop();
    try {
      var collection = collection(execution, loop);
      if (loop.outputCollection() != null) {
        execution.setVariableLocal(
            loop.outputCollection(), new ArrayList<>(Collections.nCopies(collection.size(), null)));
      }
      if (collection.isEmpty()) {
        leave(execution);
      } else {
        perform(execution, collection, 0);
      }
    } catch (ExpressionFailure e) {
      activities.park(execution, e, Activities.Stop.ENTERING);
    }
  }

  private List<?> collection(ActivityExecution execution, Loop loop) {
    return activities.feel().list(loop.inputCollection(), Variables.visible(execution));
  }

  private void perform(ActivityExecution body, List<?> collection, int index) {
    body.setVariableLocal(INDEX, index);
    body.setVariableLocal(ELEMENT, collection.get(index));
    body.setEnded(false);
    body.setActive(true);
    body.executeActivity(getInnerActivity(body.getActivity()));
  }

  @Override
  public void complete(ActivityExecution body) {
    var loop = activities.element(body).loop();
    try {
      var collection = collection(body, loop);
      var next = (int) body.getVariableLocal(INDEX) + 1;
      if (next >= collection.size() || isEnough(body, loop, collection.size(), next)) {
        leave(body);
      } else {
        perform(body, collection, next);
      }
    } catch (ExpressionFailure e) {
      activities.park(body, e, Activities.Stop.LEAVING);
    }
  }

  private boolean isEnough(ActivityExecution body, Loop loop, int size, int completed) {
    if (loop.completionCondition() == null) {
      return false;
    }
    var variables = Variables.visible(body);
    variables.put("numberOfInstances", size);
    variables.put("numberOfActiveInstances", 0);
    variables.put("numberOfCompletedInstances", completed);
    variables.put("numberOfTerminatedInstances", 0);
    return activities.feel().isTrue(loop.completionCondition(), variables);
  }

  @Override
  public void leaveAgain(ActivityExecution execution) {
    complete(execution);
  }

  @Override
  public void doLeave(ActivityExecution body) {
    var results = activities.element(body).loop().outputCollection();
    if (results != null) {
      body.getParent().setVariable(results, body.getVariableLocal(results));
    }
    super.doLeave(body);
  }
}
