package vn.commendation.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Pictures of pages in all their appearances, and a sheet to look through them. */
final class Pictures {

  private static final String SHEET =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <title>Pages</title>
      <style>
        body { font: 15px system-ui, sans-serif; margin: 2rem; }
        h2 { font-size: 1rem; margin: 2rem 0 .5rem; }
        ul { display: flex; flex-wrap: wrap; gap: 1rem; list-style: none; margin: 0; padding: 0; }
        img { display: block; height: 260px; max-width: 420px; object-fit: cover; object-position: top;
          border: 1px solid #999; }
      </style>
      </head>
      <body>
      <h1>Pages</h1>
      %s</body>
      </html>
      """;

  private final Path root;
  private final Path directory;

  Pictures(Path root, String directory) {
    this.root = root;
    this.directory = root.resolve(directory);
  }

  /** Pictures of an earlier run may bear numbers that now belong to other pages. */
  void forgetEarlierOnes() {
    if (Files.isDirectory(directory)) {
      try (var files = Files.list(directory)) {
        for (var file : files.toList()) {
          Files.delete(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** All of a page, however long. */
  void take(Page page, int number, String name, String language, int width, String theme) {
    var file = "%03d-%s.%s-%d-%s.jpg";
    page.screenshot(
        new ScreenshotOptions()
            .setType(ScreenshotType.JPEG)
            .setQuality(85)
            .setFullPage(true)
            .setPath(
                directory.resolve(
                    String.format(Locale.ROOT, file, number, name, language, width, theme))));
  }

  /** Every picture below the root, those of one page beside each other. */
  void writeContactSheet() {
    var groups = new TreeMap<String, List<Path>>();
    try (var files = Files.walk(root)) {
      files
          .filter(file -> file.toString().matches(".*\\.(jpg|png)"))
          .map(root::relativize)
          .sorted()
          .forEach(
              file ->
                  groups
                      .computeIfAbsent(
                          file.toString().replaceFirst("\\.[^/]*$", ""), key -> new ArrayList<>())
                      .add(file));
      var sheet = new StringBuilder();
      groups.forEach((name, pictures) -> sheet.append(section(name, pictures)));
      Files.writeString(root.resolve("index.html"), SHEET.formatted(sheet));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String section(String name, List<Path> pictures) {
    var section = new StringBuilder("<h2>" + name + "</h2>\n<ul>\n");
    for (var picture : pictures) {
      section.append(
          "<li><a href=\"%1$s\"><img loading=\"lazy\" src=\"%1$s\" alt=\"%1$s\"></a></li>%n"
              .formatted(picture.toString().replace('\\', '/')));
    }
    return section.append("</ul>\n").toString();
  }
}
