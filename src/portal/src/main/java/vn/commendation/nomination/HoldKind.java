package vn.commendation.nomination;

/** Why a nomination is not considered for now (chưa xét). */
public enum HoldKind {
  /** Discipline is under consideration. */
  DISCIPLINE,
  /** An inspection found signs of a violation and goes on. */
  INSPECTION,
  /** A complaint or denunciation is unresolved. */
  COMPLAINT
}
