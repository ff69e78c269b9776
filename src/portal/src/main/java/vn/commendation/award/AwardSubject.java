package vn.commendation.award;

/** Who can be given an award. */
public enum AwardSubject {
  INDIVIDUAL,
  COLLECTIVE,
  BOTH
}
