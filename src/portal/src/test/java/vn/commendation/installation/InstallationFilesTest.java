package vn.commendation.installation;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;

/** What the product is installed with says the same everywhere. */
class InstallationFilesTest {

  private static final Path DOCKER = Path.of("docker");
  private static final String COMPOSE = "compose.yaml";
  private static final String COMPOSE_CAMUNDA = "compose.camunda.yaml";

  private static final Pattern CAMUNDAS_IMAGE = Pattern.compile("\\bcamunda/[a-z-]+:[0-9a-z]");
  private static final Pattern GIVEN = Pattern.compile("\\$\\{([A-Z_]+)");
  private static final Pattern SETTING = Pattern.compile("(?m)^#?([A-Z_]+)=(.*)$");
  private static final Pattern VARIABLE = Pattern.compile("`(_?[A-Z][A-Z_]+)`");

  @Test
  void shouldNameCamundasImagesInOneFileOnly() throws IOException {
    try (var files =
        Stream.of(DOCKER, Path.of("docs"), Path.of(".ci"), Path.of("README.md"))
            .flatMap(InstallationFilesTest::walk)) {
      var naming =
          files
              .filter(Files::isRegularFile)
              .filter(file -> !file.toString().endsWith(".png"))
              .filter(file -> CAMUNDAS_IMAGE.matcher(read(file)).find());
      assertThat(naming).containsExactly(DOCKER.resolve(COMPOSE_CAMUNDA));
    }
  }

  @Test
  void shouldAskForThePasswordsOfTheExampleAndNoOthers() {
    var given = new TreeSet<String>();
    for (var compose : List.of(COMPOSE, COMPOSE_CAMUNDA)) {
      GIVEN
          .matcher(read(DOCKER.resolve(compose)))
          .results()
          .forEach(each -> given.add(each.group(1)));
    }
    assertThat(settings(DOCKER.resolve(".env.example")).keySet()).isEqualTo(given);
  }

  @ParameterizedTest
  @ValueSource(strings = {COMPOSE, COMPOSE_CAMUNDA})
  void shouldUseVariablesTheReadmeExplains(String compose) {
    var used = new TreeSet<String>();
    for (var service : List.of("engine", "portal")) {
      used.addAll(environment(compose, service).keySet());
    }
    // Camunda's own
    used.remove("COMMENDATION_APP_PASSWORD");
    assertThat(used).isNotEmpty().allSatisfy(InstallationFilesTest::isExplained);
  }

  @ParameterizedTest
  @ValueSource(strings = {"engine.env", "portal.env"})
  void shouldSetVariablesTheReadmeExplains(String file) {
    assertThat(settings(DOCKER.resolve("debian").resolve(file)).keySet())
        .isNotEmpty()
        .allSatisfy(InstallationFilesTest::isExplained);
  }

  @Test
  void shouldSetVariablesOfImagesTheReadmeExplains() {
    var set =
        Pattern.compile("\\b([A-Z]+_[A-Z_]+)=")
            .matcher(read(DOCKER.resolve("Dockerfile")))
            .results()
            .map(each -> each.group(1))
            .toList();
    assertThat(set).isNotEmpty().allSatisfy(InstallationFilesTest::isExplained);
  }

  @Test
  void shouldGiveBothProcessesTheSameCredentials() {
    var engine = new LinkedHashMap<>(environment(COMPOSE, "engine"));
    var portal = environment(COMPOSE, "portal");
    assertThat(portal)
        .containsEntry("CAMUNDA_CLIENT_AUTH_USERNAME", engine.get("ENGINE_USERNAME"))
        .containsEntry("CAMUNDA_CLIENT_AUTH_PASSWORD", engine.get("ENGINE_PASSWORD"))
        .containsEntry("SPRING_DATASOURCE_URL", engine.get("ENGINE_ACCOUNTS_URL"));
    var onDebian = settings(DOCKER.resolve("debian/engine.env"));
    assertThat(settings(DOCKER.resolve("debian/portal.env")))
        .containsEntry("CAMUNDA_CLIENT_AUTH_USERNAME", onDebian.get("ENGINE_USERNAME"))
        .containsEntry("CAMUNDA_CLIENT_AUTH_PASSWORD", onDebian.get("ENGINE_PASSWORD"))
        .containsEntry("SPRING_DATASOURCE_URL", onDebian.get("ENGINE_ACCOUNTS_URL"));
  }

  @Test
  void shouldLetTheBuildOfTheImagesHaveWhatItCopies() {
    var allowed =
        Files.exists(Path.of(".dockerignore")) ? read(Path.of(".dockerignore")) : "nothing";
    var copied =
        Pattern.compile("(?m)^COPY (?!--from)(\\S+)")
            .matcher(read(DOCKER.resolve("Dockerfile")))
            .results()
            .map(each -> each.group(1))
            .toList();
    assertThat(copied)
        .isNotEmpty()
        .allSatisfy(path -> assertThat(allowed).containsPattern("(?m)^!" + path + "\\b"));
  }

  private static void isExplained(String variable) {
    var readme = read(Path.of("README.md"));
    var rows =
        readme
            .lines()
            .filter(line -> line.startsWith("| `"))
            .map(line -> VARIABLE.matcher(line.split("\\|")[1]).results().toList())
            .map(names -> names.stream().map(each -> each.group(1)).toList());
    assertThat(rows)
        .as("README.md should explain %s", variable)
        .anySatisfy(names -> assertThat(expanded(names)).contains(variable));
  }

  /** {@code A_URL, _USERNAME} stands for {@code A_URL, A_USERNAME}. */
  private static Set<String> expanded(List<String> names) {
    var all = new ArrayList<String>();
    for (var name : names) {
      if (name.startsWith("_")) {
        var first = names.getFirst();
        for (var end = first.indexOf('_'); end >= 0; end = first.indexOf('_', end + 1)) {
          all.add(first.substring(0, end) + name);
        }
      } else {
        all.add(name);
      }
    }
    return all.stream().collect(toCollection(TreeSet::new));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> environment(String compose, String service) {
    Map<String, Object> file = new Yaml(new Lenient()).load(read(DOCKER.resolve(compose)));
    var services = (Map<String, Map<String, Object>>) file.get("services");
    return (Map<String, String>) services.get(service).get("environment");
  }

  /** Compose has tags of its own, such as {@code !override}. */
  private static final class Lenient extends SafeConstructor {
    Lenient() {
      super(new LoaderOptions());
      yamlConstructors.put(new Tag("!override"), new ConstructYamlMap());
    }
  }

  private static Map<String, String> settings(Path file) {
    var settings = new LinkedHashMap<String, String>();
    SETTING
        .matcher(read(file))
        .results()
        .forEach(each -> settings.put(each.group(1), each.group(2)));
    return settings;
  }

  private static Stream<Path> walk(Path path) {
    try {
      return Files.walk(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
