package vn.commendation.localengine.kernel;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Statements in the transaction under way on this thread. What Operaton has not flushed is not
 * there.
 */
public final class Sql {

  /** Reads one row. */
  public interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private static final int DUPLICATE_ENTRY = 1062;

  private Sql() {}

  public static <T> List<T> list(String query, Reader<T> reader, Object... parameters) {
    try (var statement = prepared(query, parameters);
        var rows = statement.executeQuery()) {
      var list = new ArrayList<T>();
      while (rows.next()) {
        list.add(reader.read(rows));
      }
      return list;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public static boolean exists(String query, Object... parameters) {
    return !list(query, row -> true, parameters).isEmpty();
  }

  public static int update(String statement, Object... parameters) {
    try (var prepared = prepared(statement, parameters)) {
      return prepared.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @return false if a unique index has such a row; the transaction can go on
   */
  public static boolean inserted(String insert, Object... parameters) {
    try (var prepared = prepared(insert, parameters)) {
      prepared.executeUpdate();
      return true;
    } catch (SQLException e) {
      if (e.getErrorCode() == DUPLICATE_ENTRY) {
        return false;
      }
      throw new IllegalStateException(e);
    }
  }

  /** So many places for parameters, to stand between brackets. */
  public static String places(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }

  private static PreparedStatement prepared(String sql, Object... parameters) throws SQLException {
    var statement = Transactions.connection().prepareStatement(sql);
    try {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }
}
