package vn.commendation.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;

/**
 * Tasklist's own description of its index of tasks, mended.
 *
 * <p>Tasklist 8.6.0 writes the time of a task without milliseconds if there are none, one time in a
 * thousand, and its index refuses that: from then on nothing is imported any more.
 */
final class TasklistSchema {

  private static final String TEMPLATE = "schema/os/create/template/tasklist-list-view.json";
  private static final String REFUSES = "\"date_time || epoch_millis\"";
  private static final String TAKES = "\"date_time || date_time_no_millis || epoch_millis\"";

  private TasklistSchema() {}

  /**
   * Writes it where it comes before Camunda's on the class path.
   *
   * @throws PlatformException if Camunda describes the index in another way
   */
  static Path mend(Path libraries, Path directory) {
    try (DirectoryStream<Path> jars =
        Files.newDirectoryStream(libraries, "tasklist-els-schema-*.jar")) {
      for (Path jar : jars) {
        String mended = read(jar).replace(REFUSES, TAKES);
        if (!mended.contains(TAKES)) {
          throw new PlatformException(TEMPLATE + " is not what is mended here.");
        }
        Path file = directory.resolve(TEMPLATE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, mended);
        return directory;
      }
      throw new PlatformException("There is no schema of Tasklist in " + libraries + ".");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile());
        InputStream in = file.getInputStream(file.getJarEntry(TEMPLATE))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
