package vn.commendation.engine;

import io.camunda.client.api.search.response.SearchResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Searches whose answer is larger than one answer may be. */
final class Pages {

  /** How many items a page has. */
  static final int SIZE = 200;

  private Pages() {}

  /**
   * Asks page by page until there are no more.
   *
   * @param ask takes where the page begins, {@code null} for the first
   */
  static <T> List<T> all(Function<String, SearchResponse<T>> ask) {
    var all = new ArrayList<T>();
    String after = null;
    SearchResponse<T> page;
    do {
      page = ask.apply(after);
      all.addAll(page.items());
      after = page.page().endCursor();
    } while (page.items().size() == SIZE && after != null);
    return all;
  }

  /** Parts of a list, none larger than a page. */
  static <T> List<List<T>> parts(List<T> all) {
    var parts = new ArrayList<List<T>>();
    for (var from = 0; from < all.size(); from += SIZE) {
      parts.add(all.subList(from, Math.min(from + SIZE, all.size())));
    }
    return parts;
  }
}
