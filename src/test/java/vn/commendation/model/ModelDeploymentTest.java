package vn.commendation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.DeployResourceCommandStep1;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.intent.VariableIntent;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every model deploys on an 8.8 engine and does there whatever needs no person. */
class ModelDeploymentTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String NOMINATION = "a-nomination";

  private final OffsetDateTime due =
      Instant.now()
          .truncatedTo(ChronoUnit.SECONDS)
          .plus(5, ChronoUnit.DAYS)
          .atOffset(ZoneOffset.UTC);

  private ZeebeTestEngine engine;
  private CamundaClient client;
  private DeploymentEvent deployment;

  @BeforeEach
  void deploy() {
    engine = EngineFactory.create();
    engine.start();
    client =
        CamundaClient.newClientBuilder()
            .grpcAddress(URI.create("http://" + engine.getGatewayAddress()))
            .preferRestOverGrpc(false)
            .build();
    DeployResourceCommandStep1 command = client.newDeployResourceCommand();
    Stream.of("*.bpmn", "*.form")
        .flatMap(Model::resources)
        .forEach(file -> command.addResourceStringUtf8(Model.text(file), file.getFilename()));
    deployment = ((DeployResourceCommandStep1.DeployResourceCommandStep2) command).send().join();
  }

  @AfterEach
  void stop() {
    client.close();
    engine.stop();
  }

  @Test
  void shouldDeployEveryModelAndForm() {
    assertThat(deployment.getProcesses()).hasSameSizeAs(Model.all());
    assertThat(deployment.getForm()).hasSize((int) Model.resources("*.form").count());
  }

  @Test
  void shouldWaitForTheOfficeOnceTheCheckHasPassed() throws Exception {
    // given
    submit();

    // when
    complete(job("nomination.check"), Map.of("reviewDue", due.toString(), "revision", 1));

    // then
    assertThat(userTasks())
        .singleElement()
        .satisfies(
            task -> {
              assertThat(task.getElementId()).isEqualTo("OfficeReview");
              assertThat(task.getCandidateGroupsList()).containsExactly("office");
              assertThat(task.getFormKey()).isPositive();
              assertThat(OffsetDateTime.parse(task.getDueDate())).isEqualTo(due);
            });
  }

  @Test
  void shouldStartOnlyOnceForTheSameNomination() throws Exception {
    // given
    submit();
    complete(job("nomination.check"), Map.of("reviewDue", due.toString()));

    // when
    assertThatThrownBy(this::submit).hasMessageContaining("ALREADY_EXISTS");

    // then
    assertThat(userTasks()).hasSize(1);
  }

  @Test
  void shouldEndIneligibleWhenTheCheckFails() throws Exception {
    // given
    submit();

    // when
    fail(job("nomination.check"), "nomination.ineligible", Map.of());

    // then
    shouldEndWith("INELIGIBLE");
  }

  @ParameterizedTest
  @CsvSource({
    "RecordOfficeReview, accept, PROVINCE, LeadershipSignature",
    "RecordOfficeReview, return, PROVINCE, Supplement",
    "RecordOfficeReview, reject, PROVINCE, EndRejected",
    "RecordSignature, sign, DIRECTOR, EndAwardedInHouse",
    "RecordSignature, sign, PROVINCE, SubmitToBoard",
    "RecordSignature, sign, STATE, SubmitToBoard",
    "RecordSignature, return, PROVINCE, OfficeReview",
    "RecordSignature, refuse, DIRECTOR, EndRefused",
    "RecordBoardResult, award, PROVINCE, EndAwarded",
    "RecordBoardResult, not-award, PROVINCE, EndNotAwarded",
  })
  void shouldFollowTheRecordedDecision(
      String element, String outcome, String authority, String next) throws Exception {
    // given
    startAt(element);

    // when
    complete(recording(element), Map.of("outcome", outcome, "decidingAuthority", authority));

    // then
    assertThat(activated()).last().isEqualTo(next);
  }

  @ParameterizedTest
  @CsvSource({
    "RecordOfficeReview, OfficeReview",
    "RecordSupplement, Supplement",
    "RecordSignature, LeadershipSignature",
    "RecordBoardResult, BoardResult",
  })
  void shouldReopenTheTaskWhenTheDecisionIsDenied(String element, String task) throws Exception {
    // given
    startAt(element);

    // when
    fail(recording(element), "decision.denied", Map.of("problem", "Không có thẩm quyền"));

    // then the form of the new task can say why
    assertThat(values(VariableIntent.CREATED, VariableRecordValue.class))
        .filteredOn(variable -> variable.getScopeKey() == variable.getProcessInstanceKey())
        .filteredOn(variable -> variable.getName().equals("problem"))
        .extracting(VariableRecordValue::getValue)
        .containsExactly("\"Không có thẩm quyền\"");
    assertThat(userTasks()).extracting(UserTaskRecordValue::getElementId).containsExactly(task);
  }

  @Test
  void shouldStopWithAnIncidentWhenTheOutcomeIsUnknown() throws Exception {
    // given
    startAt("RecordOfficeReview");

    // when
    complete(recording("RecordOfficeReview"), Map.of("outcome", "perhaps"));

    // then
    assertThat(values(IncidentIntent.CREATED, IncidentRecordValue.class))
        .extracting(IncidentRecordValue::getElementId)
        .containsExactly("OfficeGateway");
  }

  @Test
  void shouldCheckAgainAfterTheSupplementIsRecorded() throws Exception {
    // given
    startAt("RecordSupplement");

    // when
    complete(job("nomination.record-supplement"), Map.of());

    // then
    assertThat(activated()).last().isEqualTo("CheckNomination");
  }

  @Test
  void shouldAskTheNominatorForTheSupplement() throws Exception {
    // when
    startAt("Supplement");

    // then
    assertThat(values(UserTaskIntent.ASSIGNED, UserTaskRecordValue.class))
        .singleElement()
        .satisfies(
            task -> {
              assertThat(task.getAssignee()).isEqualTo("truongphong");
              assertThat(task.getCandidateGroupsList()).containsExactly("unit-heads");
            });
  }

  @Test
  void shouldExpireWhenTheSupplementIsNotAnsweredInTime() throws Exception {
    // given
    startAt("Supplement");

    // when
    engine.increaseTime(Duration.ofDays(6));
    complete(job("nomination.expire-supplement"), Map.of());

    // then
    shouldEndWith("EXPIRED");
  }

  @Test
  void shouldCheckAgainWhenTheSupplementWonTheRaceAgainstItsDeadline() throws Exception {
    // given
    startAt("Supplement");
    engine.increaseTime(Duration.ofDays(6));

    // when
    fail(job("nomination.expire-supplement"), "nomination.supplemented", Map.of());

    // then
    assertThat(activated()).last().isEqualTo("CheckNomination");
  }

  @Test
  void shouldCheckAgainWhenSupplementedInThePortal() throws Exception {
    // given
    startAt("Supplement");

    // when
    publish("nomination-supplemented", NOMINATION + ":1");

    // then
    assertThat(activated()).last().isEqualTo("CheckNomination");
  }

  @Test
  void shouldIgnoreASupplementOfAnEarlierRevision() throws Exception {
    // given
    startAt("Supplement");

    // when
    publish("nomination-supplemented", NOMINATION + ":0");

    // then
    assertThat(activated()).last().isEqualTo("Supplement");
  }

  @Test
  void shouldEndWithdrawnFromWhereverItStands() throws Exception {
    // given
    submit();
    complete(job("nomination.check"), Map.of("reviewDue", due.toString()));

    // when
    publish("nomination-withdrawn", NOMINATION);

    // then
    shouldEndWith("WITHDRAWN");
  }

  private void submit() throws Exception {
    client
        .newPublishMessageCommand()
        .messageName("nomination-submitted")
        .correlationKey(NOMINATION)
        .messageId(NOMINATION)
        .timeToLive(Duration.ofHours(1))
        .variables(variables())
        .send()
        .join();
    settle();
  }

  /** A person cannot complete a task on this engine, so a test begins where the person left. */
  private void startAt(String element) throws Exception {
    client
        .newCreateInstanceCommand()
        .bpmnProcessId("nomination")
        .latestVersion()
        .startBeforeElement(element)
        .variables(variables())
        .send()
        .join();
    settle();
  }

  private Map<String, Object> variables() {
    return Map.of(
        "nominationId",
        NOMINATION,
        "nominator",
        "truongphong",
        "revision",
        1,
        "reviewDue",
        due.toString(),
        "supplementDue",
        due.toString(),
        "signatureDue",
        due.toString());
  }

  private void publish(String message, String key) throws Exception {
    client.newPublishMessageCommand().messageName(message).correlationKey(key).send().join();
    settle();
  }

  private ActivatedJob recording(String element) {
    var type =
        Model.all().stream()
            .flatMap(model -> model.elements(ServiceTask.class).stream())
            .filter(task -> task.getId().equals(element))
            .map(task -> task.getSingleExtensionElement(ZeebeTaskDefinition.class).getType())
            .findAny()
            .orElseThrow();
    return job(type);
  }

  private ActivatedJob job(String type) {
    return await()
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

  private void complete(ActivatedJob job, Map<String, Object> variables) throws Exception {
    client.newCompleteCommand(job).variables(variables).send().join();
    settle();
  }

  private void fail(ActivatedJob job, String errorCode, Map<String, Object> variables)
      throws Exception {
    client.newThrowErrorCommand(job).errorCode(errorCode).variables(variables).send().join();
    settle();
  }

  private void shouldEndWith(String outcome) throws Exception {
    var job = job("nomination.record-outcome");
    assertThat(job.getCustomHeaders()).containsEntry("outcome", outcome);
    complete(job, Map.of());
    assertThat(elements(ProcessInstanceIntent.ELEMENT_COMPLETED)).last().isEqualTo("nomination");
  }

  private void settle() throws InterruptedException, TimeoutException {
    engine.waitForIdleState(PATIENCE);
  }

  private List<String> activated() {
    return elements(ProcessInstanceIntent.ELEMENT_ACTIVATED);
  }

  private List<String> elements(ProcessInstanceIntent intent) {
    return values(intent, ProcessInstanceRecordValue.class).stream()
        .map(ProcessInstanceRecordValue::getElementId)
        .toList();
  }

  private List<UserTaskRecordValue> userTasks() {
    return values(UserTaskIntent.CREATED, UserTaskRecordValue.class);
  }

  private <T> List<T> values(Intent intent, Class<T> type) {
    return StreamSupport.stream(engine.getRecordStreamSource().getRecords().spliterator(), false)
        .filter(record -> record.getIntent() == intent)
        .map(record -> type.cast(record.getValue()))
        .toList();
  }
}
