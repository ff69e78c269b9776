package vn.commendation.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import vn.commendation.platform.LocalPlatform;
import vn.commendation.platform.SupervisedEngine;

/** An engine with {@link KillAgent} in it, started again whenever it was killed. */
final class KillableEngine implements AutoCloseable {

  private final int port = freePort();
  private final SupervisedEngine engine;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  KillableEngine(LocalPlatform platform) {
    this.engine = platform.superviseEngine(List.of("-javaagent:%s=%d".formatted(jar(), port)));
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The agent as the JVM wants it: an archive that names what else it needs. */
  private static Path jar() {
    var classes = source(KillAgent.class);
    var jar = Path.of("target", "kill-agent.jar").toAbsolutePath();
    var manifest = new Manifest();
    var attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", KillAgent.class.getName());
    attributes.put(Attributes.Name.CLASS_PATH, source(ByteBuddy.class).toUri().toString());
    try {
      Files.createDirectories(jar.getParent());
      try (var archive = new JarOutputStream(Files.newOutputStream(jar), manifest);
          var files =
              Files.list(classes.resolve(KillAgent.class.getPackageName().replace('.', '/')))) {
        for (var file : files.filter(KillableEngine::ofTheAgent).toList()) {
          archive.putNextEntry(
              new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
          Files.copy(file, archive);
          archive.closeEntry();
        }
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean ofTheAgent(Path file) {
    return Stream.of(KillAgent.class, KillPoint.class)
        .anyMatch(type -> file.getFileName().toString().matches(type.getSimpleName() + "\\b.*"));
  }

  private static Path source(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  /** Lets the engine die when it passes a point for the n-th time from now. */
  void arm(KillPoint point, int passing) {
    ask("POST", "/arm/%s/%d".formatted(point, passing));
  }

  void disarm() {
    ask("POST", "/disarm");
  }

  private void ask(String method, String path) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .timeout(Duration.ofSeconds(10))
            .build();
    try {
      http.send(request, BodyHandlers.discarding());
    } catch (IOException e) {
      // it was killed in this very moment
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  SupervisedEngine process() {
    return engine;
  }

  @Override
  public void close() {
    engine.close();
  }
}
