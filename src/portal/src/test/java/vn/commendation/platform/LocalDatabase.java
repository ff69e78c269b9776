package vn.commendation.platform;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A database with the demonstration data and no engine: for tests of SQL alone, which it serves in
 * seconds. One for the whole run; whoever writes rolls back.
 */
public final class LocalDatabase {

  /** The same as the application's own. */
  private static final String DATES =
      "connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&preserveInstants=false";

  private static final String PASSWORD = "local";
  private static final Duration START_PATIENCE = Duration.ofMinutes(2);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

  private static DataSource shared;

  private LocalDatabase() {}

  public static synchronized DataSource get() {
    if (shared == null) {
      var source = System.getenv("SPRING_DATASOURCE_URL") == null ? own() : given();
      Flyway.configure()
          .dataSource(source)
          .locations("classpath:db/migration", "classpath:db/demo")
          .load()
          .migrate();
      shared = source;
    }
    return shared;
  }

  private static DataSource own() {
    var state = StateDirectory.lock(Path.of("target", "database").toAbsolutePath());
    state.endLeftovers(STOP_PATIENCE);
    state.empty();
    var server =
        MariaDb.in(
            Path.of(".local", "dist").toAbsolutePath(),
            state.directory("mariadb"),
            Ports.free().database());
    server.prepare();
    var process =
        ChildProcess.start("mariadb", server.command(PASSWORD), server.environment(), state);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  process.stop(STOP_PATIENCE);
                  state.close();
                },
                "stop-database"));
    process.awaitReady(() -> connects(server.jdbcUrl()), START_PATIENCE);
    return source(server.jdbcUrl() + "&" + DATES, MariaDb.DATABASE, PASSWORD);
  }

  private static DataSource given() {
    var database = TestDatabase.create(System.getenv(), "");
    Runtime.getRuntime().addShutdownHook(new Thread(database::drop, "drop-database"));
    var url = database.url();
    return source(
        url + (url.contains("?") ? "&" : "?") + DATES, database.user(), database.password());
  }

  private static DataSource source(String url, String user, String password) {
    return new DriverManagerDataSource(url, user, password);
  }

  private static boolean connects(String url) {
    try (Connection connection = DriverManager.getConnection(url, MariaDb.DATABASE, PASSWORD)) {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }
}
