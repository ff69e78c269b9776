package vn.commendation.localengine.webapp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The web applications' style sheets in the portal's colours, put in as they are served. */
final class Palette {

  private static final Map<String, String> COLOURS =
      Map.ofEntries(
          // what is to be pressed, and marks what is chosen
          Map.entry("#e66e2e", "#941a1e"),
          Map.entry("#e05f1b", "#73130f"),
          Map.entry("#c95618", "#73130f"),
          Map.entry("#a94814", "#5c1416"),
          Map.entry("#6e2f0d", "#5c1416"),
          // links, and what the pointer is on
          Map.entry("#155cb5", "#941a1e"),
          Map.entry("#0b2d5f", "#73130f"),
          Map.entry("rgba(11, 45, 95,", "rgba(193, 154, 43,"),
          Map.entry("rgba(194, 213, 237,", "rgba(246, 238, 214,"));

  private Palette() {}

  /** The sheets by their paths. */
  static Map<String, byte[]> sheets() {
    var sheets = new HashMap<String, byte[]>();
    for (var application : List.of("tasklist", "cockpit", "welcome")) {
      var path = "app/%1$s/operaton-%1$s-bootstrap.css".formatted(application);
      sheets.put(path, sheet(path));
    }
    return sheets;
  }

  private static byte[] sheet(String path) {
    try (var content = WebFiles.find(path).openStream()) {
      var sheet = new String(content.readAllBytes(), StandardCharsets.UTF_8);
      for (var colour : COLOURS.entrySet()) {
        sheet = sheet.replace(colour.getKey(), colour.getValue());
      }
      return sheet.getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("The style sheet %s cannot be read".formatted(path), e);
    }
  }
}
