package vn.commendation.recovery;

/** What a rebuild did about a drift. */
public enum Outcome {
  /** The case has a new instance. */
  REBUILT,
  /** The case was tied to the instance that runs for it. */
  TIED,
  /** Nothing is wrong with it any more. */
  RIGHT,
  /** The instance that was one too many is cancelled. */
  CANCELLED,
  /** Somebody has to look. */
  FAILED
}
