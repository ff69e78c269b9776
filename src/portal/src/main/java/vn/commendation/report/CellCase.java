package vn.commendation.report;

import java.time.LocalDate;

/**
 * One of the things behind a figure.
 *
 * @param path its page; {@code null} if it has none of its own
 * @param reference number of the decision or of the plan; {@code null} if there is none
 * @param on its date
 */
public record CellCase(
    String path, String name, String unit, String what, String reference, LocalDate on) {}
