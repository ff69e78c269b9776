package vn.commendation.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateDirectoryTest {

  private static final Instant START = Instant.parse("2022-05-30T01:00:00Z");

  @TempDir private Path directory;
  private StateDirectory state;

  @BeforeEach
  void lock() {
    state = StateDirectory.lock(directory);
  }

  @AfterEach
  void release() {
    state.close();
  }

  @Test
  void shouldRefuseASecondLauncher() {
    assertThatThrownBy(() -> StateDirectory.lock(directory))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("already runs (process %d)".formatted(ProcessHandle.current().pid()));
  }

  @Test
  void shouldRecogniseALeftoverByStartAndDirectory() {
    String command = "java -Dapp.home=" + directory + " Main";
    assertThat(state.isSame(START, START.plusMillis(900), command)).isTrue();
    assertThat(state.isSame(START, START.plusSeconds(60), command)).isFalse();
    assertThat(state.isSame(START, START, "java -Dapp.home=/elsewhere Main")).isFalse();
  }

  @Test
  void shouldEndARecordedProcessOnce() {
    ChildProcess child =
        ChildProcess.start(
            "sleeper",
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dapp.home=" + directory,
                "-cp",
                System.getProperty("java.class.path"),
                Sleeper.class.getName()),
            Map.of(),
            state);

    assertThat(state.endLeftovers(Duration.ofSeconds(20)))
        .containsExactly("sleeper (process %d)".formatted(child.process().pid()));

    assertThat(child.process().isAlive()).isFalse();
    assertThat(state.endLeftovers(Duration.ofSeconds(20))).isEmpty();
  }

  @Test
  void shouldSpareAProcessThatIsNotItsOwn() throws IOException {
    Files.writeString(
        state.directory("run").resolve("other.pid"), ProcessHandle.current().pid() + " " + START);

    assertThat(state.endLeftovers(Duration.ofSeconds(1))).isEmpty();
  }

  @Test
  void shouldForgetAllButWhoRuns() {
    String secret = state.secret();
    assertThat(state.secret()).isEqualTo(secret);

    state.empty();

    assertThat(state.secret()).isNotEqualTo(secret);
    assertThatThrownBy(() -> StateDirectory.lock(directory)).isInstanceOf(PlatformException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zeebe", "opensearch"})
  void shouldRefuseTheDataOfAnEarlierVersionUntilItIsForgotten(String part) {
    state.requireThisVersion();
    state.directory(part);

    assertThatThrownBy(state::requireThisVersion)
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining(directory.toString())
        .hasMessageContaining("-Dfresh");

    state.empty();
    state.requireThisVersion();
  }

  /** A child that lives until it is ended. */
  static final class Sleeper {

    private Sleeper() {}

    public static void main(String[] args) throws InterruptedException {
      Thread.currentThread().join();
    }
  }
}
