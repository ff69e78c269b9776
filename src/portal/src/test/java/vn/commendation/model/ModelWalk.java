package vn.commendation.model;

import static io.camunda.process.test.api.CamundaAssert.assertThatProcessInstance;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.api.search.response.Variable;
import io.camunda.process.test.api.CamundaAssert;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import io.camunda.process.test.api.CamundaProcessTestRuntimeMode;
import io.camunda.process.test.api.assertions.ProcessInstanceAssert;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.commendation.platform.ModelEngine;

/**
 * Walks the processes on the local engine; the test plays workers and people. Between tests Camunda
 * Process Test empties the engine and sets its clock right.
 */
@Tag("models")
abstract class ModelWalk {

  /** Costs nothing while all is well, and a busy machine takes its time. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ALL = 1000;

  @RegisterExtension
  static final CamundaProcessTestExtension ENGINE =
      new CamundaProcessTestExtension()
          .withRuntimeMode(CamundaProcessTestRuntimeMode.REMOTE)
          .withRemoteCamundaClientBuilderFactory(
              () -> ModelEngine.get().client().defaultRequestTimeout(PATIENCE))
          .withRemoteCamundaMonitoringApiAddress(ModelEngine.get().management());

  /** Business id of this test's instance. */
  final String id = UUID.randomUUID().toString();

  CamundaClient client;
  CamundaProcessTestContext context;
  DeploymentEvent deployment;

  private Long instance;

  @BeforeAll
  static void bePatient() {
    CamundaAssert.setAssertionTimeout(PATIENCE);
  }

  @BeforeEach
  void deploy() {
    var command = client.newDeployResourceCommand();
    Stream.of("*.bpmn", "*.dmn", "*.form")
        .flatMap(Model::resources)
        .forEach(file -> command.addResourceStringUtf8(Model.text(file), file.getFilename()));
    // every step is the same command, which collects the resources
    deployment = ((DeployResourceCommandStep2) command).send().join();
  }

  /** So many days from now, by the engine's clock. */
  String inDays(int days) {
    return context
        .getCurrentTime()
        .truncatedTo(ChronoUnit.SECONDS)
        .plus(days, ChronoUnit.DAYS)
        .atOffset(ZoneOffset.UTC)
        .toString();
  }

  void publish(String message, String key, Map<String, Object> variables) {
    client
        .newPublishMessageCommand()
        .messageName(message)
        .correlationKey(key)
        .variables(variables)
        .send()
        .join();
  }

  /** Starts at an element, for what a test does not walk to. */
  void startAt(String process, String element, Map<String, Object> variables) {
    instance =
        client
            .newCreateInstanceCommand()
            .bpmnProcessId(process)
            .latestVersion()
            .startBeforeElement(element)
            .variables(variables)
            .send()
            .join()
            .getProcessInstanceKey();
  }

  /** Completes the job of a type, as its worker would. */
  void work(String type, Map<String, Object> variables) {
    client.newCompleteCommand(job(type)).variables(variables).send().join();
  }

  /** Completes a user task and the recording of what was decided. */
  void decide(String task, Map<String, Object> entered, Map<String, Object> recorded) {
    complete(task, entered);
    work(recording(task), recorded);
  }

  void complete(String task, Map<String, Object> entered) {
    context.completeUserTask(task, entered);
  }

  void fail(String type, String errorCode, Map<String, Object> variables) {
    client.newThrowErrorCommand(job(type)).errorCode(errorCode).variables(variables).send().join();
  }

  void passDays(int days) {
    context.increaseTime(Duration.ofDays(days));
  }

  ActivatedJob job(String type) {
    return await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .until(
            () ->
                client
                    .newActivateJobsCommand()
                    .jobType(type)
                    .maxJobsToActivate(1)
                    .requestTimeout(Duration.ofSeconds(5))
                    .send()
                    .join()
                    .getJobs(),
            jobs -> !jobs.isEmpty())
        .getFirst();
  }

  /** Job type of the service task that records what was decided in a user task. */
  static String recording(String task) {
    return Model.all().stream()
        .flatMap(model -> model.elements(ServiceTask.class).stream())
        .filter(
            service ->
                service.getIncoming().stream()
                    .anyMatch(flow -> flow.getSource().getId().equals(task)))
        .map(service -> service.getSingleExtensionElement(ZeebeTaskDefinition.class).getType())
        .findAny()
        .orElseThrow();
  }

  /** The instance this test walks through: the only one there is. */
  ProcessInstanceAssert assertThatInstance() {
    return assertThatProcessInstance(byKey(instance()));
  }

  private long instance() {
    if (instance == null) {
      instance =
          await()
              .atMost(PATIENCE)
              .until(
                  () -> client.newProcessInstanceSearchRequest().send().join().items(),
                  found -> found.size() == 1)
              .getFirst()
              .getProcessInstanceKey();
    }
    return instance;
  }

  /** It waits at an element, and has been nowhere else since it came there. */
  void shouldStandAt(String element) {
    assertThatInstance().hasActiveElements(element);
    eventually(() -> assertThat(activated()).last().isEqualTo(element));
  }

  /** A denied decision leads back to its task, whose form says why. */
  void shouldReopen(String process, String task, Map<String, Object> variables, String problem) {
    startAt(process, task, variables);
    complete(task, Map.of());
    fail(recording(task), "decision.denied", Map.of("problem", problem));
    eventually(() -> assertThat(global("problem").asText()).isEqualTo(problem));
    eventually(
        () ->
            assertThat(userTasks()).extracting(UserTask::getElementId).containsExactly(task, task));
    assertThat(incidents()).isEmpty();
  }

  void shouldEndWith(String process, String outcome) {
    var job = job(process + ".record-outcome");
    assertThat(job.getCustomHeaders()).containsEntry("outcome", outcome);
    client.newCompleteCommand(job).send().join();
    shouldHaveEnded();
  }

  void shouldHaveEnded() {
    assertThatInstance().isCompleted();
    assertThat(incidents()).isEmpty();
  }

  static void eventually(ThrowingRunnable assertion) {
    await().atMost(PATIENCE).pollDelay(Duration.ZERO).untilAsserted(assertion);
  }

  List<String> incidents() {
    return client.newIncidentSearchRequest().send().join().items().stream()
        .map(incident -> incident.getElementId() + ": " + incident.getErrorMessage())
        .toList();
  }

  /** Elements in the order in which they were entered. */
  List<String> activated() {
    return client
        .newElementInstanceSearchRequest()
        .page(page -> page.limit(ALL))
        .send()
        .join()
        .items()
        .stream()
        .sorted(Comparator.comparing(ElementInstance::getElementInstanceKey))
        .map(ElementInstance::getElementId)
        .toList();
  }

  /** Open and completed, in the order in which they were created. */
  List<UserTask> userTasks() {
    return client
        .newUserTaskSearchRequest()
        .page(page -> page.limit(ALL))
        .send()
        .join()
        .items()
        .stream()
        .sorted(Comparator.comparing(UserTask::getUserTaskKey))
        .toList();
  }

  /** What a variable is in the scope that has had it for the shortest time. */
  JsonNode variable(String name) {
    return variables(name)
        .map(this::value)
        .reduce((older, newer) -> newer)
        .orElseThrow(() -> new AssertionError("No variable " + name));
  }

  /** What a variable is for the whole instance. */
  JsonNode global(String name) {
    return variables(name)
        .filter(variable -> variable.getScopeKey().equals(variable.getProcessInstanceKey()))
        .map(this::value)
        .findAny()
        .orElseThrow(() -> new AssertionError("No variable " + name));
  }

  /** What a variable is in each scope that has it. */
  List<JsonNode> values(String name) {
    return variables(name).map(this::value).toList();
  }

  private Stream<Variable> variables(String name) {
    return client
        .newVariableSearchRequest()
        .filter(filter -> filter.name(name))
        .page(page -> page.limit(ALL))
        .send()
        .join()
        .items()
        .stream()
        .sorted(Comparator.comparing(Variable::getVariableKey));
  }

  private JsonNode value(Variable variable) {
    var whole =
        variable.isTruncated()
            ? client.newVariableGetRequest(variable.getVariableKey()).send().join()
            : variable;
    try {
      return JSON.readTree(whole.getValue());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
