package vn.commendation.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.camunda.client.annotation.JobWorker;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.BpmnModelElementInstance;
import io.camunda.zeebe.model.bpmn.instance.BusinessRuleTask;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.Error;
import io.camunda.zeebe.model.bpmn.instance.ErrorEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeAssignmentDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledDecision;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeHeader;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeInput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeOutput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeSubscription;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskHeaders;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeUserTask;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathNodes;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import vn.commendation.nomination.NominationStatus;

/** The models, their forms and the code name the same things. */
class ModelContractTest {

  private static final String WORD = "[a-z]+(-[a-z]+)*";
  private static final String PLATFORM_VERSION = "8.8.0";
  private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]+)\"");
  private static final String GENERATED_ID = "[A-Za-z]+_[0-9a-z]{6,}(_di)?";

  private final List<Model> models = Model.all();
  private final List<JsonNode> forms =
      Model.resources("*.form").map(Model::text).map(ModelContractTest::json).toList();

  @Test
  void shouldHaveOneWorkerForEveryJobTypeAndNoOther() {
    var workers =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("vn.commendation")
                .stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(JobWorker.class))
                .map(ModelContractTest::jobType)
                .toList();

    assertThat(workers)
        .containsExactlyInAnyOrderElementsOf(
            all(ZeebeTaskDefinition.class)
                .map(ZeebeTaskDefinition::getType)
                .collect(Collectors.toSet()));
  }

  @Test
  void shouldNameJobTypesAfterTheirProcess() {
    for (var model : models) {
      var process = model.file().replace(".bpmn", "");
      assertThat(model.elements(ZeebeTaskDefinition.class))
          .as(model.file())
          .extracting(ZeebeTaskDefinition::getType)
          .allMatch(type -> type.matches(process + "\\." + WORD));
    }
  }

  @Test
  void shouldRetryEveryJob() {
    assertThat(Stream.concat(all(ServiceTask.class), outcomes(models.stream())))
        .allSatisfy(
            element ->
                assertThat(extension(element, ZeebeTaskDefinition.class).getRetries())
                    .as(element.getId())
                    .isEqualTo("5"));
  }

  @Test
  void shouldUseExactlyTheFormsThatExist() {
    var used =
        all(ZeebeFormDefinition.class)
            .map(ZeebeFormDefinition::getFormId)
            .collect(Collectors.toSet());

    assertThat(forms)
        .extracting(form -> form.path("id").asText())
        .containsExactlyInAnyOrderElementsOf(used);
    assertThat(Model.resources("*.form").map(form -> form.getFilename().replace(".form", "")))
        .containsExactlyInAnyOrderElementsOf(used);
  }

  @Test
  void shouldGiveEveryUserTaskAFormAndSomebodyToDoIt() {
    assertThat(all(UserTask.class))
        .allSatisfy(
            task -> {
              assertThat(extension(task, ZeebeUserTask.class)).as(task.getId()).isNotNull();
              assertThat(extension(task, ZeebeFormDefinition.class)).as(task.getId()).isNotNull();
              var assignment = extension(task, ZeebeAssignmentDefinition.class);
              assertThat(assignment).as(task.getId()).isNotNull();
              assertThat(Stream.of(assignment.getAssignee(), assignment.getCandidateGroups()))
                  .as(task.getId())
                  .anyMatch(Objects::nonNull);
            });
  }

  @Test
  void shouldHaveEveryCompletedUserTaskRecordedByAWorker() {
    assertThat(all(UserTask.class))
        .allSatisfy(
            task ->
                assertThat(task.getOutgoing())
                    .as(task.getId())
                    .extracting(SequenceFlow::getTarget)
                    .singleElement()
                    .satisfies(
                        next -> {
                          assertThat(next).isInstanceOf(ServiceTask.class);
                          assertThat(extension(next, ZeebeTaskDefinition.class).getType())
                              .contains(".record-");
                        }));
  }

  @Test
  void shouldReturnEveryDeniedDecisionToItsUserTask() {
    assertThat(all(UserTask.class))
        .allSatisfy(
            task -> {
              var recording = task.getOutgoing().iterator().next().getTarget();
              assertThat(all(BoundaryEvent.class))
                  .as(task.getId())
                  .filteredOn(event -> event.getAttachedTo().equals(recording))
                  .flatExtracting(FlowNode::getOutgoing)
                  .extracting(SequenceFlow::getTarget)
                  .containsExactly(task);
            });
  }

  @Test
  void shouldDeclareAndUseEveryMessage() {
    for (var model : models) {
      var used =
          model.elements(MessageEventDefinition.class).stream()
              .filter(definition -> !(definition.getParentElement() instanceof EndEvent))
              .map(MessageEventDefinition::getMessage)
              .toList();
      assertThat(model.elements(Message.class))
          .as(model.file())
          .hasSameElementsAs(used)
          .allMatch(message -> message.getName().matches(WORD))
          .extracting(Message::getName)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void shouldDeclareAndUseEveryError() {
    for (var model : models) {
      var used =
          model.elements(ErrorEventDefinition.class).stream()
              .map(ErrorEventDefinition::getError)
              .toList();
      assertThat(model.elements(Error.class))
          .as(model.file())
          .hasSameElementsAs(used)
          .allMatch(error -> error.getErrorCode().matches("[a-z]+\\." + WORD))
          .extracting(Error::getErrorCode)
          .doesNotHaveDuplicates();
    }
  }

  /** Only the start of a process knows no instance yet to correlate with. */
  @Test
  void shouldCorrelateEveryMessageButTheFirst() {
    assertThat(all(MessageEventDefinition.class))
        .filteredOn(definition -> definition.getMessage() != null)
        .allSatisfy(
            definition ->
                assertThat(
                        definition.getMessage().getSingleExtensionElement(ZeebeSubscription.class))
                    .as(definition.getId())
                    .matches(subscription -> startsProcess(definition) == (subscription == null)));
  }

  @Test
  void shouldCallExactlyTheDecisionsThatExist() {
    var called =
        all(ZeebeCalledDecision.class)
            .map(ZeebeCalledDecision::getDecisionId)
            .collect(Collectors.toSet());

    assertThat(decisions("//*[local-name()='decision']/@id")).containsAll(called);
    assertThat(decisions("//*[local-name()='decision']/@id"))
        .filteredOn(id -> !called.contains(id))
        .isSubsetOf(
            decisions("//*[local-name()='requiredDecision']/@href")
                .map(href -> href.substring(1))
                .toList());
  }

  @Test
  void shouldKeepWhatEveryDecisionAnswers() {
    assertThat(all(BusinessRuleTask.class))
        .allSatisfy(
            task ->
                assertThat(extension(task, ZeebeCalledDecision.class).getResultVariable())
                    .as(task.getId())
                    .isNotBlank());
  }

  @Test
  void shouldEndOnceInEveryEndedStatus() {
    var ended = Arrays.stream(NominationStatus.values()).filter(NominationStatus::ended).toList();

    assertThat(
            outcomes(Stream.of(nomination()))
                .collect(
                    Collectors.toMap(
                        FlowNode::getId, end -> NominationStatus.valueOf(outcome(end)))))
        .containsExactlyInAnyOrderEntriesOf(
            ended.stream().collect(Collectors.toMap(NominationStatus::element, s -> s)));
  }

  @Test
  void shouldKnowTheElementWhereACaseStands() {
    assertThat(NominationStatus.values())
        .extracting(NominationStatus::element)
        .filteredOn(Objects::nonNull)
        .isSubsetOf(nomination().elements(FlowNode.class).stream().map(FlowNode::getId).toList());
  }

  @Test
  void shouldNameEverythingAnOfficialSees() {
    var decisions =
        all(ExclusiveGateway.class)
            .flatMap(gateway -> gateway.getOutgoing().stream())
            .map(SequenceFlow::getName);

    assertThat(Stream.concat(all(FlowNode.class).map(FlowNode::getName), decisions))
        .allMatch(name -> name != null && !name.isBlank());
    assertThat(all(ExclusiveGateway.class))
        .extracting(FlowNode::getName)
        .allMatch(name -> name.endsWith("?"));
  }

  @Test
  void shouldHaveReadableIds() {
    var inModels = models.stream().flatMap(model -> ID.matcher(model.text()).results());

    assertThat(inModels.map(match -> match.group(1))).noneMatch(id -> id.matches(GENERATED_ID));
    assertThat(forms.stream().flatMap(form -> form.findValuesAsText("id").stream()))
        .noneMatch(id -> id.matches(GENERATED_ID));
  }

  @Test
  void shouldKeepToTheOldestPlatformItRunsOn() {
    assertThat(models)
        .extracting(
            model ->
                model
                    .bpmn()
                    .getDefinitions()
                    .getAttributeValueNs(
                        "http://camunda.org/schema/modeler/1.0", "executionPlatformVersion"))
        .containsOnly(PLATFORM_VERSION);
    assertThat(forms)
        .extracting(form -> form.path("executionPlatformVersion").asText())
        .containsOnly(PLATFORM_VERSION);
  }

  @Test
  void shouldAskForNothingButWhatTheTaskTakesOver() {
    for (var task : all(UserTask.class).toList()) {
      var form = form(extension(task, ZeebeFormDefinition.class).getFormId());
      var asked = asked(form).toList();
      var given =
          extension(task, ZeebeIoMapping.class).getInputs().stream()
              .map(ZeebeInput::getTarget)
              .toList();
      var taken =
          extension(task, ZeebeIoMapping.class).getOutputs().stream()
              .map(ZeebeOutput::getSource)
              .collect(Collectors.joining(" "));

      // what is asked is the task's own, and nothing of it is lost
      assertThat(given).as(task.getId()).containsAll(asked).doesNotHaveDuplicates();
      assertThat(asked).as(task.getId()).isNotEmpty().allMatch(taken::contains);
      // what else the task is given is shown, or tells it from others of the same element
      assertThat(given)
          .as(task.getId())
          .filteredOn(name -> !asked.contains(name) && !name.equals("objectionId"))
          .allMatch(form.toString()::contains);
    }
  }

  @Test
  void shouldShowEveryRowOfAListAndGiveBackWhoseItIs() {
    assertThat(forms.stream().flatMap(form -> form.findParents("isRepeating").stream()))
        .isNotEmpty()
        .allSatisfy(
            list -> {
              // a collapsed row is not given back
              assertThat(list.path("disableCollapse").asBoolean()).isTrue();
              assertThat(list.path("allowAddRemove").asBoolean(true)).isFalse();
              assertThat(list.path("components").findValuesAsText("key")).contains("itemId");
            });
  }

  @Test
  void shouldUseEveryIdAndKeyOfAFormOnce() {
    for (var form : forms) {
      var id = form.path("id").asText();
      var inside = form.path("components");
      assertThat(inside.findValuesAsText("id")).as(id).doesNotHaveDuplicates();
      assertThat(asked(form)).as(id).doesNotHaveDuplicates();
    }
  }

  private Model nomination() {
    return models.stream().filter(m -> m.file().equals("nomination.bpmn")).findAny().orElseThrow();
  }

  /** End events a worker carries out; the others end no process. */
  private static Stream<EndEvent> outcomes(Stream<Model> models) {
    return models
        .flatMap(model -> model.elements(EndEvent.class).stream())
        .filter(end -> !end.getEventDefinitions().isEmpty());
  }

  private static boolean startsProcess(MessageEventDefinition definition) {
    return definition.getParentElement() instanceof StartEvent start
        && start.getParentElement() instanceof Process;
  }

  private static Stream<String> decisions(String xpath) {
    return Model.resources("*.dmn")
        .flatMap(
            file -> {
              try {
                var found =
                    XPathFactory.newInstance()
                        .newXPath()
                        .evaluateExpression(
                            xpath, new InputSource(file.getInputStream()), XPathNodes.class);
                return StreamSupport.stream(found.spliterator(), false).map(Node::getNodeValue);
              } catch (IOException | XPathExpressionException e) {
                throw new IllegalArgumentException(file.getFilename(), e);
              }
            });
  }

  /** Names of what a form asks for: its open fields, and its lists as a whole. */
  private static Stream<String> asked(JsonNode component) {
    if (component.path("isRepeating").asBoolean()) {
      return Stream.of(component.path("path").asText());
    }
    if (component.has("key")) {
      return component.path("readonly").asBoolean()
          ? Stream.empty()
          : Stream.of(component.path("key").asText());
    }
    return StreamSupport.stream(component.path("components").spliterator(), false)
        .flatMap(ModelContractTest::asked);
  }

  private JsonNode form(String id) {
    return forms.stream().filter(f -> f.path("id").asText().equals(id)).findAny().orElseThrow();
  }

  private <T extends ModelElementInstance> Stream<T> all(Class<T> type) {
    return models.stream().flatMap(model -> model.elements(type).stream());
  }

  private static String outcome(EndEvent end) {
    return extension(end, ZeebeTaskHeaders.class).getHeaders().stream()
        .filter(header -> header.getKey().equals("outcome"))
        .map(ZeebeHeader::getValue)
        .findAny()
        .orElseThrow(() -> new AssertionError(end.getId() + " has no outcome"));
  }

  private static <T extends BpmnModelElementInstance> T extension(
      BaseElement element, Class<T> type) {
    return element.getSingleExtensionElement(type);
  }

  private static String jobType(JavaMethod method) {
    return method.getAnnotationOfType(JobWorker.class).type();
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
