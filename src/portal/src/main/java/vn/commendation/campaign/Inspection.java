package vn.commendation.campaign;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An inspection of a unit's part in a campaign (kiểm tra, giám sát) and what came of it.
 *
 * @param answer of the unit; {@code null} until it has answered
 * @param conclusion of the Office; {@code null} until it is closed
 * @param overdue whether the answer is missing after its day
 * @param mayAnswer whether the asking account may answer now
 * @param mayClose whether the asking account may close it now
 */
public record Inspection(
    long id,
    int version,
    String unit,
    LocalDate inspectedOn,
    String inspectors,
    String findings,
    LocalDate answerDueOn,
    String recordedBy,
    Instant recordedAt,
    String answer,
    String answeredBy,
    Instant answeredAt,
    String conclusion,
    String closedBy,
    Instant closedAt,
    boolean overdue,
    boolean mayAnswer,
    boolean mayClose) {}
