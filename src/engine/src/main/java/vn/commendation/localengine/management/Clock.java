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
 * at the moment it is due: a timer that repeats fires as often as it would have.
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

  /** What the clock shows. */
  public Instant now() {
    return ClockUtil.getCurrentTime().toInstant();
  }

  /** Moves the clock, forward as a rule; it goes on from there. */
  public synchronized void add(Duration duration) {
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
    doDue(time);
    pinned = time;
    arrive();
  }

  /** Gives the clock the time of day. */
  public synchronized void reset() {
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
