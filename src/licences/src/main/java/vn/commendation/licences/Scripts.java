package vn.commendation.licences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Finds the JavaScript that a browser is given. */
final class Scripts {
  private static final Pattern SCRIPT = Pattern.compile(".*\\.[cm]?js");

  /** Where Servlet containers and Spring Boot look for what they serve. */
  private static final Pattern SERVED =
      Pattern.compile("(META-INF/resources|resources|static|public)/" + SCRIPT);

  private Scripts() {}

  /** Served scripts in a jar. */
  static List<String> inJar(Path jar) throws IOException {
    try (var zip = new ZipFile(jar.toFile())) {
      return zip.stream()
          .map(ZipEntry::getName)
          .filter(name -> SERVED.matcher(name).matches())
          .sorted()
          .toList();
    }
  }

  /** Scripts below a directory, as paths from the root of the repository. */
  static List<String> below(Path directory, Path root) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (var files = Files.walk(directory)) {
      return files
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(name -> SCRIPT.matcher(name).matches())
          .sorted()
          .toList();
    }
  }
}
