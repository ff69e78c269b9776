package vn.commendation.award;

/** Whether a person or a unit is nominated. */
public enum SubjectKind {
  INDIVIDUAL,
  COLLECTIVE
}
