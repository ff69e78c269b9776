package vn.commendation.sheet;

/** What happens to a nomination sheet now. */
public enum SheetStatus {
  /** Every row is held against the rules. */
  CHECKING,
  /** Nothing is under way: it can be looked at, imported, checked again, sent. */
  READY,
  /** Its good rows become drafts. */
  IMPORTING,
  /** Its complete drafts are sent to the Office. */
  SENDING,
  /** Nobody wants it any more; its rows are gone. */
  DISCARDED;

  /** Whether a step is under way. */
  public boolean underWay() {
    return this == CHECKING || this == IMPORTING || this == SENDING;
  }
}
