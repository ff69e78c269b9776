package vn.commendation.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.commendation.CommendationApplication;
import vn.commendation.engine.ModelsDeployed;
import vn.commendation.recovery.Recovery;
import vn.commendation.recovery.Recovery.Report;

/**
 * Database server, engine and portal of one test alone, so that it can stop them, put other data
 * under them with the scripts of production, and start them again.
 */
final class OwnProduct implements AutoCloseable {

  private static final String PASSWORD = "local";
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
  private static final Path DISTRIBUTIONS = Path.of(".local", "dist").toAbsolutePath();

  private final Path platformDirectory;
  private final StateDirectory state;
  private final MariaDb database;
  private final int port;
  private final ChildProcess server;
  private LocalPlatform platform;
  private ConfigurableApplicationContext portal;
  private CamundaClient engine;

  /**
   * Starts the database server.
   *
   * @param directory below {@code target}
   */
  OwnProduct(String directory) {
    platformDirectory = Path.of("target", directory + "-platform").toAbsolutePath();
    state = StateDirectory.lock(Path.of("target", directory).toAbsolutePath());
    state.endLeftovers(STOP_PATIENCE);
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
  }

  /**
   * Starts engine and portal on what the database holds, and waits until the models are deployed.
   *
   * @param fresh forgets what an earlier test left on the disk
   */
  void start(boolean fresh) {
    var environment = new HashMap<>(System.getenv());
    environment.remove("CAMUNDA_CLIENT_GRPC_ADDRESS");
    environment.put("SPRING_DATASOURCE_URL", database.jdbcUrl());
    environment.put("SPRING_DATASOURCE_USERNAME", MariaDb.DATABASE);
    environment.put("SPRING_DATASOURCE_PASSWORD", PASSWORD);
    environment.put("ENGINE_DATABASE_URL", database.jdbcUrl(MariaDb.ENGINE));
    platform =
        LocalPlatform.start(
            new LocalPlatform.Settings(
                platformDirectory,
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

  /**
   * Runs the portal for one thing beside the one that runs, as somebody without a browser does.
   *
   * @param property what it is to do
   * @return its exit code
   */
  int command(String property) {
    return SpringApplication.exit(application().run(arguments("server.port=0", property)));
  }

  /** Ends engine and portal; the database server stays. */
  void stop() {
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

  @Override
  public void close() {
    stop();
    server.stop(STOP_PATIENCE);
    state.close();
  }

  /** A service of the portal that runs. */
  <T> T portal(Class<T> service) {
    return portal.getBean(service);
  }

  LocalPlatform platform() {
    return platform;
  }

  CamundaClient engine() {
    return engine;
  }

  /** What differs between cases and instances now. */
  Report compared() {
    var recovery = portal(Recovery.class);
    recovery.compare("quantri");
    await()
        .until(
            () ->
                recovery.report().filter(report -> !report.reconciliation().running()).isPresent());
    return recovery.report().orElseThrow();
  }

  long number(String query) {
    return portal(JdbcClient.class).sql(query).query(Long.class).single();
  }

  /** What the client of the server answers. */
  String sql(String query) {
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

  /** Runs {@code docker/backup.sh}. */
  void backup(Path dump) throws Exception {
    run("docker/backup.sh", dump.toString());
    assertThat(dump).isNotEmptyFile();
  }

  /**
   * Runs {@code docker/restore.sh}, once engine and portal have stopped.
   *
   * @param what as the script takes it
   */
  void restore(Path dump, String what) throws Exception {
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
