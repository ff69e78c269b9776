package vn.commendation.recovery;

import java.time.Instant;

/**
 * One comparison of all open cases with all running instances.
 *
 * @param requestedBy {@code null} at night
 * @param finishedAt {@code null} while it runs
 * @param error what went wrong last; {@code null} if nothing did
 * @param rebuiltBy who wanted what it found to be rebuilt; {@code null} if nobody did
 * @param rebuildEnds {@code null} until that is done
 */
public record Reconciliation(
    String id,
    String requestedBy,
    Instant startedAt,
    Instant finishedAt,
    int cases,
    int instances,
    String error,
    String rebuiltBy,
    Instant rebuildEnds) {

  /** Whether there is nothing to do but wait. */
  public boolean running() {
    return finishedAt == null || rebuiltBy != null && rebuildEnds == null;
  }
}
