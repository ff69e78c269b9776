package vn.commendation.localengine.management;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.operaton.bpm.engine.ManagementService;
import org.operaton.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.commendation.localengine.kernel.EngineEvents;

/**
 * The engine's clock, which tests move. What falls due on the way is done before a move ends, each
 * at the moment it is due: a timer that repeats fires as often as it would have. Where it was moved
 * to is kept: an engine that is started again does not go back in time, and does late what the one
 * before did not get to.
 */
public final class Clock {

  private static final Logger LOG = LoggerFactory.getLogger(Clock.class);

  private static final int BATCH = 100;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  /** How often a job is looked at that somebody else executes. */
  private static final int PATIENCE = 400;

  /** A cycle without interval would never end. */
  private static final int MOST_JOBS = 10_000;

  private static final String DUE =
      "SELECT ID_, DUEDATE_, LOCK_OWNER_ IS NOT NULL AND LOCK_EXP_TIME_ > ? FROM ACT_RU_JOB"
          + " WHERE RETRIES_ > 0 AND SUSPENSION_STATE_ = 1 AND PROCESS_DEF_KEY_ IS NOT NULL AND ";

  /** A property beside Operaton's own, which a purge leaves alone. */
  private static final String KEPT = "commendation.clock";

  private final DataSource database;
  private final ManagementService management;
  private final EngineEvents events;
  private long offset;
  private Instant pinned;

  public Clock(DataSource database, ManagementService management, EngineEvents events) {
    this.database = database;
    this.management = management;
    this.events = events;
  }

  /** Shows again what was kept. Before anything looks at the clock. */
  public synchronized void restore() {
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement("SELECT VALUE_ FROM ACT_GE_PROPERTY WHERE NAME_ = ?")) {
      select.setString(1, KEPT);
      try (var row = select.executeQuery()) {
        if (row.next()) {
          var kept = row.getString(1);
          if (kept.startsWith("P")) {
            offset = Duration.parse(kept).toMillis();
          } else {
            pinned = Instant.parse(kept);
          }
          set();
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param time a distance from the time of day, or a moment
   */
  private void keep(Object time) {
    try (var connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                "INSERT INTO ACT_GE_PROPERTY (NAME_, VALUE_, REV_) VALUES (?, ?, 1)"
                    + " ON DUPLICATE KEY UPDATE VALUE_ = VALUES(VALUE_)")) {
      insert.setString(1, KEPT);
      insert.setString(2, time.toString());
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the clock shows. */
  public Instant now() {
    return ClockUtil.getCurrentTime().toInstant();
  }

  /** Moves the clock, forward as a rule; it goes on from there. */
  public synchronized void add(Duration duration) {
    keep(pinned == null ? Duration.ofMillis(offset).plus(duration) : pinned.plus(duration));
    doDue(now().plus(duration));
    if (pinned == null) {
      offset += duration.toMillis();
    } else {
      pinned = pinned.plus(duration);
    }
    arrive();
  }

  /** Stops the clock at a moment. */
  public synchronized void pin(Instant time) {
    keep(time);
    doDue(time);
    pinned = time;
    arrive();
  }

  /** Gives the clock the time of day. */
  public synchronized void reset() {
    keep(Duration.ZERO);
    offset = 0;
    pinned = null;
    arrive();
  }

  private void arrive() {
    set();
    // what became due at once by the last of it
    doDue(now());
    set();
    events.clockMoved();
  }

  private void set() {
    if (pinned == null) {
      ClockUtil.offset(offset);
    } else {
      ClockUtil.setCurrentTime(Date.from(pinned));
    }
  }

  /** From one due time to the next, the clock standing still meanwhile. */
  private void doDue(Instant until) {
    var done = 0;
    for (var due = due(until); !due.isEmpty() && done < MOST_JOBS; due = due(until)) {
      var time = due.getFirst().time();
      if (time != null && time.isAfter(now())) {
        ClockUtil.setCurrentTime(Date.from(time));
      }
      for (var job : due) {
        if (job.time() == null || time != null && !job.time().isAfter(time)) {
          execute(job);
          done++;
        }
      }
    }
    if (done >= MOST_JOBS) {
      LOG.warn("More than {} jobs were due at a move of the clock; the rest waits", MOST_JOBS);
    }
  }

  private record Due(String id, Instant time, boolean locked) {}

  private void execute(Due job) {
    if (job.locked() && othersDo(job)) {
      return;
    }
    try {
      management.executeJob(job.id());
    } catch (RuntimeException e) {
      // it is done by somebody else, or has an incident now
      LOG.debug("Job {} at a move of the clock: {}", job.id(), e.toString());
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private boolean othersDo(Due job) {
    for (var i = 0; i < PATIENCE; i++) {
      LockSupport.parkNanos(PAUSE_NANOS);
      if (query(DUE + "ID_ = ?", job.id()).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private List<Due> due(Instant until) {
    return query(
        DUE
            + "(DUEDATE_ IS NULL OR DUEDATE_ <= ?)"
            + " ORDER BY DUEDATE_, CAST(ID_ AS SIGNED) LIMIT "
            + BATCH,
        Timestamp.from(until));
  }

  private List<Due> query(String sql, Object value) {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(sql)) {
      select.setTimestamp(1, Timestamp.from(now()));
      select.setObject(2, value);
      var due = new ArrayList<Due>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          var time = rows.getTimestamp(2);
          due.add(
              new Due(
                  rows.getString(1), time == null ? null : time.toInstant(), rows.getBoolean(3)));
        }
      }
      return due;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
