package vn.commendation.localengine.flow;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.operaton.bpm.engine.impl.bpmn.parser.EventSubscriptionDeclaration;
import org.operaton.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.operaton.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.operaton.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.operaton.bpm.engine.impl.persistence.entity.TimerEntity;
import org.operaton.bpm.engine.impl.pvm.process.ScopeImpl;
import vn.commendation.localengine.bpmn.ElementModel;
import vn.commendation.localengine.expression.ExpressionFailure;
import vn.commendation.localengine.kernel.EngineEvents;
import vn.commendation.localengine.kernel.EngineEvents.SubscriptionOpened;
import vn.commendation.localengine.kernel.Transactions;

/**
 * Bean that the expressions of translated models call when a scope begins to wait for its events.
 * What cannot be evaluated is noted; the scope's element stops with an incident before it does
 * anything.
 */
public final class WaitingEvents {

  /** Nobody publishes that name, and nobody lives that long. */
  private static final String NEVER = "\u001f";

  private static final Date LATE = Date.from(Instant.parse("9999-01-01T00:00:00Z"));

  private final Activities activities;
  private final EngineEvents events;

  WaitingEvents(Activities activities, EngineEvents events) {
    this.activities = activities;
    this.events = events;
  }

  /** Name of the subscription an event of a scope waits with. */
  public String message(ExecutionEntity scope, String eventId) {
    if (scope.isProcessInstanceExecution()
        && scope.isProcessInstanceStarting()
        && !FlowSession.current().isStarted(scope.getId())) {
      return NEVER + scope.getId();
    }
    try {
      var wanted = activities.element(scope, eventId).subscription();
      var variables = variables(scope, eventId);
      var name = activities.feel().text(wanted.messageName(), variables);
      var key = activities.feel().key(wanted.correlationKey(), variables);
      Transactions.afterCommit(() -> events.subscriptionOpened(new SubscriptionOpened(name, key)));
      return EventNames.of(name, key);
    } catch (ExpressionFailure e) {
      FlowSession.current().fail(scope.getId(), e);
      return NEVER + scope.getId();
    }
  }

  /** When a timer of a scope fires first. */
  public Date due(ExecutionEntity scope, String eventId) {
    try {
      var timer = activities.element(scope, eventId).timer();
      return Date.from(Timers.due(timer, activities.feel(), variables(scope, eventId)));
    } catch (ExpressionFailure e) {
      FlowSession.current().fail(scope.getId(), e);
      return LATE;
    }
  }

  /** Input mappings of an element are not applied yet when its events begin to be waited for. */
  private Map<String, Object> variables(ExecutionEntity scope, String eventId) {
    var activity = scope.getActivity();
    if (FlowSession.current().isMigrating()
        || scope.isProcessInstanceExecution()
        || activity == null
        || activity.getId().equals(eventId)
        || !activity.getId().equals(Activities.elementId(activity.getId()))) {
      return Variables.visible(scope);
    }
    ElementModel element = activities.element(scope);
    return activities.withInputs(scope, element);
  }

  /**
   * An instance begins to wait for the events of its process before it has its variables: here it
   * has them.
   */
  void named(ExecutionEntity instance) {
    FlowSession.current().started(instance.getId());
    instance
        .getEventSubscriptions()
        .forEach(
            subscription ->
                subscription.setEventName(message(instance, subscription.getActivityId())));
  }

  /** Waits anew for all events of a scope. */
  static void renew(ExecutionEntity stopped) {
    // at a start event it is the process that could not wait
    var ofProcess = stopped.getActivity().getActivityBehavior() instanceof Behaviors.Start;
    var scope = ofProcess ? stopped.getProcessInstance() : stopped;
    ScopeImpl activity = ofProcess ? scope.getProcessDefinition() : scope.getActivity();
    var declarations = EventSubscriptionDeclaration.getDeclarationsForScope(activity);
    List.copyOf(scope.getEventSubscriptions()).forEach(EventSubscriptionEntity::delete);
    declarations.values().stream()
        .filter(declaration -> !declaration.isStartEvent())
        .forEach(declaration -> declaration.createSubscriptionForExecution(scope));
    if (!TimerDeclarationImpl.getDeclarationsForScope(activity).isEmpty()) {
      scope.getJobs().stream()
          .filter(TimerEntity.class::isInstance)
          .forEach(timer -> timer.delete(true));
      scope.initializeTimerDeclarations();
    }
  }
}
