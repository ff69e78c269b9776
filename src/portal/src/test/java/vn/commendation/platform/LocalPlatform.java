package vn.commendation.platform;

import io.camunda.client.CamundaClient;
import io.camunda.process.test.impl.assertions.CamundaDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * The real engine, web applications, database and mail catcher as processes of this machine,
 * started side by side. What the environment names (a database, a Camunda cluster) is used instead
 * of being started.
 */
public final class LocalPlatform implements AutoCloseable {

  /** The account the application itself uses in the web applications. */
  static final String APPLICATION_ACCOUNT = "commendation-app";

  /** Everybody's password in the demonstration data. */
  public static final String DEMO_PASSWORD = "Khenthuong@2022";

  static final String LOOPBACK = "127.0.0.1";
  private static final Duration START_PATIENCE = Duration.ofMinutes(4);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

  private final Settings settings;
  private final StateDirectory state;
  private final PlatformProcesses processes;
  private final Map<String, ChildProcess> children = new ConcurrentHashMap<>();
  private final CompletableFuture<Void> failure = new CompletableFuture<>();
  private final Executor threads = task -> Thread.ofVirtual().start(task);
  private volatile boolean closing;

  private CompletableFuture<?> mail = CompletableFuture.completedFuture(null);
  private CompletableFuture<?> database = CompletableFuture.completedFuture(null);
  private CompletableFuture<?> broker = CompletableFuture.completedFuture(null);
  private CompletableFuture<?> webApps = CompletableFuture.completedFuture(null);

  /**
   * How a platform is to run.
   *
   * @param bind the address for what people use; everything else stays on the loopback address
   * @param controlledClock whether the engine's clock can be moved
   * @param report takes the lines for the person who waits
   */
  record Settings(
      Path directory,
      Ports ports,
      String bind,
      boolean controlledClock,
      Map<String, String> environment,
      Consumer<String> report) {

    boolean ownDatabase() {
      return !environment.containsKey("SPRING_DATASOURCE_URL");
    }

    boolean ownCluster() {
      return !environment.containsKey("CAMUNDA_CLIENT_GRPC_ADDRESS");
    }

    boolean ownMail() {
      return !environment.containsKey("SPRING_MAIL_HOST");
    }

    String searchUrl() {
      return local(ports.searchHttp());
    }
  }

  private LocalPlatform(Settings settings, StateDirectory state) {
    this.settings = settings;
    this.state = state;
    this.processes = new PlatformProcesses(settings, state);
  }

  /** Locks the state directory, clears leftovers and starts everything; does not wait for it. */
  static LocalPlatform start(Settings settings, boolean fresh) {
    StateDirectory state = StateDirectory.lock(settings.directory());
    LocalPlatform platform = new LocalPlatform(settings, state);
    try {
      List<String> ended = state.endLeftovers(STOP_PATIENCE);
      if (!ended.isEmpty()) {
        settings
            .report()
            .accept("Ended what an earlier start left behind: " + String.join(", ", ended));
      }
      if (fresh) {
        state.empty();
      }
      Machine.check(settings.directory());
      platform.requireFreePorts();
      platform.startParts();
      return platform;
    } catch (RuntimeException e) {
      platform.close();
      throw e;
    }
  }

  private void requireFreePorts() {
    Ports ports = settings.ports();
    Map<String, Integer> needed = new LinkedHashMap<>();
    needed.put("the portal", ports.portal());
    if (settings.ownMail()) {
      needed.put("mail", ports.smtp());
      needed.put("the mail page", ports.mailPage());
    }
    if (settings.ownDatabase()) {
      needed.put("MariaDB", ports.database());
    }
    if (settings.ownCluster()) {
      needed.put("Tasklist and Operate", ports.webApps());
      needed.put("the management of Tasklist and Operate", ports.webAppsManagement());
      needed.put("the cluster connection of Tasklist and Operate", ports.webAppsInternal());
      needed.put("Zeebe's REST interface", ports.rest());
      needed.put("Zeebe's gRPC interface", ports.grpc());
      needed.put("Zeebe's management", ports.brokerManagement());
      needed.put("Zeebe's command interface", ports.brokerCommand());
      needed.put("Zeebe's cluster connection", ports.brokerInternal());
      needed.put("OpenSearch", ports.searchHttp());
    }
    needed.forEach((user, port) -> Ports.requireFree(user, settings.bind(), port));
  }

  private void startParts() {
    if (settings.ownCluster()) {
      PlatformParts parts = PlatformParts.ofBuild();
      // the others find OpenSearch by the time they need it
      phase("OpenSearch", () -> startSearch(parts));
      webApps = phase("Operate and Tasklist", () -> startWebApps(parts));
      broker = phase("Zeebe", () -> startBroker(parts));
    }
    if (settings.ownDatabase()) {
      database = phase("MariaDB", this::startDatabase);
    }
    if (settings.ownMail()) {
      mail = phase("Mail catcher", this::startMail);
    }
  }

  private CompletableFuture<?> phase(String name, Supplier<ChildProcess> start) {
    long begin = System.nanoTime();
    return CompletableFuture.supplyAsync(start, threads)
        .whenComplete(
            (child, problem) -> {
              if (problem != null) {
                failure.completeExceptionally(problem);
              } else if (!closing) {
                report(name, begin, child.log());
              }
            });
  }

  void report(String phase, long begin, Path log) {
    settings
        .report()
        .accept(
            String.format(
                Locale.ROOT,
                "  %-22s %5.1f s   %s",
                phase,
                (System.nanoTime() - begin) / 1e9,
                shorten(log)));
  }

  private static Path shorten(Path log) {
    Path here = Path.of("").toAbsolutePath();
    return log.startsWith(here) ? here.relativize(log) : log;
  }

  private ChildProcess child(PlatformProcesses.Part part) {
    ChildProcess child = ChildProcess.start(part.name(), part.command(), part.environment(), state);
    children.put(part.name(), child);
    child
        .process()
        .onExit()
        .thenAccept(
            process -> {
              if (!closing) {
                failure.completeExceptionally(
                    new PlatformException(
                        "%s ended unexpectedly (exit code %d).%s"
                            .formatted(
                                part.name(),
                                process.exitValue(),
                                ChildProcess.endOf(child.log()))));
              }
            });
    return child;
  }

  private ChildProcess startSearch(PlatformParts parts) {
    HttpCalls search = new HttpCalls(settings.searchUrl());
    return child(processes.search(parts))
        .awaitReady(() -> search.answers("/_cluster/health"), START_PATIENCE);
  }

  private ChildProcess startBroker(PlatformParts parts) {
    HttpCalls management = new HttpCalls(local(settings.ports().brokerManagement()));
    ChildProcess broker =
        child(processes.broker(parts))
            .awaitReady(() -> management.answers("/actuator/health/readiness"), START_PATIENCE);
    // at the first record the exporter creates its templates: better now than when models come
    new HttpCalls(local(settings.ports().rest()))
        .call(
            "POST",
            "/v2/messages/publication",
            Map.of("name", "platform-started", "correlationKey", "start", "timeToLive", 0));
    return broker;
  }

  private ChildProcess startWebApps(PlatformParts parts) {
    HttpCalls login = new HttpCalls(webAppsUrl());
    return child(processes.webApps(parts))
        .awaitReady(() -> login.login(APPLICATION_ACCOUNT, state.secret()), START_PATIENCE);
  }

  private ChildProcess startDatabase() {
    MariaDb mariaDb = mariaDb();
    mariaDb.prepare();
    return child(
            new PlatformProcesses.Part(
                "mariadb", mariaDb.command(state.secret()), mariaDb.environment()))
        .awaitReady(() -> connects(mariaDb.jdbcUrl()), START_PATIENCE);
  }

  private MariaDb mariaDb() {
    return MariaDb.in(
        Path.of(".local", "dist").toAbsolutePath(),
        state.directory("mariadb"),
        settings.ports().database());
  }

  private boolean connects(String url) {
    try (Connection connection =
        DriverManager.getConnection(url, MariaDb.DATABASE, state.secret())) {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }

  private ChildProcess startMail() {
    HttpCalls page = new HttpCalls(local(settings.ports().mailPage()));
    return child(processes.mail()).awaitReady(() -> page.answers("/"), START_PATIENCE);
  }

  /** Waits for what the application cannot start without. */
  void awaitEngineAndDatabase() {
    await(mail, database, broker);
  }

  void awaitWebApps() {
    await(webApps);
  }

  private void await(CompletableFuture<?>... parts) {
    try {
      CompletableFuture.anyOf(CompletableFuture.allOf(parts), failure).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Calls back when a part fails or ends although nobody asked it to. */
  void onFailure(Consumer<Throwable> reaction) {
    failure.whenComplete(
        (nothing, problem) -> {
          if (problem != null && !closing) {
            reaction.accept(problem instanceof CompletionException ? problem.getCause() : problem);
          }
        });
  }

  /**
   * Gives people their accounts and waits until the application has deployed its models: a task
   * that Tasklist learns of before its form would show raw variables for ever.
   */
  void completeWith(DataSource applicationData, BooleanSupplier modelsDeployed) {
    if (!settings.ownCluster()) {
      return;
    }
    awaitWebApps();
    new PlatformAccounts(new HttpCalls(settings.searchUrl())).copyFrom(applicationData);
    ChildProcess.await(
        "Tasklist, which must know the forms,",
        state.log("webapps"),
        modelsDeployed,
        children.get("webapps").process().onExit(),
        START_PATIENCE);
  }

  /** What the application has to be told to run on this platform. */
  public Map<String, String> applicationProperties() {
    Ports ports = settings.ports();
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("server.address", settings.bind());
    properties.put("server.port", String.valueOf(ports.portal()));
    properties.put("commendation.portal.url", portalUrl());
    if (settings.ownDatabase()) {
      properties.put("spring.datasource.url", mariaDb().jdbcUrl());
      properties.put("spring.datasource.username", MariaDb.DATABASE);
      properties.put("spring.datasource.password", state.secret());
    }
    if (settings.ownMail()) {
      properties.put("spring.mail.host", LOOPBACK);
      properties.put("spring.mail.port", String.valueOf(ports.smtp()));
    }
    if (settings.ownCluster()) {
      properties.put("camunda.client.grpc-address", "http://" + LOOPBACK + ":" + ports.grpc());
      properties.put("camunda.client.rest-address", "http://" + LOOPBACK + ":" + ports.rest());
      properties.put("commendation.engine.cluster-label", state.clusterLabel());
      properties.put("commendation.platform.tasklist-url", webAppsUrl() + "/tasklist");
      properties.put("commendation.platform.tasklist-api-url", webAppsUrl());
      properties.put("commendation.platform.operate-url", webAppsUrl() + "/operate");
      properties.put("commendation.platform.operate-api-url", webAppsUrl());
      // somebody is looking: an incident shows within seconds
      properties.put("commendation.engine.incident-interval", "5s");
      properties.put("commendation.platform.search-url", settings.searchUrl());
      properties.put("commendation.platform.username", APPLICATION_ACCOUNT);
      properties.put("commendation.platform.password", state.secret());
    }
    return properties;
  }

  /** What people and clients open, by name. */
  Map<String, String> addresses() {
    Map<String, String> addresses = new LinkedHashMap<>();
    addresses.put("Portal", portalUrl());
    if (settings.ownCluster()) {
      addresses.put("Tasklist", webAppsUrl() + "/tasklist");
      addresses.put("Operate", webAppsUrl() + "/operate");
      addresses.put("Zeebe gRPC", "localhost:" + settings.ports().grpc());
      addresses.put("Zeebe REST", "http://localhost:" + settings.ports().rest());
    }
    if (settings.ownMail()) {
      addresses.put("Mail", mailPageUrl());
    }
    return addresses;
  }

  public String portalUrl() {
    return "http://localhost:" + settings.ports().portal();
  }

  /** Base of Tasklist, Operate and their v1 interfaces. */
  public String webAppsUrl() {
    return settings.ownCluster()
        ? "http://localhost:" + settings.ports().webApps()
        : settings
            .environment()
            .getOrDefault("COMMENDATION_PLATFORM_TASKLISTAPIURL", "http://localhost:8080");
  }

  public String mailPageUrl() {
    return "http://localhost:" + settings.ports().mailPage();
  }

  /** What only this machine may call. */
  private static String local(int port) {
    return "http://" + LOOPBACK + ":" + port;
  }

  Settings settings() {
    return settings;
  }

  StateDirectory state() {
    return state;
  }

  /** The v1 interfaces of Tasklist and Operate as the named person. */
  public HttpCalls webApps(String username, String password) {
    HttpCalls calls = new HttpCalls(webAppsUrl());
    if (!calls.login(username, password)) {
      throw new IllegalStateException(username + " cannot log in at " + webAppsUrl());
    }
    return calls;
  }

  /** What process assertions read: Operate of the local 8.6, or the search of a cluster of 8.8. */
  CamundaDataSource processes(CamundaClient client) {
    return settings.ownCluster()
        ? new OperateDataSource(client, webApps(APPLICATION_ACCOUNT, state.secret()))
        : new CamundaDataSource(client);
  }

  /** The engine's clock; it can be moved only on a platform started for tests. */
  public PlatformClock clock() {
    return new PlatformClock(new HttpCalls(local(settings.ports().brokerManagement())));
  }

  /** Ends every process: OpenSearch last, because the others still write to it. */
  @Override
  public synchronized void close() {
    if (closing) {
      return;
    }
    closing = true;
    ChildProcess search = children.remove("opensearch");
    CompletableFuture.allOf(
            children.values().stream()
                .map(child -> CompletableFuture.runAsync(() -> child.stop(STOP_PATIENCE), threads))
                .toArray(CompletableFuture[]::new))
        .join();
    if (search != null) {
      search.stop(STOP_PATIENCE);
    }
    state.close();
  }
}
