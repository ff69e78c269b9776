package vn.commendation.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A document to be studied in a campaign (tài liệu học tập, quán triệt).
 *
 * @param symbol number and symbol; empty if the document has none
 * @param issuedOn {@code null} if the plan does not say
 * @param link where it can be read; {@code null} if the plan only names it
 * @param versions every one there was, the newest first; never empty
 */
public record StudyDocument(
    long id,
    String title,
    String symbol,
    LocalDate issuedOn,
    String issuer,
    String link,
    List<StudyVersion> versions) {

  /** The version to be read now. */
  public StudyVersion current() {
    return versions.getFirst();
  }

  /** The versions that were replaced, the newest first. */
  public List<StudyVersion> earlier() {
    return versions.subList(1, versions.size());
  }

  /** When the asking person acknowledged the current version; {@code null} if not yet. */
  public Instant acknowledgedAt() {
    return current().acknowledgedAt();
  }
}
