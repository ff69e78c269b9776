package vn.commendation.award;

/** How far a rule has been checked against the text of the law. */
public enum Certainty {
  CONFIRMED,
  UNVERIFIED
}
