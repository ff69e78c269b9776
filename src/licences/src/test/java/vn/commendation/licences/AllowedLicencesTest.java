package vn.commendation.licences;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.commendation.licences.LicenceList.Licence;

/** The list as it stands. */
class AllowedLicencesTest {
  private static final Pattern NEVER =
      Pattern.compile(
          "agpl|affero|sspl|server side|elastic|busl|business source|commons clause|camunda|zeebe"
              + "|enterprise|non.?production|commercial|unknown",
          Pattern.CASE_INSENSITIVE);

  private final LicenceList list = LicenceList.read(Path.of("src/licences/licences.xml"));

  @Test
  void holdsNothingThatIsNoOpenSource() {
    Stream<String> words =
        Stream.concat(
            list.names().stream(),
            list.licences().stream().flatMap(licence -> Stream.of(licence.id(), licence.title())));
    assertThat(words).isNotEmpty().noneMatch(word -> NEVER.matcher(word).find());
  }

  @Test
  void allowsBpmnIoOnlyWhereItIsNamed() {
    assertThat(list.licences())
        .filteredOn(licence -> licence.id().equals("bpmn.io"))
        .singleElement()
        .returns(false, Licence::alone);
    assertThat(list.names()).noneMatch(name -> name.contains("bpmn"));
  }

  @Test
  void areTheOnesTheReadmeTells() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String[] parts = readme.split("<!-- licences: (begin|end) -->\n");
    assertThat(parts).as("the README and its two marks").hasSize(3);
    assertThat(parts[1])
        .as("copy src/licences/target/licences.md between the marks of the README")
        .isEqualTo(Files.readString(Path.of("src/licences/target/licences.md")));
  }
}
