package vn.commendation.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalLauncherTest {

  @Test
  void shouldAlignColumnsWithoutTrailingSpace() {
    assertThat(
            LocalLauncher.columns(
                List.of(
                    List.of("Account", "Roles"), List.of("giamdoc", "DIRECTOR"), List.of("a", ""))))
        .isEqualTo("  Account  Roles\n  giamdoc  DIRECTOR\n  a\n");
  }

  @Test
  void shouldAskForRoom(@TempDir Path directory) {
    assertThatThrownBy(() -> Machine.check(directory, 900_000_000L, 8_000_000_000L))
        .hasMessageContaining("0.9 GB free, 2 GB needed");
    assertThatThrownBy(() -> Machine.check(directory, 9_000_000_000L, 2_000_000_000L))
        .hasMessageContaining("this machine has 2.0 GB, 3 GB are needed");
  }

  @Test
  void shouldShowTheEndOfTheLogOfWhatDied(@TempDir Path directory) throws Exception {
    Path log = Files.writeString(directory.resolve("engine.log"), "first\nOut of files\n");
    assertThatThrownBy(
            () ->
                ChildProcess.await(
                    "Local engine",
                    log,
                    () -> false,
                    CompletableFuture.completedFuture(null),
                    Duration.ofSeconds(9)))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("Local engine ended while starting.")
        .hasMessageContaining("Out of files");
    assertThatThrownBy(
            () ->
                ChildProcess.await(
                    "Local engine", log, () -> false, new CompletableFuture<>(), Duration.ZERO))
        .hasMessageContaining("Local engine was not ready within 0 s.");
  }
}
