package vn.commendation.localengine.store;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import vn.commendation.localengine.kernel.Refusal;

/**
 * What the process is told by its environment.
 *
 * @param database where the engine keeps everything: a schema of its own
 * @param accounts the portal's schema with its accounts
 * @param bind address of gRPC and REST
 * @param webBind address of the web applications
 * @param webBehindTls whether people reach them through a proxy with TLS, which says in headers who
 *     asks and how
 * @param username whom gRPC and REST let in
 * @param password secret of that user
 * @param historyKeep how long what has ended is kept
 * @param clockControlled whether tests may move the clock and purge everything
 */
public record EngineSettings(
    Login database,
    Login accounts,
    String bind,
    int grpcPort,
    int restPort,
    String webBind,
    int webPort,
    boolean webBehindTls,
    String username,
    String password,
    Duration historyKeep,
    boolean clockControlled) {

  /** A database as JDBC reaches it. */
  public record Login(String url, String username, String password) {
    @Override
    public String toString() {
      return username + " at " + url;
    }
  }

  /**
   * Reads the settings.
   *
   * @throws Refusal INVALID_ARGUMENT naming the variable that is missing or wrong
   */
  public static EngineSettings of(Map<String, String> environment) {
    var username = required(environment, "ENGINE_DATABASE_USERNAME");
    var password = environment.getOrDefault("ENGINE_DATABASE_PASSWORD", "");
    return new EngineSettings(
        new Login(required(environment, "ENGINE_DATABASE_URL"), username, password),
        new Login(
            required(environment, "ENGINE_ACCOUNTS_URL"),
            environment.getOrDefault("ENGINE_ACCOUNTS_USERNAME", username),
            environment.getOrDefault("ENGINE_ACCOUNTS_PASSWORD", password)),
        environment.getOrDefault("ENGINE_BIND", "127.0.0.1"),
        port(environment, "ENGINE_GRPC_PORT", 26500),
        port(environment, "ENGINE_REST_PORT", 8088),
        environment.getOrDefault("ENGINE_WEB_BIND", "127.0.0.1"),
        port(environment, "ENGINE_WEB_PORT", 8080),
        Boolean.parseBoolean(environment.get("ENGINE_WEB_BEHIND_TLS")),
        required(environment, "ENGINE_USERNAME"),
        required(environment, "ENGINE_PASSWORD"),
        historyKeep(environment.getOrDefault("ENGINE_HISTORY_KEEP", "P30D")),
        Boolean.parseBoolean(environment.get("ENGINE_CLOCK_CONTROLLED")));
  }

  private static String required(Map<String, String> environment, String name) {
    var value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw Refusal.invalid(name + " is not set");
    }
    return value;
  }

  private static int port(Map<String, String> environment, String name, int usual) {
    var value = environment.get(name);
    if (value == null || value.isBlank()) {
      return usual;
    }
    try {
      var port = Integer.parseInt(value.strip());
      if (port >= 0 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw Refusal.invalid(name + " is no port: " + value);
  }

  private static Duration historyKeep(String value) {
    try {
      var keep = Duration.parse(value.strip());
      if (keep.isPositive()) {
        return keep;
      }
    } catch (DateTimeParseException e) {
      // said below
    }
    throw Refusal.invalid("ENGINE_HISTORY_KEEP is no duration such as P30D: " + value);
  }

  @Override
  public String toString() {
    return "EngineSettings[%s, gRPC %d, REST %d, web %d]"
        .formatted(database.url(), grpcPort, restPort, webPort);
  }
}
