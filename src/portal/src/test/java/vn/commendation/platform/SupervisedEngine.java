package vn.commendation.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The engine as a service manager keeps it: started again at once whenever it ends. */
public final class SupervisedEngine implements AutoCloseable {

  private static final Duration LONGEST_START = Duration.ofMinutes(4);

  private final Path log;
  private final Supplier<Process> process;
  private final Supplier<ChildProcess> start;
  private final List<Path> logs = new ArrayList<>();
  private final List<Integer> exits = new ArrayList<>();
  private final Thread supervisor;
  private CountDownLatch up = new CountDownLatch(1);
  private volatile boolean closed;

  SupervisedEngine(Path log, Supplier<Process> process, Supplier<ChildProcess> start) {
    this.log = log;
    this.process = process;
    this.start = start;
    this.supervisor = Thread.ofPlatform().daemon().name("engine-supervisor").start(this::run);
    awaitUp();
  }

  private void run() {
    while (!closed) {
      keepLog();
      try {
        var started = start.get();
        current().countDown();
        started.process().onExit().join();
      } catch (PlatformException e) {
        // it ended while it was starting: the next start is at once, too
      }
      if (!closed) {
        ended();
      }
    }
  }

  /** The next start writes its log from the beginning. */
  private synchronized void keepLog() {
    try {
      if (Files.exists(log)) {
        var kept = log.resolveSibling("engine-%02d.log".formatted(logs.size()));
        Files.move(log, kept, StandardCopyOption.REPLACE_EXISTING);
        logs.add(kept);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized CountDownLatch current() {
    return up;
  }

  private synchronized void ended() {
    exits.add(process.get().exitValue());
    if (up.getCount() == 0) {
      up = new CountDownLatch(1);
    }
  }

  /** Waits until the engine is healthy. */
  public void awaitUp() {
    try {
      if (!current().await(LONGEST_START.toSeconds(), TimeUnit.SECONDS)) {
        throw new PlatformException("The engine does not come up." + ChildProcess.endOf(log));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("Interrupted while the engine starts.", e);
    }
  }

  /** The exit codes of the lives that have ended, the first first. */
  public synchronized List<Integer> exits() {
    return List.copyOf(exits);
  }

  public long pid() {
    return process.get().pid();
  }

  /** Everything the engine logged under supervision. */
  public synchronized List<String> log() {
    var lines = new ArrayList<String>();
    try {
      // the first one is of before
      for (var kept : logs.subList(1, logs.size())) {
        lines.addAll(Files.readAllLines(kept, StandardCharsets.UTF_8));
      }
      lines.addAll(Files.readAllLines(log, StandardCharsets.UTF_8));
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From now on it runs as it did before: its end is a failure again. */
  @Override
  public void close() {
    closed = true;
    supervisor.interrupt();
  }
}
