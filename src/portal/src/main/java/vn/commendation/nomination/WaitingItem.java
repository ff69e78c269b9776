package vn.commendation.nomination;

/**
 * Something that waits for somebody.
 *
 * @param taskUrl the task in Tasklist; {@code null} if the work is done in the portal
 */
public record WaitingItem(NominationSummary nomination, String taskUrl) {}
