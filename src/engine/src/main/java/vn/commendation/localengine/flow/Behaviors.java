package vn.commendation.localengine.flow;

import io.camunda.client.api.search.enums.IncidentErrorType;
import java.util.LinkedHashMap;
import org.operaton.bpm.engine.delegate.BpmnError;
import org.operaton.bpm.engine.impl.bpmn.behavior.BoundaryEventActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.behavior.ErrorEndEventActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.behavior.EventBasedGatewayActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.behavior.EventSubProcessActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.behavior.ExclusiveGatewayActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.behavior.IntermediateCatchEventActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.behavior.NoneEndEventActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.behavior.NoneStartEventActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.behavior.ReceiveTaskActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.behavior.SubProcessActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.behavior.TaskActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.helper.BpmnExceptionHandler;
import org.operaton.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.operaton.bpm.engine.impl.pvm.delegate.ActivityExecution;
import vn.commendation.localengine.bpmn.ElementModel.Way;
import vn.commendation.localengine.decision.Decisions;
import vn.commendation.localengine.decision.Decisions.DecisionFailure;
import vn.commendation.localengine.decision.Decisions.Place;
import vn.commendation.localengine.expression.ExpressionFailure;
import vn.commendation.localengine.kernel.Keys;
import vn.commendation.localengine.kernel.Refusal;

/** What the smaller elements do on their way through {@link Activities}. */
final class Behaviors {

  private Behaviors() {}

  /** A business rule task that evaluates a decision. */
  static final class DecisionTask extends TaskActivityBehavior implements Activities.Leaving {

    private final Activities activities;
    private final Decisions decisions;

    DecisionTask(Activities activities, Decisions decisions) {
      this.activities = activities;
      this.decisions = decisions;
    }

    @Override
    public void execute(ActivityExecution execution) throws Exception {
      activities.enter(execution, () -> decide(execution));
    }

    private void decide(ActivityExecution execution) {
      var called = activities.element(execution).decision();
      var variables = Variables.visible(execution);
      var id = activities.feel().text(called.decisionId(), variables);
      var result = new LinkedHashMap<String, Object>();
      try {
        result.put(called.resultVariable(), decisions.evaluate(id, variables, place(execution)));
      } catch (Refusal e) {
        throw new ExpressionFailure(IncidentErrorType.CALLED_DECISION_ERROR, e.getMessage());
      } catch (DecisionFailure e) {
        throw new ExpressionFailure(IncidentErrorType.DECISION_EVALUATION_ERROR, e.getMessage());
      }
      activities.leave(execution, result, () -> leave(execution));
    }

    private static Place place(ActivityExecution execution) {
      return new Place(
          Keys.of(execution.getProcessInstanceId()),
          Keys.of(execution.getActivityInstanceId()),
          execution.getActivity().getId(),
          ((ExecutionEntity) execution).getProcessDefinitionId());
    }

    @Override
    public void leaveAgain(ActivityExecution execution) {
      activities.leave(execution, () -> leave(execution));
    }
  }

  /** A script task with a FEEL expression. */
  static final class ScriptTask extends TaskActivityBehavior implements Activities.Leaving {

    private final Activities activities;

    ScriptTask(Activities activities) {
      this.activities = activities;
    }

    @Override
    public void execute(ActivityExecution execution) throws Exception {
      activities.enter(
          execution,
          () -> {
            var script = activities.element(execution).script();
            var result = new LinkedHashMap<String, Object>();
            result.put(
                script.resultVariable(),
                activities.feel().value(script.expression(), Variables.visible(execution)));
            activities.leave(execution, result, () -> leave(execution));
          });
    }

    @Override
    public void leaveAgain(ActivityExecution execution) {
      activities.leave(execution, () -> leave(execution));
    }
  }

  /** A task or event that does nothing but its mappings. */
  static final class PassThrough extends TaskActivityBehavior implements Activities.Leaving {

    private final Activities activities;

    PassThrough(Activities activities) {
      this.activities = activities;
    }

    @Override
    public void execute(ActivityExecution execution) throws Exception {
      activities.enter(execution, () -> leaveAgain(execution));
    }

    @Override
    public void leaveAgain(ActivityExecution execution) {
      activities.leave(execution, () -> leave(execution));
    }
  }

  /** A none end event. */
  static final class End extends NoneEndEventActivityBehavior implements Activities.Leaving {

    private final Activities activities;

    End(Activities activities) {
      this.activities = activities;
    }

    @Override
    public void execute(ActivityExecution execution) throws Exception {
      activities.enter(execution, () -> leaveAgain(execution));
    }

    @Override
    public void leaveAgain(ActivityExecution execution) {
      activities.leave(execution, () -> execution.end(true));
    }
  }

  /** A start event of a process or sub-process. */
  static final class Start extends NoneStartEventActivityBehavior implements Activities.Leaving {

    private final Activities activities;

    Start(Activities activities) {
      this.activities = activities;
    }

    @Override
    public void execute(ActivityExecution execution) {
      try {
        // an instance that cannot wait for the events of its process stops where it starts
        activities.requireEvents(((ExecutionEntity) execution).getProcessInstance());
      } catch (ExpressionFailure e) {
        activities.park(execution, e, Activities.Stop.WAITING);
        return;
      }
      leaveAgain(execution);
    }

    @Override
    public void leaveAgain(ActivityExecution execution) {
      activities.leave(execution, () -> leave(execution));
    }
  }

  /** An intermediate catch event, or one of those behind an event-based gateway. */
  static final class Catch extends IntermediateCatchEventActivityBehavior
      implements Activities.Leaving {

    private final Activities activities;

    Catch(boolean isAfterEventBasedGateway, Activities activities) {
      super(isAfterEventBasedGateway);
      this.activities = activities;
    }

    @Override
    public void execute(ActivityExecution execution) throws Exception {
      if (isAfterEventBasedGateway()) {
        leaveAgain(execution);
      } else {
        activities.enter(execution, () -> {});
      }
    }

    @Override
    public void signal(ActivityExecution execution, String signalName, Object signalData) {
      leaveAgain(execution);
    }

    @Override
    public void leaveAgain(ActivityExecution execution) {
      activities.leave(execution, () -> leave(execution));
    }
  }

  /** A receive task. */
  static final class Receive extends ReceiveTaskActivityBehavior implements Activities.Leaving {

    private final Activities activities;

    Receive(Activities activities) {
      this.activities = activities;
    }

    @Override
    public void execute(ActivityExecution execution) throws Exception {
      activities.enter(execution, () -> {});
    }

    @Override
    public void signal(ActivityExecution execution, String signalName, Object data) {
      leaveAgain(execution);
    }

    @Override
    public void leaveAgain(ActivityExecution execution) {
      activities.leave(execution, () -> leave(execution));
    }
  }

  /** A boundary event that was triggered. */
  static final class Boundary extends BoundaryEventActivityBehavior implements Activities.Leaving {

    private final Activities activities;

    Boundary(Activities activities) {
      this.activities = activities;
    }

    @Override
    public void execute(ActivityExecution execution) {
      leaveAgain(execution);
    }

    @Override
    public void leaveAgain(ActivityExecution execution) {
      activities.leave(execution, () -> leave(execution));
    }
  }

  /** An event-based gateway: waits, unless an event of it cannot be waited for. */
  static final class EventGateway extends EventBasedGatewayActivityBehavior {

    private final Activities activities;

    EventGateway(Activities activities) {
      this.activities = activities;
    }

    @Override
    public void execute(ActivityExecution execution) throws Exception {
      activities.enter(execution, () -> {});
    }
  }

  /** The first flow whose condition is true, else the default, else an incident. */
  static final class Exclusive extends ExclusiveGatewayActivityBehavior
      implements Activities.Leaving {

    private final Activities activities;

    Exclusive(Activities activities) {
      this.activities = activities;
    }

    @Override
    public void doLeave(ActivityExecution execution) {
      try {
        var way = choose(execution);
        execution.leaveActivityViaTransition(
            execution.getActivity().findOutgoingTransition(way.flowId()));
      } catch (ExpressionFailure e) {
        activities.park(execution, e, Activities.Stop.LEAVING);
      }
    }

    private Way choose(ActivityExecution execution) {
      var ways = activities.element(execution).ways();
      var variables = Variables.visible(execution);
      for (var way : ways) {
        if (!way.isDefault() && way.condition() == null) {
          return way;
        }
        // one that cannot be told stops here, whatever those after it would say: the order decides
        if (!way.isDefault() && activities.feel().isTrue(way.condition(), variables)) {
          return way;
        }
      }
      return ways.stream()
          .filter(Way::isDefault)
          .findFirst()
          .orElseThrow(
              () ->
                  new ExpressionFailure(
                      IncidentErrorType.CONDITION_ERROR,
                      "Expected at least one condition to evaluate to true, or to have a default flow"));
    }

    @Override
    public void leaveAgain(ActivityExecution execution) {
      leave(execution);
    }
  }

  /** An embedded sub-process. */
  static final class SubProcess extends SubProcessActivityBehavior implements Activities.Leaving {

    private final Activities activities;

    SubProcess(Activities activities) {
      this.activities = activities;
    }

    @Override
    public void execute(ActivityExecution execution) throws Exception {
      activities.enter(execution, () -> super.execute(execution));
    }

    @Override
    public void doLeave(ActivityExecution execution) {
      if (activities.leaveScope(execution)) {
        super.doLeave(execution);
      }
    }

    @Override
    public void leaveAgain(ActivityExecution execution) {
      leave(execution);
    }
  }

  /** An event sub-process that was triggered. */
  static final class EventSubProcess extends EventSubProcessActivityBehavior
      implements Activities.Leaving {

    private final Activities activities;

    EventSubProcess(Activities activities) {
      this.activities = activities;
    }

    @Override
    public void execute(ActivityExecution execution) throws Exception {
      activities.enter(execution, () -> super.execute(execution));
    }

    @Override
    public void doLeave(ActivityExecution execution) {
      if (activities.leaveScope(execution)) {
        super.doLeave(execution);
      }
    }

    @Override
    public void leaveAgain(ActivityExecution execution) {
      leave(execution);
    }
  }

  /** An error end event; an error nobody catches is an incident. */
  static final class ErrorEnd extends ErrorEndEventActivityBehavior {

    private final Activities activities;

    ErrorEnd(Activities activities) {
      super(null, null);
      this.activities = activities;
    }

    @Override
    public void execute(ActivityExecution execution) throws Exception {
      activities.enter(
          execution,
          () -> {
            var code =
                activities
                    .feel()
                    .text(activities.element(execution).errorCode(), Variables.visible(execution));
            if (Errors.handler(execution, code) == null) {
              throw new ExpressionFailure(
                  IncidentErrorType.UNHANDLED_ERROR_EVENT,
                  "Expected to throw an error event with the code '%s', but it was not caught."
                      .formatted(code));
            }
            BpmnExceptionHandler.propagateBpmnError(new BpmnError(code), execution);
          });
    }
  }
}
