package vn.commendation.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Installs what was built into a folder as {@code docker/debian/install} does it on a machine, and
 * runs both processes with the commands and settings of their units. It wants the tools of systemd,
 * not systemd itself.
 */
class DebianInstallationIT {

  private static final Path STATE = Path.of("target", "installation").toAbsolutePath();
  private static final Path ROOT = STATE.resolve("root");
  private static final Path ETC = ROOT.resolve("etc/commendation");
  private static final Path OPT = ROOT.resolve("opt/commendation");
  private static final String ENGINE = "commendation-engine";
  private static final String PORTAL = "commendation-portal";
  private static final Pattern GIVEN = Pattern.compile("\\$\\{([A-Z_]+)}");

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
  private static final Ports PORTS = Ports.free();

  private static final List<ChildProcess> STARTED = new ArrayList<>();

  private static StateDirectory state;

  @BeforeAll
  static void install() throws Exception {
    state = StateDirectory.lock(STATE);
    state.endLeftovers(STOP_PATIENCE);
    state.empty();
    installAgain();
    startDatabase();
    // what whoever installs it enters
    enter("engine.env", "ENGINE_GRPC_PORT", PORTS.grpc());
    enter("engine.env", "ENGINE_REST_PORT", PORTS.rest());
    enter("engine.env", "ENGINE_WEB_PORT", PORTS.web());
    enter("portal.env", "SERVER_PORT", PORTS.portal());
    enter("portal.env", "CAMUNDA_CLIENT_GRPC_ADDRESS", "http://127.0.0.1:" + PORTS.grpc());
    enter("portal.env", "CAMUNDA_CLIENT_REST_ADDRESS", "http://127.0.0.1:" + PORTS.rest());
    enter("portal.env", "SPRING_PROFILES_ACTIVE", "demo");
  }

  @AfterAll
  static void end() {
    STARTED.reversed().forEach(process -> process.stop(STOP_PATIENCE));
    state.close();
  }

  @Test
  void shouldKeepSettingsAndSecretsWhenInstalledAgain() throws Exception {
    var engine = Files.readString(ETC.resolve("engine.env"));
    var portal = Files.readString(ETC.resolve("portal.env"));
    var version = Files.readSymbolicLink(OPT.resolve("current"));
    installAgain();
    assertThat(ETC.resolve("engine.env")).hasContent(engine);
    assertThat(ETC.resolve("portal.env")).hasContent(portal);
    assertThat(Files.readSymbolicLink(OPT.resolve("current"))).isEqualTo(version);
    assertThat(settings("portal.env"))
        .containsEntry(
            "CAMUNDA_CLIENT_AUTH_PASSWORD", settings("engine.env").get("ENGINE_PASSWORD"));
  }

  @Test
  void shouldKeepSecretsFromOthers() throws IOException {
    assertThat(permissions(ETC.resolve("engine.env"))).isEqualTo("rw-r-----");
    assertThat(permissions(ETC.resolve("portal.env"))).isEqualTo("rw-r-----");
    assertThat(settings("engine.env").get("ENGINE_PASSWORD")).hasSize(48);
    if (isRoot()) {
      for (var name : List.of("engine", "portal")) {
        assertThat(Files.getAttribute(ETC.resolve(name + ".env"), "unix:gid"))
            .isEqualTo(group("commendation-" + name));
      }
    }
  }

  @Test
  void shouldLetNobodyButRootChangeWhatRuns() throws IOException {
    try (var files = Files.walk(OPT)) {
      assertThat(files.filter(file -> !Files.isSymbolicLink(file)))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(permissions(file)).matches(".{4}-.{2}-.{1}"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {ENGINE, PORTAL})
  void shouldHaveUnitsThatSystemdUnderstands(String unit) throws Exception {
    // where nothing is installed the paths of the folder are what exists
    var there = STATE.resolve(unit + ".service");
    Files.writeString(
        there, Files.readString(unit(unit)).replace("/opt/commendation", OPT.toString()));
    var verified = run(List.of("systemd-analyze", "verify", "--man=no", there.toString()));
    assertThat(verified.output()).isEmpty();
    assertThat(verified.status()).isZero();
  }

  @Test
  void shouldRunWithTheCommandsOfItsUnits() throws Exception {
    var engine = start(ENGINE);
    var portal = start(PORTAL);
    awaitStarted(ENGINE, engine);
    awaitStarted(PORTAL, portal);

    var page = ask(PORTS.web(), "/operaton/app/tasklist/default/", null, null);
    var cookies = page.headers().allValues("Set-Cookie");
    assertThat(cookies)
        .isNotEmpty()
        .allSatisfy(cookie -> assertThat(cookie).containsPattern("; ?Secure"));
    // the right to read accounts was given before there were any
    var login =
        ask(
            PORTS.web(),
            "/operaton/api/admin/auth/user/default/login/tasklist",
            cookies,
            "username=chuyenvien&password=Khenthuong@2022");
    assertThat(login.statusCode()).isEqualTo(200);
    var portalPage = ask(PORTS.portal(), "/login", null, null);
    assertThat(portalPage.statusCode()).isEqualTo(200);
    assertThat(portalPage.headers().firstValue("Strict-Transport-Security")).isPresent();
  }

  @Test
  void shouldNotBeStartedAgainWithWrongSettings() throws Exception {
    var settings = new LinkedHashMap<>(settings("engine.env"));
    settings.remove("ENGINE_PASSWORD");
    settings.put("ENGINE_REST_PORT", String.valueOf(Ports.free().rest()));
    var misconfigured = start("misconfigured", ENGINE, settings);
    var engine = misconfigured.process();
    assertThat(engine.waitFor(2, TimeUnit.MINUTES)).isTrue();
    var healthy = awaitHealthy(ENGINE, settings, misconfigured);
    assertThat(healthy.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(healthy.exitValue()).isNotZero();
    assertThat(Files.readString(unit(ENGINE)))
        .contains("RestartPreventExitStatus=" + engine.exitValue());
    assertThat(state.log("misconfigured")).content().contains("ENGINE_PASSWORD is not set");
  }

  private static void installAgain() throws Exception {
    var installed =
        run(
            List.of(
                "docker/debian/install",
                "--root",
                ROOT.toString(),
                "--url",
                "https://khenthuong.example",
                "--database",
                "127.0.0.1:" + PORTS.database(),
                "--client",
                "127.0.0.1",
                "--java",
                System.getProperty("java.home")));
    assertThat(installed.status()).as(installed.output()).isZero();
  }

  /** The server carries out the statements as its root; it takes one in a line. */
  private static void startDatabase() throws IOException {
    var statements =
        Files.readString(ETC.resolve("schemas.sql"))
            .replaceAll("(?m)^--.*$", "")
            .replace("\n", " ")
            .replace(";", ";\n");
    var server =
        MariaDb.in(
            Path.of(".local", "dist").toAbsolutePath(),
            state.directory("mariadb"),
            PORTS.database());
    server.prepare();
    var command = new ArrayList<>(server.command("unused"));
    command.add("--init-file=" + Files.writeString(STATE.resolve("schemas.sql"), statements));
    var process = ChildProcess.start("mariadb", command, server.environment(), state);
    STARTED.add(process);
    process.awaitReady(() -> !Ports.isFree("127.0.0.1", PORTS.database()), PATIENCE);
  }

  private static void enter(String file, String name, Object value) throws IOException {
    var path = ETC.resolve(file);
    var lines =
        Files.readAllLines(path).stream()
            .filter(line -> !line.startsWith(name + "="))
            .collect(Collectors.toCollection(ArrayList::new));
    lines.add(name + "=" + value);
    Files.write(path, lines);
  }

  private static Map<String, String> settings(String file) throws IOException {
    var settings = new LinkedHashMap<String, String>();
    for (var line : Files.readAllLines(ETC.resolve(file))) {
      if (!line.startsWith("#") && line.contains("=")) {
        var at = line.indexOf('=');
        settings.put(line.substring(0, at), line.substring(at + 1));
      }
    }
    return settings;
  }

  private static ChildProcess start(String unit) throws IOException {
    return start(unit, unit, settingsOf(unit));
  }

  private static ChildProcess start(String name, String unit, Map<String, String> settings)
      throws IOException {
    var environment = new LinkedHashMap<>(settings);
    environment.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
    var process =
        ChildProcess.start(name, command(unit, "ExecStart", settings), environment, state);
    STARTED.add(process);
    return process;
  }

  /** As systemd does: started is what its second command returns for. */
  private static void awaitStarted(String unit, ChildProcess process) throws IOException {
    var healthy = awaitHealthy(unit, settingsOf(unit), process);
    process.awaitReady(() -> !healthy.isAlive(), PATIENCE);
    assertThat(healthy.exitValue()).isZero();
  }

  private static Process awaitHealthy(
      String unit, Map<String, String> settings, ChildProcess process) throws IOException {
    var command = command(unit, "ExecStartPost", settings);
    var started = Map.of("MAINPID", String.valueOf(process.process().pid()));
    var healthy = ChildProcess.start(process.name() + "-healthy", command, started, state);
    STARTED.add(healthy);
    return healthy.process();
  }

  private static Map<String, String> settingsOf(String unit) throws IOException {
    var file = value(unit, "EnvironmentFile");
    assertThat(file).startsWith("/etc/commendation/");
    return settings(Path.of(file).getFileName().toString());
  }

  private static List<String> command(String unit, String key, Map<String, String> settings)
      throws IOException {
    return Arrays.stream(value(unit, key).split(" "))
        .map(word -> word.replace("/opt/commendation", OPT.toString()))
        .map(word -> GIVEN.matcher(word).replaceAll(each -> settings.get(each.group(1))))
        .toList();
  }

  private static String value(String unit, String key) throws IOException {
    return Files.readAllLines(unit(unit)).stream()
        .filter(line -> line.startsWith(key + "="))
        .map(line -> line.substring(key.length() + 1))
        .findFirst()
        .orElseThrow();
  }

  private static Path unit(String name) {
    return ROOT.resolve("etc/systemd/system/" + name + ".service");
  }

  private record Answer(int status, String output) {}

  private static Answer run(List<String> command) throws Exception {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes());
    return new Answer(process.waitFor(), output);
  }

  /** As a proxy with TLS asks for a browser that has these cookies. */
  private static HttpResponse<String> ask(int port, String path, List<String> cookies, String form)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("X-Forwarded-Proto", "https")
            .header("X-Forwarded-Host", "khenthuong.example");
    if (form != null) {
      var sent = cookies.stream().map(cookie -> cookie.split(";")[0]).toList();
      request
          .header("Cookie", String.join("; ", sent))
          .header("X-XSRF-TOKEN", valueOf(sent, "XSRF-TOKEN"))
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(BodyPublishers.ofString(form));
    }
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request.build(), BodyHandlers.ofString());
    }
  }

  private static String valueOf(List<String> cookies, String name) {
    return cookies.stream()
        .filter(cookie -> cookie.startsWith(name + "="))
        .map(cookie -> cookie.substring(name.length() + 1))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static int group(String name) throws IOException {
    return Files.readAllLines(ROOT.resolve("etc/group")).stream()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> Integer.valueOf(line.split(":")[2]))
        .findFirst()
        .orElseThrow();
  }

  private static String permissions(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
