package vn.commendation.platform;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The class path of the local engine, as it was built beside the portal. */
public final class EngineClassPath {

  private static final Path BUILD = Path.of("src", "engine", "target").toAbsolutePath();

  private EngineClassPath() {}

  /** In the form the Java launcher takes. */
  public static String text() {
    try {
      return BUILD.resolve("classes")
          + File.pathSeparator
          + Files.readString(BUILD.resolve("class-path.txt")).strip();
    } catch (NoSuchFileException e) {
      throw new PlatformException(
          "The local engine is not built: start with Maven in the root of the project.", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
