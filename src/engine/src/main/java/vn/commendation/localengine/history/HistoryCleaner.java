package vn.commendation.localengine.history;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.commendation.localengine.kernel.Conflicts;
import vn.commendation.localengine.kernel.EngineEvents;
import vn.commendation.localengine.kernel.Sql;
import vn.commendation.localengine.kernel.Transactions;

/**
 * Removes what ended long ago: instances with everything that is known of them, decisions nobody's
 * instance asked for, and what people and timers did outside of instances. An instance goes as a
 * whole, in one transaction, and never while it runs. What is deployed stays.
 *
 * <p>Operaton's own cleaning goes by a time that is written into each row when its instance ends,
 * and knows none of the engine's tables; here the time can be changed, and both go together.
 */
public final class HistoryCleaner implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HistoryCleaner.class);

  private static final Duration PAUSE = Duration.ofMinutes(10);

  /** Between two transactions, in which others have the database. */
  private static final long BREATH_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private static final int INSTANCES = 50;
  private static final int ROWS = 500;

  private final Transactions transactions;
  private final EngineEvents events;
  private final Duration keep;
  private final AtomicLong removed = new AtomicLong();
  private final ScheduledThreadPoolExecutor background =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("history-cleaner").factory());

  /**
   * @param keep how long what has ended is kept
   */
  public HistoryCleaner(Transactions transactions, EngineEvents events, Duration keep) {
    this.transactions = transactions;
    this.events = events;
    this.keep = keep;
    background.setRemoveOnCancelPolicy(true);
  }

  /** Looks from now on, every few minutes and whenever the clock is moved. */
  public void start() {
    events.onClockMoved(this::soon);
    background.scheduleWithFixedDelay(this::look, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void soon() {
    try {
      background.execute(this::look);
    } catch (RejectedExecutionException e) {
      // closed; the next start goes on
    }
  }

  /** How many instances were removed since the start. */
  public long removed() {
    return removed.get();
  }

  private void look() {
    try {
      var before = removed.get();
      while (clean() && !background.isShutdown()) {
        LockSupport.parkNanos(BREATH_NANOS);
      }
      if (removed.get() > before) {
        LOG.info(
            "{} instances that ended more than {} ago are removed", removed.get() - before, keep);
      }
    } catch (RuntimeException e) {
      LOG.warn("What ended is removed later: {}", e.toString());
    }
  }

  /**
   * One step.
   *
   * @return whether there may be more
   */
  private boolean clean() {
    var before = new Timestamp(ClockUtil.getCurrentTime().toInstant().minus(keep).toEpochMilli());
    var ended = Conflicts.repeat(() -> transactions.call(() -> instances(before)));
    removed.addAndGet(ended);
    var more = Conflicts.repeat(() -> transactions.call(() -> outside(before)));
    return ended == INSTANCES || more;
  }

  private static int instances(Timestamp before) {
    var ids =
        Sql.list(
            "select ID_ from ACT_HI_PROCINST where END_TIME_ <= ? order by END_TIME_ limit "
                + INSTANCES,
            row -> row.getString(1),
            before);
    if (ids.isEmpty()) {
      return 0;
    }
    remove(ids);
    Context.getCommandContext()
        .getHistoricProcessInstanceManager()
        .deleteHistoricProcessInstanceByIds(ids);
    return ids.size();
  }

  /** The engine's own tables, and those that Operaton leaves alone. */
  private static void remove(List<String> ids) {
    var of = " in (" + Sql.places(ids.size()) + ")";
    var texts = ids.toArray();
    var keys = ids.stream().map(Long::valueOf).toArray();
    Sql.update(
        "delete c from ENG_USER_TASK_CANDIDATE c join ENG_USER_TASK t"
            + " on t.user_task_key = c.user_task_key where t.process_instance_id"
            + of,
        texts);
    Sql.update("delete from ENG_USER_TASK where process_instance_id" + of, texts);
    Sql.update("delete from ENG_INCIDENT where process_instance_key" + of, keys);
    Sql.update("delete from ENG_SEQUENCE_FLOW where process_instance_key" + of, keys);
    Sql.update("delete from ENG_DECISION_INSTANCE where process_instance_key" + of, keys);
    Sql.update("delete from ENG_CORRELATION where INSTANCE_KEY_" + of, keys);
    Sql.update("delete from ACT_HI_OP_LOG where PROC_INST_ID_" + of, texts);
    Sql.update("delete from ACT_HI_IDENTITYLINK where ROOT_PROC_INST_ID_" + of, texts);
  }

  /**
   * @return whether there may be more
   */
  private static boolean outside(Timestamp before) {
    var limit = " limit " + ROWS;
    var decisions =
        Sql.update(
            "delete from ENG_DECISION_INSTANCE where process_instance_key <= 0 and evaluated <= ?"
                + limit,
            before);
    var done =
        Sql.update(
            "delete from ACT_HI_OP_LOG where PROC_INST_ID_ is null and TIMESTAMP_ <= ?" + limit,
            before);
    Sql.update(
        "delete b from ACT_GE_BYTEARRAY b join ACT_HI_JOB_LOG l on b.ID_ = l.JOB_EXCEPTION_STACK_ID_"
            + " where l.PROCESS_INSTANCE_ID_ is null and l.TIMESTAMP_ <= ?",
        before);
    var timers =
        Sql.update(
            "delete from ACT_HI_JOB_LOG where PROCESS_INSTANCE_ID_ is null and TIMESTAMP_ <= ?"
                + limit,
            before);
    return decisions == ROWS || done == ROWS || timers == ROWS;
  }

  @Override
  public void close() throws InterruptedException {
    background.shutdown();
    background.awaitTermination(10, TimeUnit.SECONDS);
  }
}
