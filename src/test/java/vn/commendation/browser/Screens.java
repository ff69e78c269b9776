package vn.commendation.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.Locale;

/** Pictures of what people saw, numbered in the order they saw it. */
final class Screens {

  /** Tasklist and Operate scroll parts of the page: how much more of them there is to see. */
  private static final String HIDDEN =
      """
      () => Math.max(0, ...[...document.querySelectorAll("div, section, main")]
        .filter(part => ["auto", "scroll"].includes(getComputedStyle(part).overflowY))
        .map(part => part.scrollHeight - part.clientHeight))""";

  private final Path directory;
  private int taken;

  Screens(String... directory) {
    this.directory = Path.of("target", "screens").resolve(Path.of("", directory));
  }

  void take(Page page, String name) {
    taken++;
    var window = page.viewportSize();
    page.setViewportSize(window.width, window.height + (int) page.evaluate(HIDDEN));
    page.screenshot(
        new ScreenshotOptions()
            .setPath(directory.resolve(String.format(Locale.ROOT, "%02d-%s.png", taken, name)))
            .setFullPage(true));
    page.setViewportSize(window.width, window.height);
  }
}
