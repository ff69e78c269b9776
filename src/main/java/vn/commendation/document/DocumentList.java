package vn.commendation.document;

import java.time.Instant;
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
   * The last version of one kind; what is not known yet is {@code null}.
   *
   * @param offered whether the account may have it drawn up, or drawn up again
   * @param mayAttach whether the account may attach the signed copy
   * @param failure why it could not be drawn up
   */
  public record Line(
      DocumentKind kind,
      State state,
      Integer version,
      String title,
      String symbol,
      String drawnUpBy,
      Instant drawnUpAt,
      String pdfSha256,
      boolean offered,
      boolean mayAttach,
      String failure) {}
}
