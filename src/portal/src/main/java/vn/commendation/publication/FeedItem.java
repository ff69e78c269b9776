package vn.commendation.publication;

import java.time.Instant;

/**
 * Something new on the public pages.
 *
 * @param id of the list, decision or story; it never changes
 * @param path page of the portal
 * @param category what it is, for programs
 * @param label the same, for people
 * @param summary {@code null} if the title says all
 */
public record FeedItem(
    String id,
    String path,
    String category,
    String label,
    String title,
    String summary,
    Instant updated) {}
