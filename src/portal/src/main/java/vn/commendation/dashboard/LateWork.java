package vn.commendation.dashboard;

import java.time.Instant;

/**
 * Something that is over its deadline.
 *
 * @param code number of the case or batch
 * @param title nominee or subject
 * @param unitName {@code null} if it belongs to no unit
 * @param stage text key of the step it stands at
 * @param holder text key of who has to act, such as {@code role.CLERK}; {@code null} if {@code
 *     holderName} says it
 * @param holderName who has to act by name
 * @param lastEvent text key of what happened last; {@code null} if nothing is known
 * @param lastActor who did that
 * @param reason why it was done, if that may be read by everybody who sees the dashboard
 * @param path its page
 */
public record LateWork(
    String code,
    String title,
    String unitName,
    String stage,
    Instant dueAt,
    String holder,
    String holderName,
    String lastEvent,
    String lastActor,
    Instant lastAt,
    String reason,
    String path) {}
