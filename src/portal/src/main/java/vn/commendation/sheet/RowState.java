package vn.commendation.sheet;

/** How far one row of a nomination sheet has come; those to look at first come first. */
public enum RowState {
  /** Something in it is wrong: it cannot be imported. */
  BAD,
  /** Something is still to be written: it is imported, and completed as a draft. */
  INCOMPLETE,
  /** Not checked yet. */
  NEW,
  /** Nothing stands against it. */
  GOOD,
  /** It has become a draft. */
  DRAFTED,
  /** Its draft was sent to the Office. */
  SENT;

  /** Whether confirming the sheet makes a draft of it. */
  public boolean importable() {
    return this == GOOD || this == INCOMPLETE;
  }
}
