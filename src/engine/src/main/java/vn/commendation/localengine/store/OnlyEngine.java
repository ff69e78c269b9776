package vn.commendation.localengine.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import vn.commendation.localengine.kernel.Refusal;
import vn.commendation.localengine.store.EngineSettings.Login;

/**
 * Makes sure that one engine works on a schema: a lock of the database server that lives as long as
 * a connection of this process. When the connection is gone another engine may have the lock, so
 * whoever holds this must stop at once.
 */
public final class OnlyEngine implements AutoCloseable {

  /** Of the lock, at most 64 characters. MySQL has no {@code md5} any more. */
  static final String NAME = "left(concat('local-engine:', sha2(lower(database()), 256)), 64)";

  /** Longer than a process that was just killed takes to lose its connection. */
  private static final int PATIENCE_SECONDS = 3;

  private final Connection connection;
  private final ScheduledExecutorService watch;

  private OnlyEngine(Connection connection) {
    this.connection = connection;
    this.watch =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("only-engine").factory());
  }

  /**
   * Takes the lock.
   *
   * @param lost called once if the lock is lost later, on a thread of its own
   * @throws Refusal FAILED_PRECONDITION if another engine has it
   */
  public static OnlyEngine on(Login database, Runnable lost) throws SQLException {
    var connection = connect(database);
    try {
      if (!one(connection, "select get_lock(" + NAME + ", " + PATIENCE_SECONDS + ")")) {
        throw Refusal.state("Another engine is running on the schema " + connection.getCatalog());
      }
      var only = new OnlyEngine(connection);
      only.watch(lost);
      return only;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private static Connection connect(Login database) throws SQLException {
    var properties = new Properties();
    properties.put("user", database.username());
    properties.put("password", database.password());
    properties.put("connectTimeout", "10000");
    // a server that is merely slow keeps the lock; one that is gone says so at once
    properties.put("socketTimeout", "60000");
    return DriverManager.getConnection(database.url(), properties);
  }

  private void watch(Runnable lost) {
    watch.scheduleWithFixedDelay(
        () -> {
          if (!held() && !watch.isShutdown()) {
            watch.shutdown();
            lost.run();
          }
        },
        1,
        1,
        TimeUnit.SECONDS);
  }

  /** Whether this process has the lock, by the database server's word. */
  private boolean held() {
    try {
      return one(connection, "select is_used_lock(" + NAME + ") = connection_id()");
    } catch (SQLException e) {
      return false;
    }
  }

  private static boolean one(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      return result.next() && result.getInt(1) == 1;
    }
  }

  @Override
  public void close() throws SQLException {
    watch.shutdownNow();
    connection.close();
  }
}
