package vn.commendation.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.Locale;

/** Pictures of what people saw, numbered in the order they saw it. */
final class Screens {

  /** Tasklist scrolls a part of its page: how much more there is to see than the window shows. */
  private static final String HIDDEN =
      """
      () => Math.max(...[document.documentElement, ...document.querySelectorAll("div")]
        .filter(part => part === document.documentElement
          || ["auto", "scroll"].includes(getComputedStyle(part).overflowY))
        .map(part => part.scrollHeight - part.clientHeight))""";

  private final Path directory;
  private int taken;

  Screens(String... directory) {
    this.directory = Path.of("target", "screens").resolve(Path.of("", directory));
  }

  /** All of a page, as if the window were as high as that. */
  void take(Page page, String name) {
    var window = page.viewportSize();
    page.setViewportSize(window.width, window.height + (int) page.evaluate(HIDDEN));
    takeWindow(page, name);
    page.setViewportSize(window.width, window.height);
  }

  void takeWindow(Page page, String name) {
    taken++;
    page.screenshot(
        new ScreenshotOptions()
            .setPath(directory.resolve(String.format(Locale.ROOT, "%02d-%s.png", taken, name))));
  }
}
