package vn.commendation.licences;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.apache.maven.model.io.xpp3.MavenXpp3Writer;
import org.apache.maven.project.MavenProject;

/** All that the outcome depends on: what is released never changes under its version. */
final class Digest {
  private final MessageDigest digest;

  Digest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The module's POM with all it inherits, properties and profiles of this build put in. */
  Digest add(MavenProject module) throws IOException {
    var pom = new StringWriter();
    new MavenXpp3Writer().write(pom, module.getModel());
    return add(List.of(pom.toString()));
  }

  Digest add(List<String> texts) {
    texts.forEach(text -> digest.update((text + '\0').getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  Digest addFiles(Path directoryOrFile) throws IOException {
    try (var files = Files.walk(directoryOrFile)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        digest.update(Files.readAllBytes(file));
      }
    }
    return this;
  }

  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
