package vn.commendation.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Instants in {@code datetime} columns, which hold UTC whatever the machine and server think. */
public final class Utc {

  private Utc() {}

  /** Now, as such a column takes it. */
  public static LocalDateTime now(Clock clock) {
    return of(clock.instant());
  }

  /** An instant, as such a column takes it. */
  public static LocalDateTime of(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  /** The instant in such a column. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }
}
