package vn.commendation.contract;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The page about the local engine names the tests of each meaning, and all there are. */
class MeaningsTest {

  private static final Path PAGE = Path.of("docs", "engine.md");
  private static final Path SOURCES = Path.of("src");

  private static final Pattern TEST =
      Pattern.compile(
          "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*@Test\\s*@DisplayName\\(\\s*\"(\\d+) [^\"]+\"\\s*\\)"
              + "(?:\\s*@\\w+\\([^)]*\\))*\\s*void (\\w+)\\(",
          Pattern.DOTALL);

  /** Annotations, name and body of a test. */
  private static final Pattern METHOD =
      Pattern.compile(
          "@Test\\s((?:(?!@Test).)*?) void (\\w+)\\(.*?(\\n    .*?)\\n  }\\n", Pattern.DOTALL);

  private static final Pattern NAMED = Pattern.compile("`(?:(\\w+)#)?(\\w+)`");

  /** A test of a meaning. */
  private record Named(String type, String method) {}

  private record Row(int number, List<Named> tests) {}

  private record Written(int number, String page, Named test) {}

  @Test
  void shouldListFiftyMeaningsEachWithATest() throws IOException {
    assertThat(rows())
        .extracting(Row::number)
        .isEqualTo(IntStream.rangeClosed(1, 50).boxed().toList());
    assertThat(rows()).allMatch(row -> !row.tests().isEmpty());
  }

  @Test
  void shouldNameTheTestsThereAreAndNoOthers() throws IOException {
    var named = new TreeMap<Integer, List<Named>>();
    rows()
        .forEach(
            row ->
                named.put(
                    row.number(),
                    row.tests().stream()
                        .filter(test -> test.type().endsWith("ContractIT"))
                        .toList()));
    var written =
        written().stream()
            .collect(groupingBy(Written::number, TreeMap::new, mapping(Written::test, toList())));

    assertThat(named).isEqualTo(written);
  }

  @TestFactory
  Stream<DynamicTest> shouldNameTestsThatExist() throws IOException {
    return rows().stream()
        .flatMap(row -> row.tests().stream())
        .distinct()
        .map(
            test ->
                DynamicTest.dynamicTest(
                    test.type() + "#" + test.method(),
                    () ->
                        assertThat(source(test.type()))
                            .containsPattern("void " + test.method() + "\\s*\\(")));
  }

  @Test
  void shouldNameAPageOfCamundasDocumentation() throws IOException {
    assertThat(written())
        .allSatisfy(
            test ->
                assertThat(test.page())
                    .as(test.test().toString())
                    .contains("https://docs.camunda.io/docs/"));
    for (var file : contracts()) {
      assertThat(tests(file)).hasSize(Files.readString(file).split("@Test\\b", -1).length - 1);
    }
  }

  @Test
  void shouldTagWhatNeedsMoreThanTheClient() throws IOException {
    for (var file : contracts()) {
      METHOD
          .matcher(Files.readString(file))
          .results()
          .forEach(
              test -> {
                assertThat(test.group(1).contains("@Tag(\"clock\")"))
                    .as("%s: clock", test.group(2))
                    .isEqualTo(test.group(3).contains("context."));
                assertThat(test.group(1).contains("@Tag(\"purge\")"))
                    .as("%s: purge", test.group(2))
                    .isEqualTo(test.group(3).contains(" purge();"));
              });
    }
  }

  private static List<Row> rows() throws IOException {
    var rows = new ArrayList<Row>();
    var type = "";
    for (var line : Files.readAllLines(PAGE)) {
      if (line.startsWith("### ") && line.endsWith("ContractIT`")) {
        type = line.substring(line.indexOf('`') + 1, line.length() - 1);
      }
      var cells = line.split(" *\\| *");
      if (cells.length > 2 && cells[1].matches("\\d+")) {
        rows.add(new Row(Integer.parseInt(cells[1]), named(type, cells[cells.length - 1])));
      }
    }
    return rows;
  }

  private static List<Named> named(String type, String tests) {
    return NAMED
        .matcher(tests)
        .results()
        .map(name -> new Named(name.group(1) == null ? type : name.group(1), name.group(2)))
        .toList();
  }

  private static List<Written> written() throws IOException {
    var written = new ArrayList<Written>();
    for (var file : contracts()) {
      written.addAll(tests(file));
    }
    return written;
  }

  private static List<Written> tests(Path file) throws IOException {
    var type = file.getFileName().toString().replace(".java", "");
    return TEST.matcher(Files.readString(file))
        .results()
        .map(
            test ->
                new Written(
                    Integer.parseInt(test.group(2)),
                    test.group(1).replaceAll("\\s*\\*\\s*", ""),
                    new Named(type, test.group(3))))
        .toList();
  }

  private static List<Path> contracts() throws IOException {
    return files(name -> name.endsWith("ContractIT.java"));
  }

  private static String source(String type) throws IOException {
    var found = files((type + ".java")::equals);
    assertThat(found).as(type).hasSize(1);
    return Files.readString(found.getFirst());
  }

  private static List<Path> files(Predicate<String> wanted) throws IOException {
    try (var files = Files.walk(SOURCES)) {
      return files
          .filter(file -> wanted.test(file.getFileName().toString()))
          .filter(file -> !file.toString().contains("target"))
          .sorted()
          .toList();
    }
  }
}
