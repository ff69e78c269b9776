package vn.commendation.award;

/** Yearly rating of a person's or a unit's work, the best first. */
public enum WorkRating {
  EXCELLENT,
  GOOD,
  COMPLETED,
  NOT_COMPLETED
}
