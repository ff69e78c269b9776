package vn.commendation.facts;

/**
 * Disciplinary measures against officials, the mildest first (Law on Cadres and Civil Servants
 * 22/2008/QH12, Article 79; not checked against later laws).
 */
public enum DisciplineKind {
  /** Khiển trách. */
  REPRIMAND,
  /** Cảnh cáo: from here on a member's discipline counts against the collective. */
  WARNING,
  /** Hạ bậc lương. */
  SALARY_REDUCTION,
  /** Giáng chức. */
  DEMOTION,
  /** Cách chức. */
  REMOVAL_FROM_OFFICE,
  /** Buộc thôi việc. */
  TERMINATION
}
