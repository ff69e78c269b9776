package vn.commendation.campaign;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A document to be studied in a campaign (tài liệu học tập, quán triệt).
 *
 * @param symbol number and symbol; empty if the document has none
 * @param issuedOn {@code null} if the plan does not say
 * @param link where it can be read; {@code null} if the plan only names it
 * @param acknowledgedAt when the asking person acknowledged it; {@code null} if not yet
 */
public record StudyDocument(
    long id,
    String title,
    String symbol,
    LocalDate issuedOn,
    String issuer,
    String link,
    Instant acknowledgedAt) {}
