package vn.commendation.localengine.bpmn;

import static vn.commendation.localengine.bpmn.Support.Verdict.REFUSED;
import static vn.commendation.localengine.bpmn.Support.Verdict.SUPPORTED;
import static vn.commendation.localengine.bpmn.Support.Verdict.WITHOUT_EFFECT;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of BPMN 2.0 and of the {@code zeebe:} namespace of Camunda 8.8 the engine carries out, and
 * what it refuses at deployment. What stands in none of the lists is refused, too. The
 * documentation shows these lists.
 *
 * @see <a href="https://docs.camunda.io/docs/components/modeler/bpmn/bpmn-coverage/">BPMN
 *     coverage</a>
 */
final class Support {

  enum Verdict {
    SUPPORTED("supported"),
    /** It draws, names or describes and is nothing to carry out, in Camunda 8 neither. */
    WITHOUT_EFFECT("without effect"),
    REFUSED("refused");

    final String title;

    Verdict(String title) {
      this.title = title;
    }
  }

  enum Kind {
    ELEMENT("Elements of BPMN"),
    EVENT("Events"),
    ATTRIBUTE("Attributes of BPMN that change what an element does"),
    EXTENSION("Elements of `zeebe:`"),
    EXTENSION_ATTRIBUTE("Attributes of `zeebe:`");

    final String title;

    Kind(String title) {
      this.title = title;
    }
  }

  /**
   * @param name an element's local name, {@code place: definition} of an event, or {@code
   *     element@attribute}
   * @param note what of it, or what to do instead; may be empty
   * @param hosts elements that may have an extension; empty for any
   * @param only the value an attribute may have; null for any
   */
  record Row(
      Kind kind, String name, Verdict verdict, String note, Set<String> hosts, String only) {}

  /** Stands for any element, where an attribute means the same on each. */
  static final String ANY = "*";

  private static final String AS_JOB = "as a job";

  private final Map<Kind, Map<String, Row>> rows = new EnumMap<>(Kind.class);

  Support() {
    flow();
    events();
    drawings();
    refusedElements();
    attributes();
    jobs();
    mappings();
    userTasks();
    refusedExtensions();
  }

  /** A row by its name; null where the lists have none. */
  Row row(Kind kind, String name) {
    return rows.get(kind).get(name);
  }

  Collection<Row> rows(Kind kind) {
    return rows.get(kind).values();
  }

  private void flow() {
    elements(SUPPORTED, "", "definitions", "extensionElements", "incoming", "outgoing");
    elements(SUPPORTED, "one or several in a file; one not executable is left out", "process");
    elements(SUPPORTED, "", "sequenceFlow");
    elements(SUPPORTED, "on the ways out of an exclusive gateway", "conditionExpression");
    elements(SUPPORTED, "passes through", "task", "manualTask");
    elements(SUPPORTED, AS_JOB, "serviceTask", "sendTask");
    elements(SUPPORTED, "a decision, or a job", "businessRuleTask");
    elements(SUPPORTED, "an expression in zeebe:script; not as a job", "scriptTask");
    elements(SUPPORTED, "with zeebe:userTask; not as a job", "userTask");
    elements(SUPPORTED, "", "receiveTask", "message", "error");
    elements(SUPPORTED, "", "exclusiveGateway", "parallelGateway", "eventBasedGateway");
    elements(SUPPORTED, "embedded, or triggered by an event", "subProcess");
    elements(SUPPORTED, "one after the other", "multiInstanceLoopCharacteristics");
    elements(SUPPORTED, "", "completionCondition");
  }

  private void events() {
    elements(
        SUPPORTED,
        "as listed below",
        "startEvent",
        "intermediateCatchEvent",
        "boundaryEvent",
        "intermediateThrowEvent",
        "endEvent",
        "messageEventDefinition",
        "timerEventDefinition",
        "errorEventDefinition",
        "terminateEventDefinition");
    elements(SUPPORTED, "ISO 8601, or an expression", "timeDate", "timeDuration");
    elements(SUPPORTED, "ISO 8601, or an expression; no cron expression", "timeCycle");
    elements(REFUSED, "use a message", "signal", "signalEventDefinition");
    elements(REFUSED, "use an error or a message", "escalation", "escalationEventDefinition");
    elements(REFUSED, "model the way back", "compensateEventDefinition");
    elements(REFUSED, "draw the sequence flow", "linkEventDefinition");
    elements(REFUSED, "use a message", "conditionalEventDefinition", "condition");
    elements(REFUSED, "there are no transactions", "cancelEventDefinition");
    elements(REFUSED, "put the definition into the event", "eventDefinitionRef");

    event(EventPlace.PROCESS_START, EventPlace.NONE, SUPPORTED, "at most one, and no timer beside");
    event(EventPlace.PROCESS_START, "message", SUPPORTED, "");
    event(EventPlace.PROCESS_START, "timer", SUPPORTED, "date or cycle; at most one");
    event(EventPlace.SUB_PROCESS_START, EventPlace.NONE, SUPPORTED, "exactly one");
    event(EventPlace.EVENT_START, "message", SUPPORTED, "");
    event(EventPlace.EVENT_START, "timer", SUPPORTED, "date or duration");
    event(EventPlace.EVENT_START, "error", SUPPORTED, "");
    event(EventPlace.EVENT_START_BESIDE, "message", SUPPORTED, "");
    event(EventPlace.EVENT_START_BESIDE, "timer", SUPPORTED, "");
    event(EventPlace.EVENT_START_BESIDE, "error", REFUSED, "an error always interrupts");
    event(EventPlace.CATCH, "message", SUPPORTED, "");
    event(EventPlace.CATCH, "timer", SUPPORTED, "date or duration");
    event(EventPlace.BOUNDARY, "message", SUPPORTED, "");
    event(EventPlace.BOUNDARY, "timer", SUPPORTED, "date or duration");
    event(EventPlace.BOUNDARY, "error", SUPPORTED, "");
    event(EventPlace.BOUNDARY_BESIDE, "message", SUPPORTED, "");
    event(EventPlace.BOUNDARY_BESIDE, "timer", SUPPORTED, "");
    event(EventPlace.BOUNDARY_BESIDE, "error", REFUSED, "an error always interrupts");
    event(EventPlace.THROW, EventPlace.NONE, SUPPORTED, "passes through");
    event(EventPlace.THROW, "message", SUPPORTED, AS_JOB);
    event(EventPlace.END, EventPlace.NONE, SUPPORTED, "");
    event(EventPlace.END, "message", SUPPORTED, AS_JOB);
    event(EventPlace.END, "error", SUPPORTED, "");
    event(EventPlace.END, "terminate", SUPPORTED, "");
    for (var place : EventPlace.values()) {
      for (var definition :
          List.of("signal", "escalation", "compensate", "link", "conditional", "cancel")) {
        event(place, definition, REFUSED, note(definition + "EventDefinition"));
      }
      for (var definition : List.of(EventPlace.NONE, "message", "timer", "error", "terminate")) {
        if (row(Kind.EVENT, place.with(definition)) == null) {
          event(place, definition, REFUSED, "there is no such event");
        }
      }
    }
  }

  private void drawings() {
    elements(WITHOUT_EFFECT, "", "documentation");
    elements(
        WITHOUT_EFFECT,
        "drawn",
        "collaboration",
        "participant",
        "participantMultiplicity",
        "messageFlow",
        "laneSet",
        "childLaneSet",
        "lane",
        "flowNodeRef",
        "textAnnotation",
        "text",
        "association",
        "group",
        "category",
        "categoryValue",
        "dataObject",
        "dataObjectReference",
        "dataStore",
        "dataStoreReference",
        "dataState",
        "dataInputAssociation",
        "dataOutputAssociation",
        "sourceRef",
        "targetRef",
        "property");
  }

  private void refusedElements() {
    elements(REFUSED, "use exclusive and parallel gateways", "inclusiveGateway");
    elements(REFUSED, "Camunda 8 has none either", "complexGateway", "activationCondition");
    elements(REFUSED, "use messages between processes", "callActivity");
    elements(REFUSED, "use a sub-process", "adHocSubProcess");
    elements(REFUSED, "Camunda 8 has none either", "transaction");
    elements(
        REFUSED,
        "what is repeated is told by zeebe:loopCharacteristics",
        "loopCardinality",
        "loopDataInputRef",
        "loopDataOutputRef",
        "inputDataItem",
        "outputDataItem",
        "complexBehaviorDefinition",
        "standardLoopCharacteristics",
        "loopCondition");
    elements(REFUSED, "a script is told by zeebe:script", "script");
    elements(
        REFUSED,
        "who does a user task is told by zeebe:assignmentDefinition",
        "performer",
        "humanPerformer",
        "potentialOwner",
        "resourceRole",
        "resourceRef",
        "resource",
        "resourceParameter",
        "resourceParameterBinding",
        "resourceAssignmentExpression",
        "formalExpression",
        "expression",
        "rendering");
    elements(
        REFUSED,
        "correlation keys are told by zeebe:subscription",
        "correlationKey",
        "correlationProperty",
        "correlationPropertyRef",
        "correlationPropertyBinding",
        "correlationPropertyRetrievalExpression",
        "correlationSubscription",
        "messagePath",
        "dataPath");
    elements(
        REFUSED,
        "values are mapped by zeebe:ioMapping",
        "ioSpecification",
        "ioBinding",
        "dataInput",
        "dataOutput",
        "inputSet",
        "outputSet",
        "dataInputRefs",
        "dataOutputRefs",
        "inputSetRefs",
        "outputSetRefs",
        "optionalInputRefs",
        "optionalOutputRefs",
        "whileExecutingInputRefs",
        "whileExecutingOutputRefs",
        "dataAssociation",
        "assignment",
        "from",
        "to",
        "transformation",
        "itemDefinition");
    elements(
        REFUSED,
        "what a task does is told by zeebe:taskDefinition",
        "interface",
        "interfaceRef",
        "supportedInterfaceRef",
        "operation",
        "operationRef",
        "inMessageRef",
        "outMessageRef",
        "errorRef",
        "endPoint",
        "endPointRef");
    elements(REFUSED, "a file stands for itself", "import");
    elements(
        REFUSED,
        "the modelers for Camunda 8 have none either",
        "auditing",
        "monitoring",
        "extension",
        "relationship",
        "source",
        "target",
        "supports",
        "callableElement",
        "categoryValueRef",
        "partitionElement",
        "participantRef",
        "participantAssociation",
        "innerParticipantRef",
        "outerParticipantRef",
        "messageFlowRef",
        "messageFlowAssociation",
        "partnerEntity",
        "partnerRole",
        "conversation",
        "subConversation",
        "callConversation",
        "globalConversation",
        "conversationNode",
        "conversationLink",
        "conversationAssociation",
        "choreography",
        "choreographyRef",
        "choreographyTask",
        "callChoreography",
        "subChoreography",
        "globalChoreographyTask",
        "globalTask",
        "globalUserTask",
        "globalManualTask",
        "globalScriptTask",
        "globalBusinessRuleTask",
        "implicitThrowEvent");
  }

  private void attributes() {
    attribute(ANY, "isForCompensation", "false", note("compensateEventDefinition"));
    attribute(ANY, "startQuantity", "1", "");
    attribute(ANY, "completionQuantity", "1", "");
    attribute(ANY, "parallelMultiple", "false", "");
    attribute("receiveTask", "instantiate", "false", "use a message start event");
    attribute("eventBasedGateway", "instantiate", "false", "use message start events");
    attribute("eventBasedGateway", "eventGatewayType", "Exclusive", "");
    attribute("multiInstanceLoopCharacteristics", "behavior", "All", "");
    attribute("conditionExpression", "language", "feel", "");
    attribute(
        "multiInstanceLoopCharacteristics", "isSequential", "true", "one after the other only");
    for (var reference : List.of("oneBehaviorEventRef", "noneBehaviorEventRef")) {
      add(Kind.ATTRIBUTE, "multiInstanceLoopCharacteristics@" + reference, REFUSED, "");
    }
  }

  private void jobs() {
    var jobs =
        Set.of("serviceTask", "sendTask", "businessRuleTask", "endEvent", "intermediateThrowEvent");
    extension("taskDefinition", SUPPORTED, "", jobs, "type", "retries");
    extension(
        "taskHeaders",
        SUPPORTED,
        "",
        Set.of(
            "serviceTask",
            "sendTask",
            "businessRuleTask",
            "endEvent",
            "intermediateThrowEvent",
            "userTask"));
    extension("header", SUPPORTED, "", Set.of("taskHeaders"), "key", "value");
    var decision = Set.of("businessRuleTask");
    extension("calledDecision", SUPPORTED, "", decision, "decisionId", "resultVariable");
    bound("calledDecision");
    extension("script", SUPPORTED, "", Set.of("scriptTask"), "expression", "resultVariable");
    extension("subscription", SUPPORTED, "", Set.of("message"), "correlationKey");
    extension(
        "loopCharacteristics",
        SUPPORTED,
        "",
        Set.of("multiInstanceLoopCharacteristics"),
        "inputCollection",
        "inputElement",
        "outputCollection",
        "outputElement");
    extension("versionTag", SUPPORTED, "of a process", Set.of("process"), "value");
  }

  private void mappings() {
    extension(
        "ioMapping",
        SUPPORTED,
        "not on gateways",
        Set.of(
            "task",
            "manualTask",
            "serviceTask",
            "sendTask",
            "receiveTask",
            "userTask",
            "scriptTask",
            "businessRuleTask",
            "subProcess",
            "startEvent",
            "intermediateCatchEvent",
            "boundaryEvent",
            "intermediateThrowEvent",
            "endEvent"));
    var mapping = Set.of("ioMapping");
    extension("input", SUPPORTED, "not on start and boundary events", mapping, "source", "target");
    extension("output", SUPPORTED, "", mapping, "source", "target");
  }

  private void userTasks() {
    var task = Set.of("userTask");
    extension("userTask", SUPPORTED, "required on a user task", task);
    extension("formDefinition", SUPPORTED, "", task, "formId", "externalReference");
    bound("formDefinition");
    extensionAttribute("formDefinition", "formKey", REFUSED, "use formId");
    extension(
        "assignmentDefinition",
        SUPPORTED,
        "",
        task,
        "assignee",
        "candidateGroups",
        "candidateUsers");
    extension("taskSchedule", SUPPORTED, "", task, "dueDate", "followUpDate");
    extension("priorityDefinition", SUPPORTED, "", task, "priority");
  }

  private void refusedExtensions() {
    extension("properties", WITHOUT_EFFECT, "", Set.of());
    extension("property", WITHOUT_EFFECT, "", Set.of("properties"), "name", "value");
    for (var name : List.of("modelerTemplate", "modelerTemplateVersion", "modelerTemplateIcon")) {
      extensionAttribute(ANY, name, WITHOUT_EFFECT, "for the modeler");
    }
    var listener = "use a job before or after";
    refused("executionListeners", listener);
    refused("executionListener", listener, "eventType", "type", "retries");
    refused("taskListeners", listener);
    refused("taskListener", listener, "eventType", "type", "retries");
    refused("publishMessage", "publish it in a job", "correlationKey", "messageId", "timeToLive");
    refused(
        "calledElement",
        note("callActivity"),
        "processId",
        "propagateAllChildVariables",
        "propagateAllParentVariables",
        "bindingType",
        "versionTag");
    refused(
        "adHoc",
        note("adHocSubProcess"),
        "activeElementsCollection",
        "outputCollection",
        "outputElement");
    refused("userTaskForm", "a form is a file of its own", "id");
    var resource = "a worker brings its resources";
    refused("linkedResources", resource);
    refused(
        "linkedResource",
        resource,
        "resourceId",
        "bindingType",
        "resourceType",
        "versionTag",
        "linkName");
  }

  private String note(String element) {
    return row(Kind.ELEMENT, element).note;
  }

  private void elements(Verdict verdict, String note, String... names) {
    for (var name : names) {
      add(Kind.ELEMENT, name, verdict, note);
    }
  }

  private void event(EventPlace place, String definition, Verdict verdict, String note) {
    add(Kind.EVENT, place.with(definition), verdict, note);
  }

  private void attribute(String element, String name, String only, String note) {
    add(new Row(Kind.ATTRIBUTE, element + "@" + name, SUPPORTED, note, Set.of(), only));
  }

  private void extension(
      String name, Verdict verdict, String note, Set<String> hosts, String... attributes) {
    add(new Row(Kind.EXTENSION, name, verdict, note, hosts, null));
    for (var attribute : attributes) {
      extensionAttribute(name, attribute, verdict, verdict == REFUSED ? note : "");
    }
  }

  private void refused(String name, String note, String... attributes) {
    extension(name, REFUSED, note, Set.of(), attributes);
  }

  /** Of a form and a decision the latest version is taken, unless told otherwise. */
  private void bound(String element) {
    add(
        new Row(
            Kind.EXTENSION_ATTRIBUTE, element + "@bindingType", SUPPORTED, "", Set.of(), "latest"));
    extensionAttribute(element, "versionTag", REFUSED, "the latest version is taken");
  }

  private void extensionAttribute(String element, String name, Verdict verdict, String note) {
    add(Kind.EXTENSION_ATTRIBUTE, element + "@" + name, verdict, note);
  }

  private void add(Kind kind, String name, Verdict verdict, String note) {
    add(new Row(kind, name, verdict, note, Set.of(), null));
  }

  private void add(Row row) {
    var before = rows.computeIfAbsent(row.kind, kind -> new LinkedHashMap<>()).put(row.name, row);
    if (before != null) {
      throw new IllegalStateException("listed twice: " + before + ", " + row);
    }
  }
}
