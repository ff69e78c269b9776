package vn.commendation.dossier;

/** Where one nominee of a batch stands. */
public enum ItemStatus {
  IN,
  PASSED,
  NOT_PASSED,
  /** The council chose others for the places of a quota. */
  LEFT_OUT,
  /** An objection is open. */
  PAUSED,
  OBJECTION_UPHELD,
  /** Goes on in a batch of its own, or waits for that. */
  SPLIT_OFF,
  WITHDRAWN,
  REMOVED,
  SIGNED,
  REFUSED,
  AWARDED,
  NOT_AWARDED;

  /** Whether the next step of the batch is about this nominee too. */
  boolean standing() {
    return this == IN || this == PASSED || this == SIGNED;
  }
}
