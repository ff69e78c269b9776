package vn.commendation.nomination;

/** Whether a person or a unit is nominated. */
public enum SubjectKind {
  INDIVIDUAL,
  COLLECTIVE
}
