package vn.commendation.recovery;

/** How a case and what runs in the engine can disagree. */
public enum DriftKind {
  /** An open case has no instance. */
  MISSING,
  /** The instance of an open case has ended. */
  ENDED,
  /** The instance stands at another step than the case. */
  ELSEWHERE,
  /** What has to run beside the step does not, or runs once too often. */
  BESIDE,
  /** Several instances run for one case, or one that it was not given. */
  SECOND,
  /** An instance runs for no open case. */
  UNKNOWN
}
