package vn.commendation.revocation;

/** Where a revocation stands. */
public enum RevocationStatus {
  PROPOSED("PrepareRevocation"),
  DECISION("RevocationDecision"),
  NUMBER("RegisterRevocationNumber"),
  EXECUTION("CarryOutRevocation"),
  /**
   * The board was asked to revoke; its answer is recorded in the portal after the process ended.
   */
  BOARD("EndRevoked"),
  REVOKED("EndRevoked"),
  /** The leadership dismissed the proposal. */
  DISMISSED("EndDismissed"),
  /** The province lets the award stand. */
  UPHELD("EndRevoked");

  private final String element;

  RevocationStatus(String element) {
    this.element = element;
  }

  /** Id of the BPMN element of the {@code revocation} process where it stands. */
  String element() {
    return element;
  }

  /** Whether its process has yet to end. */
  boolean inProcess() {
    return this != BOARD && !ended();
  }

  public boolean ended() {
    return this == REVOKED || this == DISMISSED || this == UPHELD;
  }
}
