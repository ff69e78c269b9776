package vn.commendation.localengine.message;

import java.util.concurrent.Future;
import org.operaton.bpm.engine.impl.util.ClockUtil;
import vn.commendation.localengine.kernel.Transactions;

/**
 * Removes messages whose time to live has passed. Nobody is given them any more in any case, so
 * this only makes room: one timer, set for the next that expires, and none where nothing is kept.
 */
final class Expiry {

  /** Runs a look after so many milliseconds. */
  interface Timer {
    Future<?> after(Runnable look, long millis);
  }

  private static final long SHORTEST_PAUSE_MILLIS = 10_000;
  private static final long LONGEST_PAUSE_MILLIS = 3_600_000;

  private final Transactions transactions;
  private final MessageStore store;
  private final Timer timer;
  private Future<?> next;
  private long nextAt = Long.MAX_VALUE;

  Expiry(Transactions transactions, MessageStore store, Timer timer) {
    this.transactions = transactions;
    this.store = store;
    this.timer = timer;
  }

  /** A message is kept until then. */
  synchronized void at(long expiresAt) {
    if (expiresAt >= nextAt) {
      return;
    }
    if (next != null) {
      next.cancel(false);
    }
    nextAt = expiresAt;
    next = timer.after(this::look, pause(expiresAt));
  }

  /** Removes what has expired and waits for the next. */
  void look() {
    var now = ClockUtil.getCurrentTime().getTime();
    while (transactions.call(() -> store.removeExpired(now))) {
      // in small transactions
    }
    synchronized (this) {
      nextAt = Long.MAX_VALUE;
    }
    transactions.call(store::nextExpiry).ifPresent(this::at);
  }

  private static long pause(long expiresAt) {
    var pause = expiresAt - ClockUtil.getCurrentTime().getTime();
    return Math.clamp(pause, SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS);
  }
}
