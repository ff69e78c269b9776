package vn.commendation.engine;

import java.time.Instant;
import java.util.Map;

/**
 * One attempt to move the running instances of a process to its newest version.
 *
 * @param renamed ids of elements before and now
 * @param targetVersion {@code null} until it has been checked
 * @param error why it failed; otherwise {@code null}
 * @param endedAt when the check, or the move, ended
 * @param counts how many instances, by what became of them
 */
public record ProcessMigration(
    String id,
    String processId,
    Map<String, String> renamed,
    Status status,
    Integer targetVersion,
    String error,
    String askedByName,
    Instant askedAt,
    Instant endedAt,
    Map<InstanceStatus, Long> counts) {

  /** Where the attempt stands. */
  public enum Status {
    CHECKING,
    CHECKED,
    MOVING,
    DONE,
    FAILED
  }

  /** Why an instance stays in its version. */
  public enum Problem {
    /** the element it stands at is not there any more */
    MISSING,
    /** the element is something else now */
    OTHER_KIND,
    /** the element lies in another sub-process now */
    OTHER_PLACE,
    /** the engine says so */
    REFUSED
  }

  /** What became of one instance. */
  public enum InstanceStatus {
    /** can be moved */
    READY,
    /** cannot, as it stands */
    BLOCKED,
    MOVED,
    /** the engine refused to move it; it goes on in its old version */
    REFUSED,
    /** ended before it was moved */
    GONE
  }

  public long ready() {
    return counts.getOrDefault(InstanceStatus.READY, 0L);
  }

  /** Whether something goes on that the page should wait for. */
  public boolean busy() {
    return status == Status.CHECKING || status == Status.MOVING;
  }
}
