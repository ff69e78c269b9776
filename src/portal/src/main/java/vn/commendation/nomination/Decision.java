package vn.commendation.nomination;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A recorded decision.
 *
 * @param step text key is {@code step.} and this name
 * @param outcome text key is {@code outcome.} and this name
 * @param reference number of the document it stands in; may be {@code null}, like its date
 */
public record Decision(
    String step,
    String outcome,
    String reason,
    String decidedBy,
    Instant decidedAt,
    String reference,
    LocalDate resultDate) {}
