package vn.commendation.scheduling;

/**
 * Something that waits to be done, for who watches the portal: its number and the age of the oldest
 * are figures.
 *
 * @param kind its name in the figures, such as {@code commands-pending}
 * @param query the number, and the oldest moment as {@code oldest}; of open rows alone
 * @param parameters of the query
 */
public record Backlog(String kind, String query, Object... parameters) {}
