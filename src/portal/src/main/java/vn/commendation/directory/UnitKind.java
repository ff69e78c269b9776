package vn.commendation.directory;

/** The kinds of units of a Department (Sở). */
public enum UnitKind {
  LEADERSHIP,
  OFFICE,
  DIVISION,
  AFFILIATE
}
