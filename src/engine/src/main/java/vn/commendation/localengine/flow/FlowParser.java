package vn.commendation.localengine.flow;

import org.operaton.bpm.engine.delegate.ExecutionListener;
import org.operaton.bpm.engine.impl.bpmn.behavior.BoundaryEventActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.behavior.ErrorEndEventActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.behavior.EventBasedGatewayActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.behavior.EventSubProcessActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.behavior.EventSubProcessStartEventActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.behavior.ExclusiveGatewayActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.behavior.ExternalTaskActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.behavior.IntermediateCatchEventActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.behavior.IntermediateThrowNoneEventActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.behavior.ManualTaskActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.behavior.NoneEndEventActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.behavior.NoneStartEventActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.behavior.ReceiveTaskActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.behavior.ScriptTaskActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.behavior.SequentialMultiInstanceActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.behavior.ServiceTaskExpressionActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.behavior.SubProcessActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.behavior.TaskActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.operaton.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.operaton.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.operaton.bpm.engine.impl.pvm.delegate.ActivityBehavior;
import org.operaton.bpm.engine.impl.pvm.process.ActivityImpl;
import org.operaton.bpm.engine.impl.pvm.process.ScopeImpl;
import org.operaton.bpm.engine.impl.util.xml.Element;
import vn.commendation.localengine.decision.Decisions;
import vn.commendation.localengine.kernel.EngineEvents;
import vn.commendation.localengine.kernel.EngineEvents.InstanceEnded;
import vn.commendation.localengine.kernel.Keys;
import vn.commendation.localengine.kernel.Transactions;

/** Gives the elements of each parsed process what they do. */
final class FlowParser extends AbstractBpmnParseListener {

  private final Activities activities;
  private final Decisions decisions;
  private final EngineEvents events;
  private final WaitingEvents waiting;

  FlowParser(
      Activities activities, Decisions decisions, EngineEvents events, WaitingEvents waiting) {
    this.activities = activities;
    this.decisions = decisions;
    this.events = events;
    this.waiting = waiting;
  }

  @Override
  public void parseProcess(Element processElement, ProcessDefinitionEntity process) {
    process.addBuiltInListener(
        ExecutionListener.EVENTNAME_START,
        (ExecutionListener) execution -> waiting.named((ExecutionEntity) execution));
    process.addBuiltInListener(
        ExecutionListener.EVENTNAME_END,
        (ExecutionListener)
            execution -> {
              var ended =
                  new InstanceEnded(process.getKey(), Keys.of(execution.getProcessInstanceId()));
              Transactions.afterCommit(() -> events.instanceEnded(ended));
            });
    equip(process);
  }

  private void equip(ScopeImpl scope) {
    for (var activity : scope.getActivities()) {
      var behavior = behavior(activity, activity.getActivityBehavior());
      activity.setActivityBehavior(behavior);
      if (hasScope(behavior)) {
        activity.setScope(true);
      }
      for (var flow : activity.getOutgoingTransitions()) {
        ((org.operaton.bpm.engine.impl.pvm.process.TransitionImpl) flow)
            .addListener(
                ExecutionListener.EVENTNAME_TAKE,
                (ExecutionListener)
                    execution ->
                        FlowSession.current()
                            .take(Keys.of(execution.getProcessInstanceId()), flow.getId()));
      }
      equip(activity);
    }
  }

  /** Each has variables of its own, as every element in Camunda 8 has. */
  private static boolean hasScope(ActivityBehavior behavior) {
    return behavior instanceof TaskActivityBehavior || behavior instanceof JobBehavior;
  }

  private ActivityBehavior behavior(ActivityImpl activity, ActivityBehavior parsed) {
    if (parsed.getClass() == TaskActivityBehavior.class) {
      return new Behaviors.PassThrough(activities);
    }
    return switch (parsed) {
      case SequentialMultiInstanceActivityBehavior ignored -> new MultiInstance(activities);
      case ExternalTaskActivityBehavior ignored -> new JobBehavior(activities, events);
      case UserTaskActivityBehavior task ->
          new UserTaskBehavior(task.getTaskDecorator(), activities);
      case ServiceTaskExpressionActivityBehavior ignored ->
          new Behaviors.DecisionTask(activities, decisions);
      case ScriptTaskActivityBehavior ignored -> new Behaviors.ScriptTask(activities);
      case ReceiveTaskActivityBehavior ignored -> new Behaviors.Receive(activities);
      case ManualTaskActivityBehavior ignored -> new Behaviors.PassThrough(activities);
      case IntermediateThrowNoneEventActivityBehavior ignored ->
          new Behaviors.PassThrough(activities);
      case IntermediateCatchEventActivityBehavior event ->
          new Behaviors.Catch(event.isAfterEventBasedGateway(), activities);
      case EventSubProcessStartEventActivityBehavior ignored -> new EventStartBehavior(activities);
      case NoneStartEventActivityBehavior ignored -> new Behaviors.Start(activities);
      case NoneEndEventActivityBehavior ignored -> new Behaviors.End(activities);
      case ErrorEndEventActivityBehavior ignored -> new Behaviors.ErrorEnd(activities);
      case BoundaryEventActivityBehavior ignored -> new Behaviors.Boundary(activities);
      case EventBasedGatewayActivityBehavior ignored -> new Behaviors.EventGateway(activities);
      case ExclusiveGatewayActivityBehavior ignored -> new Behaviors.Exclusive(activities);
      case EventSubProcessActivityBehavior ignored -> new Behaviors.EventSubProcess(activities);
      case SubProcessActivityBehavior ignored -> new Behaviors.SubProcess(activities);
      default -> parsed;
    };
  }
}
