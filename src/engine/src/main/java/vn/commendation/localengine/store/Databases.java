package vn.commendation.localengine.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import vn.commendation.localengine.store.EngineSettings.Login;

/** Connections of the engine. */
public final class Databases {

  private Databases() {}

  /**
   * A pool as Operaton wants it; it stops under REPEATABLE READ. What is written on a connection
   * has to be committed.
   *
   * @param name shown in the log
   * @throws com.zaxxer.hikari.pool.HikariPool.PoolInitializationException if nobody answers
   */
  public static HikariDataSource pool(String name, Login login, int size) {
    return new HikariDataSource(configuration(name, login, size));
  }

  /** A pool that connects when somebody asks, and none while nobody does. */
  public static HikariDataSource lazyPool(String name, Login login, int size) {
    var configuration = configuration(name, login, size);
    configuration.setMinimumIdle(0);
    configuration.setIdleTimeout(60_000);
    configuration.setConnectionTimeout(5_000);
    configuration.setInitializationFailTimeout(-1);
    configuration.setReadOnly(true);
    return new HikariDataSource(configuration);
  }

  private static HikariConfig configuration(String name, Login login, int size) {
    var configuration = new HikariConfig();
    configuration.setPoolName(name);
    configuration.setJdbcUrl(login.url());
    configuration.setUsername(login.username());
    configuration.setPassword(login.password());
    configuration.setMaximumPoolSize(size);
    configuration.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    configuration.setAutoCommit(false);
    // Operaton looks for its tables: those of another schema are none of its
    configuration.addDataSourceProperty("nullDatabaseMeansCurrent", "true");
    // the driver knows what it set: else it asks the server before every write
    configuration.addDataSourceProperty("useLocalSessionState", "true");
    // repeated statements are parsed once, batches sent at once
    configuration.addDataSourceProperty("rewriteBatchedStatements", "true");
    configuration.addDataSourceProperty("cachePrepStmts", "true");
    configuration.addDataSourceProperty("prepStmtCacheSize", "500");
    configuration.addDataSourceProperty("prepStmtCacheSqlLimit", "4096");
    // moments are kept in UTC, wherever the process runs
    configuration.addDataSourceProperty("connectionTimeZone", "UTC");
    configuration.addDataSourceProperty("forceConnectionTimeZoneToSession", "true");
    return configuration;
  }

  /** Creates or updates the engine's own tables; Operaton looks after its own. */
  public static void migrate(HikariDataSource database) {
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/engine")
        .table("ENG_SCHEMA_HISTORY")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .outOfOrder(true)
        .load()
        .migrate();
  }
}
