package vn.commendation.document;

/** A type of document with a number series of its own in every year (NĐ 30/2020/NĐ-CP). */
public enum DocumentType {
  /** Quyết định (QĐ). */
  DECISION,
  /** Tờ trình (TTr). */
  PROPOSAL,
  /** Thông báo (TB). */
  NOTICE,
  /** Biên bản (BB). */
  MINUTES,
  /** Kế hoạch (KH). */
  PLAN,
  /** Báo cáo (BC). */
  REPORT,
  /** Công văn; the clerk still numbers it by hand. */
  LETTER,
  /** Giấy mời (GM); the clerk still numbers it by hand. */
  INVITATION
}
