package vn.commendation.licences;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptsTest {
  @TempDir Path directory;

  @Test
  void findsWhatAJarHasToBeServed() throws IOException {
    Path jar = directory.resolve("kit.jar");
    try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (String name :
          List.of(
              "META-INF/resources/webjars/kit/1.0/kit.min.js",
              "META-INF/resources/kit.css",
              "static/kit.mjs",
              "public/a/b/kit.cjs",
              "org/kit/nashorn.js")) {
        zip.putNextEntry(new ZipEntry(name));
      }
    }
    assertThat(Scripts.inJar(jar))
        .containsExactly(
            "META-INF/resources/webjars/kit/1.0/kit.min.js",
            "public/a/b/kit.cjs",
            "static/kit.mjs");
  }

  @Test
  void findsWhatADirectoryHas() throws IOException {
    Files.createDirectories(directory.resolve("module/static/js"));
    Files.writeString(directory.resolve("module/static/js/own.js"), "");
    Files.writeString(directory.resolve("module/static/own.css"), "");
    assertThat(Scripts.below(directory.resolve("module"), directory))
        .containsExactly("module/static/js/own.js");
    assertThat(Scripts.below(directory.resolve("nothing"), directory)).isEmpty();
  }
}
