package vn.commendation.localengine;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import vn.commendation.localengine.account.Accounts;
import vn.commendation.localengine.account.PortalIdentity;
import vn.commendation.localengine.api.grpc.GrpcServer;
import vn.commendation.localengine.api.rest.RestAdmission;
import vn.commendation.localengine.api.rest.RestApi;
import vn.commendation.localengine.bpmn.Translator;
import vn.commendation.localengine.bpmn.Validator;
import vn.commendation.localengine.decision.DecisionEngine;
import vn.commendation.localengine.decision.DeployedDecisions;
import vn.commendation.localengine.deployment.DeployedForms;
import vn.commendation.localengine.deployment.DeployedProcesses;
import vn.commendation.localengine.deployment.Deployments;
import vn.commendation.localengine.expression.Feel;
import vn.commendation.localengine.flow.OperatonFlow;
import vn.commendation.localengine.history.HistoryCleaner;
import vn.commendation.localengine.http.Credentials;
import vn.commendation.localengine.http.Health;
import vn.commendation.localengine.http.HttpServer;
import vn.commendation.localengine.http.Prometheus;
import vn.commendation.localengine.incident.Incidents;
import vn.commendation.localengine.job.Jobs;
import vn.commendation.localengine.kernel.Conflicts;
import vn.commendation.localengine.kernel.EngineEvents;
import vn.commendation.localengine.kernel.Refusal;
import vn.commendation.localengine.kernel.Transactions;
import vn.commendation.localengine.management.Clock;
import vn.commendation.localengine.management.ManagementApi;
import vn.commendation.localengine.management.Purge;
import vn.commendation.localengine.message.Messages;
import vn.commendation.localengine.metrics.Figures;
import vn.commendation.localengine.metrics.Metrics;
import vn.commendation.localengine.search.ElementTypes;
import vn.commendation.localengine.search.KeyColumns;
import vn.commendation.localengine.search.Searches;
import vn.commendation.localengine.store.Databases;
import vn.commendation.localengine.store.EngineConfiguration;
import vn.commendation.localengine.store.EngineSettings;
import vn.commendation.localengine.store.ForeignKeys;
import vn.commendation.localengine.store.OnlyEngine;
import vn.commendation.localengine.usertask.TaskRecorder;
import vn.commendation.localengine.usertask.UserTasks;
import vn.commendation.localengine.webapp.People;
import vn.commendation.localengine.webapp.WebApps;

/** The process: builds the parts in their order, and stops them in the other. */
public final class LocalEngine implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LocalEngine.class);

  private static final int DATABASE_CONNECTIONS = 30;
  private static final int ACCOUNT_CONNECTIONS = 5;

  /** Worked on at once, let in, and threads for them and for those that are refused. */
  private static final int REST_WORK = 20;

  private static final int REST_MOST = 100;
  private static final int REST_THREADS = 120;

  /**
   * Exit status when it cannot start and may later, when it cannot with these settings, and when it
   * must not go on.
   */
  private static final int REFUSED = 1;

  private static final int MISCONFIGURED = 2;
  private static final int LOST = 3;

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private volatile boolean up;

  private LocalEngine() {}

  public static void main(String[] arguments) {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    var began = System.nanoTime();
    try {
      var engine = start(EngineSettings.of(System.getenv()), LocalEngine::halt);
      Runtime.getRuntime().addShutdownHook(new Thread(engine::close, "stop"));
      LOG.info("The local engine is up after {} ms", (System.nanoTime() - began) / 1_000_000);
    } catch (Refusal e) {
      LOG.error("The local engine does not start: {}", e.getMessage());
      System.exit(e.code() == Refusal.Code.INVALID_ARGUMENT ? MISCONFIGURED : REFUSED);
    } catch (SQLException e) {
      LOG.error("The local engine does not start: its database cannot be used: {}", e.getMessage());
      System.exit(REFUSED);
    } catch (Exception e) {
      LOG.error("The local engine does not start", e);
      System.exit(REFUSED);
    }
  }

  /** Another engine may be at work already: nothing may be finished in an orderly way. */
  private static void halt() {
    LOG.error("The lock on the schema is lost: the local engine stops");
    Runtime.getRuntime().halt(LOST);
  }

  /**
   * Starts everything.
   *
   * @param lost called if another engine may have taken over; must end what this one does at once
   * @throws Refusal FAILED_PRECONDITION if another engine runs on the same schema
   */
  public static LocalEngine start(EngineSettings settings, Runnable lost) throws SQLException {
    var engine = new LocalEngine();
    try {
      engine.build(settings, lost);
      return engine;
    } catch (SQLException | RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  private void build(EngineSettings settings, Runnable lost) throws SQLException {
    keep(OnlyEngine.on(settings.database(), lost));
    var database = keep(Databases.pool("engine", settings.database(), DATABASE_CONNECTIONS));
    Databases.migrate(database);
    var metrics = keep(new Metrics());
    database.setMetricRegistry(metrics.registry());

    var configuration = new EngineConfiguration(database);
    var transactions = new Transactions(configuration);
    var events = new EngineEvents();
    var feel = new Feel();
    var processes = new DeployedProcesses(transactions);
    var forms = new DeployedForms(transactions, processes);
    var decisionEngine = new DecisionEngine();
    var decisions = new DeployedDecisions(transactions, decisionEngine);
    var incidents = new Incidents(configuration, transactions, events);
    var flow =
        new OperatonFlow(
            configuration, transactions, events, processes, incidents, decisions, feel);

    var accounts =
        new Accounts(
            keep(Databases.lazyPool("accounts", settings.accounts(), ACCOUNT_CONNECTIONS)));
    configuration
        .getProcessEnginePlugins()
        .addAll(
            List.of(
                incidents.plugin(),
                flow.plugin(),
                new TaskRecorder(processes, feel, forms),
                new ElementTypes(),
                new People(new PortalIdentity(accounts), flow::completeTask)));
    var operaton = configuration.buildProcessEngine();
    keep(operaton::close);
    ForeignKeys.mend(database);
    KeyColumns.ensure(database);

    var jobs = keep(new Jobs(transactions, events, flow, incidents, processes));
    var messages = keep(new Messages(transactions, flow, events));
    var deployments =
        new Deployments(
            operaton.getRepositoryService(),
            transactions,
            new Validator(feel),
            new Translator(feel),
            decisionEngine);
    var clock = new Clock(database, operaton.getManagementService(), events);
    if (settings.clockControlled()) {
      clock.restore();
    }
    var purge = new Purge(configuration, transactions, List.of(messages::purge));
    var history = keep(new HistoryCleaner(transactions, events, settings.historyKeep()));
    var credentials = new Credentials(settings.username(), settings.password());
    jobs.start();
    messages.start();
    history.start();
    configuration.getJobExecutor().start();
    keep(
        WebApps.start(
            operaton,
            accounts::passwordHash,
            settings.webBind(),
            settings.webPort(),
            settings.webBehindTls()));
    keep(
        new GrpcServer(
                settings.bind(),
                settings.grpcPort(),
                credentials,
                new GrpcServer.Services(
                    transactions,
                    processes,
                    flow,
                    jobs,
                    incidents,
                    messages,
                    deployments,
                    decisions),
                metrics.registry())
            .start());
    var rest =
        new RestApi(
            settings,
            transactions,
            flow,
            jobs,
            incidents,
            messages,
            deployments,
            processes,
            forms,
            decisions,
            new UserTasks(transactions, flow),
            new Searches(database),
            clock,
            purge,
            metrics.registry());
    count(metrics, transactions, history);
    var server =
        new HttpServer("rest", settings.bind(), settings.restPort(), REST_THREADS)
            .serve("/actuator/health", new Health(() -> healthy(database)))
            .serve("/actuator/prometheus", new Prometheus(credentials, metrics::read))
            .filter("/v2/*", new RestAdmission(REST_WORK, REST_MOST))
            .serve("/v2/*", rest.servlet(), RestApi.files());
    var management = new ManagementApi(settings.clockControlled(), clock, purge);
    ManagementApi.PATTERNS.forEach(pattern -> server.serve(pattern, management));
    keep(server.start());
    up = true;
  }

  private static void count(Metrics metrics, Transactions transactions, HistoryCleaner history) {
    metrics.figures(new Figures(metrics.registry(), transactions));
    var name = "engine.transactions";
    var text = "Transactions, also those that only read";
    metrics.counter(name, text, transactions, Transactions::commits, "outcome", "committed");
    metrics.counter(name, text, transactions, Transactions::rollbacks, "outcome", "undone");
    metrics.counter(
        "engine.conflicts",
        "Work begun anew because another transaction won",
        transactions,
        any -> Conflicts.count());
    metrics.counter(
        "engine.history.removed", "Instances removed", history, HistoryCleaner::removed);
  }

  private boolean healthy(HikariDataSource database) {
    if (!up) {
      return false;
    }
    try (var connection = database.getConnection()) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  private <T extends AutoCloseable> T keep(T part) {
    parts.push(part);
    return part;
  }

  @Override
  public void close() {
    up = false;
    if (!parts.isEmpty()) {
      LOG.info("The local engine stops");
    }
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        LOG.warn("A part did not stop in an orderly way", e);
      }
    }
  }
}
