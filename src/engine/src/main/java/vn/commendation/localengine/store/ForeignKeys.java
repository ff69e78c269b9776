package vn.commendation.localengine.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * Foreign keys of Operaton's that stand in the way. Its table of incidents refers to itself twice
 * and deletes along both: MySQL 9.7 refuses to delete any row there ("Foreign key cascade
 * delete/update exceeds max tables limit of 30"). The keys are for incidents that cause others,
 * which takes call activities, and those are refused.
 */
public final class ForeignKeys {

  private static final String TABLE = "ACT_RU_INCIDENT";
  private static final List<String> KEYS = List.of("ACT_FK_INC_CAUSE", "ACT_FK_INC_RCAUSE");

  private ForeignKeys() {}

  /** Takes away what is there, once Operaton has made its tables. */
  public static void mend(DataSource database) throws SQLException {
    try (var connection = database.getConnection()) {
      for (var key : KEYS) {
        if (exists(connection, key)) {
          try (var alter = connection.createStatement()) {
            alter.execute("ALTER TABLE " + TABLE + " DROP FOREIGN KEY " + key);
          }
        }
      }
    }
  }

  private static boolean exists(Connection connection, String key) throws SQLException {
    try (var select =
        connection.prepareStatement(
            "SELECT 1 FROM information_schema.referential_constraints"
                + " WHERE constraint_schema = database() AND constraint_name = ?")) {
      select.setString(1, key);
      try (var row = select.executeQuery()) {
        return row.next();
      }
    }
  }
}
