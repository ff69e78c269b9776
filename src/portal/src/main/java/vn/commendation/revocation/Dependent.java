package vn.commendation.revocation;

import java.time.Instant;

/**
 * An award that counted the revoked one and is to be checked again.
 *
 * @param nominationId the case it came from; may be {@code null}
 * @param checkedByName {@code null} until it was checked
 */
public record Dependent(
    long awardId,
    String nomineeName,
    String awardName,
    int year,
    String decisionNumber,
    String nominationId,
    String checkedByName,
    Instant checkedAt,
    String note) {}
