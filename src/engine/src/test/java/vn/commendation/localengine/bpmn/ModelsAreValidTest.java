package vn.commendation.localengine.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.traversal.ModelWalker;
import io.camunda.zeebe.model.bpmn.validation.ValidationVisitor;
import io.camunda.zeebe.model.bpmn.validation.zeebe.ZeebeDesignTimeValidators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The product's models stay models for Camunda 8.8, whatever this engine makes of them. */
class ModelsAreValidTest {

  private static final Pattern PLATFORM =
      Pattern.compile("executionPlatformVersion\"?\\s*[=:]\\s*\"([^\"]+)\"");

  static Stream<Path> processes() throws IOException {
    return Files.list(Path.of("bpmn")).filter(file -> file.toString().endsWith(".bpmn")).sorted();
  }

  @ParameterizedTest
  @MethodSource("processes")
  void shouldPassTheValidatorsOfCamunda(Path file) {
    var visitor = new ValidationVisitor(ZeebeDesignTimeValidators.VALIDATORS);

    new ModelWalker(Bpmn.readModelFromFile(file.toFile())).walk(visitor);

    assertThat(visitor.getValidationResult().getResults()).isEmpty();
  }

  @Test
  void shouldAllBeMadeForTheSamePlatform() throws IOException {
    try (var files = Files.list(Path.of("bpmn"))) {
      assertThat(files.sorted())
          .hasSizeGreaterThan(20)
          .allSatisfy(
              file ->
                  assertThat(PLATFORM.matcher(Files.readString(file)).results())
                      .as(file.toString())
                      .extracting(found -> found.group(1))
                      .containsExactly("8.8.0"));
    }
  }
}
