package vn.commendation.reliability;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;

/**
 * Lives in the engine's process while it is tested: counts how often each {@link KillPoint} is
 * passed and, when told to, ends the process there as a power cut does. Listens on the loopback
 * address: {@code POST /arm/POINT/n} kills at the n-th passing from then on, {@code POST /disarm}
 * takes it back, {@code GET /passed} tells the counts.
 */
public final class KillAgent {

  private static final int STATUS_OF_KILLED = 137;
  private static final int STATUS_OF_BROKEN = 99;
  private static final KillPoint[] POINTS = KillPoint.values();
  private static final AtomicIntegerArray PASSED = new AtomicIntegerArray(POINTS.length);

  /** At which count of its point, or never. */
  private static final AtomicIntegerArray DEADLY = new AtomicIntegerArray(POINTS.length);

  private KillAgent() {}

  /** Which point an advice stands for. */
  @Retention(RetentionPolicy.RUNTIME)
  @interface Point {}

  /** Before the method. */
  static final class Entered {

    private Entered() {}

    @Advice.OnMethodEnter
    static void enter(@Point int point) {
      KillAgent.passed(point);
    }
  }

  /** After the method, unless it failed. */
  static final class Left {

    private Left() {}

    @Advice.OnMethodExit
    static void exit(@Point int point) {
      KillAgent.passed(point);
    }
  }

  /** Called by the JVM before the engine's main method, with the port to listen at. */
  public static void premain(String port, Instrumentation instrumentation) throws IOException {
    instrumentation.addTransformer(new Hooks());
    listen(Integer.parseInt(port));
  }

  /** Puts the calls into the few classes that have a point; all others are none of its business. */
  private static final class Hooks implements ClassFileTransformer {

    private final Map<String, KillPoint> points =
        Stream.of(POINTS)
            .collect(Collectors.toMap(point -> point.type.replace('.', '/'), point -> point));

    @Override
    public byte[] transform(
        ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] file) {
      var point = name == null ? null : points.get(name);
      if (point == null) {
        return null;
      }
      try {
        var files =
            new ClassFileLocator.Compound(
                ClassFileLocator.Simple.of(point.type, file),
                ClassFileLocator.ForClassLoader.of(loader));
        var type = TypePool.Default.of(files).describe(point.type).resolve();
        return new ByteBuddy()
            .redefine(type, files)
            .visit(
                Advice.withCustomMapping()
                    .bind(Point.class, point.ordinal())
                    .to(point.when == KillPoint.When.ENTERED ? Entered.class : Left.class)
                    .on(ElementMatchers.named(point.method)))
            .make()
            .getBytes();
      } catch (RuntimeException e) {
        // an engine that cannot be killed would prove nothing
        e.printStackTrace();
        Runtime.getRuntime().halt(STATUS_OF_BROKEN);
        return null;
      }
    }
  }

  /** Called by the engine's methods. */
  public static void passed(int point) {
    if (POINTS[point].counts(Thread.currentThread())
        && PASSED.incrementAndGet(point) == DEADLY.get(point)) {
      Runtime.getRuntime().halt(STATUS_OF_KILLED);
    }
  }

  private static void listen(int port) throws IOException {
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", KillAgent::answer);
    server.start();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath().split("/");
    switch (path[1]) {
      case "arm" -> {
        var point = KillPoint.valueOf(path[2]).ordinal();
        DEADLY.set(point, PASSED.get(point) + Integer.parseInt(path[3]));
      }
      case "disarm" -> Stream.of(POINTS).forEach(point -> DEADLY.set(point.ordinal(), 0));
      default -> {}
    }
    var counts =
        Stream.of(POINTS)
            .map(point -> "\"%s\":%d".formatted(point, PASSED.get(point.ordinal())))
            .collect(Collectors.joining(",", "{", "}"))
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, counts.length);
    try (var body = exchange.getResponseBody()) {
      body.write(counts);
    }
  }
}
