package vn.commendation.dashboard;

import java.time.Instant;

/**
 * Technical work that does not succeed.
 *
 * @param name text key of what it is, such as mails or the kind of a document
 * @param count how many
 * @param since the oldest of them
 * @param lastError what the last attempt was answered; may be {@code null}
 * @param path where to look; {@code null} if there is no page
 */
public record Fault(String name, long count, Instant since, String lastError, String path) {}
