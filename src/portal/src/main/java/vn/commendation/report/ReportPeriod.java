package vn.commendation.report;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The days a yearly report covers.
 *
 * @param to last day
 * @param reason why these days and not the usual ones; {@code null}, like what follows, if they are
 *     the usual ones
 */
public record ReportPeriod(
    int year,
    LocalDate from,
    LocalDate to,
    LocalDate dueOn,
    String reason,
    String changedBy,
    Instant changedAt) {}
