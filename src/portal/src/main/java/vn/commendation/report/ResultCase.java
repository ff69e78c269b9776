package vn.commendation.report;

import java.time.Instant;

/** One of the cases behind a figure of a result report. */
public record ResultCase(
    String id,
    String code,
    String name,
    String unit,
    String award,
    String status,
    Instant submittedAt,
    Instant closedAt) {}
