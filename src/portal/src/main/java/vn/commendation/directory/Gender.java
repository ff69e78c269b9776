package vn.commendation.directory;

/** Gender as the statistical forms count it. */
public enum Gender {
  FEMALE,
  MALE
}
