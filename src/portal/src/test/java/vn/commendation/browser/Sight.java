package vn.commendation.browser;

import com.microsoft.playwright.Page;
import java.util.function.Consumer;

/**
 * A page to look at.
 *
 * @param who the account that opens it, or {@link #ANYBODY}
 * @param path where, after the portal's address
 * @param status what the portal answers
 * @param name of its pictures
 * @param before what happens on the page before it is looked at: a menu that opens, a form that is
 *     sent. It finds things by what does not change with the language
 */
record Sight(String who, String path, int status, String name, Consumer<Page> before) {

  /** Who has not logged in. */
  static final String ANYBODY = "";

  Sight(String who, String path, String name) {
    this(who, path, 200, name);
  }

  Sight(String who, String path, int status, String name) {
    this(who, path, status, name, page -> {});
  }

  Sight when(String state, Consumer<Page> before) {
    return new Sight(who, path, status, name + "-" + state, before);
  }

  /** As test reports name it. */
  @Override
  public String toString() {
    return "%s: %s as %s".formatted(name, path, who.isEmpty() ? "anybody" : who);
  }
}
