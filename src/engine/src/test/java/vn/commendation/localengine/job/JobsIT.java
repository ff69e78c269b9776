package vn.commendation.localengine.job;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.camunda.client.CamundaClient;
import io.camunda.client.CredentialsProvider;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.response.Incident;
import io.camunda.client.api.search.response.Variable;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.grpc.Status;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import vn.commendation.localengine.LocalEngine;
import vn.commendation.localengine.Scrape;
import vn.commendation.localengine.TestDatabase;
import vn.commendation.localengine.incident.Incidents;
import vn.commendation.localengine.store.EngineSettings;

/**
 * Jobs as a client of Camunda's sees them.
 *
 * @see <a href="https://docs.camunda.io/docs/components/concepts/job-workers/">Job workers</a>
 * @see <a href="https://docs.camunda.io/docs/components/concepts/incidents/">Incidents</a>
 */
class JobsIT {

  private static final String USER = "client";
  private static final String PASSWORD = "Khenthuong@2022";
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration AT_ONCE = Duration.ofMillis(-1);

  private static LocalEngine engine;
  private static EngineSettings settings;
  private static CamundaClient client;

  private final String type = "type-" + UUID.randomUUID();
  private final String after = "after-" + UUID.randomUUID();
  private final String process = "p-" + UUID.randomUUID();

  @BeforeAll
  static void start() throws Exception {
    var database = TestDatabase.emptySchema("jobs");
    settings =
        new EngineSettings(
            database,
            database,
            "127.0.0.1",
            TestDatabase.freePort(),
            TestDatabase.freePort(),
            "127.0.0.1",
            TestDatabase.freePort(),
            false,
            USER,
            PASSWORD,
            Duration.ofDays(30),
            true);
    engine = LocalEngine.start(settings, () -> {});
    client = client(PASSWORD);
  }

  @AfterAll
  static void stop() {
    client.close();
    engine.close();
  }

  private static CamundaClient client(String password) {
    return CamundaClient.newClientBuilder()
        .applyEnvironmentVariableOverrides(false)
        .grpcAddress(URI.create("http://127.0.0.1:" + settings.grpcPort()))
        .restAddress(URI.create("http://127.0.0.1:" + settings.restPort()))
        .preferRestOverGrpc(false)
        .credentialsProvider(
            CredentialsProvider.newBasicAuthCredentialsProviderBuilder()
                .applyEnvironmentOverrides(false)
                .username(USER)
                .password(password)
                .build())
        .build();
  }

  // models and instances

  private void deploy(BpmnModelInstance model) {
    client.newDeployResourceCommand().addProcessModel(model, process + ".bpmn").send().join();
  }

  /** A task of the type, then one of the other type. */
  private void deploy() {
    deploy(
        Bpmn.createExecutableProcess(process)
            .startEvent()
            .serviceTask("work", task -> task.zeebeJobType(type).zeebeTaskHeader("channel", "mail"))
            .serviceTask("after", task -> task.zeebeJobType(after))
            .endEvent()
            .done());
  }

  private long create(Map<String, Object> variables) {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId(process)
        .latestVersion()
        .variables(variables)
        .send()
        .join()
        .getProcessInstanceKey();
  }

  // jobs

  private static List<ActivatedJob> activate(String type, int most, Duration wait) {
    return activate(type, most, wait, LONG);
  }

  private static List<ActivatedJob> activate(
      String type, int most, Duration wait, Duration timeout) {
    return client
        .newActivateJobsCommand()
        .jobType(type)
        .maxJobsToActivate(most)
        .timeout(timeout)
        .workerName("worker")
        .requestTimeout(wait)
        .send()
        .join()
        .getJobs();
  }

  private static ActivatedJob job(String type) {
    var jobs = activate(type, 1, PATIENCE);
    assertThat(jobs).as("jobs of type %s", type).hasSize(1);
    return jobs.getFirst();
  }

  private static void none(String type) {
    assertThat(activate(type, 1, AT_ONCE)).as("jobs of type %s", type).isEmpty();
  }

  private static void refused(FinalCommandStep<?> command, Status.Code code) {
    assertThatThrownBy(() -> command.send().join())
        .isInstanceOfSatisfying(
            ClientStatusException.class,
            refusal -> {
              assertThat(refusal.getStatusCode()).isEqualTo(code);
              assertThat(refusal.getStatus().getDescription()).isNotBlank();
            });
  }

  private static List<Incident> incidents(long instance, IncidentState state) {
    return client
        .newIncidentSearchRequest()
        .filter(filter -> filter.processInstanceKey(instance).state(state))
        .send()
        .join()
        .items();
  }

  private static Incident incident(long instance) {
    var incidents = incidents(instance, IncidentState.ACTIVE);
    assertThat(incidents).hasSize(1);
    return incidents.getFirst();
  }

  @Test
  void theOldestJobsComeFirstAndNoMoreThanWanted() {
    deploy();
    var created = IntStream.range(0, 5).mapToObj(n -> create(Map.of("n", n))).toList();

    var first = activate(type, 3, PATIENCE);
    var rest = activate(type, 3, PATIENCE);

    assertThat(Stream.concat(first.stream(), rest.stream()))
        .extracting(ActivatedJob::getProcessInstanceKey)
        .isEqualTo(created);
    assertThat(first).hasSize(3);
  }

  @Test
  void aValueIsGivenAndFoundWhateverItsSize() {
    deploy();
    var small = List.of(Map.of("name", "Đặng Thị Phương"));
    var wide = List.of(Map.of("mark", "📄"));
    var lengthy = List.of("rất ".repeat(2_000));
    var instance = create(Map.of("a", small, "b", wide, "c", lengthy, "d", small));

    var job = job(type);
    assertThat(job.getVariablesAsMap())
        .isEqualTo(Map.of("a", small, "b", wide, "c", lengthy, "d", small));
    client
        .newCompleteCommand(job)
        .variables(Map.of("a", lengthy, "b", small, "c", wide))
        .send()
        .join();

    assertThat(job(after).getVariablesAsMap())
        .isEqualTo(Map.of("a", lengthy, "b", small, "c", wide, "d", small));
    assertThat(named(instance, small)).containsExactlyInAnyOrder("b", "d");
    assertThat(named(instance, wide)).containsExactly("c");
    assertThat(named(instance, lengthy)).containsExactly("a");
  }

  /** Names of the variables with a value. */
  private static List<String> named(long instance, Object value) {
    return client
        .newVariableSearchRequest()
        .filter(
            filter ->
                filter
                    .processInstanceKey(instance)
                    .value(client.getConfiguration().getJsonMapper().toJson(value)))
        .send()
        .join()
        .items()
        .stream()
        .map(Variable::getName)
        .toList();
  }

  @Test
  void manyLargeJobsComeInSeveralAnswers() {
    deploy();
    IntStream.range(0, 3).forEach(n -> create(Map.of("large", "x".repeat(2_500_000))));

    assertThat(activate(type, 3, PATIENCE)).hasSize(3);
  }

  @Test
  void aFailedJobIsBackAtOnceWithWhatItsWorkerSaid() {
    deploy();
    create(Map.of("root", 1));
    var job = job(type);

    client.newFailCommand(job).retries(7).variables(Map.of("step", 2)).send().join();

    var again = job(type);
    assertThat(again.getKey()).isEqualTo(job.getKey());
    assertThat(again.getRetries()).isEqualTo(7);
    assertThat(again.getVariablesAsMap()).isEqualTo(Map.of("root", 1, "step", 2));
    client.newCompleteCommand(again).send().join();
    assertThat(job(after).getVariablesAsMap()).as("what was local").isEqualTo(Map.of("root", 1));
  }

  @Test
  void whatIsNotActivatedCannotFail() {
    deploy();
    create(Map.of());
    var job = job(type);
    client.newFailCommand(job).retries(1).send().join();

    refused(client.newFailCommand(job).retries(1), Status.Code.FAILED_PRECONDITION);
    refused(client.newUpdateTimeoutCommand(job).timeout(LONG), Status.Code.FAILED_PRECONDITION);
  }

  @Test
  void withoutRetriesThereIsAnIncidentUntilItIsResolved() {
    deploy();
    var instance = create(Map.of());
    var job = job(type);
    var message = "Máy in kẹt giấy 📄 " + "rất ".repeat(2_000);

    client.newFailCommand(job).retries(0).errorMessage(message).send().join();

    var incident = incident(instance);
    assertThat(incident.getErrorType()).isEqualTo(IncidentErrorType.JOB_NO_RETRIES);
    assertThat(incident.getErrorMessage()).isEqualTo(message);
    assertThat(incident.getElementId()).isEqualTo("work");
    assertThat(incident.getElementInstanceKey()).isEqualTo(job.getElementInstanceKey());
    assertThat(incident.getJobKey()).isEqualTo(job.getKey());
    refused(client.newCompleteCommand(job), Status.Code.FAILED_PRECONDITION);
    refused(resolving(incident), Status.Code.FAILED_PRECONDITION);

    client.newUpdateRetriesCommand(job).retries(2).send().join();
    none(type);
    resolving(incident).send().join();

    assertThat(job(type).getRetries()).isEqualTo(2);
    refused(resolving(incident), Status.Code.NOT_FOUND);
    assertThat(incidents(instance, IncidentState.ACTIVE)).isEmpty();
    assertThat(incidents(instance, IncidentState.RESOLVED)).hasSize(1);
  }

  private static FinalCommandStep<?> resolving(Incident incident) {
    return client.newResolveIncidentCommand(incident.getIncidentKey());
  }

  @Test
  void anIncidentEndsWithItsInstance() {
    deploy();
    var instance = create(Map.of());
    client.newFailCommand(job(type)).retries(0).send().join();
    var incident = incident(instance);

    client.newCancelInstanceCommand(instance).send().join();

    assertThat(incidents(instance, IncidentState.ACTIVE)).isEmpty();
    refused(resolving(incident), Status.Code.NOT_FOUND);
  }

  @Test
  void anErrorNobodyCatchesIsAnIncident() {
    deploy();
    var instance = create(Map.of());
    var job = job(type);

    client.newThrowErrorCommand(job).errorCode("NO_PAPER").errorMessage("tray 2").send().join();

    var incident = incident(instance);
    assertThat(incident.getErrorType()).isEqualTo(IncidentErrorType.UNHANDLED_ERROR_EVENT);
    assertThat(incident.getErrorMessage()).contains("NO_PAPER", "tray 2");
    none(type);
    refused(client.newCompleteCommand(job), Status.Code.FAILED_PRECONDITION);
    resolving(incident).send().join();
    assertThat(job(type).getRetries()).isEqualTo(3);
  }

  @Test
  void aPollEndsEmptyAtItsTime() {
    var began = System.nanoTime();

    assertThat(activate(type, 1, Duration.ofMillis(700))).isEmpty();

    assertThat(Duration.ofNanos(System.nanoTime() - began))
        .isBetween(Duration.ofMillis(700), PATIENCE);
  }

  @Test
  void streamsShareTheJobs() throws Exception {
    deploy();
    BlockingQueue<Long> jobs = new LinkedBlockingQueue<>();
    var streams = new ConcurrentHashMap<Integer, Integer>();
    try (var one = client(PASSWORD);
        var two = client(PASSWORD)) {
      var open =
          Stream.of(one, two)
              .map(
                  each ->
                      each.newStreamJobsCommand()
                          .jobType(type)
                          .consumer(
                              job -> {
                                streams.merge(each.hashCode(), 1, Integer::sum);
                                jobs.add(job.getKey());
                              })
                          .send())
              .toList();
      var handled = new ArrayList<Long>();
      for (int n = 0; n < 20; n++) {
        create(Map.of());
        handled.add(jobs.poll(PATIENCE.toSeconds(), SECONDS));
      }
      open.forEach(stream -> stream.cancel(true));
      assertThat(handled).doesNotContainNull().doesNotHaveDuplicates();
    }
    assertThat(streams.values().stream().mapToInt(n -> n).sum()).isEqualTo(20);
  }

  @Test
  void aFailedJobIsPushedAgain() throws Exception {
    deploy();
    BlockingQueue<ActivatedJob> jobs = new LinkedBlockingQueue<>();
    var stream = client.newStreamJobsCommand().jobType(type).consumer(jobs::add).send();
    try {
      create(Map.of());
      var job = jobs.poll(PATIENCE.toSeconds(), SECONDS);
      client.newFailCommand(job).retries(1).send().join();
      assertThat(jobs.poll(PATIENCE.toSeconds(), SECONDS))
          .isNotNull()
          .extracting(ActivatedJob::getRetries)
          .isEqualTo(1);
    } finally {
      stream.cancel(true);
    }
  }

  @Test
  void aClosedStreamTakesNothing() {
    deploy();
    BlockingQueue<ActivatedJob> jobs = new LinkedBlockingQueue<>();
    client.newStreamJobsCommand().jobType(type).consumer(jobs::add).send().cancel(true);

    IntStream.range(0, 10).forEach(n -> create(Map.of()));

    var polled = new ArrayList<ActivatedJob>();
    while (polled.size() < 10) {
      var more = activate(type, 10, PATIENCE);
      assertThat(more).isNotEmpty();
      polled.addAll(more);
    }
    assertThat(jobs).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aWorkerGetsEachJobOnce(boolean streaming) throws Exception {
    deploy();
    var handled = new ConcurrentHashMap<Long, Integer>();
    BlockingQueue<Long> done = new LinkedBlockingQueue<>();
    try (var worker =
        client
            .newWorker()
            .jobType(type)
            .handler(
                (jobs, job) -> {
                  handled.merge(job.getProcessInstanceKey(), 1, Integer::sum);
                  jobs.newCompleteCommand(job).send().join();
                  done.add(job.getKey());
                })
            .maxJobsActive(16)
            .streamEnabled(streaming)
            .open()) {
      var created = IntStream.range(0, 60).mapToObj(n -> create(Map.of())).toList();
      for (int n = 0; n < 60; n++) {
        assertThat(done.poll(30, SECONDS)).as("job %d", n).isNotNull();
      }
      assertThat(handled.keySet()).containsExactlyInAnyOrderElementsOf(created);
      assertThat(handled.values()).containsOnly(1);
    }
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    var polling = client.newActivateJobsCommand();
    refused(polling.jobType(" ").maxJobsToActivate(1), Status.Code.INVALID_ARGUMENT);
    refused(polling.jobType(type).maxJobsToActivate(0), Status.Code.INVALID_ARGUMENT);
    refused(
        polling.jobType(type).maxJobsToActivate(1).workerName(" "), Status.Code.INVALID_ARGUMENT);
    refused(
        polling.jobType(type).maxJobsToActivate(1).timeout(Duration.ZERO),
        Status.Code.INVALID_ARGUMENT);
    refused(
        polling.jobType(type).maxJobsToActivate(1).tenantId("other"), Status.Code.INVALID_ARGUMENT);
    refused(client.newUpdateRetriesCommand(1).retries(0), Status.Code.INVALID_ARGUMENT);
    refused(client.newCompleteCommand(1), Status.Code.NOT_FOUND);
    refused(client.newResolveIncidentCommand(1), Status.Code.NOT_FOUND);
    refused(client.newBroadcastSignalCommand().signalName("x"), Status.Code.UNIMPLEMENTED);
  }

  @Test
  void aMessageThatIsTooLargeIsRefused() {
    deploy();

    refused(
        client
            .newCreateInstanceCommand()
            .bpmnProcessId(process)
            .latestVersion()
            .variables(Map.of("large", "x".repeat(5 * 1024 * 1024))),
        Status.Code.RESOURCE_EXHAUSTED);

    assertThat(create(Map.of())).as("what comes after it").isPositive();
  }

  @Test
  void whoHasNoCredentialsIsNotLetIn() {
    try (var stranger = client("wrong")) {
      refused(stranger.newTopologyRequest().useGrpc(), Status.Code.UNAUTHENTICATED);
      refused(
          stranger.newActivateJobsCommand().jobType(type).maxJobsToActivate(1),
          Status.Code.UNAUTHENTICATED);
    }
  }

  @Test
  void tooManyAtOnceAreRefusedAndTheRestIsDone() {
    deploy();

    var codes =
        IntStream.range(0, 2_000)
            .mapToObj(
                n ->
                    client
                        .newCreateInstanceCommand()
                        .bpmnProcessId(process)
                        .latestVersion()
                        .requestTimeout(Duration.ofMinutes(1))
                        .send()
                        .toCompletableFuture()
                        .handle(
                            (done, failure) -> failure == null ? Status.Code.OK : code(failure)))
            .toList()
            .stream()
            .map(each -> each.join())
            .toList();

    assertThat(codes).containsOnly(Status.Code.OK, Status.Code.RESOURCE_EXHAUSTED);
    assertThat(create(Map.of())).as("what comes after them").isPositive();
  }

  private static Status.Code code(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ClientStatusException status) {
        return status.getStatusCode();
      }
    }
    return Status.fromThrowable(failure).getCode();
  }

  // what is told of them

  @Test
  void shouldTellHowManyWaitAndWhatFailed() {
    deploy();
    create(Map.of());
    create(Map.of());
    var job = activate(type, 1, PATIENCE).getFirst();
    client.newFailCommand(job.getKey()).retries(0).errorMessage("Bùi Thị Mai").send().join();
    refused(client.newCompleteCommand(job.getKey() + 1_000_000), Status.Code.NOT_FOUND);

    assertThat(Scrape.of(settings))
        .contains(
            "engine_jobs_waiting{type=\"%s\"} 1.0".formatted(type),
            "engine_jobs_locked{type=\"%s\"} 0.0".formatted(type),
            "engine_incidents_open{type=\"JOB_NO_RETRIES\"} ",
            "engine_grpc_calls_total{method=\"FailJob\",status=\"OK\"} ",
            "engine_grpc_calls_total{method=\"CompleteJob\",status=\"NOT_FOUND\"} ",
            "engine_transactions_total{outcome=\"committed\"} ",
            "engine_admission_refusals_total ",
            "hikaricp_connections_active{pool=\"engine\"} ",
            "jvm_memory_used_bytes{")
        .doesNotContain("Mai");
  }

  @Test
  void shouldTellNobodyUnknown() throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var answer =
          http.send(
              HttpRequest.newBuilder(Scrape.address(settings)).build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.body()).doesNotContain("engine_");
    }
  }

  @Test
  void shouldLogWithInstanceAndJob() {
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    var log = (Logger) LoggerFactory.getLogger(Incidents.class);
    log.addAppender(lines);
    try {
      deploy();
      var instance = create(Map.of());
      var job = activate(type, 1, PATIENCE).getFirst();
      client.newFailCommand(job.getKey()).retries(0).errorMessage("Bùi Thị Mai").send().join();

      assertThat(lines.list)
          .filteredOn(line -> line.getMDCPropertyMap().containsValue(String.valueOf(job.getKey())))
          .singleElement()
          .satisfies(
              line ->
                  assertThat(line.getMDCPropertyMap())
                      .containsEntry("instance", String.valueOf(instance))
                      .containsEntry("job", String.valueOf(job.getKey())))
          .extracting(ILoggingEvent::getFormattedMessage)
          .asString()
          .contains("JOB_NO_RETRIES", "work")
          .doesNotContain("Mai");
    } finally {
      log.detachAppender(lines);
    }
  }
}
