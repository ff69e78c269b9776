package vn.commendation.revocation;

/** Why an award may be taken back (Law 06/2022/QH15, chapter VII; Article 93 is inferred). */
public enum RevocationCause {
  FALSE_DECLARATION,
  FORGED_DOSSIER,
  UNLAWFUL_APPRAISAL,
  /** A later conclusion or judgment affects the achievement period. */
  LATER_CONCLUSION
}
