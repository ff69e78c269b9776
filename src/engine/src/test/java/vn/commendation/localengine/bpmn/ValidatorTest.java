package vn.commendation.localengine.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.commendation.localengine.expression.Feel;

/** What is wrong with a model is said by element and reason, before anything is deployed. */
class ValidatorTest {

  private static final String MESSAGE =
      "<b:message id='M' name='told'><b:extensionElements><z:subscription"
          + " correlationKey='=key'/></b:extensionElements></b:message>";
  private static final String JOB =
      "<b:serviceTask id='It'><b:extensionElements><z:taskDefinition"
          + " type='work'/>%s</b:extensionElements></b:serviceTask>";

  private final Validator validator = new Validator(new Feel());

  private List<String> reasons(byte[] model) {
    return validator.check(model).problems().stream().map(Problem::toString).toList();
  }

  private static byte[] job(String extensions) {
    return Models.through("", JOB.formatted(extensions));
  }

  @Test
  void shouldAcceptASimpleProcess() {
    var checked = validator.check(job(""));

    assertThat(checked.problems()).isEmpty();
    assertThat(checked.model().element("It").job().type()).isEqualTo("work");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<a | not well-formed XML: XML document structures must start and end within the same entity.",
        "<a/> | it is no BPMN: its root is 'a'",
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a> | not well-formed XML: DOCTYPE is disallowed when the feature \"http://apache.org/xml/features/disallow-doctype-decl\" set to true.",
      })
  void shouldRefuseWhatIsNoBpmn(String text, String reason) {
    assertThat(reasons(text.getBytes(StandardCharsets.UTF_8))).containsExactly(reason);
  }

  @Test
  void shouldRefuseWhatTheSchemaForbids() {
    assertThat(reasons(Models.process("<b:task id='A' nam='x'/>")))
        .containsExactly(
            "it is no BPMN: Error: Line=4: cvc-complex-type.3.2.2: Attribute 'nam' is not allowed to"
                + " appear in element 'b:task'.");
    assertThat(reasons(Models.process("<b:task id='A'/><b:task id='A'/>")))
        .singleElement()
        .asString()
        .contains("multiple occurrences of ID value 'A'");
    assertThat(reasons(Models.process("<b:sequenceFlow id='F' sourceRef='A' targetRef='B'/>")))
        .singleElement()
        .asString()
        .contains("no ID/IDREF binding for IDREF 'A'");
  }

  @Test
  void shouldWantAProcessThatIsExecutable() {
    var model =
        new String(Models.process("<b:startEvent id='S'/>"), StandardCharsets.UTF_8)
            .replace("isExecutable=\"true\"", "isExecutable=\"false\"");

    assertThat(reasons(model.getBytes(StandardCharsets.UTF_8)))
        .containsExactly("Must contain at least one executable process");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<z:ioMapping><z:input source='=a +' target='b'/></z:ioMapping> | input: source: '=a +' is no expression of FEEL: failed to parse expression",
        "<z:ioMapping><z:input source='=a' target='b c'/></z:ioMapping> | input: target: 'b c' is no name of a variable",
        "<z:ioMapping><z:input source='=a' target='null'/></z:ioMapping> | input: target: 'null' is no name of a variable",
        "<z:ioMapping><z:output source='a' target='b'/></z:ioMapping> | output: source: 'a' must be an expression, which begins with an equals sign: '=a'",
        "<z:ioMapping><z:output source='=a'/></z:ioMapping> | output: target must be present and not empty",
      })
  void shouldLookAtMappings(String extension, String reason) {
    assertThat(reasons(job(extension)))
        .singleElement()
        .asString()
        .startsWith("element 'It' (serviceTask): " + reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "type=''| taskDefinition: Attribute 'type' must be present and not empty",
        "type='=' | taskDefinition: type: '=' is no expression of FEEL",
        "type='a' retries='many' | taskDefinition: retries: 'many' is neither a number nor an expression",
        "type='a' retries='-1' | taskDefinition: retries: '-1' is neither a number nor an expression",
        "type='a' retries='=1 +' | taskDefinition: retries: '=1 +' is no expression of FEEL",
      })
  void shouldLookAtTaskDefinitions(String attributes, String reason) {
    var task =
        "<b:sendTask id='It'><b:extensionElements><z:taskDefinition %s/></b:extensionElements></b:sendTask>";

    assertThat(reasons(Models.through("", task.formatted(attributes))))
        .singleElement()
        .asString()
        .startsWith("element 'It' (sendTask): " + reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<b:serviceTask id='It'/> | Must have exactly one 'zeebe:taskDefinition' extension element",
        "<b:sendTask id='It'/> | Must have either one 'zeebe:publishMessage' or one 'zeebe:taskDefinition' extension element",
        "<b:businessRuleTask id='It'/> | Must have either one 'zeebe:calledDecision' or one 'zeebe:taskDefinition' extension element",
        "<b:scriptTask id='It'/> | Must have either one 'zeebe:script' or one 'zeebe:taskDefinition' extension element",
        "<b:userTask id='It'/> | a user task done by job workers is not supported: it needs zeebe:userTask",
        "<b:receiveTask id='It'/> | Must reference a message",
        "<b:receiveTask id='It' messageRef='Nothing'/> | refers to the message 'Nothing', which is not in the file",
        "<b:intermediateCatchEvent id='It'><b:timerEventDefinition id='T'/></b:intermediateCatchEvent> | timerEventDefinition: Must be exactly one type of timer: timeDuration, timeDate or timeCycle",
      })
  void shouldWantWhatAnElementNeeds(String element, String reason) {
    assertThat(reasons(Models.through("", element)))
        .contains("element 'It' (" + type(element) + "): " + reason);
  }

  private static String type(String element) {
    return element.substring(3, element.indexOf(' '));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<z:taskSchedule dueDate='tomorrow'/> | taskSchedule: dueDate: 'tomorrow' is neither a date and time with its offset nor an expression",
        "<z:taskSchedule followUpDate='2026-11-30T08:00:00'/> | taskSchedule: followUpDate: '2026-11-30T08:00:00' is neither a date and time with its offset nor an expression",
        "<z:priorityDefinition priority='101'/> | priorityDefinition: priority: '101' is neither a number between 0 and 100 nor an expression",
        "<z:priorityDefinition priority='high'/> | priorityDefinition: priority: 'high' is neither a number between 0 and 100 nor an expression",
        "<z:assignmentDefinition assignee='=who +'/> | assignmentDefinition: assignee: '=who +' is no expression of FEEL",
        "<z:assignmentDefinition candidateGroups='=[1'/> | assignmentDefinition: candidateGroups: '=[1' is no expression of FEEL",
        "<z:formDefinition formId='=which'/> | formDefinition: formId: '=which' must not be an expression",
        "<z:formDefinition/> | formDefinition: Exactly one of the attributes 'formId, externalReference' must be present and not blank for native user tasks",
        "<z:formDefinition formId='a' externalReference='b'/> | formDefinition: Exactly one of the attributes 'formId, externalReference' must be present and not blank for native user tasks",
      })
  void shouldLookAtUserTasks(String extension, String reason) {
    var task =
        "<b:userTask id='It'><b:extensionElements><z:userTask/>%s</b:extensionElements></b:userTask>";

    assertThat(reasons(Models.through("", task.formatted(extension))))
        .singleElement()
        .asString()
        .startsWith("element 'It' (userTask): " + reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "inputCollection='list' | loopCharacteristics: inputCollection: 'list' must be an expression",
        "inputCollection='' | loopCharacteristics: Attribute 'inputCollection' must be present and not empty",
        "inputCollection='=list' inputElement='a b' | loopCharacteristics: inputElement: 'a b' is no name of a variable",
        "inputCollection='=list' outputCollection='results' | loopCharacteristics: Attribute 'outputElement' must be present if the attribute 'outputCollection' is set",
        "inputCollection='=list' outputCollection='results' outputElement='result' | loopCharacteristics: outputElement: 'result' must be an expression",
      })
  void shouldLookAtMultiInstances(String attributes, String reason) {
    var task =
        "<b:task id='It'><b:multiInstanceLoopCharacteristics isSequential='true'><b:extensionElements><z:loopCharacteristics %s/></b:extensionElements></b:multiInstanceLoopCharacteristics></b:task>";

    assertThat(reasons(Models.through("", task.formatted(attributes))))
        .singleElement()
        .asString()
        .startsWith("element 'It' (task): " + reason);
  }

  @Test
  void shouldRefuseParallelMultiInstances() {
    var task =
        "<b:task id='It'><b:multiInstanceLoopCharacteristics><b:extensionElements><z:loopCharacteristics inputCollection='=list'/></b:extensionElements></b:multiInstanceLoopCharacteristics></b:task>";

    assertThat(reasons(Models.through("", task)))
        .containsExactly(
            "element 'It' (task): a parallel multi-instance activity is not supported: one after"
                + " the other only");
  }

  @Test
  void shouldWantSubscriptionsOfMessagesThatAreWaitedFor() {
    var message = "<b:message id='M' name='told'/>";
    var waits =
        "<b:intermediateCatchEvent id='It'><b:messageEventDefinition id='By' messageRef='M'/></b:intermediateCatchEvent>";

    assertThat(reasons(Models.through(message, waits)))
        .containsExactly(
            "element 'M' (message): Must have exactly one zeebe:subscription extension element"
                + " (used by 'It')");
    assertThat(reasons(Models.through(MESSAGE.replace("=key", "key"), waits)))
        .containsExactly(
            "element 'M' (message): subscription: correlationKey: 'key' must be an expression, which"
                + " begins with an equals sign: '=key' (used by 'It')");
    assertThat(reasons(Models.through(MESSAGE.replace("name='told'", ""), waits)))
        .contains("element 'M' (message): Name must be present and not empty (used by 'It')");
    assertThat(reasons(Models.through("", waits)))
        .contains(
            "element 'It' (intermediateCatchEvent): refers to the message 'M', which is not in the"
                + " file");
    assertThat(reasons(Models.through(MESSAGE, waits))).isEmpty();
  }

  @Test
  void shouldEvaluateTheNameOfAStartMessage() {
    var start =
        "<b:startEvent id='S'><b:messageEventDefinition id='By' messageRef='M'/></b:startEvent><b:sequenceFlow id='F' sourceRef='S' targetRef='E'/><b:endEvent id='E'/>";

    assertThat(reasons(Models.process("<b:message id='M' name='=&quot;a&quot;'/>", start)))
        .isEmpty();
    assertThat(reasons(Models.process("<b:message id='M' name='=unknown'/>", start)))
        .singleElement()
        .asString()
        .startsWith(
            "element 'S' (startEvent): name of its message: Expected result of the expression"
                + " 'unknown' to be 'STRING', but was 'NULL'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<b:timeDate>2026-11-30</b:timeDate> | timeDate: '2026-11-30' is not of ISO 8601",
        "<b:timeDuration>5 minutes</b:timeDuration> | timeDuration: '5 minutes' is not of ISO 8601",
        "<b:timeDuration>=a +</b:timeDuration> | timeDuration: '=a +' is no expression of FEEL",
        "<b:timeCycle>R3/PT1H</b:timeCycle> | timeCycle: a boundary event, interrupting may have no such timer",
      })
  void shouldLookAtTimers(String time, String reason) {
    var event =
        "<b:boundaryEvent id='B' attachedToRef='It'><b:timerEventDefinition id='T'>%s</b:timerEventDefinition></b:boundaryEvent>";

    assertThat(reasons(Models.through("", JOB.formatted("") + event.formatted(time))))
        .anySatisfy(
            problem -> assertThat(problem).startsWith("element 'B' (boundaryEvent): " + reason));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<b:timeCycle>R3/1 hour</b:timeCycle> | timeCycle: 'R3/1 hour' is not of ISO 8601",
        "<b:timeCycle>0 0 9-17 * * MON-FRI</b:timeCycle> | timeCycle: '0 0 9-17 * * MON-FRI' is not of ISO 8601",
        "<b:timeDuration>PT1H</b:timeDuration> | timeDuration: a start event of a process may have no such timer",
        "<b:timeDate>=deadline</b:timeDate> | timeDate: 'null' is not of ISO 8601",
        "<b:timeDate>=2</b:timeDate> | timeDate: '2' is not of ISO 8601",
      })
  void shouldLookAtTimersThatStart(String time, String reason) {
    var start =
        "<b:startEvent id='S'><b:timerEventDefinition id='T'>%s</b:timerEventDefinition></b:startEvent><b:sequenceFlow id='F' sourceRef='S' targetRef='E'/><b:endEvent id='E'/>";

    assertThat(reasons(Models.process(start.formatted(time))))
        .singleElement()
        .asString()
        .startsWith("element 'S' (startEvent): " + reason);
  }

  @Test
  void shouldLookAtGateways() {
    var gateway =
        """
        <b:exclusiveGateway id='It' %s><b:outgoing>Out</b:outgoing><b:outgoing>Other</b:outgoing></b:exclusiveGateway>
        <b:sequenceFlow id='Other' sourceRef='It' targetRef='End'>%s</b:sequenceFlow>
        """;

    assertThat(reasons(Models.through("", gateway.formatted("", ""))))
        .containsExactlyInAnyOrder(
            "element 'Out' (sequenceFlow): Must have a condition or be default flow",
            "element 'Other' (sequenceFlow): Must have a condition or be default flow");
    assertThat(
            reasons(
                Models.through(
                    "",
                    gateway.formatted(
                        "default='Out'", "<b:conditionExpression>yes</b:conditionExpression>"))))
        .containsExactly(
            "element 'Other' (sequenceFlow): conditionExpression: 'yes' must be an expression,"
                + " which begins with an equals sign: '=yes'");
    assertThat(
            reasons(
                Models.through(
                    "",
                    gateway.formatted(
                        "default='In'", "<b:conditionExpression>=yes</b:conditionExpression>"))))
        .contains("element 'It' (exclusiveGateway): Default flow must start at gateway");
    assertThat(
            reasons(
                Models.through(
                    "",
                    gateway.formatted(
                        "default='Out'", "<b:conditionExpression>=yes</b:conditionExpression>"))))
        .isEmpty();
  }

  @Test
  void shouldRefuseConditionsElsewhere() {
    var task =
        "<b:task id='It'><b:outgoing>Other</b:outgoing></b:task><b:sequenceFlow id='Other' sourceRef='It' targetRef='End'><b:conditionExpression>=yes</b:conditionExpression></b:sequenceFlow>";

    assertThat(reasons(Models.through("", task)))
        .containsExactly(
            "element 'It' (task): Conditional sequence flows are only supported at exclusive or"
                + " inclusive gateway");
  }

  @Test
  void shouldRefuseWhatFollowsAnEventBasedGateway() {
    var gateway =
        """
        <b:eventBasedGateway id='It'><b:outgoing>Out</b:outgoing><b:outgoing>ToTask</b:outgoing></b:eventBasedGateway>
        <b:sequenceFlow id='ToTask' sourceRef='It' targetRef='T'/><b:task id='T'><b:incoming>ToTask</b:incoming></b:task>
        """;

    assertThat(reasons(Models.through("", gateway)))
        .contains(
            "element 'It' (eventBasedGateway): Event-based gateway must not have an outgoing"
                + " sequence flow to other elements than message/timer/signal intermediate catch"
                + " events.");
  }

  @Test
  void shouldRefuseTheSameErrorCaughtTwice() {
    var error = "<b:error id='E1' errorCode='e'/>";
    var catching =
        "<b:boundaryEvent id='%1$s' attachedToRef='It'><b:errorEventDefinition id='By%1$s' %2$s/></b:boundaryEvent>";

    assertThat(
            reasons(
                Models.through(
                    error,
                    JOB.formatted("")
                        + catching.formatted("A", "errorRef='E1'")
                        + catching.formatted("B", "errorRef='E1'"))))
        .isNotEmpty()
        .allSatisfy(problem -> assertThat(problem).contains("error code 'e'"));
    assertThat(
            reasons(
                Models.through(
                    "",
                    JOB.formatted("") + catching.formatted("A", "") + catching.formatted("B", ""))))
        .isNotEmpty();
    assertThat(
            reasons(
                Models.through(
                    error,
                    JOB.formatted("")
                        + catching.formatted("A", "errorRef='E1'")
                        + catching.formatted("B", ""))))
        .isEmpty();
    assertThat(
            reasons(
                Models.through(
                    "<b:error id='E1' errorCode='=code'/>",
                    JOB.formatted("") + catching.formatted("A", "errorRef='E1'"))))
        .containsExactly(
            "element 'A' (boundaryEvent): errorEventDefinition: The errorCode of the error catch"
                + " event is not allowed to be an expression");
  }

  @Test
  void shouldRefuseWhatIsNotConnectedAsItMust() {
    assertThat(
            reasons(
                Models.through(
                    "",
                    "<b:subProcess id='It'><b:startEvent id='A'/><b:task id='B'/></b:subProcess><b:sequenceFlow id='Across' sourceRef='Start' targetRef='B'/>")))
        .contains(
            "element 'Across' (sequenceFlow): targetRef 'B' is not in the same process or"
                + " sub-process");
    assertThat(
            reasons(
                Models.through(
                    "",
                    "<b:task id='It'/><b:sequenceFlow id='Back' sourceRef='It' targetRef='Start'/>")))
        .containsExactly("element 'Back' (sequenceFlow): nothing comes before a start event");
    assertThat(
            reasons(
                Models.through(
                    "",
                    "<b:subProcess id='It' triggeredByEvent='true'><b:startEvent id='A'><b:errorEventDefinition id='By'/></b:startEvent></b:subProcess>")))
        .contains(
            "element 'In' (sequenceFlow): an event sub-process is started by its event, and"
                + " followed by nothing");
  }

  @Test
  void shouldLookAtFlowsThatTheirElementsDoNotList() {
    var gateway =
        "<b:exclusiveGateway id='It'/><b:sequenceFlow id='Other' sourceRef='It' targetRef='End'/>";
    assertThat(reasons(Models.through("", gateway)))
        .containsExactlyInAnyOrder(
            "element 'Out' (sequenceFlow): must have a condition or be the default flow",
            "element 'Other' (sequenceFlow): must have a condition or be the default flow");

    var conditional =
        "<b:sequenceFlow id='Other' sourceRef='It' targetRef='End'><b:conditionExpression>=yes</b:conditionExpression></b:sequenceFlow>";
    assertThat(reasons(Models.through("", "<b:task id='It'/>" + conditional)))
        .containsExactly(
            "element 'Other' (sequenceFlow): conditions are only supported at an exclusive gateway");
    assertThat(
            reasons(
                Models.through(
                    "",
                    "<b:task id='It'/><b:sequenceFlow id='Other' sourceRef='End' targetRef='It'/>")))
        .containsExactly("element 'Other' (sequenceFlow): nothing follows an end event");
    var boundary =
        "<b:boundaryEvent id='B' attachedToRef='It'><b:errorEventDefinition id='By'/></b:boundaryEvent><b:sequenceFlow id='Other' sourceRef='It' targetRef='B'/>";
    assertThat(reasons(Models.through("", JOB.formatted("") + boundary)))
        .containsExactly("element 'Other' (sequenceFlow): nothing comes before a boundary event");
  }

  @Test
  void shouldRefuseReferencesToOtherKinds() {
    assertThat(
            reasons(
                Models.process(
                    "<b:startEvent id='S'/><b:task id='T' default='S'/><b:sequenceFlow id='F' sourceRef='S' targetRef='P'/><b:boundaryEvent id='B' attachedToRef='S'><b:messageEventDefinition messageRef='T'/></b:boundaryEvent>")))
        .containsExactlyInAnyOrder(
            "element 'T' (task): its default 'S' is no sequence flow",
            "element 'F' (sequenceFlow): targetRef 'P' is nothing that it can refer to",
            "element 'B' (boundaryEvent): attachedToRef 'S' is nothing that it can refer to",
            "element 'B' (boundaryEvent): refers to the message 'T', which is not in the file");
  }

  @Test
  void shouldRefuseDefinitionsOfEventsByThemselves() {
    assertThat(reasons(Models.process("<b:messageEventDefinition id='It'/>", "")))
        .containsExactly(
            "element 'It' (messageEventDefinition): 'messageEventDefinition' is not supported"
                + " outside of an event");
  }

  @Test
  void shouldRefuseElementsOfBpmnWithinExtensions() {
    assertThat(
            reasons(
                Models.process(
                    "<b:task id='It'><b:extensionElements><z:properties><b:message/></z:properties></b:extensionElements></b:task>")))
        .containsExactly("element 'It' (task): 'message' is not supported in 'z:properties'");
  }

  @Test
  void shouldWantOneStartOfASubProcess() {
    assertThat(reasons(Models.through("", "<b:subProcess id='It'><b:task id='A'/></b:subProcess>")))
        .containsExactly("element 'It' (subProcess): Must have exactly one start event");
    assertThat(reasons(Models.process("<b:task id='A'/>")))
        .containsExactly("element 'P' (process): Must have at least one start event");
    assertThat(reasons(Models.process("<b:startEvent id='A'/><b:startEvent id='B'/>")))
        .contains("element 'P' (process): Multiple none start events are not allowed");
  }

  @Test
  void shouldRefuseALoopThatNeverWaits() {
    var loop =
        """
        <b:exclusiveGateway id='It' default='Out'><b:outgoing>Out</b:outgoing><b:outgoing>Again</b:outgoing></b:exclusiveGateway>
        <b:sequenceFlow id='Again' sourceRef='It' targetRef='T'><b:conditionExpression>=again</b:conditionExpression></b:sequenceFlow>
        %s<b:sequenceFlow id='Back' sourceRef='T' targetRef='It'/>
        """;

    assertThat(reasons(Models.through("", loop.formatted("<b:task id='T'/>"))))
        .containsExactly(
            "element 'P' (process): a loop that never waits is not allowed: It > T > It");
    assertThat(
            reasons(
                Models.through("", loop.formatted(JOB.formatted("").replace("id='It'", "id='T'")))))
        .isEmpty();
  }

  @Test
  void shouldRefuseNamesThatAreTooLong() {
    var id = "A".repeat(256);

    assertThat(
            reasons(
                Models.process(
                    "<b:startEvent id='S'/><b:sequenceFlow id='F' sourceRef='S' targetRef='%1$s'/><b:endEvent id='%1$s'/>"
                        .formatted(id))))
        .containsExactly("element '" + id + "' (endEvent): id is longer than 255 characters");
  }

  @Test
  void shouldSayAllThatIsWrongAtOnce() {
    assertThat(
            reasons(
                Models.through(
                    "",
                    JOB.formatted("<z:ioMapping><z:output source='a' target='b c'/></z:ioMapping>")
                        + "<b:userTask id='U'/>")))
        .hasSize(3);
  }
}
