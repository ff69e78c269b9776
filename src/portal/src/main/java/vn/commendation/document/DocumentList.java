package vn.commendation.document;

import java.util.List;

/**
 * The documents of one subject, as one account may see them; the fragment {@code document/parts ::
 * list} shows it.
 */
public record DocumentList(DocumentSubject subject, String subjectId, List<Line> lines) {

  /** How far a document is. */
  public enum State {
    /** Offered, never drawn up. */
    NONE,
    /** Being drawn up. */
    QUEUED,
    /** Could not be drawn up. */
    FAILED,
    DRAFT,
    FINAL,
    /** A signed copy is attached to the last version. */
    SIGNED
  }

  /**
   * One kind.
   *
   * @param document the last version; {@code null} if there is none
   * @param offered whether the account may have it drawn up, or drawn up again
   * @param mayAttach whether the account may attach a signed copy to the last version
   * @param failure why it could not be drawn up; {@code null} if it could, or was not tried
   */
  public record Line(
      DocumentKind kind,
      State state,
      IssuedDocument document,
      boolean offered,
      boolean mayAttach,
      String failure) {}
}
