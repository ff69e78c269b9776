package vn.commendation.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.commendation.CommendationApplication;
import vn.commendation.engine.ModelsDeployed;
import vn.commendation.nomination.Cases;
import vn.commendation.nomination.Cases.Draft;
import vn.commendation.nomination.NominationStatus;
import vn.commendation.nomination.Nominations;
import vn.commendation.recovery.DriftKind;
import vn.commendation.recovery.Outcome;
import vn.commendation.recovery.Recovery;
import vn.commendation.recovery.Recovery.DriftLine;
import vn.commendation.recovery.Recovery.Report;
import vn.commendation.reliability.ReliabilityTest;
import vn.commendation.reliability.Seed;

/**
 * Dumps taken while cases move, restored as the recovery page says: with the scripts of production,
 * on a database server of its own, with engine and portal started anew on it.
 */
@ReliabilityTest
@TestInstance(Lifecycle.PER_CLASS)
class BackupIT {

  private static final String PASSWORD = "local";
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Path DISTRIBUTIONS = Path.of(".local", "dist").toAbsolutePath();
  private static final Path DIRECTORY = Path.of("target", "backup").toAbsolutePath();

  private final List<Draft> drafts = new CopyOnWriteArrayList<>();

  private RandomGenerator random;
  private StateDirectory state;
  private ChildProcess server;
  private MariaDb database;
  private int port;
  private LocalPlatform platform;
  private ConfigurableApplicationContext portal;
  private CamundaClient engine;

  @BeforeAll
  void startEverything(Seed seed) {
    Awaitility.setDefaultTimeout(PATIENCE);
    random = seed.random("backup");
    state = StateDirectory.lock(DIRECTORY);
    state.endLeftovers(Duration.ofSeconds(20));
    state.empty();
    port = Ports.free().database();
    database = MariaDb.in(DISTRIBUTIONS, state.directory("mariadb"), port);
    database.prepare();
    for (var client : List.of("mariadb", "mariadb-dump")) {
      // of what is unpacked only the server is made executable
      assertThat(client(client).toFile().setExecutable(true)).isTrue();
    }
    server =
        ChildProcess.start("mariadb", database.command(PASSWORD), database.environment(), state);
    await().until(() -> sql("select 1").equals("1"));
    start(true);
  }

  @AfterAll
  void stopEverything() {
    stop();
    server.stop(Duration.ofSeconds(20));
    state.close();
  }

  @Test
  void shouldGoOnFromADumpThatWasTakenWhileCasesMoved() throws Exception {
    var dump = dumpFile("load");
    var busy = new AtomicBoolean(true);
    var people = Thread.ofPlatform().start(() -> work(busy));
    await().until(() -> cases("OFFICE_REVIEW", "SUPPLEMENT", "ACCEPTED", "REJECTED") >= 4);
    var before = cases();

    backup(dump);

    await().until(() -> cases() > before + 2);
    busy.set(false);
    people.join();
    stop();
    restore(dump, "both");
    drafts.removeIf(draft -> !exists(draft));
    start(false);

    assertThat(compared().lines()).isEmpty();
    finishEverything();
    assertThat(compared().lines()).isEmpty();
  }

  @Test
  void shouldRebuildWhatAnOlderDumpOfTheEngineDoesNotKnow() throws Exception {
    for (var n = 0; n < 4; n++) {
      submit();
    }
    await().until(() -> cases("SUBMITTED") == 0);
    var dump = dumpFile("older");
    backup(dump);
    var labels = labels();
    // the engine forgets all of this: two decided on, one returned, one begun
    await().until(() -> tasks("OfficeReview").size() >= 4);
    var waiting = tasks("OfficeReview");
    decide(waiting.get(0), "accept");
    decide(waiting.get(1), "reject");
    decide(waiting.get(2), "return");
    submit();
    await().until(() -> cases("SUBMITTED") == 0 && cases("SUPPLEMENT") >= 1);
    await().until(() -> cases("REJECTED") >= 1 && cases("ACCEPTED") >= 1);
    stop();
    restore(dump, "engine");
    start(false);

    assertThat(labels()).isEqualTo(labels + 1);
    assertThat(compared().counts())
        .containsKeys(DriftKind.ELSEWHERE, DriftKind.MISSING, DriftKind.UNKNOWN);
    rebuild();

    assertThat(compared().lines()).isEmpty();
    finishEverything();
    assertThat(compared().lines()).isEmpty();
  }

  @Test
  void shouldGiveEveryCaseItsInstanceInAnEmptyEngine() throws Exception {
    for (var n = 0; n < 3; n++) {
      submit();
    }
    await().until(() -> cases("SUBMITTED") == 0 && tasks("OfficeReview").size() >= 3);
    decide(tasks("OfficeReview").getFirst(), "return");
    await().until(() -> cases("SUPPLEMENT") >= 1);
    var dump = dumpFile("new");
    backup(dump);
    stop();
    restore(dump, "portal+new");
    start(false);

    var open = cases("OFFICE_REVIEW", "SUPPLEMENT", "ACCEPTED");
    assertThat(compared().lines())
        .hasSize((int) open)
        .extracting(DriftLine::kind)
        .containsOnly(DriftKind.MISSING);
    assertThat(byCommand("preview")).isEqualTo(1);
    assertThat(compared().lines()).hasSize((int) open);
    assertThat(byCommand("run")).isZero();

    assertThat(compared().lines()).isEmpty();
    finishEverything();
    assertThat(compared().lines()).isEmpty();
  }

  private void start(boolean fresh) {
    var environment = new HashMap<>(System.getenv());
    environment.remove("CAMUNDA_CLIENT_GRPC_ADDRESS");
    environment.put("SPRING_DATASOURCE_URL", database.jdbcUrl());
    environment.put("SPRING_DATASOURCE_USERNAME", MariaDb.DATABASE);
    environment.put("SPRING_DATASOURCE_PASSWORD", PASSWORD);
    environment.put("ENGINE_DATABASE_URL", database.jdbcUrl(MariaDb.ENGINE));
    platform =
        LocalPlatform.start(
            new LocalPlatform.Settings(
                Path.of("target", "backup-platform").toAbsolutePath(),
                Ports.free(),
                LocalPlatform.LOOPBACK,
                false,
                environment,
                System.out::println),
            fresh);
    var deployed = new AtomicBoolean();
    portal =
        application()
            .listeners(event -> deployed.compareAndSet(false, event instanceof ModelsDeployed))
            .run(arguments());
    platform.awaitEngine();
    await().untilTrue(deployed);
    engine = platform.client().build();
  }

  private static SpringApplicationBuilder application() {
    return new SpringApplicationBuilder(CommendationApplication.class).profiles("demo");
  }

  private String[] arguments(String... more) {
    var properties = new HashMap<>(platform.applicationProperties());
    properties.put("commendation.recovery.pause", "3s");
    for (var one : more) {
      properties.put(one.split("=")[0], one.split("=")[1]);
    }
    return properties.entrySet().stream()
        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
        .toArray(String[]::new);
  }

  /** As somebody without a browser has it done, beside the portal that runs. */
  private int byCommand(String wish) {
    return SpringApplication.exit(
        application().run(arguments("server.port=0", "rebuild-engine=" + wish)));
  }

  private void stop() {
    if (engine != null) {
      engine.close();
    }
    if (portal != null) {
      portal.close();
    }
    if (platform != null) {
      platform.close();
    }
  }

  private void submit() {
    var cases = new Cases(portal.getBean(Nominations.class));
    drafts.add(cases.submitted(Cases.IN_HOUSE));
  }

  /** People send cases and decide on them until nobody is to any more. */
  private void work(AtomicBoolean busy) {
    for (var n = 0; busy.get() && n < 60; n++) {
      submit();
      var tasks = tasks("OfficeReview");
      if (!tasks.isEmpty()) {
        decide(
            tasks.get(random.nextInt(tasks.size())),
            List.of("accept", "reject", "return").get(random.nextInt(3)));
      }
    }
  }

  private void decide(UserTask task, String decision) {
    var entered = new HashMap<String, Object>();
    entered.put("decision", decision);
    entered.put("reason", "Theo kết quả thẩm định");
    entered.put("note", "Đủ điều kiện");
    entered.put("reopen", List.of("evidence"));
    try {
      engine.newAssignUserTaskCommand(task.getUserTaskKey()).assignee("chuyenvien").send().join();
      engine.newCompleteUserTaskCommand(task.getUserTaskKey()).variables(entered).send().join();
    } catch (ClientException e) {
      // it is gone by now
      assertThat(e.getMessage()).containsAnyOf("404", "409");
    }
  }

  private List<UserTask> tasks(String element) {
    return engine
        .newUserTaskSearchRequest()
        .filter(filter -> filter.elementId(element).state(UserTaskState.CREATED))
        .send()
        .join()
        .items();
  }

  /** The Office rejects what waits for it, the units withdraw the rest; every case is closed. */
  private void finishEverything() {
    var nominations = portal.getBean(Nominations.class);
    await()
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              tasks("OfficeReview").forEach(task -> decide(task, "reject"));
              for (var draft : drafts) {
                var status = nominations.details(draft.id(), draft.nominator()).summary().status();
                if (Set.of(NominationStatus.SUPPLEMENT, NominationStatus.ACCEPTED)
                    .contains(status)) {
                  nominations.withdraw(draft.id(), "Kết thúc đợt", draft.nominator());
                }
              }
              return open() == 0;
            });
    for (var draft : drafts) {
      assertThat(actions(draft.id())).as(draft.id()).doesNotHaveDuplicates();
    }
  }

  private List<String> actions(String id) {
    return portal
        .getBean(JdbcClient.class)
        .sql(
            """
            select action from audit_entry where subject_id = ? and action in
              ('nomination.submitted', 'nomination.office-review.accept',
               'nomination.office-review.reject', 'nomination.withdrawn',
               'nomination.outcome-notified')""")
        .param(id)
        .query(String.class)
        .list();
  }

  private Report compared() {
    var recovery = portal.getBean(Recovery.class);
    recovery.compare("quantri");
    await()
        .until(
            () ->
                recovery.report().filter(report -> !report.reconciliation().running()).isPresent());
    return recovery.report().orElseThrow();
  }

  private void rebuild() {
    var recovery = portal.getBean(Recovery.class);
    var id = recovery.report().orElseThrow().reconciliation().id();
    assertThat(recovery.rebuild(id, "quantri")).isTrue();
    await().until(() -> recovery.report().orElseThrow().reconciliation().rebuildEnds() != null);
    assertThat(recovery.report().orElseThrow().lines())
        .extracting(DriftLine::outcome)
        .doesNotContain(Outcome.FAILED);
  }

  private boolean exists(Draft draft) {
    return sql("select count(*) from nomination where status <> 'DRAFT' and id = '"
            + draft.id()
            + "'")
        .equals("1");
  }

  /** Cases of these tests, not those of the demonstration. */
  private long cases(String... statuses) {
    return number(
        "select count(*) from nomination where revision > 0 and status in ('%s') and id in ('%s')"
            .formatted(
                String.join("','", statuses),
                String.join("','", drafts.stream().map(Draft::id).toList())));
  }

  private long cases() {
    return number("select count(*) from nomination where status <> 'DRAFT'");
  }

  private long open() {
    return number("select count(*) from nomination where status <> 'DRAFT' and closed_at is null");
  }

  private long labels() {
    return number("select count(*) from engine_cluster");
  }

  private long number(String query) {
    return portal.getBean(JdbcClient.class).sql(query).query(Long.class).single();
  }

  private static Path dumpFile(String name) throws IOException {
    Files.createDirectories(DIRECTORY.resolve("dumps"));
    return DIRECTORY.resolve("dumps").resolve(name + ".sql.gz");
  }

  private void backup(Path dump) throws Exception {
    run("docker/backup.sh", dump.toString());
    assertThat(dump).isNotEmptyFile();
  }

  private void restore(Path dump, String what) throws Exception {
    run("docker/restore.sh", dump.toString(), what);
  }

  private void run(String script, String... arguments) throws Exception {
    var command = new ArrayList<String>(List.of("sh", script));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).inheritIO();
    builder.environment().putAll(variables());
    var process = builder.start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(script).isZero();
  }

  private String sql(String query) {
    try {
      var builder =
          new ProcessBuilder(
              client("mariadb").toString(),
              "--skip-ssl",
              "--skip-column-names",
              "--user=" + MariaDb.DATABASE,
              "--host=127.0.0.1",
              "--execute",
              query,
              MariaDb.DATABASE);
      builder.environment().putAll(variables());
      var process = builder.start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path client(String name) {
    return DISTRIBUTIONS.resolve("mariadb/bin").resolve(name);
  }

  private Map<String, String> variables() {
    var variables = new HashMap<>(database.environment());
    variables.put("MYSQL_HOST", "127.0.0.1");
    variables.put("MYSQL_TCP_PORT", String.valueOf(port));
    variables.put("MYSQL_USER", MariaDb.DATABASE);
    variables.put("MYSQL_PWD", PASSWORD);
    // the server has no certificate
    variables.put("MYSQL_OPTIONS", "--skip-ssl");
    variables.put("MYSQLDUMP", client("mariadb-dump").toString());
    variables.put("MYSQL", client("mariadb").toString());
    return variables;
  }
}
