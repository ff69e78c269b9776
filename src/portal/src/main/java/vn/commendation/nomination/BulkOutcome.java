package vn.commendation.nomination;

import java.time.Instant;
import java.util.List;

/** What became of cases that were accepted together. */
public record BulkOutcome(String id, String acceptedBy, Instant acceptedAt, List<Line> lines) {

  /** How far one of them has come. */
  public enum State {
    /** Was not sent: something had come up. */
    NOT_SENT,
    /** Not taken by the engine yet. */
    WAITING,
    /** The engine has it; the decision is being checked. */
    RECORDING,
    ACCEPTED,
    /** The check found that the decision does not count. */
    DENIED,
    /** Somebody else decided first. */
    OVERTAKEN,
    /** Somebody else has claimed the task in Tasklist. */
    TAKEN,
    /** The task is no longer there: the case was withdrawn, for example. */
    GONE,
    /** The engine refused it for good. */
    BLOCKED
  }

  /**
   * One case.
   *
   * @param detail why, or who, as far as there is something to say
   * @param obstacle end of a text key; {@code null} unless it was not sent
   */
  public record Line(NominationSummary nomination, State state, String detail, String obstacle) {}

  /** Whether some of them are still under way. */
  public boolean unfinished() {
    return lines.stream()
        .anyMatch(line -> line.state() == State.WAITING || line.state() == State.RECORDING);
  }

  public long accepted() {
    return lines.stream().filter(line -> line.state() == State.ACCEPTED).count();
  }
}
