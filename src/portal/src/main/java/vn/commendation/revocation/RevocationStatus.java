package vn.commendation.revocation;

/** Where a revocation stands. */
public enum RevocationStatus {
  /** Element {@code PrepareRevocation}. */
  PROPOSED,
  /** Element {@code RevocationDecision}. */
  DECISION,
  /** Element {@code RegisterRevocationNumber}. */
  NUMBER,
  /** Element {@code CarryOutRevocation}. */
  EXECUTION,
  /**
   * The board was asked to revoke; its answer is recorded in the portal after the process ended.
   */
  BOARD,
  REVOKED,
  /** The leadership dismissed the proposal. */
  DISMISSED,
  /** The province lets the award stand. */
  UPHELD;

  /** Whether its process has yet to end. */
  boolean inProcess() {
    return this != BOARD && !ended();
  }

  public boolean ended() {
    return this == REVOKED || this == DISMISSED || this == UPHELD;
  }
}
