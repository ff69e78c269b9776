package vn.commendation.localengine.search;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Columns beside Operaton's own that hold the keys in its ids, so that a key is found by an index.
 * The database works them out; Operaton never sees them.
 */
public final class KeyColumns {

  private KeyColumns() {}

  /** Adds what is missing once Operaton has made its tables. */
  public static void ensure(DataSource database) throws SQLException {
    try (var connection = database.getConnection()) {
      ensure(connection, "ACT_HI_ACTINST", "ENG_KEY_", "ID_");
      ensure(connection, "ACT_HI_VARINST", "ENG_SCOPE_KEY_", "ACT_INST_ID_");
    }
  }

  private static void ensure(Connection connection, String table, String column, String id)
      throws SQLException {
    try (var columns =
        connection.getMetaData().getColumns(connection.getCatalog(), null, table, column)) {
      if (columns.next()) {
        return;
      }
    }
    try (var alter = connection.createStatement()) {
      alter.execute(
          "ALTER TABLE %1$s ADD COLUMN %2$s BIGINT AS (CAST(SUBSTRING_INDEX(%3$s, ':', -1) AS SIGNED)) VIRTUAL, ADD INDEX ENG_%1$s_%2$s (%2$s)"
              .formatted(table, column, id));
    }
  }
}
