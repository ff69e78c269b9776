package vn.commendation.facts;

/**
 * Whom an entry is about.
 *
 * @param personId {@code null} for a unit as a collective
 */
record Subject(Long personId, long unitId, String name) {

  /** How registers tell a person from a unit. */
  String key() {
    return key(personId, unitId);
  }

  static String key(Long personId, long unitId) {
    return personId == null ? "U" + unitId : "P" + personId;
  }
}
