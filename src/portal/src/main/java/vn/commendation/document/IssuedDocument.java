package vn.commendation.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One version of a document, without its bytes.
 *
 * @param version 1, 2, 3 … of its kind and subject
 * @param draft drawn up before signature or number: carries the watermark
 * @param symbol number and symbol; {@code null} if it has none
 * @param date of issue; {@code null} if it is not known yet
 * @param drawnUpBy name of who had it drawn up; {@code null} for the system
 * @param copies signed copies that were attached to this version, the latest first
 */
public record IssuedDocument(
    long id,
    DocumentKind kind,
    String subjectId,
    int version,
    boolean draft,
    String title,
    String symbol,
    LocalDate date,
    String drawnUpBy,
    Instant drawnUpAt,
    StoredFile docx,
    StoredFile pdf,
    List<SignedCopy> copies) {

  /**
   * A stored file.
   *
   * @param size in bytes
   * @param sha256 checksum, in hexadecimal digits
   */
  public record StoredFile(long size, String sha256) {}

  /** The signed copy that counts: the latest; {@code null} if there is none. */
  public SignedCopy signed() {
    return copies.isEmpty() ? null : copies.getFirst();
  }

  IssuedDocument withCopies(List<SignedCopy> attached) {
    return new IssuedDocument(
        id, kind, subjectId, version, draft, title, symbol, date, drawnUpBy, drawnUpAt, docx, pdf,
        attached);
  }
}
