package vn.commendation.localengine.bench;

import io.camunda.client.CamundaClient;
import io.camunda.client.CredentialsProvider;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.worker.JobWorker;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import vn.commendation.localengine.LocalEngine;
import vn.commendation.localengine.TestDatabase;
import vn.commendation.localengine.bench.Walk.CompleteTask;
import vn.commendation.localengine.bench.Walk.Publish;
import vn.commendation.localengine.store.EngineSettings.Login;

/**
 * The local engine as a process of its own, through Camunda's client and the protocol, with workers
 * set as the portal sets them.
 */
final class ThroughClient implements Contender {

  private static final Path BUILD = Path.of("src", "engine", "target").toAbsolutePath();
  private static final String ACCOUNT = "bench";
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int WORKER_THREADS = 4;
  private static final int JOBS_ACTIVE = 16;

  private final String name;
  private final Path log;
  private final Process process;
  private final CamundaClient client;
  private final Duration start;
  private final List<JobWorker> workers = new ArrayList<>();
  private final Map<String, Run> runs = new ConcurrentHashMap<>();

  /**
   * @param classes of the engine: those of this build, or of another to compare with
   * @param options of its JVM beside the usual ones
   */
  ThroughClient(String name, Path classes, Login login, List<String> options) {
    this.name = name;
    this.log = BUILD.resolve("bench-" + name.replace(' ', '-') + ".log");
    var grpc = TestDatabase.freePort();
    var rest = TestDatabase.freePort();
    var began = System.nanoTime();
    this.process =
        start(
            classes,
            options,
            Map.of(
                "ENGINE_DATABASE_URL",
                login.url(),
                "ENGINE_DATABASE_USERNAME",
                login.username(),
                "ENGINE_ACCOUNTS_URL",
                login.url(),
                "ENGINE_GRPC_PORT",
                String.valueOf(grpc),
                "ENGINE_REST_PORT",
                String.valueOf(rest),
                "ENGINE_WEB_PORT",
                String.valueOf(TestDatabase.freePort()),
                "ENGINE_USERNAME",
                ACCOUNT,
                "ENGINE_PASSWORD",
                ACCOUNT));
    this.client =
        CamundaClient.newClientBuilder()
            .grpcAddress(URI.create("http://127.0.0.1:" + grpc))
            .restAddress(URI.create("http://127.0.0.1:" + rest))
            .preferRestOverGrpc(false)
            .numJobWorkerExecutionThreads(WORKER_THREADS)
            .defaultRequestTimeout(PATIENCE)
            .credentialsProvider(
                CredentialsProvider.newBasicAuthCredentialsProviderBuilder()
                    .username(ACCOUNT)
                    .password(ACCOUNT)
                    .build())
            .build();
    try {
      Awaitility.await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(50))
          .ignoreExceptions()
          .until(() -> client.newTopologyRequest().send().join() != null);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
    this.start = Duration.ofNanos(System.nanoTime() - began);
  }

  private Process start(Path classes, List<String> options, Map<String, String> environment) {
    try {
      var command = new ArrayList<String>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-XX:+UseSerialGC", "-Xmx384m", "-XX:MetaspaceSize=160m"));
      command.addAll(options);
      command.add("-cp");
      command.add(
          classes + File.pathSeparator + Files.readString(BUILD.resolve("class-path.txt")).strip());
      command.add(LocalEngine.class.getName());
      var builder = new ProcessBuilder(command);
      builder.environment().keySet().removeIf(variable -> variable.startsWith("ENGINE_"));
      builder.environment().putAll(environment);
      return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String name() {
    return name;
  }

  /** From the start of the process until it answered. */
  Duration start() {
    return start;
  }

  /** Memory of the process in bytes, as far as this system tells it. */
  long resident() {
    try {
      return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  @Override
  public ProcessHandle process() {
    return process.toHandle();
  }

  @Override
  public void deploy(List<Walk> walks) {
    var command = client.newDeployResourceCommand();
    walks.forEach(walk -> command.addResourceBytes(walk.model(), walk.process() + ".bpmn"));
    try (var files = Files.list(Path.of("bpmn"))) {
      for (var file : files.filter(each -> !each.toString().endsWith(".bpmn")).toList()) {
        command.addResourceFile(file.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // every step is the same command, which collects the resources
    ((DeployResourceCommandStep2) command).send().join();
    walks.stream()
        .map(Walk::jobTypes)
        .flatMap(types -> types.stream())
        .distinct()
        .forEach(this::work);
  }

  /** Workers stay, as the portal's do, whether there is work or not. */
  private void work(String type) {
    workers.add(
        client
            .newWorker()
            .jobType(type)
            .handler((jobs, job) -> arrived(job))
            .timeout(Duration.ofSeconds(30))
            .maxJobsActive(JOBS_ACTIVE)
            .fetchVariables(Walk.CASE)
            .streamEnabled(true)
            .open());
  }

  int workers() {
    return workers.size();
  }

  private void arrived(ActivatedJob job) {
    var caseId = (String) job.getVariable(Walk.CASE);
    runs.get(job.getBpmnProcessId()).arrived(caseId, job.getElementId(), new ByClient(job, caseId));
  }

  @Override
  public void run(Run run) throws InterruptedException {
    runs.put(run.walk.process(), run);
    run.all(UUID.randomUUID().toString(), caseId -> start(run.walk, caseId));
  }

  private void start(Walk walk, String caseId) {
    if (walk.startMessage() == null) {
      client
          .newCreateInstanceCommand()
          .bpmnProcessId(walk.process())
          .latestVersion()
          .variables(walk.startVariables(caseId))
          .send()
          .join();
    } else {
      publish(walk.startMessage(), caseId, walk.startVariables(caseId));
    }
  }

  private void publish(String message, String caseId, Map<String, Object> variables) {
    client
        .newPublishMessageCommand()
        .messageName(message)
        .correlationKey(caseId)
        .messageId(caseId)
        .timeToLive(Duration.ofDays(7))
        .variables(variables)
        .send()
        .join();
  }

  private final class ByClient implements Run.Answer {

    private final ActivatedJob job;
    private final String caseId;

    ByClient(ActivatedJob job, String caseId) {
      this.job = job;
      this.caseId = caseId;
    }

    @Override
    public void complete(Map<String, Object> variables) {
      client.newCompleteCommand(job).variables(variables).send().join();
    }

    @Override
    public void then(Walk.Then then) {
      switch (then) {
        case CompleteTask task -> {
          var open =
              client
                  .newUserTaskSearchRequest()
                  .filter(
                      filter ->
                          filter
                              .processInstanceKey(job.getProcessInstanceKey())
                              .state(UserTaskState.CREATED))
                  .send()
                  .join()
                  .items();
          client
              .newCompleteUserTaskCommand(open.getFirst().getUserTaskKey())
              .variables(task.variables())
              .send()
              .join();
        }
        case Publish message -> publish(message.message(), caseId, message.variables());
        case Walk.End ignored -> {}
      }
    }
  }

  @Override
  public void close() {
    workers.forEach(JobWorker::close);
    client.close();
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
