package vn.commendation.localengine.webapp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A mistake of Operaton's Tasklist, mended as its script is served: form-js keeps an empty list of
 * errors for each field within a list, Tasklist counts those as errors, and a form with a list
 * could never be sent.
 */
final class Mend {

  static final String SCRIPT = "app/tasklist/operaton-tasklist-bootstrap.js";

  private static final String MISTAKE = "!!Object.keys(e.errors).length";
  private static final String MENDED = "Object.values(e.errors).flat(9).some(Boolean)";

  private Mend() {}

  /**
   * The script as it should be.
   *
   * @throws IllegalStateException if it is another one than this was written for
   */
  static byte[] script() {
    try (var content = WebFiles.find(SCRIPT).openStream()) {
      var script = new String(content.readAllBytes(), StandardCharsets.UTF_8);
      var found = script.indexOf(MISTAKE);
      if (found < 0 || script.indexOf(MISTAKE, found + 1) >= 0) {
        throw new IllegalStateException("Tasklist's script is not the one that is known");
      }
      return script.replace(MISTAKE, MENDED).getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("Tasklist's script cannot be read", e);
    }
  }
}
