package vn.commendation.platform;

import static vn.commendation.platform.LocalPlatform.LOOPBACK;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** With which command and which settings each part of the platform is started. */
final class PlatformProcesses {

  private final LocalPlatform.Settings settings;
  private final StateDirectory state;

  PlatformProcesses(LocalPlatform.Settings settings, StateDirectory state) {
    this.settings = settings;
    this.state = state;
  }

  /**
   * A process to start.
   *
   * @param environment what it gets beside the environment of the caller
   */
  record Part(String name, List<String> command, Map<String, String> environment) {}

  /**
   * The local engine, as it was built beside the portal, on a class path of its own.
   *
   * @param options of its Java machine, beside the usual ones
   */
  Part engine(Database database, Database accounts, List<String> options) {
    Ports ports = settings.ports();
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("ENGINE_DATABASE_URL", database.url());
    environment.put("ENGINE_DATABASE_USERNAME", database.user());
    environment.put("ENGINE_DATABASE_PASSWORD", database.password());
    environment.put("ENGINE_ACCOUNTS_URL", accounts.url());
    environment.put("ENGINE_GRPC_PORT", String.valueOf(ports.grpc()));
    environment.put("ENGINE_REST_PORT", String.valueOf(ports.rest()));
    environment.put("ENGINE_WEB_PORT", String.valueOf(ports.web()));
    environment.put("ENGINE_BIND", LOOPBACK);
    environment.put("ENGINE_WEB_BIND", settings.bind());
    environment.put("ENGINE_USERNAME", LocalPlatform.ENGINE_ACCOUNT);
    environment.put("ENGINE_PASSWORD", state.secret());
    if (settings.controlledClock()) {
      environment.put("ENGINE_CLOCK_CONTROLLED", "true");
      // tests move the clock by years and look at what ended before
      environment.put("ENGINE_HISTORY_KEEP", "P36500D");
    }
    return new Part(
        "engine",
        java(options, 384, EngineClassPath.text(), "vn.commendation.localengine.LocalEngine"),
        environment);
  }

  Part mail() {
    Ports ports = settings.ports();
    return new Part(
        "mail",
        java(
            List.of(),
            64,
            System.getProperty("java.class.path"),
            MailCatcher.class.getName(),
            settings.bind(),
            String.valueOf(ports.smtp()),
            String.valueOf(ports.mailPage()),
            state.directory("mail").toString()),
        Map.of());
  }

  /** The state directory among the arguments is how a leftover is recognised. */
  private List<String> java(
      List<String> options,
      int megabytes,
      String classPath,
      String mainClass,
      String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "-Dapp.home=" + state.root(),
            "-Dfile.encoding=UTF-8",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            // a full collection for every doubling of the metaspace, otherwise
            "-XX:MetaspaceSize=160m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xmx" + megabytes + "m",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classPath,
            mainClass));
    command.addAll(List.of(arguments));
    return command;
  }
}
