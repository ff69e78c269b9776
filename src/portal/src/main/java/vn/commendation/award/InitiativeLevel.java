package vn.commendation.award;

/** Where an initiative has been recognised and has effect, the narrowest first. */
public enum InitiativeLevel {
  BASE,
  PROVINCE,
  NATION
}
