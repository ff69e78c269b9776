package vn.commendation.publication;

/**
 * A story as who writes or publishes it sees it.
 *
 * @param bar text key of why this account may not publish it; {@code null} if nothing bars it
 */
public record StoryDetails(
    Story story, boolean mayEdit, boolean mayPublish, String bar, boolean mayWithdraw) {}
