package vn.commendation.revocation;

import java.time.Instant;

/** A revocation in a list. */
public record RevocationSummary(
    String id,
    String code,
    String nomineeName,
    String unitName,
    String awardName,
    RevocationStatus status,
    Instant dueAt,
    Instant proposedAt) {}
