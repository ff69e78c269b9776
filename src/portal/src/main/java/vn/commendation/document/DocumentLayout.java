package vn.commendation.document;

/** How the page of a kind of document lies. */
public enum DocumentLayout {
  /** A4 upright, margins and sizes of NĐ 30/2020/NĐ-CP, Appendix I. */
  PORTRAIT,
  /** A4 lying, for wide lists; everything else as {@link #PORTRAIT}. */
  LANDSCAPE,
  /** A4 lying, one page each; a certificate is framed and not a letter of NĐ 30/2020/NĐ-CP. */
  CERTIFICATE
}
