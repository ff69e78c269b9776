package vn.commendation.publication;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A decision as lists show it.
 *
 * @param decidedBy {@code null} if it is not on record
 * @param title what the list was signed for; {@code null} for an earlier decision
 * @param awards how many of its awards everybody may see
 */
public record DecisionSummary(
    String id,
    String number,
    LocalDate on,
    String decidedBy,
    String title,
    int awards,
    Instant publishedAt) {}
