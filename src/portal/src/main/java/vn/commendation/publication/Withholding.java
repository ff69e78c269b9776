package vn.commendation.publication;

import java.time.Instant;

/**
 * What the Office keeps from the public, and why.
 *
 * @param name whom, or which award, as it stood when it was noted
 * @param wholePerson whether every award of the person or collective is meant
 * @param liftedAt {@code null} while it holds
 */
public record Withholding(
    String id,
    String name,
    boolean wholePerson,
    String reason,
    String by,
    Instant at,
    String liftedBy,
    Instant liftedAt,
    String liftReason) {}
