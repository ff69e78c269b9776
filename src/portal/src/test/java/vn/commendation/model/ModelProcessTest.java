package vn.commendation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.zeebe.logstreams.log.LogAppendEntry;
import io.camunda.zeebe.logstreams.log.LogStream;
import io.camunda.zeebe.logstreams.log.WriteContext;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.intent.VariableIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.agrona.concurrent.UnsafeBuffer;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * Walks the processes on an 8.8 engine in memory; the test plays workers and people. It reads only
 * what came after its start.
 */
abstract class ModelProcessTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static ZeebeTestEngine engine;
  private static Duration passed = Duration.ZERO;

  static CamundaClient client;
  static DeploymentEvent deployment;

  /** Business id of this test's instance. */
  final String id = UUID.randomUUID().toString();

  private long start;

  @BeforeAll
  static void deploy() {
    var shared = ModelEngine.get();
    engine = shared.engine();
    client = shared.client();
    deployment = shared.deployment();
  }

  @BeforeEach
  void forgetEarlierTests() throws Exception {
    settle();
    start =
        StreamSupport.stream(engine.getRecordStreamSource().getRecords().spliterator(), false)
            .mapToLong(Record::getPosition)
            .max()
            .orElse(0);
  }

  @AfterEach
  void endWhatStillRuns() throws Exception {
    var running = processes(ProcessInstanceIntent.ELEMENT_ACTIVATED);
    running.removeAll(processes(ProcessInstanceIntent.ELEMENT_COMPLETED));
    running.forEach(instance -> client.newCancelInstanceCommand(instance).send().join());
    settle();
  }

  /** So many days from now, by the engine's clock. */
  static String inDays(int days) {
    return Instant.now()
        .plus(passed)
        .truncatedTo(ChronoUnit.SECONDS)
        .plus(days, ChronoUnit.DAYS)
        .atOffset(ZoneOffset.UTC)
        .toString();
  }

  void publish(String message, String key, Map<String, Object> variables) throws Exception {
    client
        .newPublishMessageCommand()
        .messageName(message)
        .correlationKey(key)
        .variables(variables)
        .send()
        .join();
    settle();
  }

  /** Starts at an element, for what a test does not walk to. */
  void startAt(String process, String element, Map<String, Object> variables) throws Exception {
    client
        .newCreateInstanceCommand()
        .bpmnProcessId(process)
        .latestVersion()
        .startBeforeElement(element)
        .variables(variables)
        .send()
        .join();
    settle();
  }

  /** Completes the job of a type, as its worker would. */
  void work(String type, Map<String, Object> variables) throws Exception {
    client.newCompleteCommand(job(type)).variables(variables).send().join();
    settle();
  }

  /** Completes a user task and the recording of what was decided. */
  void decide(String task, Map<String, Object> entered, Map<String, Object> recorded)
      throws Exception {
    complete(task, entered);
    work(recording(task), recorded);
  }

  /** Completes the last open user task of an element. The engine offers that to no client. */
  void complete(String element, Map<String, Object> entered) throws Exception {
    var key = openTasks(element).getLast();
    var logStream = (LogStream) ReflectionTestUtils.getField(engine, "logStream");
    var command =
        new RecordMetadata()
            .recordType(RecordType.COMMAND)
            .valueType(ValueType.USER_TASK)
            .intent(UserTaskIntent.COMPLETE);
    var task =
        new UserTaskRecord()
            .setUserTaskKey(key)
            .setVariables(new UnsafeBuffer(MsgPackConverter.convertToMsgPack(text(entered))));
    logStream
        .newLogStreamWriter()
        .tryWrite(
            WriteContext.userCommand(UserTaskIntent.COMPLETE),
            LogAppendEntry.of(key, command, task));
    patiently()
        .until(
            () ->
                values(UserTaskIntent.COMPLETED, UserTaskRecordValue.class).stream()
                    .anyMatch(completed -> completed.getUserTaskKey() == key));
    settle();
  }

  void fail(String type, String errorCode, Map<String, Object> variables) throws Exception {
    client.newThrowErrorCommand(job(type)).errorCode(errorCode).variables(variables).send().join();
    settle();
  }

  void passDays(int days) throws Exception {
    passed = passed.plusDays(days);
    engine.increaseTime(Duration.ofDays(days));
    settle();
  }

  ActivatedJob job(String type) {
    return patiently()
        .until(
            () ->
                client
                    .newActivateJobsCommand()
                    .jobType(type)
                    .maxJobsToActivate(1)
                    .requestTimeout(Duration.ofSeconds(1))
                    .send()
                    .join()
                    .getJobs(),
            jobs -> !jobs.isEmpty())
        .getFirst();
  }

  /** The engine answers within milliseconds: a longer pause between two looks is lost time. */
  private static ConditionFactory patiently() {
    return await()
        .atMost(ModelEngine.PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(10));
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

  /** A denied decision leads back to its task, whose form says why. */
  void shouldReopen(String process, String task, Map<String, Object> variables, String problem)
      throws Exception {
    startAt(process, task, variables);
    complete(task, Map.of());
    fail(recording(task), "decision.denied", Map.of("problem", problem));
    assertThat(global("problem").asText()).isEqualTo(problem);
    assertThat(userTasks())
        .extracting(UserTaskRecordValue::getElementId)
        .containsExactly(task, task);
    assertThat(incidents()).isEmpty();
  }

  void shouldEndWith(String process, String outcome) throws Exception {
    var job = job(process + ".record-outcome");
    assertThat(job.getCustomHeaders()).containsEntry("outcome", outcome);
    client.newCompleteCommand(job).send().join();
    settle();
    shouldHaveEnded(process);
  }

  void shouldHaveEnded(String process) {
    assertThat(elements(ProcessInstanceIntent.ELEMENT_COMPLETED)).last().isEqualTo(process);
    assertThat(incidents()).isEmpty();
  }

  List<String> incidents() {
    return values(IncidentIntent.CREATED, IncidentRecordValue.class).stream()
        .map(incident -> incident.getElementId() + ": " + incident.getErrorMessage())
        .toList();
  }

  void settle() throws InterruptedException, TimeoutException {
    engine.waitForIdleState(ModelEngine.PATIENCE);
  }

  List<String> activated() {
    return elements(ProcessInstanceIntent.ELEMENT_ACTIVATED);
  }

  List<String> elements(ProcessInstanceIntent intent) {
    return values(intent, ProcessInstanceRecordValue.class).stream()
        .map(ProcessInstanceRecordValue::getElementId)
        .toList();
  }

  List<UserTaskRecordValue> userTasks() {
    return values(UserTaskIntent.CREATED, UserTaskRecordValue.class);
  }

  /** What a variable last was in any scope. */
  JsonNode variable(String name) {
    return variables(name).map(Record::getValue).map(ModelProcessTest::json).toList().getLast();
  }

  /** What a variable last was for the whole instance. */
  JsonNode global(String name) {
    return variables(name)
        .map(Record::getValue)
        .filter(variable -> variable.getScopeKey() == variable.getProcessInstanceKey())
        .map(ModelProcessTest::json)
        .toList()
        .getLast();
  }

  <T> List<T> values(Intent intent, Class<T> type) {
    return records(intent).map(record -> type.cast(record.getValue())).toList();
  }

  private Set<Long> processes(ProcessInstanceIntent intent) {
    return values(intent, ProcessInstanceRecordValue.class).stream()
        .filter(value -> value.getBpmnElementType() == BpmnElementType.PROCESS)
        .map(ProcessInstanceRecordValue::getProcessInstanceKey)
        .collect(Collectors.toSet());
  }

  private List<Long> openTasks(String element) {
    var completed =
        values(UserTaskIntent.COMPLETED, UserTaskRecordValue.class).stream()
            .map(UserTaskRecordValue::getUserTaskKey)
            .toList();
    return userTasks().stream()
        .filter(task -> task.getElementId().equals(element))
        .map(UserTaskRecordValue::getUserTaskKey)
        .filter(key -> !completed.contains(key))
        .toList();
  }

  @SuppressWarnings("unchecked")
  private Stream<Record<VariableRecordValue>> variables(String name) {
    return Stream.of(VariableIntent.CREATED, VariableIntent.UPDATED)
        .flatMap(this::records)
        .map(record -> (Record<VariableRecordValue>) record)
        .filter(record -> record.getValue().getName().equals(name))
        .sorted((one, other) -> Long.compare(one.getPosition(), other.getPosition()));
  }

  private Stream<Record<?>> records(Intent intent) {
    return StreamSupport.stream(engine.getRecordStreamSource().getRecords().spliterator(), false)
        .filter(record -> record.getPosition() > start && record.getIntent() == intent)
        .map(record -> (Record<?>) record);
  }

  private static JsonNode json(VariableRecordValue variable) {
    try {
      return JSON.readTree(variable.getValue());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String text(Map<String, Object> variables) {
    try {
      return JSON.writeValueAsString(variables);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
