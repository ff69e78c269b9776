package vn.commendation.nomination;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.commendation.directory.Account;
import vn.commendation.storage.Utc;

/** Why and until when nominations are not considered. */
@Component
class Holds {

  private final JdbcClient jdbc;
  private final Clock clock;

  Holds(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void begin(String nominationId, HoldKind kind, String reason, LocalDate reviewOn, Account by) {
    jdbc.sql("insert into nomination_hold values (?, ?, ?, ?, ?, ?, ?, null)")
        .params(
            UUID.randomUUID().toString(),
            nominationId,
            kind.name(),
            reason,
            reviewOn,
            by.displayName(),
            Utc.now(clock))
        .update();
  }

  Optional<Hold> current(String nominationId) {
    return jdbc.sql(
            """
            select id, kind, reason, review_on, held_by_name, held_at from nomination_hold
            where nomination_id = ? and ended_at is null""")
        .param(nominationId)
        .query(
            (row, n) ->
                new Hold(
                    row.getString("id"),
                    HoldKind.valueOf(row.getString("kind")),
                    row.getString("reason"),
                    row.getObject("review_on", LocalDate.class),
                    row.getString("held_by_name"),
                    Utc.instant(row, "held_at")))
        .optional();
  }

  void end(String nominationId) {
    jdbc.sql("update nomination_hold set ended_at = ? where nomination_id = ? and ended_at is null")
        .params(Utc.now(clock), nominationId)
        .update();
  }
}
