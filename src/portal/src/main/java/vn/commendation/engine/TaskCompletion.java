package vn.commendation.engine;

/**
 * What became of a task the portal completes for somebody.
 *
 * @param lastError what the engine answered last; {@code null} if nothing went wrong
 */
public record TaskCompletion(String id, Status status, String lastError) {

  /** How far it has come. */
  public enum Status {
    /** Not taken by the engine yet. */
    PENDING,
    /** The engine has taken it; whether the decision counts, the worker says. */
    DONE,
    /** There is no such task any more: somebody else was first, or the case has moved on. */
    GONE,
    /** Somebody else has claimed the task. */
    TAKEN,
    /** The engine refused it for good. */
    BLOCKED
  }
}
