package vn.commendation.dossier;

/** What somebody is in the Department's council. */
public enum CouncilRole {
  CHAIR,
  MEMBER,
  SECRETARY
}
