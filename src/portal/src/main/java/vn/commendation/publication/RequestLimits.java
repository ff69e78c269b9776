package vn.commendation.publication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.storage.Hashes;
import vn.commendation.storage.Utc;

/**
 * Counts what is sent without login, in the database, so that all instances agree. Addresses are
 * kept as keyed hashes and for two days at most.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RequestLimits {

  private static final Duration KEPT = Duration.ofDays(2);

  private final JdbcClient jdbc;
  private final Clock clock;

  RequestLimits(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Counts one more in this hour or day; {@code false} if that is more than the most. */
  boolean take(String kind, String key, int most, Duration window) {
    var now = clock.instant();
    var start =
        Instant.ofEpochSecond(now.getEpochSecond() / window.toSeconds() * window.toSeconds());
    var hash =
        Hashes.keyed(
            jdbc.sql("select secret from request_counter_key where id = 1")
                .query(String.class)
                .single(),
            key);
    jdbc.sql("delete from request_counter where window_start < ? limit 1000")
        .param(Utc.of(now.minus(KEPT)))
        .update();
    jdbc.sql(
            """
            insert into request_counter (kind, key_hash, window_start, hits) values (?, ?, ?, 1)
            on duplicate key update hits = hits + 1""")
        .params(kind, hash, Utc.of(start))
        .update();
    return jdbc.sql(
                """
                select hits from request_counter
                where kind = ? and key_hash = ? and window_start = ?""")
            .params(kind, hash, Utc.of(start))
            .query(Integer.class)
            .single()
        <= most;
  }
}
