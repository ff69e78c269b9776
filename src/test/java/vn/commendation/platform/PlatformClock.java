package vn.commendation.platform;

import java.time.Duration;
import java.util.Map;

/** The engine's clock: months of deadlines pass in a moment. */
public final class PlatformClock {

  private final HttpCalls management;

  PlatformClock(HttpCalls management) {
    this.management = management;
  }

  /** Moves the engine's time forward. */
  public void advance(Duration duration) {
    management.call("POST", "/actuator/clock/add", Map.of("offsetMilli", duration.toMillis()));
  }

  /** Back to the machine's time. */
  public void reset() {
    management.call("DELETE", "/actuator/clock", null);
  }
}
