package vn.commendation.work;

import java.time.Instant;

/**
 * Something that waits for somebody, as the home page shows it.
 *
 * @param title what it is about, such as a batch's code and name
 * @param step text key of the step it waits at
 * @param dueAt {@code null} if it has no deadline
 * @param portalPath page of the portal, such as {@code /dossiers/…}
 * @param taskUrl the task in Tasklist; {@code null} if the work is done in the portal
 */
public record WaitingWork(
    String title, String step, Instant dueAt, String portalPath, String taskUrl) {}
