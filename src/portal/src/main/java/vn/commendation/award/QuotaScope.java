package vn.commendation.award;

/** Where the places of a quota are counted. */
public enum QuotaScope {
  UNIT,
  DEPARTMENT
}
