package vn.commendation.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromiumTest {

  @TempDir private Path directory;

  @Test
  void shouldTakeTheOneThatIsNamedBeforeTheOneOnThePath() throws IOException {
    var named = executable("my-chrome");
    executable("chromium");

    var found =
        Chromium.find(Map.of("CHROMIUM_PATH", named.toString(), "PATH", directory.toString()));

    assertThat(found).isEqualTo(named);
  }

  @Test
  void shouldFindOneOnThePath() throws IOException {
    var installed = executable("chromium");

    assertThat(Chromium.find(Map.of("PATH", directory.toString()))).isEqualTo(installed);
  }

  @Test
  void shouldSayHowToGetOne() {
    assertThatThrownBy(() -> Chromium.find(Map.of("CHROMIUM_PATH", "/nowhere/chromium")))
        .hasMessageContainingAll(
            "No Chromium found at CHROMIUM_PATH=/nowhere/chromium",
            "apt-get install chromium",
            "-Dbrowser=false");
  }

  private Path executable(String name) throws IOException {
    var file = Files.createFile(directory.resolve(name));
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }
}
