package vn.commendation.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** One process of the platform: its command, its log, whether it is ready, how it ends. */
final class ChildProcess {

  /** Settings of the caller's shell must not reach the parts of the platform. */
  private static final List<String> FOREIGN_SETTINGS =
      List.of("SPRING_", "SERVER_", "MANAGEMENT_", "LOGGING_", "CAMUNDA_", "ENGINE_", "JAVA_OPTS");

  private static final Duration POLL_INTERVAL = Duration.ofMillis(100);
  private static final int LINES_OF_LOG_SHOWN = 15;

  private final String name;
  private final Path log;
  private final Process process;
  private final StateDirectory state;

  private ChildProcess(String name, Path log, Process process, StateDirectory state) {
    this.name = name;
    this.log = log;
    this.process = process;
    this.state = state;
  }

  static ChildProcess start(
      String name, List<String> command, Map<String, String> environment, StateDirectory state) {
    Path log = state.log(name);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(ChildProcess::isForeign);
    builder.environment().putAll(environment);
    builder.directory(state.root().toFile());
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      state.record(name, process.toHandle());
      return new ChildProcess(name, log, process, state);
    } catch (IOException e) {
      throw new PlatformException("Cannot start " + name + ": " + e.getMessage(), e);
    }
  }

  private static boolean isForeign(String variable) {
    return FOREIGN_SETTINGS.stream().anyMatch(variable::startsWith);
  }

  String name() {
    return name;
  }

  Path log() {
    return log;
  }

  Process process() {
    return process;
  }

  ChildProcess awaitReady(BooleanSupplier ready, Duration patience) {
    await(name, log, ready, process.onExit(), patience);
    return this;
  }

  /**
   * Waits for a condition; gives up when its time is over or when who should bring it is gone. A
   * process gives no sign when it is ready, so it is asked again for as long as it has not ended.
   */
  static void await(
      String name, Path log, BooleanSupplier ready, Future<?> end, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!ready.getAsBoolean()) {
      if (ends(name, end)) {
        throw new PlatformException(name + " ended while starting." + endOf(log));
      }
      if (System.nanoTime() > deadline) {
        throw new PlatformException(
            "%s was not ready within %d s.%s".formatted(name, patience.toSeconds(), endOf(log)));
      }
    }
  }

  private static boolean ends(String name, Future<?> end) {
    try {
      end.get(POLL_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new PlatformException("Cannot watch " + name + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("Interrupted while waiting for " + name + ".", e);
    }
  }

  static String endOf(Path log) {
    try {
      List<String> lines =
          Files.exists(log)
              ? new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList()
              : List.of();
      List<String> last =
          lines.subList(Math.max(0, lines.size() - LINES_OF_LOG_SHOWN), lines.size());
      return last.isEmpty()
          ? " Its log is empty."
          : " The end of " + log + ":\n    " + String.join("\n    ", last);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks it to end and, when it does not in time, ends it. */
  void stop(Duration patience) {
    process.destroy();
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    state.forget(name);
  }
}
