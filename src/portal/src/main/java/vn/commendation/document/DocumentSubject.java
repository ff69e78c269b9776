package vn.commendation.document;

/** What a formal document is about; with the id of one of them it is the document's subject. */
public enum DocumentSubject {
  /** A campaign; the id is its number. */
  CAMPAIGN,
  /** What one unit nominates in one campaign; the id is {@code campaign-unit}. */
  UNIT_LIST,
  /** A nomination; the id is the case's. */
  NOMINATION,
  /** A batch; the id is the batch's. */
  DOSSIER,
  /** A revocation; the id is the revocation's. */
  REVOCATION,
  /** A report; the id is what the report module gives it. */
  REPORT
}
