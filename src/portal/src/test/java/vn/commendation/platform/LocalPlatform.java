package vn.commendation.platform;

import io.camunda.client.CamundaClient;
import io.camunda.client.CamundaClientBuilder;
import io.camunda.client.CredentialsProvider;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Database, local engine and mail catcher as processes of this machine, started side by side. What
 * the environment names (a database, an engine) is used instead of being started.
 */
public final class LocalPlatform implements AutoCloseable {

  /** The account of the engine's clients. */
  static final String ENGINE_ACCOUNT = "commendation";

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

  /** Parts whose end is somebody's business: no failure of the platform. */
  private final Set<String> supervised = ConcurrentHashMap.newKeySet();

  private final Executor threads = task -> Thread.ofVirtual().start(task);
  private volatile boolean closing;

  private CompletableFuture<?> mail = CompletableFuture.completedFuture(null);
  private CompletableFuture<?> database = CompletableFuture.completedFuture(null);
  private CompletableFuture<?> engine = CompletableFuture.completedFuture(null);

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

    boolean ownEngine() {
      return !environment.containsKey("CAMUNDA_CLIENT_GRPC_ADDRESS");
    }

    boolean ownMail() {
      return !environment.containsKey("SPRING_MAIL_HOST");
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
      state.requireThisVersion();
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
    if (settings.ownEngine()) {
      needed.put("Tasklist and Cockpit", ports.web());
      needed.put("the local engine's REST interface", ports.rest());
      needed.put("the local engine's gRPC interface", ports.grpc());
    }
    needed.forEach((user, port) -> Ports.requireFree(user, settings.bind(), port));
  }

  private void startParts() {
    if (settings.ownDatabase()) {
      database = phase("MariaDB", this::startDatabase);
    }
    if (settings.ownEngine()) {
      engine = database.thenCompose(ready -> phase("Local engine", this::startEngine));
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

  private synchronized ChildProcess child(PlatformProcesses.Part part) {
    if (closing) {
      throw new PlatformException("Stopped before " + part.name() + " was started.");
    }
    ChildProcess child = ChildProcess.start(part.name(), part.command(), part.environment(), state);
    children.put(part.name(), child);
    child
        .process()
        .onExit()
        .thenAccept(
            process -> {
              if (!closing && !supervised.contains(part.name())) {
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

  private ChildProcess startEngine() {
    return startEngine(List.of());
  }

  private ChildProcess startEngine(List<String> options) {
    HttpCalls management = new HttpCalls(local(settings.ports().rest()));
    return child(processes.engine(engineDatabase(), portalDatabase(), options))
        .awaitReady(() -> management.answers("/actuator/health"), START_PATIENCE);
  }

  /**
   * Starts the engine anew and, from then on, again whenever it ends, as a service manager does.
   *
   * @param options of its Java machine, beside the usual ones
   */
  public SupervisedEngine superviseEngine(List<String> options) {
    awaitEngine();
    supervised.add("engine");
    children.get("engine").stop(STOP_PATIENCE);
    return new SupervisedEngine(
        state.log("engine"), () -> children.get("engine").process(), () -> startEngine(options));
  }

  /** Ends the database as a power cut does, and starts it again. */
  public void breakDatabase() {
    supervised.add("mariadb");
    try {
      children.get("mariadb").process().destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("Interrupted while the database ended.", e);
    }
    startDatabase();
    supervised.remove("mariadb");
  }

  private Database portalDatabase() {
    return settings.ownDatabase()
        ? new Database(mariaDb().jdbcUrl(), MariaDb.DATABASE, state.secret())
        : given(settings.environment().get("SPRING_DATASOURCE_URL"));
  }

  /** The engine's own schema, to look at what it holds. */
  public JdbcClient engineData() {
    Database database = engineDatabase();
    return JdbcClient.create(
        new DriverManagerDataSource(database.url(), database.user(), database.password()));
  }

  private Database engineDatabase() {
    if (settings.ownDatabase()) {
      return new Database(mariaDb().jdbcUrl(MariaDb.ENGINE), MariaDb.DATABASE, state.secret());
    }
    String url = settings.environment().get("ENGINE_DATABASE_URL");
    if (url == null) {
      throw new PlatformException(
          "SPRING_DATASOURCE_URL names a database for the portal: name a schema for the local"
              + " engine, too, in ENGINE_DATABASE_URL.");
    }
    return given(url);
  }

  /** One account owns both schemas of a server that the environment names. */
  private Database given(String url) {
    Map<String, String> environment = settings.environment();
    return new Database(
        url,
        environment.getOrDefault("SPRING_DATASOURCE_USERNAME", MariaDb.DATABASE),
        environment.getOrDefault("SPRING_DATASOURCE_PASSWORD", ""));
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
  void awaitDatabase() {
    await(mail, database);
  }

  /** Waits for the engine and until the application has deployed its models there. */
  void awaitModels(BooleanSupplier deployed) {
    if (!settings.ownEngine()) {
      return;
    }
    awaitEngine();
    ChildProcess.await(
        "The application, which deploys the models,",
        state.log("application"),
        deployed,
        children.get("engine").process().onExit(),
        START_PATIENCE);
  }

  public void awaitEngine() {
    await(database, engine);
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

  /** What the application has to be told to run on this platform. */
  public Map<String, String> applicationProperties() {
    Ports ports = settings.ports();
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("server.address", settings.bind());
    properties.put("server.port", String.valueOf(ports.portal()));
    properties.put("commendation.portal.url", portalUrl());
    Database database = portalDatabase();
    properties.put("spring.datasource.url", database.url());
    properties.put("spring.datasource.username", database.user());
    properties.put("spring.datasource.password", database.password());
    if (settings.ownMail()) {
      properties.put("spring.mail.host", LOOPBACK);
      properties.put("spring.mail.port", String.valueOf(ports.smtp()));
    }
    if (settings.ownEngine()) {
      properties.put("camunda.client.grpc-address", grpcAddress());
      properties.put("camunda.client.rest-address", restAddress());
      properties.put("camunda.client.auth.method", "basic");
      properties.put("camunda.client.auth.username", ENGINE_ACCOUNT);
      properties.put("camunda.client.auth.password", state.secret());
      properties.put("commendation.links.tasks", tasklistUrl());
      properties.put("commendation.links.task", tasklistUrl() + "#/?task={taskKey}");
      properties.put("commendation.links.monitor", cockpitUrl());
      properties.put(
          "commendation.links.instance", cockpitUrl() + "#/process-instance/{instanceKey}/runtime");
      // somebody is looking: an incident shows within seconds
      properties.put("commendation.engine.incident-interval", "5s");
    }
    return properties;
  }

  /** What people and clients open, by name. */
  Map<String, String> addresses() {
    Map<String, String> addresses = new LinkedHashMap<>();
    addresses.put("Portal", portalUrl());
    if (settings.ownEngine()) {
      addresses.put("Tasklist", tasklistUrl());
      addresses.put("Cockpit", cockpitUrl());
      addresses.put("Engine gRPC", "localhost:" + settings.ports().grpc());
      addresses.put("Engine REST", "http://localhost:" + settings.ports().rest() + "/v2");
    }
    if (settings.ownMail()) {
      addresses.put("Mail", mailPageUrl());
    }
    return addresses;
  }

  public String portalUrl() {
    return "http://localhost:" + settings.ports().portal();
  }

  private String grpcAddress() {
    return local(settings.ports().grpc());
  }

  private String restAddress() {
    return local(settings.ports().rest());
  }

  /** Where the engine's own pages and their interface begin. */
  public String webUrl() {
    return "http://localhost:" + settings.ports().web() + "/operaton";
  }

  private String tasklistUrl() {
    return webUrl() + "/app/tasklist/default/";
  }

  private String cockpitUrl() {
    return webUrl() + "/app/cockpit/default/";
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

  /** Tasklist's own interface as the named person uses it. */
  public HttpCalls tasklist(String username, String password) {
    HttpCalls calls = new HttpCalls(webUrl());
    calls.login(username, password);
    return calls;
  }

  /** The engine's clock; it can be moved only on a platform started for tests. */
  public PlatformClock clock() {
    return new PlatformClock(new HttpCalls(restAddress()));
  }

  /** A client of the engine for what is no part of the application. */
  public CamundaClientBuilder client() {
    return CamundaClient.newClientBuilder()
        .grpcAddress(URI.create(grpcAddress()))
        .restAddress(URI.create(restAddress()))
        .preferRestOverGrpc(false)
        .credentialsProvider(
            CredentialsProvider.newBasicAuthCredentialsProviderBuilder()
                .username(ENGINE_ACCOUNT)
                .password(state.secret())
                .build());
  }

  /** What a request to the engine's REST interface carries. */
  public String authorization() {
    var credentials = ENGINE_ACCOUNT + ":" + state.secret();
    return "Basic "
        + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
  }

  /** Number of the engine's process now. */
  public long enginePid() {
    return children.get("engine").process().pid();
  }

  /** Where the engine's clock, its health and, in tests, its reset are. */
  public URI management() {
    return URI.create(restAddress());
  }

  /** Ends every process: the database last, because the engine still writes to it. */
  @Override
  public synchronized void close() {
    if (closing) {
      return;
    }
    closing = true;
    ChildProcess last = children.remove("mariadb");
    CompletableFuture.allOf(
            children.values().stream()
                .map(child -> CompletableFuture.runAsync(() -> child.stop(STOP_PATIENCE), threads))
                .toArray(CompletableFuture[]::new))
        .join();
    if (last != null) {
      last.stop(STOP_PATIENCE);
    }
    state.close();
  }
}
