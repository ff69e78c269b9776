package vn.commendation.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A database of its own on the server that the environment names, for one run of the tests. */
record TestDatabase(String server, String name, String parameters, String user, String password) {

  private static final Pattern URL = Pattern.compile("(jdbc:mysql://[^/]+/)([^?]*)(.*)");

  /**
   * Makes one beside the database that the environment names.
   *
   * @param collation clause of the statement; empty for the server's own
   */
  static TestDatabase create(Map<String, String> environment, String collation) {
    TestDatabase database = of(environment);
    database.execute(
        "CREATE DATABASE %s CHARACTER SET utf8mb4 %s".formatted(database.name(), collation));
    return database;
  }

  static TestDatabase of(Map<String, String> environment) {
    String url = environment.get("SPRING_DATASOURCE_URL");
    Matcher parts = URL.matcher(url);
    if (!parts.matches()) {
      throw new PlatformException(
          "SPRING_DATASOURCE_URL must read jdbc:mysql://host:port/database, not " + url + ".");
    }
    return new TestDatabase(
        parts.group(1),
        parts.group(2) + "_test_" + UUID.randomUUID().toString().substring(0, 8),
        parts.group(3),
        environment.getOrDefault("SPRING_DATASOURCE_USERNAME", "commendation"),
        environment.getOrDefault("SPRING_DATASOURCE_PASSWORD", ""));
  }

  String url() {
    return server + name + parameters;
  }

  void drop() {
    execute("DROP DATABASE " + name);
  }

  private void execute(String statement) {
    try (Connection connection = DriverManager.getConnection(server + parameters, user, password);
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new PlatformException(
          "The database server of SPRING_DATASOURCE_URL refused '%s': %s"
              .formatted(statement, e.getMessage()),
          e);
    }
  }
}
