package vn.commendation.localengine.bpmn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Models to try. */
final class Models {

  private static final String DEFINITIONS =
      """
      <b:definitions xmlns:b="%s" xmlns:z="%s" id="D" targetNamespace="t"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
          xmlns:operaton="http://operaton.org/schema/1.0/bpmn"
          xmlns:other="http://example.org/other">%%s<b:process id="P" isExecutable="true">%%s</b:process></b:definitions>
      """
          .formatted(Xml.BPMN, Xml.ZEEBE);

  private Models() {}

  /** A file with one process; {@code b:} is BPMN, {@code z:} is zeebe. */
  static byte[] process(String elements) {
    return process("", elements);
  }

  /**
   * @param roots what stands beside the process
   */
  static byte[] process(String roots, String elements) {
    return DEFINITIONS.formatted(roots, elements).getBytes(StandardCharsets.UTF_8);
  }

  /** A process that goes through one element between its start and its end. */
  static byte[] through(String roots, String element) {
    return process(
        roots,
        """
        <b:startEvent id="Start"/><b:sequenceFlow id="In" sourceRef="Start" targetRef="It"/>
        %s
        <b:sequenceFlow id="Out" sourceRef="It" targetRef="End"/><b:endEvent id="End"/>
        """
            .formatted(element));
  }

  /** Files that can be deployed: those of the product and the one of the tests. */
  static List<Path> deployable() {
    try (var product = Files.list(Path.of("bpmn"))) {
      var all =
          new ArrayList<>(
              product.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList());
      all.add(Path.of("src/engine/src/test/resources/bpmn/supported.bpmn"));
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
