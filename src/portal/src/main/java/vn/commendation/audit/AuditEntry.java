package vn.commendation.audit;

import java.time.Instant;

/**
 * One thing that was done: who, when, what, why.
 *
 * @param action a dotted name such as {@code nomination.submitted}
 * @param reason why, in the words of who did it; may be {@code null}
 */
public record AuditEntry(
    Instant at, String actor, String actorName, String action, String subjectId, String reason) {}
