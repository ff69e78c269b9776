package vn.commendation.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Everything a platform keeps on disk, and who runs on it: one launcher at a time, whose children
 * are recorded so that a later start recognises what an earlier one, killed, left behind.
 */
final class StateDirectory implements AutoCloseable {

  /** Some systems tell a process's start only to the second. */
  private static final Duration START_TOLERANCE = Duration.ofSeconds(2);

  /** Directories of the Camunda distribution and of its search server. */
  private static final List<String> EARLIER = List.of("zeebe", "opensearch");

  private final Path root;
  private final FileChannel channel;
  private final FileLock lock;

  private StateDirectory(Path root, FileChannel channel, FileLock lock) {
    this.root = root;
    this.channel = channel;
    this.lock = lock;
  }

  static StateDirectory lock(Path root) {
    try {
      Path run = Files.createDirectories(root.resolve("run"));
      FileChannel channel =
          FileChannel.open(
              run.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      Path launcher = run.resolve("launcher");
      if (lock == null) {
        channel.close();
        throw new PlatformException(
            "The platform in %s already runs (process %s): stop it first."
                .formatted(root, Files.exists(launcher) ? Files.readString(launcher) : "unknown"));
      }
      Files.writeString(launcher, String.valueOf(ProcessHandle.current().pid()));
      return new StateDirectory(root, channel, lock);
    } catch (IOException e) {
      throw new PlatformException("Cannot write in " + root + ": " + e.getMessage(), e);
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  Path root() {
    return root;
  }

  Path directory(String name) {
    try {
      return Files.createDirectories(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path log(String name) {
    return directory("logs").resolve(name + ".log");
  }

  /**
   * Refuses what an earlier version left, which ran on another engine: its cases cannot go on.
   *
   * @throws PlatformException if there is any of it
   */
  void requireThisVersion() {
    if (EARLIER.stream().map(root::resolve).anyMatch(Files::exists)) {
      throw new PlatformException(
          "The data in %s is of an earlier version, whose cases cannot go on in this one: start with -Dfresh to forget it, or move it away to keep it."
              .formatted(root));
    }
  }

  /** The password of the database and of the local engine; made once, for the owner's eyes only. */
  synchronized String secret() {
    Path file = root.resolve("secret");
    try {
      if (Files.notExists(file)) {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        Path made = Files.createTempFile(root, "secret", null);
        Files.writeString(made, HexFormat.of().formatHex(random));
        Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void record(String name, ProcessHandle process) {
    String started =
        process.info().startInstant().map(Instant::toString).orElse(Instant.EPOCH.toString());
    try {
      Files.writeString(directory("run").resolve(name + ".pid"), process.pid() + " " + started);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void forget(String name) {
    try {
      Files.deleteIfExists(root.resolve("run").resolve(name + ".pid"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends what a killed launcher left running and answers the names of what was ended. */
  List<String> endLeftovers(Duration patience) {
    List<String> ended = new ArrayList<>();
    List<CompletableFuture<?>> exits = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory("run"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".pid")).sorted().toList()) {
        String name = file.getFileName().toString().replace(".pid", "");
        leftover(Files.readString(file))
            .ifPresent(
                process -> {
                  process.destroy();
                  exits.add(
                      process
                          .onExit()
                          .completeOnTimeout(process, patience.toMillis(), TimeUnit.MILLISECONDS)
                          .thenAccept(ProcessHandle::destroyForcibly)
                          .thenCompose(nothing -> process.onExit()));
                  ended.add(name + " (process " + process.pid() + ")");
                });
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    exits.forEach(CompletableFuture::join);
    return ended;
  }

  private Optional<ProcessHandle> leftover(String record) {
    String[] parts = record.split(" ");
    Instant recorded = Instant.parse(parts[1]);
    return ProcessHandle.of(Long.parseLong(parts[0]))
        .filter(ProcessHandle::isAlive)
        .filter(
            process ->
                isSame(
                    recorded,
                    process.info().startInstant().orElse(Instant.EPOCH),
                    process.info().commandLine().orElse(root.toString())));
  }

  /** A pid alone proves nothing: it may belong to somebody else by now. */
  boolean isSame(Instant recordedStart, Instant start, String commandLine) {
    return Duration.between(recordedStart, start).abs().compareTo(START_TOLERANCE) <= 0
        && commandLine.contains(root.toString());
  }

  void empty() {
    try (Stream<Path> files = Files.walk(root)) {
      Path run = root.resolve("run");
      files
          .filter(file -> !file.equals(root) && !file.startsWith(run))
          .sorted(Comparator.reverseOrder())
          .forEach(StateDirectory::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
