package vn.commendation.localengine.kernel;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.operaton.bpm.engine.OptimisticLockingException;

/**
 * Transactions that lose against another one: the database undid them, and asked again they see
 * what the other one did.
 */
public final class Conflicts {

  private static final int ATTEMPTS = 8;
  private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  /** Lock wait timeout, deadlock, record changed since last read. */
  private static final Set<Integer> VENDOR_CODES = Set.of(1205, 1213, 1020);

  private static final LongAdder LOST = new LongAdder();

  private Conflicts() {}

  /** How often work was begun anew because it lost. */
  public static long count() {
    return LOST.sum();
  }

  /**
   * Does the work, again where it lost. Not to be called within a transaction.
   *
   * @throws RuntimeException of the last attempt; see {@link #lost}
   */
  public static <T> T repeat(Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return work.get();
      } catch (RuntimeException e) {
        if (attempt == ATTEMPTS || !lost(e)) {
          throw e;
        }
        LOST.increment();
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(attempt * LONGEST_PAUSE_NANOS));
      }
    }
  }

  /** Whether it failed because of another transaction only. */
  public static boolean lost(Throwable failure) {
    return causedBy(
        failure,
        cause ->
            cause instanceof OptimisticLockingException
                || cause instanceof SQLException sql && VENDOR_CODES.contains(sql.getErrorCode()));
  }

  /** Whether the same may succeed later: it lost, or the database did not answer. */
  public static boolean passing(Throwable failure) {
    return lost(failure)
        || causedBy(
            failure,
            cause ->
                cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLNonTransientConnectionException
                    || cause instanceof SQLRecoverableException);
  }

  private static boolean causedBy(Throwable failure, Predicate<Throwable> what) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (what.test(cause)) {
        return true;
      }
    }
    return false;
  }
}
