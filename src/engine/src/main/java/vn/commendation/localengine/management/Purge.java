package vn.commendation.localengine.management;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.operaton.bpm.engine.authorization.Resources;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import vn.commendation.localengine.kernel.Conflicts;
import vn.commendation.localengine.kernel.Transactions;

/**
 * Empties the engine: nothing is deployed, nothing runs, nothing ran. Keys go on where they were;
 * accounts, groups, rights and saved filters of the web applications stay.
 */
public final class Purge {

  private static final Set<String> KEPT =
      Set.of(
          "ACT_GE_PROPERTY",
          "ACT_GE_SCHEMA_LOG",
          "ACT_RU_AUTHORIZATION",
          "ACT_RU_FILTER",
          "ACT_RU_JOB",
          "ENG_SCHEMA_HISTORY");

  private static final int TASK = Resources.TASK.resourceType();

  private final ProcessEngineConfigurationImpl configuration;
  private final Transactions transactions;
  private final List<Runnable> parts;
  private long changes;

  /**
   * @param parts what else has to forget, each in a transaction of its own
   */
  public Purge(
      ProcessEngineConfigurationImpl configuration,
      Transactions transactions,
      List<Runnable> parts) {
    this.configuration = configuration;
    this.transactions = transactions;
    this.parts = List.copyOf(parts);
  }

  /**
   * Empties everything before it returns.
   *
   * @return number of this change
   */
  public synchronized long everything() {
    parts.forEach(Runnable::run);
    Conflicts.repeat(() -> transactions.sql(Purge::empty));
    var cache = configuration.getDeploymentCache();
    cache.discardProcessDefinitionCache();
    configuration.getRegisteredDeployments().clear();
    return ++changes;
  }

  public synchronized long lastCompleted() {
    return changes;
  }

  private static int empty(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("SET FOREIGN_KEY_CHECKS = 0");
      try {
        // jobs of Operaton itself belong to no process
        statement.executeUpdate("DELETE FROM ACT_RU_JOB WHERE PROCESS_DEF_KEY_ IS NOT NULL");
        // what people may do stays, but for their rights on tasks
        statement.executeUpdate("DELETE FROM ACT_RU_AUTHORIZATION WHERE RESOURCE_TYPE_ = " + TASK);
        for (var table : tables(connection)) {
          statement.executeUpdate("DELETE FROM " + table);
        }
      } finally {
        statement.execute("SET FOREIGN_KEY_CHECKS = 1");
      }
    }
    return 0;
  }

  private static List<String> tables(Connection connection) throws SQLException {
    try (var found = connection.getMetaData().getTables(connection.getCatalog(), null, "%", null)) {
      var tables = new ArrayList<String>();
      while (found.next()) {
        var name = found.getString("TABLE_NAME").toUpperCase(java.util.Locale.ROOT);
        var ours = name.matches("(ACT_(RU|HI|RE)|ENG)_.*|ACT_GE_BYTEARRAY");
        if (ours && !KEPT.contains(name)) {
          tables.add(found.getString("TABLE_NAME"));
        }
      }
      return tables;
    }
  }
}
