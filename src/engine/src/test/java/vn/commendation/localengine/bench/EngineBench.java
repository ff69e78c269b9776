package vn.commendation.localengine.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import vn.commendation.localengine.TestDatabase;
import vn.commendation.localengine.store.EngineSettings.Login;

/**
 * What the interface costs: the same models on bare Operaton and on the local engine, round by
 * round in turn, on one database server. {@code mvn verify -Pbench}; see docs/performance.md.
 *
 * <p>With {@code -Dbench.baseline=CLASSES[,CLASSES]} earlier builds of the engine take part; with
 * {@code -Dbench.options} this build's JVM gets options, such as a flight recording.
 */
class EngineBench {

  private static final int WARM_UP = Integer.getInteger("bench.warm-up", 2);
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
  private static final int CASES = Integer.getInteger("bench.cases", 20);
  private static final int AT_ONCE = 8;
  private static final Duration IDLE = Duration.ofSeconds(20);
  private static final Path REPORT = Path.of("src", "engine", "target", "bench.md");

  /** What one round took, for one case where it is not said otherwise. */
  private record Round(
      double casesPerSecond,
      double median,
      double late,
      double engine,
      double workers,
      double database,
      double statements,
      double commits) {}

  private final Map<String, List<Round>> rounds = new LinkedHashMap<>();

  @Test
  void shouldTellWhatTheInterfaceCosts() throws Exception {
    var models = List.of(System.getProperty("bench.models", "").split(","));
    var walks =
        Walk.all().stream()
            .filter(walk -> models.contains("") || models.contains(walk.process()))
            .toList();
    var contenders = new ArrayList<Contender>();
    try {
      prepareServer();
      contenders.add(new BareOperaton(schema("bench_bare")));
      var engines = new ArrayList<ThroughClient>();
      for (var earlier : System.getProperty("bench.baseline", "").split(",")) {
        if (!earlier.isEmpty()) {
          var name = Path.of(earlier).getFileName().toString();
          engines.add(
              new ThroughClient(name, Path.of(earlier), schema("bench_" + name), List.of()));
          contenders.add(engines.getLast());
        }
      }
      engines.add(
          new ThroughClient(
              "local engine",
              Path.of("src", "engine", "target", "classes").toAbsolutePath(),
              schema("bench_engine"),
              List.of(System.getProperty("bench.options", "-Dbench").split(" "))));
      contenders.add(engines.getLast());
      contenders.forEach(contender -> contender.deploy(walks));

      for (int round = -WARM_UP; round < ROUNDS; round++) {
        for (var walk : walks) {
          for (var contender : contenders) {
            var result = round(contender, walk);
            if (round >= 0) {
              rounds.computeIfAbsent(key(walk, contender), key -> new ArrayList<>()).add(result);
            }
          }
        }
      }

      var report = report(walks, contenders) + rest(engines);
      Files.writeString(REPORT, report);
      System.out.println(report);
    } finally {
      contenders.forEach(Contender::close);
    }
    assertThat(rounds.values()).hasSize(walks.size() * contenders.size());
    assertThat(rounds.values()).allSatisfy(each -> assertThat(each).hasSize(ROUNDS));
  }

  private static String key(Walk walk, Contender contender) {
    return walk.process() + "/" + contender.name();
  }

  private static Login schema(String name) throws SQLException {
    return TestDatabase.emptySchema(name);
  }

  /** The tests' own server becomes one that must lose nothing, with room for all. */
  private static void prepareServer() throws SQLException {
    if (System.getenv("SPRING_DATASOURCE_URL") != null) {
      return;
    }
    try (var connection = connection();
        var statement = connection.createStatement()) {
      statement.execute("set global innodb_flush_log_at_trx_commit = 1");
      statement.execute("set global max_connections = 500");
    }
  }

  private static java.sql.Connection connection() throws SQLException {
    var login = TestDatabase.server();
    return DriverManager.getConnection(login.url(), login.username(), login.password());
  }

  private static Round round(Contender contender, Walk walk) throws Exception {
    var run = new Run(walk, CASES, AT_ONCE);
    try (var connection = connection()) {
      var before = status(connection);
      var engine = cpu(contender.process());
      var here = cpu(ProcessHandle.current());
      var database = cpu(databaseServer());
      var began = System.nanoTime();
      contender.run(run);
      var seconds = (System.nanoTime() - began) / 1e9;
      var after = status(connection);
      var own = cpu(ProcessHandle.current()) - here;
      var waits = run.waits();
      return new Round(
          CASES / seconds,
          waits[waits.length / 2] / 1e6,
          waits[waits.length * 95 / 100] / 1e6,
          (contender.process() == null ? own : cpu(contender.process()) - engine) / CASES,
          (contender.process() == null ? 0 : own) / CASES,
          (cpu(databaseServer()) - database) / CASES,
          (double) (after.get("Questions") - before.get("Questions")) / CASES,
          (double) (after.get("Com_commit") - before.get("Com_commit")) / CASES);
    }
  }

  private static Map<String, Long> status(java.sql.Connection connection) throws SQLException {
    var status = new HashMap<String, Long>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "show global status where Variable_name in ('Questions', 'Com_commit')")) {
      while (rows.next()) {
        status.put(rows.getString(1), rows.getLong(2));
      }
    }
    return status;
  }

  private static ProcessHandle databaseServer() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().orElse("").matches(".*(maria|mysql)d.*"))
        .findFirst()
        .orElse(null);
  }

  /** Processor time of a process so far, in milliseconds. */
  private static double cpu(ProcessHandle process) {
    return process == null
        ? 0
        : process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1e6;
  }

  private String report(List<Walk> walks, List<Contender> contenders) {
    var lines = new StringBuilder();
    lines.append(
        """
        | model | on | cases/s | complete → next job, ms: median | 95 % | CPU ms a case: engine | workers | database | statements a case | commits a case |
        |---|---|---|---|---|---|---|---|---|---|
        """);
    for (var walk : walks) {
      for (var contender : contenders) {
        lines.append(
            "| %s | %s | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.0f | %.1f |%n"
                .formatted(
                    walk.process(),
                    contender.name(),
                    median(walk, contender, Round::casesPerSecond),
                    median(walk, contender, Round::median),
                    median(walk, contender, Round::late),
                    median(walk, contender, Round::engine),
                    median(walk, contender, Round::workers),
                    median(walk, contender, Round::database),
                    median(walk, contender, Round::statements),
                    median(walk, contender, Round::commits)));
      }
    }
    var engine = contenders.getLast();
    for (var other : contenders.subList(0, contenders.size() - 1)) {
      lines.append(
          """

          %s : %s

          | model | cases/s | complete → next job, median | CPU, all processes | statements | commits |
          |---|---|---|---|---|---|
          """
              .formatted(engine.name(), other.name()));
      for (var walk : walks) {
        lines.append(
            "| %s | %.2f | %.2f | %.2f | %.2f | %.2f |%n"
                .formatted(
                    walk.process(),
                    ratio(walk, engine, other, Round::casesPerSecond),
                    ratio(walk, engine, other, Round::median),
                    ratio(
                        walk,
                        engine,
                        other,
                        round -> round.engine() + round.workers() + round.database()),
                    ratio(walk, engine, other, Round::statements),
                    ratio(walk, engine, other, Round::commits)));
      }
    }
    return lines.toString();
  }

  private double median(Walk walk, Contender contender, ToDoubleFunction<Round> figure) {
    return median(rounds.get(key(walk, contender)).stream().mapToDouble(figure).toArray());
  }

  /** Median of the ratios of rounds that followed each other. */
  private double ratio(Walk walk, Contender one, Contender other, ToDoubleFunction<Round> figure) {
    var first = rounds.get(key(walk, one));
    var second = rounds.get(key(walk, other));
    var ratios = new double[first.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = figure.applyAsDouble(first.get(i)) / figure.applyAsDouble(second.get(i));
    }
    return median(ratios);
  }

  private static double median(double[] figures) {
    java.util.Arrays.sort(figures);
    var middle = figures.length / 2;
    return figures.length % 2 == 1 ? figures[middle] : (figures[middle - 1] + figures[middle]) / 2;
  }

  /** How the engines start, and what they need while nothing happens. */
  private static String rest(List<ThroughClient> engines) throws Exception {
    var before = engines.stream().mapToDouble(engine -> cpu(engine.process())).toArray();
    Thread.sleep(IDLE);
    var lines = new StringBuilder();
    lines.append(
        """

        %d rounds of %d cases for each model, %d cases at once.

        | | ready on an empty schema | resident memory after the run | idle with %d workers: of one core |
        |---|---|---|---|
        """
            .formatted(ROUNDS, CASES, AT_ONCE, engines.getFirst().workers()));
    for (int i = 0; i < before.length; i++) {
      var engine = engines.get(i);
      var idle = cpu(engine.process()) - before[i];
      lines.append(
          "| %s | %.1f s | %d MB | %.2f %% |%n"
              .formatted(
                  engine.name(),
                  engine.start().toMillis() / 1e3,
                  engine.resident() >> 20,
                  idle / IDLE.toMillis() * 100));
    }
    return lines.toString();
  }
}
