package vn.commendation.localengine.flow;

import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.operaton.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.operaton.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.operaton.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.event.EventType;
import org.operaton.bpm.engine.impl.jobexecutor.JobHandler;
import org.operaton.bpm.engine.impl.persistence.entity.ExternalTaskEntity;
import org.operaton.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.operaton.bpm.engine.runtime.ActivityInstance;
import vn.commendation.localengine.bpmn.ProcessModels;
import vn.commendation.localengine.bpmn.Translator;
import vn.commendation.localengine.decision.Decisions;
import vn.commendation.localengine.expression.Feel;
import vn.commendation.localengine.incident.Incidents;
import vn.commendation.localengine.kernel.EngineEvents;
import vn.commendation.localengine.kernel.Instances;
import vn.commendation.localengine.kernel.Keys;
import vn.commendation.localengine.kernel.Refusal;
import vn.commendation.localengine.kernel.Transactions;

/** Instances as Operaton runs them. */
public final class OperatonFlow implements Flow {

  private final ProcessEngineConfigurationImpl configuration;
  private final Transactions transactions;
  private final ProcessModels models;
  private final Activities activities;
  private final Decisions decisions;
  private final EngineEvents events;

  public OperatonFlow(
      ProcessEngineConfigurationImpl configuration,
      Transactions transactions,
      EngineEvents events,
      ProcessModels models,
      Incidents incidents,
      Decisions decisions,
      Feel feel) {
    this.configuration = configuration;
    this.transactions = transactions;
    this.models = models;
    this.activities = new Activities(models, incidents, feel);
    this.decisions = decisions;
    this.events = events;
  }

  /** What Operaton has to be built with. */
  public ProcessEnginePlugin plugin() {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl configuration) {
        var waiting = new WaitingEvents(activities, events);
        configuration.setCustomPostBPMNParseListeners(
            plus(
                configuration.getCustomPostBPMNParseListeners(),
                List.<BpmnParseListener>of(
                    new FlowParser(activities, decisions, events, waiting))));
        configuration.setCustomSessionFactories(
            plus(configuration.getCustomSessionFactories(), List.of(FlowSession.factory())));
        var repeating = new Repeating(activities);
        configuration.setCustomJobHandlers(
            plus(
                configuration.getCustomJobHandlers(),
                List.<JobHandler<?>>of(
                    new GoOn(activities),
                    repeating.ofBoundary(),
                    repeating.ofEventSubProcess(),
                    repeating.ofStart())));
        configuration.setFailedJobCommandFactory(new JobFailures());
        var beans = new HashMap<Object, Object>();
        if (configuration.getBeans() != null) {
          beans.putAll(configuration.getBeans());
        }
        beans.put(Translator.BEAN, waiting);
        configuration.setBeans(beans);
      }
    };
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static List plus(List given, List more) {
    var both = given == null ? new ArrayList<>() : new ArrayList<>(given);
    both.addAll(more);
    return both;
  }

  @Override
  public long create(
      String definitionId, Map<String, Object> variables, List<String> startElements) {
    var runtime = configuration.getRuntimeService();
    if (startElements.isEmpty()) {
      return transactions.call(
          () -> {
            var definition = definition(definitionId);
            if (definition.getInitial() == null || !hasNoneStart(definition)) {
              throw Refusal.state(
                  "Expected to create instance of process with none start event, but there is no such event");
            }
            return Keys.of(runtime.startProcessInstanceById(definitionId, variables).getId());
          });
    }
    // given later they would be those of an element, and missing when the instance begins to wait
    var builder = runtime.createProcessInstanceById(definitionId).setVariables(variables);
    for (var element : startElements) {
      requireStartable(definitionId, element);
      builder.startBeforeActivity(activity(definitionId, element));
    }
    return Keys.of(builder.execute().getId());
  }

  private boolean hasNoneStart(ProcessDefinitionEntity definition) {
    var initial = definition.getInitial().getId();
    var start = models.of(definition.getId()).element(initial, StartEvent.class);
    return start != null && start.getEventDefinitions().isEmpty();
  }

  private void requireStartable(String definitionId, String element) {
    var node = models.of(definitionId).element(element, FlowNode.class);
    if (node == null) {
      throw Refusal.invalid(
          "Expected to create instance of process with start instructions but no element found with id '%s'."
              .formatted(element));
    }
    if (node instanceof StartEvent || node instanceof BoundaryEvent) {
      throw Refusal.invalid(
          "Expected to create instance of process with start instructions but the element with id '%s' targets unsupported element type '%s'."
              .formatted(element, node.getElementType().getTypeName()));
    }
  }

  /** A multi-instance element is started as a whole. */
  private String activity(String definitionId, String element) {
    return models.of(definitionId).element(element).loop() == null
        ? element
        : BpmnParse.getIdForMiBody(element);
  }

  private ProcessDefinitionEntity definition(String id) {
    return configuration.getDeploymentCache().findDeployedProcessDefinitionById(id);
  }

  @Override
  public long startByMessage(
      String definitionId, String startElement, Map<String, Object> variables) {
    return transactions.call(
        () -> {
          var definition = definition(definitionId);
          var start = definition.findActivity(startElement);
          var mapped = !models.of(definitionId).element(startElement).outputs().isEmpty();
          if (mapped) {
            FlowSession.current().give(startElement, variables);
          }
          var instance = definition.createProcessInstance(null, start);
          instance.start(mapped ? Map.of() : variables, null);
          return Keys.of(instance.getId());
        });
  }

  @Override
  public void deliver(String executionId, String eventName, Map<String, Object> variables) {
    transactions.run(
        () -> {
          Instances.holdOfExecution(executionId);
          var found =
              Context.getCommandContext()
                  .getEventSubscriptionManager()
                  .findEventSubscriptionsByNameAndExecution(
                      EventType.MESSAGE.name(), eventName, executionId, true);
          if (found.isEmpty()) {
            throw Refusal.notFound("Nothing waits for this message any more");
          }
          var subscription = found.getFirst();
          FlowSession.current().give(subscription.getActivityId(), variables);
          subscription.eventReceived(null, false);
        });
  }

  @Override
  public void completeJob(ExternalTaskEntity job, Map<String, Object> variables) {
    transactions.run(
        () -> {
          FlowSession.current().give(job.getActivityId(), variables);
          job.complete(null, null);
        });
  }

  @Override
  public boolean throwError(
      ExternalTaskEntity job, String errorCode, String message, Map<String, Object> variables) {
    return transactions.call(
        () -> {
          var handler = Errors.handler(job.getExecution(), errorCode);
          if (handler == null) {
            return false;
          }
          FlowSession.current().give(Errors.event(handler), variables);
          // Operaton refuses a message that says nothing
          job.bpmnError(errorCode, message == null || message.isBlank() ? null : message, null);
          return true;
        });
  }

  @Override
  public void completeTask(long taskKey, Map<String, Object> variables) {
    transactions.run(
        () -> {
          Instances.holdOfTask(taskKey);
          var id = Long.toString(taskKey);
          var task = Context.getCommandContext().getTaskManager().findTaskById(id);
          if (task == null) {
            throw Refusal.notFound(
                "Expected to complete user task with key '%d', but no such user task was found"
                    .formatted(taskKey));
          }
          FlowSession.current().give(task.getTaskDefinitionKey(), variables);
          configuration.getTaskService().complete(id);
        });
  }

  @Override
  public void modify(long processInstanceKey, Modification modification) {
    transactions.run(
        () -> {
          var id = requireInstance(processInstanceKey, "modify");
          var instances = byKey(configuration.getRuntimeService().getActivityInstance(id));
          var definitionId = instances.get(processInstanceKey).getProcessDefinitionId();
          var change = configuration.getRuntimeService().createProcessInstanceModification(id);
          for (var key : modification.terminate()) {
            if (!instances.containsKey(key)) {
              throw Refusal.invalid(
                  "Expected to modify instance of process but it contains one or more terminate instructions with an element instance that could not be found: '%d'"
                      .formatted(key));
            }
          }
          for (var activation : modification.activate()) {
            if (models.of(definitionId).element(activation.element(), FlowNode.class) == null) {
              throw Refusal.invalid(
                  "Expected to modify instance of process but it contains one or more activate instructions with an element that could not be found: '%s'"
                      .formatted(activation.element()));
            }
            var ancestor = instances.get(activation.ancestorKey());
            var step =
                ancestor == null
                    ? change.startBeforeActivity(activity(definitionId, activation.element()))
                    : change.startBeforeActivity(
                        activity(definitionId, activation.element()), ancestor.getId());
            for (var given : activation.variables()) {
              if (given.scope().isEmpty()) {
                configuration.getRuntimeService().setVariablesLocal(id, given.values());
              } else {
                given.values().forEach(step::setVariableLocal);
              }
            }
          }
          modification
              .terminate()
              .forEach(key -> change.cancelActivityInstance(instances.get(key).getId()));
          change.execute();
        });
  }

  @Override
  public void migrate(long processInstanceKey, MigrationPlan plan) {
    transactions.run(
        () -> {
          requireInstance(processInstanceKey, "migrate");
          new Migration(configuration, models, events).migrate(processInstanceKey, plan);
        });
  }

  @Override
  public void cancel(long processInstanceKey) {
    transactions.run(
        () ->
            configuration
                .getRuntimeService()
                .deleteProcessInstance(
                    requireInstance(processInstanceKey, "cancel"), "cancelled", false, true));
  }

  private String requireInstance(long key, String wish) {
    Instances.hold(key);
    var id = Long.toString(key);
    var execution = Context.getCommandContext().getExecutionManager().findExecutionById(id);
    if (execution == null || !execution.isProcessInstanceExecution()) {
      throw Refusal.notFound(
          "Expected to %s a process instance with key '%d', but no such process was found"
              .formatted(wish, key));
    }
    return id;
  }

  @Override
  public void setVariables(long elementInstanceKey, Map<String, Object> variables, boolean local) {
    transactions.run(
        () -> {
          var execution = execution(elementInstanceKey);
          var runtime = configuration.getRuntimeService();
          if (local) {
            runtime.setVariablesLocal(execution, variables);
          } else {
            runtime.setVariables(execution, variables);
          }
        });
  }

  /** Id of the execution that is the scope of an element instance. */
  private String execution(long key) {
    Instances.hold(key);
    var id = Long.toString(key);
    if (Context.getCommandContext().getExecutionManager().findExecutionById(id)
            instanceof org.operaton.bpm.engine.impl.persistence.entity.ExecutionEntity instance
        && instance.isProcessInstanceExecution()) {
      return id;
    }
    var processInstance =
        transactions.sql(
            connection -> {
              try (var select =
                  connection.prepareStatement(
                      "select PROC_INST_ID_ from ACT_RU_EXECUTION where ACT_INST_ID_ like ?"
                          + " limit 1")) {
                select.setString(1, "%:" + key);
                var row = select.executeQuery();
                return row.next() ? row.getString(1) : null;
              }
            });
    if (processInstance != null) {
      Instances.hold(Keys.of(processInstance));
    }
    var instance =
        processInstance == null
            ? null
            : byKey(configuration.getRuntimeService().getActivityInstance(processInstance))
                .get(key);
    if (instance == null) {
      throw Refusal.notFound(
          "Expected to update variables for element with key '%d', but no such element was found"
              .formatted(key));
    }
    return instance.getExecutionIds()[0];
  }

  private static Map<Long, ActivityInstance> byKey(ActivityInstance root) {
    var all = new HashMap<Long, ActivityInstance>();
    collect(root, all);
    return all;
  }

  private static void collect(ActivityInstance instance, Map<Long, ActivityInstance> all) {
    all.put(Keys.of(instance.getId()), instance);
    for (var child : instance.getChildActivityInstances()) {
      collect(child, all);
    }
  }
}
