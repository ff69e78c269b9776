package vn.commendation.document;

/** What a document is kept as: the one to edit, and the one to print and publish. */
public enum DocumentFormat {
  DOCX,
  PDF
}
