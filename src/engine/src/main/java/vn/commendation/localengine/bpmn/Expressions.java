package vn.commendation.localengine.bpmn;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.CompletionCondition;
import io.camunda.zeebe.model.bpmn.instance.ConditionExpression;
import io.camunda.zeebe.model.bpmn.instance.Error;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeAssignmentDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledDecision;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeInput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeLoopCharacteristics;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeOutput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebePriorityDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeScript;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeSubscription;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskSchedule;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import vn.commendation.localengine.expression.ExpressionFailure;
import vn.commendation.localengine.expression.Feel;

/**
 * Whether all texts of a model that are evaluated are what they have to be.
 *
 * @see <a href="https://docs.camunda.io/docs/components/concepts/expressions/">Expressions</a>
 */
final class Expressions {

  private static final Pattern VARIABLE =
      Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*(\\.[\\p{L}_][\\p{L}\\p{N}_]*)*");
  private static final Set<String> KEYWORDS =
      Set.of(
          "null",
          "true",
          "false",
          "function",
          "if",
          "then",
          "else",
          "for",
          "between",
          "instance",
          "of",
          "not",
          "in",
          "and",
          "or",
          "some",
          "every",
          "satisfies",
          "return");

  private final BpmnModelInstance model;
  private final Feel feel;
  private final List<Problem> problems = new ArrayList<>();

  Expressions(BpmnModelInstance model, Feel feel) {
    this.model = model;
    this.feel = feel;
  }

  List<Problem> problems() {
    each(Message.class, Message::getName, "name", this::value);
    each(Error.class, Error::getErrorCode, "errorCode", this::value);
    each(ConditionExpression.class, ConditionExpression::getTextContent, "", this::expression);
    each(CompletionCondition.class, CompletionCondition::getTextContent, "", this::expression);
    each(
        ZeebeSubscription.class,
        ZeebeSubscription::getCorrelationKey,
        "correlationKey",
        this::expression);
    each(ZeebeInput.class, ZeebeInput::getSource, "source", this::value);
    each(ZeebeInput.class, ZeebeInput::getTarget, "target", this::variable);
    each(ZeebeOutput.class, ZeebeOutput::getSource, "source", this::expression);
    each(ZeebeOutput.class, ZeebeOutput::getTarget, "target", this::variable);
    each(ZeebeTaskDefinition.class, ZeebeTaskDefinition::getType, "type", this::value);
    each(ZeebeTaskDefinition.class, ZeebeTaskDefinition::getRetries, "retries", this::retries);
    each(ZeebeCalledDecision.class, ZeebeCalledDecision::getDecisionId, "decisionId", this::value);
    each(
        ZeebeCalledDecision.class,
        ZeebeCalledDecision::getResultVariable,
        "resultVariable",
        this::variable);
    each(ZeebeScript.class, ZeebeScript::getExpression, "expression", this::expression);
    each(ZeebeScript.class, ZeebeScript::getResultVariable, "resultVariable", this::variable);
    each(
        ZeebeLoopCharacteristics.class,
        ZeebeLoopCharacteristics::getInputCollection,
        "inputCollection",
        this::expression);
    each(
        ZeebeLoopCharacteristics.class,
        ZeebeLoopCharacteristics::getInputElement,
        "inputElement",
        this::variable);
    each(
        ZeebeLoopCharacteristics.class,
        ZeebeLoopCharacteristics::getOutputCollection,
        "outputCollection",
        this::variable);
    each(
        ZeebeLoopCharacteristics.class,
        ZeebeLoopCharacteristics::getOutputElement,
        "outputElement",
        this::expression);
    each(ZeebeFormDefinition.class, ZeebeFormDefinition::getFormId, "formId", this::text);
    each(
        ZeebeFormDefinition.class,
        ZeebeFormDefinition::getExternalReference,
        "externalReference",
        this::value);
    each(
        ZeebeAssignmentDefinition.class,
        ZeebeAssignmentDefinition::getAssignee,
        "assignee",
        this::value);
    each(
        ZeebeAssignmentDefinition.class,
        ZeebeAssignmentDefinition::getCandidateGroups,
        "candidateGroups",
        this::value);
    each(
        ZeebeAssignmentDefinition.class,
        ZeebeAssignmentDefinition::getCandidateUsers,
        "candidateUsers",
        this::value);
    each(ZeebeTaskSchedule.class, ZeebeTaskSchedule::getDueDate, "dueDate", this::date);
    each(ZeebeTaskSchedule.class, ZeebeTaskSchedule::getFollowUpDate, "followUpDate", this::date);
    each(
        ZeebePriorityDefinition.class,
        ZeebePriorityDefinition::getPriority,
        "priority",
        this::priority);
    required(ZeebeInput.class, ZeebeInput::getTarget, "target");
    required(ZeebeOutput.class, ZeebeOutput::getTarget, "target");
    required(ZeebeOutput.class, ZeebeOutput::getSource, "source");
    startMessages();
    return problems;
  }

  /**
   * @param problem says what is wrong with a text; null if nothing is
   */
  private <T extends ModelElementInstance> void each(
      Class<T> type, Function<T, String> text, String attribute, Function<String, String> problem) {
    for (var element : model.getModelElementsByType(type)) {
      var given = text.apply(element);
      if (given == null || given.isBlank() || Owners.isLeftOut(element)) {
        continue;
      }
      var found = problem.apply(given.strip());
      if (found != null) {
        problems.add(
            Owners.problem(element, attribute.isEmpty() ? found : attribute + ": " + found));
      }
    }
  }

  private <T extends ModelElementInstance> void required(
      Class<T> type, Function<T, String> text, String attribute) {
    for (var element : model.getModelElementsByType(type)) {
      var given = text.apply(element);
      if ((given == null || given.isBlank()) && !Owners.isLeftOut(element)) {
        problems.add(Owners.problem(element, attribute + " must be present and not empty"));
      }
    }
  }

  /** There is no instance yet whose variables could tell the name. */
  private void startMessages() {
    for (var start : model.getModelElementsByType(StartEvent.class)) {
      if (!(start.getParentElement() instanceof Process process) || !process.isExecutable()) {
        continue;
      }
      for (var definition : start.getEventDefinitions()) {
        if (definition instanceof MessageEventDefinition event
            && event.getMessage() != null
            && feel.problem(event.getMessage().getName()) == null) {
          try {
            feel.text(event.getMessage().getName(), Map.of());
          } catch (ExpressionFailure e) {
            problems.add(Owners.problem(start, "name of its message: " + e.getMessage()));
          }
        }
      }
    }
  }

  private String value(String text) {
    var problem = feel.problem(text);
    return problem == null ? null : "'" + text + "' is no expression of FEEL: " + problem;
  }

  private String text(String text) {
    return Feel.isExpression(text) ? "'" + text + "' must not be an expression" : null;
  }

  private String expression(String text) {
    return Feel.isExpression(text)
        ? value(text)
        : "'%s' must be an expression, which begins with an equals sign: '=%s'"
            .formatted(text, text);
  }

  private String variable(String text) {
    return VARIABLE.matcher(text).matches() && !KEYWORDS.contains(text)
        ? null
        : "'" + text + "' is no name of a variable";
  }

  private String retries(String text) {
    return Feel.isExpression(text) || text.matches("\\d{1,9}")
        ? value(text)
        : "'" + text + "' is neither a number nor an expression";
  }

  private String priority(String text) {
    return Feel.isExpression(text) || text.matches("\\d{1,2}|100")
        ? value(text)
        : "'" + text + "' is neither a number between 0 and 100 nor an expression";
  }

  private String date(String text) {
    if (Feel.isExpression(text)) {
      return value(text);
    }
    try {
      ZonedDateTime.parse(text);
      return null;
    } catch (DateTimeException e) {
      return "'" + text + "' is neither a date and time with its offset nor an expression";
    }
  }
}
