package vn.commendation.campaign;

/**
 * What somebody decided in Tasklist.
 *
 * @param decision {@code null} if nothing was chosen
 * @param reason {@code null} if none was given
 */
public record TaskDecision(String username, String decision, String reason) {

  public TaskDecision {
    reason = reason == null || reason.isBlank() ? null : reason.strip();
  }
}
