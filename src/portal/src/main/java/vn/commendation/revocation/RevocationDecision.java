package vn.commendation.revocation;

/**
 * What somebody entered in the form of {@code RevocationDecision}.
 *
 * @param username who completed the task
 * @param decision {@code revoke} or {@code dismiss}
 */
public record RevocationDecision(String username, String decision, String reason) {

  public RevocationDecision {
    reason = reason == null || reason.isBlank() ? null : reason.strip();
  }
}
