package vn.commendation.document;

import java.time.Instant;
import java.time.LocalDate;
import vn.commendation.storage.Download;

/**
 * One version of a document with its files.
 *
 * @param version 1, 2, 3 … of its kind and subject
 * @param symbol number and symbol; {@code null} if it has none
 * @param date of issue; {@code null} for a draft
 * @param drawnUpBy name of who had it drawn up; {@code null} for the system
 * @param signed the signed copy that was attached to this version; {@code null} if there is none
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
    StoredFile signed) {

  /**
   * A stored file.
   *
   * @param sha256 checksum, in hexadecimal digits
   */
  public record StoredFile(Download file, String sha256) {}
}
