package vn.commendation.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import vn.commendation.platform.LocalPlatform;
import vn.commendation.platform.LocalPlatformTest;

/**
 * Many cases at once, of every kind, while the engine is killed at one point after the other and
 * started again at once, is frozen for a minute, and loses its database: nothing is lost, nothing
 * happens twice, nothing happens out of its order.
 */
@LocalPlatformTest
@ReliabilityTest
class KillsIT {

  private static final int CASES = Integer.getInteger("reliability.cases", 200);
  private static final int KILLS_PER_POINT = Integer.getInteger("reliability.kills", 5);

  /** Of a hundred cases. */
  private static final double MUST_END = 97.5;

  private static final int AT_FIRST = 20;
  private static final Duration PASSING = Duration.ofMinutes(3);
  private static final Duration ALL_KILLS = Duration.ofMinutes(120);
  private static final Duration TO_THE_END = Duration.ofMinutes(20);
  private static final int KILLED = 137;

  @Autowired private ApplicationContext application;
  @Autowired private CamundaClient camunda;

  private final Map<KillPoint, Integer> kills = new EnumMap<>(KillPoint.class);
  private int deployments;

  @Test
  void shouldLoseNothingAndDoNothingTwiceWheneverTheEngineIsKilled(
      Seed seed, LocalPlatform platform) throws Exception {
    var began = System.nanoTime();
    // whoever talks to an engine that is killed has much to tell
    LoggingSystem.get(getClass().getClassLoader()).setLogLevel("io.camunda", LogLevel.OFF);
    try (var engine = new KillableEngine(platform);
        var robot = new Robot(application, platform)) {
      // given
      var cases = seed.random("cases");
      var left = new ArrayDeque<RobotCase>();
      for (var number = 0; number < CASES; number++) {
        left.add(RobotCase.of(number, cases));
      }
      start(robot, left, AT_FIRST);

      // when
      var plan = plan(seed);
      var share = plan.isEmpty() ? 0 : Math.ceilDiv(Math.max(0, CASES - AT_FIRST), plan.size());
      var chance = seed.random("passings");
      var frozen = plan.size() / 3;
      var broken = 2 * plan.size() / 3;
      while (!plan.isEmpty()) {
        // bounded, and generous: a start of the engine takes seconds or, on a busy machine, a
        // minute
        if (elapsed(began).compareTo(ALL_KILLS) > 0) {
          throw new AssertionError("Not killed in time: " + plan);
        }
        var point = next(plan, robot);
        if (kill(engine, point, chance)) {
          kills.merge(point, 1, Integer::sum);
          start(robot, left, share);
          report(began, robot, "killed at %s".formatted(point));
          if (done() == frozen) {
            freeze(engine);
            report(began, robot, "frozen for a minute");
          }
          if (done() == broken) {
            platform.breakDatabase();
            report(began, robot, "without database");
          }
        } else {
          report(began, robot, "%s is not passed now".formatted(point));
          plan.add(point);
        }
      }
      start(robot, left, left.size());
      robot.allStarted();

      // then
      var ended = true;
      try {
        Awaitility.await()
            .atMost(TO_THE_END)
            .pollInterval(Duration.ofSeconds(1))
            .until(robot::done);
      } catch (ConditionTimeoutException e) {
        ended = false;
      }
      report(began, robot, ended ? "all have ended" : "not all have ended");
      robot.errors().forEach((error, times) -> System.out.printf("  %5d × %s%n", times, error));
      robot.unfinished().forEach(System.out::println);
      var findings = new Findings(application, platform, robot);
      System.out.println(findings.figures());
      assertThat(kills).allSatisfy((point, times) -> assertThat(times).isEqualTo(KILLS_PER_POINT));
      assertThat(findings.faults(engine.process().log())).isEmpty();
      assertThat(100.0 * findings.endedCases() / CASES).isGreaterThanOrEqualTo(MUST_END);
    }
  }

  /** What few cases pass comes first, while there are such; else in the order of the plan. */
  private static KillPoint next(ArrayDeque<KillPoint> plan, Robot robot) {
    var next =
        plan.contains(KillPoint.MULTI_INSTANCE) && robot.unfinishedBatches() > 0
            ? KillPoint.MULTI_INSTANCE
            : plan.contains(KillPoint.TIMER) && robot.waiting() > 0
                ? KillPoint.TIMER
                : plan.stream()
                    .filter(point -> point != KillPoint.TIMER && point != KillPoint.MULTI_INSTANCE)
                    .findFirst()
                    .orElse(plan.peek());
    plan.removeFirstOccurrence(next);
    return next;
  }

  private int done() {
    return kills.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Each point as often as the others, in an order of chance. */
  private static ArrayDeque<KillPoint> plan(Seed seed) {
    var plan = new ArrayList<KillPoint>();
    for (var round = 0; round < KILLS_PER_POINT; round++) {
      plan.addAll(List.of(KillPoint.values()));
    }
    Collections.shuffle(plan, new Random(seed.value()));
    return new ArrayDeque<>(plan);
  }

  private static void start(Robot robot, ArrayDeque<RobotCase> left, int most) {
    for (var i = 0; i < most && !left.isEmpty(); i++) {
      robot.start(left.poll());
    }
  }

  /** Kills the engine at a point; false if nothing passes there for now. */
  private boolean kill(KillableEngine engine, KillPoint point, RandomGenerator chance) {
    engine.process().awaitUp();
    var before = engine.process().exits().size();
    engine.arm(point, chance.nextInt(1, point.most + 1));
    var deploying = point == KillPoint.DEPLOYMENT ? deploy() : null;
    try {
      Awaitility.await()
          .atMost(PASSING)
          .pollInterval(Duration.ofMillis(100))
          .until(() -> engine.process().exits().size() > before);
    } catch (ConditionTimeoutException e) {
      engine.disarm();
    }
    if (deploying != null) {
      deploying.interrupt();
    }
    var exits = engine.process().exits();
    if (exits.size() == before) {
      return false;
    }
    assertThat(exits.getLast()).as("exit code").isEqualTo(KILLED);
    return true;
  }

  /** The models with a mark: each is a new version, and what runs stays on the one it has. */
  private Thread deploy() {
    var mark = "\n<!-- %d -->".formatted(++deployments).getBytes(StandardCharsets.UTF_8);
    var command = camunda.newDeployResourceCommand();
    DeployResourceCommandStep2 models = null;
    try {
      for (var resource :
          new PathMatchingResourcePatternResolver().getResources("classpath:bpmn/*.*")) {
        var name = resource.getFilename();
        var content = resource.getContentAsByteArray();
        if (!name.endsWith(".form")) {
          var marked = new byte[content.length + mark.length];
          System.arraycopy(content, 0, marked, 0, content.length);
          System.arraycopy(mark, 0, marked, content.length, mark.length);
          content = marked;
        }
        models = command.addResourceBytes(content, name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var deployment = models.requestTimeout(Duration.ofMinutes(1));
    return Thread.ofPlatform()
        .daemon()
        .name("deployment")
        .start(
            () -> {
              var done = false;
              while (!done && !Thread.currentThread().isInterrupted()) {
                try {
                  deployment.send().join();
                  done = true;
                } catch (RuntimeException e) {
                  // it was killed meanwhile, which is what this is for, or is not to be reached yet
                  LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
                }
              }
            });
  }

  /** The one place where real time passes. */
  private static void freeze(KillableEngine engine) throws IOException, InterruptedException {
    engine.process().awaitUp();
    var pid = String.valueOf(engine.process().pid());
    signal("-STOP", pid);
    TimeUnit.SECONDS.sleep(60);
    signal("-CONT", pid);
  }

  private static void signal(String name, String pid) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder("kill", name, pid).inheritIO().start().waitFor()).isZero();
  }

  private static Duration elapsed(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private void report(long began, Robot robot, String what) {
    System.out.printf(
        "%4d s  %2d kills, %d of %d cases and %d batches: %s%n",
        elapsed(began).toSeconds(),
        done(),
        robot.finished(),
        robot.cases().size(),
        robot.batches().size(),
        what);
  }
}
