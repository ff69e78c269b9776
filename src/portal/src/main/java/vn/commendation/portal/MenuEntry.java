package vn.commendation.portal;

/**
 * A line of the main menu.
 *
 * @param key of its text
 * @param current for {@code aria-current}: {@code page} if it leads to the page being shown, {@code
 *     true} if to one above it, or {@code null}
 */
public record MenuEntry(String path, String key, String current) {}
