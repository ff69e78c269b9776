package vn.commendation.audit;

/**
 * A step was recorded in the audit trail. Who listens does so in the transaction of that step, and
 * must leave what takes time to a durable task.
 *
 * @param actor user name, or {@link AuditTrail#SYSTEM}
 */
public record Recorded(String actor, String action, String subjectId) {}
