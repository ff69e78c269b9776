package vn.commendation.platform;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Where the build put what the platform is made of.
 *
 * @param camunda the unpacked Camunda distribution
 * @param searchClassPath class path of the OpenSearch process
 */
record PlatformParts(Path camunda, String searchClassPath) {

  static PlatformParts ofBuild() {
    try (InputStream in = PlatformParts.class.getResourceAsStream("/platform/parts.properties")) {
      if (in == null) {
        throw new PlatformException(
            "The parts of the local platform are missing: build with Maven, without the variable"
                + " CAMUNDA_CLIENT_GRPC_ADDRESS.");
      }
      Properties properties = new Properties();
      properties.load(in);
      return new PlatformParts(
          Path.of(properties.getProperty("camunda")),
          properties.getProperty("opensearch.classpath"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The wildcard spares a command line of 450 files. */
  String camundaClassPath() {
    return camunda.resolve("lib") + File.separator + "*";
  }
}
