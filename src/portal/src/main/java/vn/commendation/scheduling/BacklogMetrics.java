package vn.commendation.scheduling;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.commendation.storage.Utc;

/** Figures of all that waits, read when somebody asks and not more often than every few seconds. */
@Component
class BacklogMetrics implements MeterBinder {

  private static final Logger log = LoggerFactory.getLogger(BacklogMetrics.class);
  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final List<Backlog> backlogs;
  private final JdbcClient jdbc;
  private final Clock clock;

  BacklogMetrics(List<Backlog> backlogs, JdbcClient jdbc, Clock clock) {
    this.backlogs = backlogs;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (var backlog : backlogs) {
      var state = new State(backlog);
      Gauge.builder("commendation.backlog", () -> state.reading().count())
          .description("What waits to be done, by kind")
          .tag("kind", backlog.kind())
          .register(registry);
      Gauge.builder("commendation.backlog.oldest", () -> age(state.reading().oldest()))
          .description("Age of the oldest of them")
          .baseUnit("seconds")
          .tag("kind", backlog.kind())
          .register(registry);
    }
  }

  private double age(Instant oldest) {
    return oldest == null
        ? 0
        : Math.max(0, Duration.between(oldest, clock.instant()).toMillis() / 1_000d);
  }

  private record Reading(long count, Instant oldest) {}

  private final class State {

    private final Backlog backlog;
    private Reading reading = new Reading(0, null);
    private Long read;

    State(Backlog backlog) {
      this.backlog = backlog;
    }

    synchronized Reading reading() {
      if (read == null || System.nanoTime() - read >= FRESH_NANOS) {
        try {
          reading =
              jdbc.sql(backlog.query())
                  .params(backlog.parameters())
                  .query(
                      (row, n) ->
                          new Reading(
                              row.getLong(1),
                              row.getObject("oldest") == null ? null : Utc.instant(row, "oldest")))
                  .single();
          read = System.nanoTime();
        } catch (DataAccessException e) {
          // that of before is better than none
          log.warn("The number of {} could not be read: {}", backlog.kind(), e.getMessage());
        }
      }
      return reading;
    }
  }
}
