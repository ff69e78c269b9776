package vn.commendation.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What axe-core finds on a page: WCAG 2.2 level A and AA and what is good practice beyond. Its
 * script comes from the library; the page keeps it until it is left, so that a page is read once
 * and judged in every appearance.
 */
final class Accessibility {

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final String RUN =
      """
      async (options) => (await axe.run(document, options)).violations.flatMap((violation) =>
        violation.nodes.map((node) => {
          const why = [...node.any, ...node.all, ...node.none].map((check) => check.message);
          return `${violation.id} at ${node.target.join(" ")}: ${why.join("; ")}`;
        }))""";

  private static final String SCRIPT = script();

  private Accessibility() {}

  /** Everything that can be wrong. */
  static List<String> violations(Page page) {
    return run(
        page,
        Map.of(
            "resultTypes",
            List.of("violations"),
            "runOnly",
            Map.of("type", "tag", "values", RULES),
            "rules",
            Map.of("target-size", Map.of("enabled", true))));
  }

  /** What another theme can change. */
  static List<String> violationsOfColour(Page page) {
    return run(
        page,
        Map.of(
            "resultTypes",
            List.of("violations"),
            "runOnly",
            Map.of("type", "rule", "values", List.of("color-contrast", "link-in-text-block"))));
  }

  private static List<String> run(Page page, Map<String, Object> options) {
    if (!(boolean) page.evaluate("() => 'axe' in window")) {
      page.evaluate(SCRIPT);
    }
    return ((List<?>) page.evaluate(RUN, options)).stream().map(Object::toString).toList();
  }

  private static String script() {
    try (var file = Accessibility.class.getResourceAsStream("/axe.min.js")) {
      // an expression the browser need not hand back
      return new String(file.readAllBytes(), StandardCharsets.UTF_8) + "\n;undefined";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
