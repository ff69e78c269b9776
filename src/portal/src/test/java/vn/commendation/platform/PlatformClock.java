package vn.commendation.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The time of the engine and of the application in tests: months of deadlines pass in a moment. It
 * never goes back within a run, because what the engine had planned for later would then stand
 * still.
 */
public final class PlatformClock {

  private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

  private final HttpCalls management;

  PlatformClock(HttpCalls management) {
    this.management = management;
  }

  /** Moves the time forward. */
  public void advance(Duration duration) {
    management.call("POST", "/actuator/clock/add", Map.of("offsetMilli", duration.toMillis()));
    AHEAD.accumulateAndGet(duration, Duration::plus);
  }

  /**
   * Moves the time forward to a moment, unless it is there already: for an engine that may end
   * while it is asked, and not know whether it has moved. Fails then, and may be called again.
   */
  public void reach(Instant moment) {
    var now =
        Instant.parse(management.call("GET", "/actuator/clock", null).path("instant").asText());
    if (now.isBefore(moment)) {
      management.call(
          "POST",
          "/actuator/clock/add",
          Map.of("offsetMilli", Duration.between(now, moment).toMillis()));
    }
    var ahead = Duration.between(Instant.now(), moment);
    AHEAD.accumulateAndGet(ahead, (known, other) -> known.compareTo(other) < 0 ? other : known);
  }

  /** The given clock as far ahead as the engine is. */
  static Clock follow(Clock clock) {
    return new Following(clock);
  }

  private static final class Following extends Clock {

    private final Clock clock;

    private Following(Clock clock) {
      this.clock = clock;
    }

    @Override
    public ZoneId getZone() {
      return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return new Following(clock.withZone(zone));
    }

    @Override
    public Instant instant() {
      return clock.instant().plus(AHEAD.get());
    }
  }
}
