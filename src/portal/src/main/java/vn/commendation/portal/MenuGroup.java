package vn.commendation.portal;

import java.util.List;

/**
 * Entries of the main menu that belong together.
 *
 * @param key of the text that names them
 */
public record MenuGroup(String key, List<MenuEntry> entries) {

  /** The only entry, which stands in the menu without its group, or {@code null}. */
  public MenuEntry single() {
    return entries.size() == 1 ? entries.getFirst() : null;
  }

  /** Each entry in a group of its own. */
  List<MenuGroup> apart() {
    return entries.stream().map(entry -> new MenuGroup(entry.key(), List.of(entry))).toList();
  }

  /** Whether the page being shown is below one of the entries. */
  public boolean current() {
    return entries.stream().anyMatch(entry -> entry.current() != null);
  }
}
