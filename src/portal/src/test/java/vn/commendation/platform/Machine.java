package vn.commendation.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether this machine has the room the platform needs. */
final class Machine {

  private static final long NEEDED_DISK = 2_000_000_000L;

  /** Somewhat below 3 GB, because a system never tells all of its memory. */
  private static final long NEEDED_MEMORY = 2_700_000_000L;

  private Machine() {}

  static void check(Path directory) {
    var system =
        ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    try {
      check(directory, Files.getFileStore(directory).getUsableSpace(), system.getTotalMemorySize());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void check(Path directory, long disk, long memory) {
    if (disk < NEEDED_DISK) {
      throw new PlatformException(
          "Too little disk space in %s: %.1f GB free, 2 GB needed."
              .formatted(directory, disk / 1e9));
    }
    if (memory < NEEDED_MEMORY) {
      throw new PlatformException(
          "Too little memory: this machine has %.1f GB, 3 GB are needed.".formatted(memory / 1e9));
    }
  }
}
