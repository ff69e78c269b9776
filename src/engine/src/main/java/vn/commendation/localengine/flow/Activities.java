package vn.commendation.localengine.flow;

import io.camunda.client.api.search.enums.IncidentErrorType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.operaton.bpm.engine.impl.persistence.entity.MessageEntity;
import org.operaton.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.operaton.bpm.engine.impl.pvm.process.ActivityImpl;
import vn.commendation.localengine.bpmn.ElementModel;
import vn.commendation.localengine.bpmn.ProcessModels;
import vn.commendation.localengine.expression.ExpressionFailure;
import vn.commendation.localengine.expression.Feel;
import vn.commendation.localengine.incident.Incidents;

/**
 * The way of an execution through one element, as Camunda 8 describes it: input mappings, the
 * element itself, output mappings. Everything is evaluated before anything of it is set. What
 * cannot be evaluated stops the execution where it is, with an incident; resolving it tries that
 * part again.
 */
final class Activities {

  /** Where an execution stopped, and goes on when its incident is resolved. */
  enum Stop {
    /** before the element did anything */
    ENTERING,
    /** the same, and the events of its scope have to be waited for anew */
    WAITING,
    /** when the element was done */
    LEAVING
  }

  private static final String PAYLOAD = Variables.HIDDEN + "payload";

  private final ProcessModels models;
  private final Incidents incidents;
  private final Feel feel;
  private final Variables variables;

  Activities(ProcessModels models, Incidents incidents, Feel feel) {
    this.models = models;
    this.incidents = incidents;
    this.feel = feel;
    this.variables = new Variables(feel);
  }

  Feel feel() {
    return feel;
  }

  ElementModel element(ActivityExecution execution) {
    return element(execution, elementId(execution.getActivity().getId()));
  }

  ElementModel element(ActivityExecution execution, String id) {
    return models.of(((ExecutionEntity) execution).getProcessDefinitionId()).element(id);
  }

  /** The element's id in the model: a multi-instance body is the same element. */
  static String elementId(String activityId) {
    var suffix = activityId.indexOf('#');
    return suffix < 0 ? activityId : activityId.substring(0, suffix);
  }

  /** What an element does once its inputs are there. */
  interface Work {
    void run() throws Exception;
  }

  /** Enters an element that has a scope of its own. */
  void enter(ActivityExecution execution, Work work) throws Exception {
    try {
      requireEvents(execution);
    } catch (ExpressionFailure e) {
      park(execution, e, Stop.WAITING);
      return;
    }
    try {
      var element = element(execution);
      var locals = new LinkedHashMap<String, Object>();
      if (MultiInstance.isInner(execution)) {
        locals.putAll(MultiInstance.locals(execution, element.loop()));
      }
      var context = Variables.overlay(Variables.visible(execution), locals);
      locals.putAll(variables.mapped(element.inputs(), context));
      execution.setVariablesLocal(locals);
      work.run();
    } catch (ExpressionFailure e) {
      park(execution, e, Stop.ENTERING);
    }
  }

  /** What input mappings will give, for events that are waited for before they are applied. */
  Map<String, Object> withInputs(ExecutionEntity scope, ElementModel element) {
    var visible = Variables.visible(scope);
    return Variables.overlay(visible, variables.mapped(element.inputs(), visible));
  }

  /** Fails if an event of the scope could not be waited for. */
  void requireEvents(ActivityExecution execution) {
    var failure = FlowSession.current().failure(execution.getId());
    if (failure != null) {
      throw failure;
    }
  }

  /** Leaves an element with what was given for it in this transaction. */
  void leave(ActivityExecution execution, Runnable onwards) {
    leave(execution, FlowSession.current().take(execution.getActivity().getId()), onwards);
  }

  /**
   * Leaves an element: with output mappings only what they name goes out; without, every variable
   * goes to the nearest scope that has it.
   */
  void leave(ActivityExecution execution, Map<String, Object> payload, Runnable onwards) {
    try {
      var element = element(execution);
      var context = Variables.overlay(Variables.visible(execution), payload);
      var outputs = variables.mapped(element.outputs(), context);
      if (MultiInstance.isInner(execution)) {
        MultiInstance.collect(execution, element.loop(), feel, Variables.overlay(context, outputs));
      }
      if (element.outputs().isEmpty()) {
        execution.setVariables(payload);
      } else {
        outer(execution).setVariables(outputs);
      }
    } catch (ExpressionFailure e) {
      if (!payload.isEmpty()) {
        execution.setVariableLocal(PAYLOAD, payload);
      }
      park(execution, e, Stop.LEAVING);
      return;
    }
    onwards.run();
  }

  /** Leaves a scope whose locals end with it unless output mappings take them out. */
  boolean leaveScope(ActivityExecution execution) {
    var element = element(execution);
    try {
      var context = Variables.visible(execution);
      var outputs = variables.mapped(element.outputs(), context);
      if (MultiInstance.isInner(execution)) {
        MultiInstance.collect(execution, element.loop(), feel, Variables.overlay(context, outputs));
      }
      outer(execution).setVariables(outputs);
      return true;
    } catch (ExpressionFailure e) {
      park(execution, e, Stop.LEAVING);
      return false;
    }
  }

  private static ActivityExecution outer(ActivityExecution execution) {
    var parent = execution.getParent();
    return ((ActivityImpl) execution.getActivity()).isScope() && parent != null
        ? parent
        : execution;
  }

  /** Stops an execution where it is and raises an incident. */
  void park(ActivityExecution execution, ExpressionFailure failure, Stop stop) {
    var entity = (ExecutionEntity) execution;
    var job = new MessageEntity();
    job.setExecution(entity);
    job.setJobHandlerType(GoOn.TYPE);
    job.setJobHandlerConfiguration(new GoOn.Configuration(stop));
    job.setRetriesFromPersistence(0);
    job.setExceptionMessage(failure.getMessage());
    Context.getCommandContext().getJobManager().insertJob(job);
    incidents.raise(entity, failure.type(), failure.getMessage(), job.getId());
  }

  /** Tries again what could not be done. */
  void goOn(ExecutionEntity execution, Stop stop) throws Exception {
    var behavior = execution.getActivity().getActivityBehavior();
    switch (stop) {
      case WAITING -> {
        WaitingEvents.renew(execution);
        behavior.execute(execution);
      }
      case ENTERING -> behavior.execute(execution);
      case LEAVING -> {
        var payload = new LinkedHashMap<String, Object>();
        if (execution.getVariableLocal(PAYLOAD) instanceof Map<?, ?> kept) {
          kept.forEach((name, value) -> payload.put(String.valueOf(name), value));
          execution.removeVariableLocal(PAYLOAD);
        }
        FlowSession.current().give(execution.getActivity().getId(), payload);
        ((Leaving) behavior).leaveAgain(execution);
      }
    }
  }

  /** A behavior whose leaving can be tried again. */
  interface Leaving {
    void leaveAgain(ActivityExecution execution) throws Exception;
  }

  /** A property of a job, task or timer whose value cannot be used. */
  static ExpressionFailure invalid(String message) {
    return new ExpressionFailure(IncidentErrorType.EXTRACT_VALUE_ERROR, message);
  }
}
