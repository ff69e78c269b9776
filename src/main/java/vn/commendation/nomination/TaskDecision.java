package vn.commendation.nomination;

import java.time.LocalDate;

/**
 * What somebody entered in the form of a user task.
 *
 * @param username who completed the task
 * @param decision such as {@code accept}; {@code null} for a supplement
 * @param reference number of the board's document; only for its result
 */
public record TaskDecision(
    String username, String decision, String reason, String reference, LocalDate resultDate) {

  public TaskDecision {
    reason = reason == null || reason.isBlank() ? null : reason.strip();
    reference = reference == null || reference.isBlank() ? null : reference.strip();
  }
}
