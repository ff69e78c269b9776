package vn.commendation.localengine.bpmn;

import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.CatchEvent;
import io.camunda.zeebe.model.bpmn.instance.ErrorEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.EventDefinition;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import io.camunda.zeebe.model.bpmn.instance.ReceiveTask;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.ThrowEvent;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeAssignmentDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledDecision;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeLoopCharacteristics;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebePriorityDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeScript;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeSubscription;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskSchedule;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * What a model says of one element, as far as something is evaluated while it runs. Texts are as
 * they were written: an expression begins with {@code =}. What an element does not have is null or
 * empty.
 */
public record ElementModel(
    String id,
    List<Mapping> inputs,
    List<Mapping> outputs,
    Job job,
    UserTask userTask,
    Decision decision,
    Script script,
    Subscription subscription,
    Timer timer,
    String errorCode,
    Loop loop,
    List<Way> ways) {

  /** {@code zeebe:input} or {@code zeebe:output}. */
  public record Mapping(String source, String target) {}

  /**
   * {@code zeebe:taskDefinition}.
   *
   * @param retries three where the model says nothing
   */
  public record Job(String type, String retries) {}

  /** {@code zeebe:assignmentDefinition}, {@code taskSchedule} and what else a user task has. */
  public record UserTask(
      String assignee,
      String candidateGroups,
      String candidateUsers,
      String dueDate,
      String followUpDate,
      String priority,
      String formId,
      String externalReference) {}

  /** {@code zeebe:calledDecision}. */
  public record Decision(String decisionId, String resultVariable) {}

  /** {@code zeebe:script}. */
  public record Script(String expression, String resultVariable) {}

  /** A message and {@code zeebe:subscription}; a start event of a process has no key. */
  public record Subscription(String messageName, String correlationKey) {}

  /** {@code timeDate}, {@code timeDuration} or {@code timeCycle}. */
  public record Timer(Kind kind, String text) {
    public enum Kind {
      DATE,
      DURATION,
      CYCLE
    }
  }

  /** {@code zeebe:loopCharacteristics}. */
  public record Loop(
      String inputCollection,
      String inputElement,
      String outputCollection,
      String outputElement,
      String completionCondition) {}

  /** An outgoing flow of an exclusive gateway; the default has no condition. */
  public record Way(String flowId, String condition, boolean isDefault) {}

  static ElementModel of(String id, ModelElementInstance instance) {
    var element = (BaseElement) instance;
    var mapping = element.getSingleExtensionElement(ZeebeIoMapping.class);
    var task = element.getSingleExtensionElement(ZeebeTaskDefinition.class);
    return new ElementModel(
        id,
        mapping == null ? List.of() : mappings(mapping.getInputs()),
        mapping == null ? List.of() : mappings(mapping.getOutputs()),
        task == null ? null : new Job(task.getType(), task.getRetries()),
        userTask(element),
        decision(element),
        script(element),
        subscription(element),
        timer(element),
        errorCode(element),
        loop(element),
        element instanceof ExclusiveGateway gateway ? ways(gateway) : List.of());
  }

  private static List<Mapping> mappings(Collection<? extends ZeebeMapping> given) {
    return given.stream().map(each -> new Mapping(each.getSource(), each.getTarget())).toList();
  }

  private static UserTask userTask(BaseElement element) {
    if (!(element instanceof io.camunda.zeebe.model.bpmn.instance.UserTask)) {
      return null;
    }
    var assignment = element.getSingleExtensionElement(ZeebeAssignmentDefinition.class);
    var schedule = element.getSingleExtensionElement(ZeebeTaskSchedule.class);
    var priority = element.getSingleExtensionElement(ZeebePriorityDefinition.class);
    var form = element.getSingleExtensionElement(ZeebeFormDefinition.class);
    return new UserTask(
        assignment == null ? null : assignment.getAssignee(),
        assignment == null ? null : assignment.getCandidateGroups(),
        assignment == null ? null : assignment.getCandidateUsers(),
        schedule == null ? null : schedule.getDueDate(),
        schedule == null ? null : schedule.getFollowUpDate(),
        priority == null ? null : priority.getPriority(),
        form == null ? null : form.getFormId(),
        form == null ? null : form.getExternalReference());
  }

  private static Decision decision(BaseElement element) {
    var decision = element.getSingleExtensionElement(ZeebeCalledDecision.class);
    return decision == null
        ? null
        : new Decision(decision.getDecisionId(), decision.getResultVariable());
  }

  private static Script script(BaseElement element) {
    var script = element.getSingleExtensionElement(ZeebeScript.class);
    return script == null ? null : new Script(script.getExpression(), script.getResultVariable());
  }

  private static Subscription subscription(BaseElement element) {
    Message message =
        element instanceof ReceiveTask task
            ? task.getMessage()
            : event(element, MessageEventDefinition.class) == null
                ? null
                : event(element, MessageEventDefinition.class).getMessage();
    if (message == null) {
      return null;
    }
    var subscription = message.getSingleExtensionElement(ZeebeSubscription.class);
    return new Subscription(
        message.getName(), subscription == null ? null : subscription.getCorrelationKey());
  }

  private static Timer timer(BaseElement element) {
    var timer = event(element, TimerEventDefinition.class);
    if (timer == null) {
      return null;
    }
    if (timer.getTimeDate() != null) {
      return new Timer(Timer.Kind.DATE, timer.getTimeDate().getTextContent().strip());
    }
    if (timer.getTimeDuration() != null) {
      return new Timer(Timer.Kind.DURATION, timer.getTimeDuration().getTextContent().strip());
    }
    return timer.getTimeCycle() == null
        ? null
        : new Timer(Timer.Kind.CYCLE, timer.getTimeCycle().getTextContent().strip());
  }

  private static String errorCode(BaseElement element) {
    var definition = event(element, ErrorEventDefinition.class);
    return definition == null || definition.getError() == null
        ? null
        : definition.getError().getErrorCode();
  }

  private static <T extends EventDefinition> T event(BaseElement element, Class<T> type) {
    var definitions =
        switch (element) {
          case CatchEvent event -> event.getEventDefinitions();
          case ThrowEvent event -> event.getEventDefinitions();
          default -> List.<EventDefinition>of();
        };
    return definitions.stream().filter(type::isInstance).map(type::cast).findFirst().orElse(null);
  }

  private static Loop loop(BaseElement element) {
    if (!(element instanceof Activity activity)
        || !(activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics loop)) {
      return null;
    }
    var facts = loop.getSingleExtensionElement(ZeebeLoopCharacteristics.class);
    return new Loop(
        facts.getInputCollection(),
        facts.getInputElement(),
        facts.getOutputCollection(),
        facts.getOutputElement(),
        loop.getCompletionCondition() == null
            ? null
            : loop.getCompletionCondition().getTextContent().strip());
  }

  /** In the order of the file; what a gateway lists as its outgoing flows is optional. */
  private static List<Way> ways(ExclusiveGateway gateway) {
    return gateway.getModelInstance().getModelElementsByType(SequenceFlow.class).stream()
        .filter(flow -> gateway.equals(flow.getSource()))
        .map(flow -> way(flow, gateway.getDefault()))
        .toList();
  }

  private static Way way(SequenceFlow flow, SequenceFlow byDefault) {
    var isDefault = byDefault != null && byDefault.getId().equals(flow.getId());
    return new Way(
        flow.getId(),
        isDefault || flow.getConditionExpression() == null
            ? null
            : flow.getConditionExpression().getTextContent().strip(),
        isDefault);
  }
}
