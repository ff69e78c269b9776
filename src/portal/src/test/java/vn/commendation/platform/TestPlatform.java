package vn.commendation.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Platforms of a test run: on free ports, with a clock that can be moved and nothing from an
 * earlier run. On a database server that the environment names each gets schemas of its own.
 */
final class TestPlatform {

  private TestPlatform() {}

  /**
   * Starts one; it ends with this Java machine.
   *
   * @param more variables beside those of the environment
   */
  static LocalPlatform start(String directory, Map<String, String> more) {
    var environment = new HashMap<>(System.getenv());
    // tests move the clock, which nobody may on somebody else's engine
    environment.remove("CAMUNDA_CLIENT_GRPC_ADDRESS");
    environment.putAll(more);
    var databases = new ArrayList<TestDatabase>();
    if (environment.containsKey("SPRING_DATASOURCE_URL")) {
      var portal = TestDatabase.create(environment, "");
      var engine = TestDatabase.create(environment, "COLLATE utf8mb4_bin");
      databases.addAll(List.of(portal, engine));
      environment.put("SPRING_DATASOURCE_URL", portal.url());
      environment.put("ENGINE_DATABASE_URL", engine.url());
    }
    var platform =
        LocalPlatform.start(
            new LocalPlatform.Settings(
                Path.of("target", directory).toAbsolutePath(),
                Ports.free(),
                LocalPlatform.LOOPBACK,
                true,
                environment,
                System.out::println),
            true);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  platform.close();
                  databases.forEach(TestDatabase::drop);
                },
                "stop-platform"));
    return platform;
  }
}
