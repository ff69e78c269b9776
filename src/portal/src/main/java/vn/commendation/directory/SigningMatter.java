package vn.commendation.directory;

/** What a signing assignment covers. */
public enum SigningMatter {
  AWARD_DECISION,
  PROPOSAL,
  NOTICE
}
