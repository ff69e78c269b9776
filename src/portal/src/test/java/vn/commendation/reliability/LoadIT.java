package vn.commendation.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.commendation.platform.LocalPlatform;
import vn.commendation.platform.LocalPlatformTest;

/**
 * More calls at once than the engine can carry out: it refuses before it collapses, what it lets in
 * has its answer in time, and who tries again gets through, the portal among them.
 */
@LocalPlatformTest
@ReliabilityTest
class LoadIT {

  private static final String OK = "OK";
  private static final String REFUSED = "RESOURCE_EXHAUSTED";
  private static final Duration LEVEL = Duration.ofSeconds(8);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** What the engine lets in at once: no answer takes longer than that many others do. */
  private static final int MOST_GRPC = 256;

  private static final int MOST_REST = 100;

  /** Heap, classes, threads and buffers of an engine with the heap of the local start. */
  private static final long MOST_MEMORY_MB = 900;

  private static final String MODEL =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"
          xmlns:modeler="http://camunda.org/schema/modeler/1.0"
          modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.8.0">
        <process id="load" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="f" sourceRef="start" targetRef="end"/>
          <endEvent id="end"/>
        </process>
      </definitions>
      """;

  @Autowired private ApplicationContext application;

  /** One answer: what it said, and after how long. */
  private record Answer(String code, long nanos) {}

  private record Figures(int inFlight, List<Answer> answers, double seconds) {

    long count(String code) {
      return answers.stream().filter(answer -> answer.code().equals(code)).count();
    }

    Map<String, Long> codes() {
      return answers.stream()
          .collect(Collectors.groupingBy(Answer::code, TreeMap::new, Collectors.counting()));
    }

    double perSecond() {
      return count(OK) / seconds;
    }

    /** Milliseconds that so many of a hundred admitted calls took at most. */
    double millis(int percent) {
      var sorted =
          answers.stream()
              .filter(answer -> answer.code().equals(OK))
              .mapToLong(Answer::nanos)
              .sorted()
              .toArray();
      return sorted.length == 0 ? 0 : sorted[(sorted.length - 1) * percent / 100] / 1e6;
    }

    String line(String what) {
      return String.format(
          Locale.ROOT,
          "%-5s %4d in flight: %5.0f calls/s, p50 %5.0f ms, p95 %5.0f ms, refused %2.0f %%",
          what,
          inFlight,
          perSecond(),
          millis(50),
          millis(95),
          100.0 * (answers.size() - count(OK)) / answers.size());
    }
  }

  @Test
  void shouldRefuseBeforeItCollapsesAndLetThePatientThrough(LocalPlatform platform)
      throws Exception {
    var pid = platform.enginePid();
    try (var robot = new Robot(application, platform);
        var impatient = platform.client().defaultRequestTimeout(PATIENCE).build();
        var patient =
            platform.client().defaultRequestTimeout(PATIENCE).useDefaultRetryPolicy(true).build();
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      // given people at work in the portal
      impatient.newDeployResourceCommand().addResourceStringUtf8(MODEL, "load.bpmn").send().join();
      for (var way : List.of(Way.ACCEPTED, Way.REJECTED, Way.SUPPLEMENTED_IN_PORTAL, Way.LIFTED)) {
        robot.start(
            new RobotCase(
                UUID.randomUUID().toString(), way.ordinal(), way, true, RobotCase.Fate.AWARDED));
      }
      robot.allStarted();
      var lines = new ArrayList<String>();

      // when as many calls as there may be are under way all the time
      for (var inFlight : List.of(20, 50, 200, 1000)) {
        var figures = load(inFlight, call -> grpc(impatient, call));
        lines.add(figures.line("gRPC"));
        assertThat(figures.codes().keySet()).as("gRPC").isSubsetOf(OK, REFUSED);
        bounded(figures, MOST_GRPC);
      }
      for (var inFlight : List.of(20, 50, 200)) {
        var figures = load(inFlight, call -> rest(http, platform));
        lines.add(figures.line("REST"));
        assertThat(figures.codes().keySet()).as("REST").isSubsetOf(OK, REFUSED);
        bounded(figures, MOST_REST);
      }
      lines.add("memory of the engine: %d MB".formatted(memory(pid)));
      lines.forEach(System.out::println);

      // then the client's own back-off gets all of them through
      for (var inFlight : List.of(20, 50, 200, 400)) {
        var answers =
            IntStream.range(0, inFlight)
                .mapToObj(call -> grpc(patient, call).toCompletableFuture())
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join).distinct())
            .as("%d at once, with the client's retry", inFlight)
            .containsExactly(OK);
      }
      await().atMost(Duration.ofMinutes(10)).until(robot::done);
      assertThat(robot.cases())
          .allSatisfy(one -> assertThat(robot.unfinished()).as(one.toString()).isEmpty());
      assertThat(platform.enginePid()).as("the process is the same").isEqualTo(pid);
      assertThat(memory(pid)).as("memory in MB").isLessThan(MOST_MEMORY_MB);
    }
  }

  /** Whoever is let in waits for no more than those before him. */
  private static void bounded(Figures figures, int most) {
    var inside = Math.min(figures.inFlight(), most);
    assertThat(figures.millis(95))
        .as("p95 of what was let in, %d in flight", figures.inFlight())
        .isLessThan(1000 + 4 * 1000.0 * inside / figures.perSecond());
  }

  private static Figures load(int inFlight, IntFunction<CompletionStage<String>> call)
      throws InterruptedException {
    var answers = new ConcurrentLinkedQueue<Answer>();
    var free = new Semaphore(inFlight);
    var began = System.nanoTime();
    for (var number = 0; System.nanoTime() - began < LEVEL.toNanos(); number++) {
      free.acquire();
      var sent = System.nanoTime();
      call.apply(number)
          .whenComplete(
              (code, failure) -> {
                answers.add(
                    new Answer(
                        failure == null ? code : failure.toString(), System.nanoTime() - sent));
                free.release();
              });
    }
    assertThat(free.tryAcquire(inFlight, PATIENCE.toSeconds(), TimeUnit.SECONDS))
        .as("every call is answered")
        .isTrue();
    return new Figures(inFlight, List.copyOf(answers), (System.nanoTime() - began) / 1e9);
  }

  /** Instances and messages in turn. */
  private static CompletionStage<String> grpc(CamundaClient client, int number) {
    var sent =
        number % 2 == 0
            ? client.newCreateInstanceCommand().bpmnProcessId("load").latestVersion().send()
            : client
                .newPublishMessageCommand()
                .messageName("load")
                .correlationKey("load-" + number)
                .timeToLive(Duration.ZERO)
                .send();
    return sent.handle((done, failure) -> failure == null ? OK : code(failure));
  }

  private static String code(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(ClientStatusException.class::isInstance)
        .map(cause -> ((ClientStatusException) cause).getStatusCode().name())
        .findFirst()
        .orElseGet(() -> Status.fromThrowable(failure).getCode().name());
  }

  private static CompletionStage<String> rest(HttpClient http, LocalPlatform platform) {
    var request =
        HttpRequest.newBuilder(platform.management().resolve("/v2/user-tasks/search"))
            .header("Authorization", platform.authorization())
            .header("Content-Type", "application/json")
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofString("{\"filter\":{\"state\":\"CREATED\"}}"))
            .build();
    return http.sendAsync(request, BodyHandlers.ofString())
        .thenApply(
            answer ->
                answer.statusCode() == 200
                    ? OK
                    : answer.statusCode() == 503 && answer.body().contains(REFUSED)
                        ? REFUSED
                        : answer.statusCode() + " " + answer.body());
  }

  /** Megabytes a process has in memory. */
  private static long memory(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc/%d/status".formatted(pid))).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }
}
