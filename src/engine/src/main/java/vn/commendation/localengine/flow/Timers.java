package vn.commendation.localengine.flow;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAmount;
import java.util.Map;
import org.operaton.bpm.engine.impl.util.ClockUtil;
import vn.commendation.localengine.bpmn.ElementModel.Timer;
import vn.commendation.localengine.expression.ExpressionFailure;
import vn.commendation.localengine.expression.Feel;

/**
 * Times of timers.
 *
 * @see <a href="https://docs.camunda.io/docs/components/modeler/bpmn/timer-events/">Timer
 *     events</a>
 */
final class Timers {

  private Timers() {}

  /**
   * How often and how far apart a timer fires.
   *
   * @param times how often still; negative for without end
   * @param start when first; null for an interval from now
   */
  record Cycle(int times, Instant start, TemporalAmount interval) {

    Cycle next() {
      return new Cycle(times < 0 ? times : times - 1, start, interval);
    }

    Instant after(Instant time) {
      return plus(time, interval);
    }

    @Override
    public String toString() {
      return "R" + (times < 0 ? "" : times) + "/" + interval;
    }
  }

  /**
   * When a timer fires first.
   *
   * @throws ExpressionFailure EXTRACT_VALUE_ERROR
   */
  static Instant due(Timer timer, Feel feel, Map<String, Object> variables) {
    var now = ClockUtil.getCurrentTime().toInstant();
    var value = feel.raw(timer.text(), variables);
    return switch (timer.kind()) {
      case DATE -> date(timer.text(), value);
      case DURATION -> plus(now, interval(timer.text(), value));
      case CYCLE -> {
        var cycle = cycle(timer.text(), value);
        yield cycle.start() == null ? cycle.after(now) : cycle.start();
      }
    };
  }

  /**
   * @throws ExpressionFailure EXTRACT_VALUE_ERROR
   */
  static Cycle cycle(Timer timer, Feel feel, Map<String, Object> variables) {
    return cycle(timer.text(), feel.raw(timer.text(), variables));
  }

  static Instant date(String text, Object value) {
    return switch (value) {
      case ZonedDateTime time -> time.toInstant();
      case OffsetDateTime time -> time.toInstant();
      case LocalDateTime time -> time.atZone(ZoneId.systemDefault()).toInstant();
      case String string -> {
        try {
          yield DateTimeFormatter.ISO_ZONED_DATE_TIME
              .parse(string.strip(), ZonedDateTime::from)
              .toInstant();
        } catch (DateTimeException e) {
          throw Activities.invalid(
              "Invalid date-time format '%s' for expression '%s'".formatted(string, text));
        }
      }
      case null -> throw unexpected(text, "[DATE_TIME, STRING]", null);
      default -> throw unexpected(text, "[DATE_TIME, STRING]", value);
    };
  }

  private static TemporalAmount interval(String text, Object value) {
    return switch (value) {
      case Duration duration -> duration;
      case Period period -> period;
      case String string -> interval(text, string.strip());
      case null -> throw unexpected(text, "[DURATION, PERIOD, STRING]", null);
      default -> throw unexpected(text, "[DURATION, PERIOD, STRING]", value);
    };
  }

  private static ExpressionFailure unexpected(String text, String expected, Object value) {
    return Activities.invalid(
        "Expected result of the expression '%s' to be one of '%s', but was '%s'"
            .formatted(text, expected, value));
  }

  private static TemporalAmount interval(String text, String iso) {
    try {
      var time = iso.indexOf('T');
      if (time < 0) {
        var period = Period.parse(iso);
        return period.toTotalMonths() == 0 ? Duration.ofDays(period.getDays()) : period;
      }
      if (time > 1 && !iso.substring(0, time).matches("[+-]?P[+-]?\\d+D")) {
        throw new DateTimeException("mixed");
      }
      return Duration.parse(iso);
    } catch (DateTimeException e) {
      throw Activities.invalid(
          "Invalid duration format '%s' for expression '%s'".formatted(iso, text));
    }
  }

  /** {@code R[n]/[start/]interval}. */
  static Cycle cycle(String text, Object value) {
    if (!(value instanceof String string)) {
      throw Activities.invalid(
          "Expected result of the expression '%s' to be a time cycle, but was '%s'"
              .formatted(text, value));
    }
    var parts = string.strip().split("/", -1);
    if (parts.length < 2 || parts.length > 3 || !parts[0].matches("R-?\\d*")) {
      throw Activities.invalid(
          "Invalid time cycle '%s' for expression '%s'".formatted(string, text));
    }
    try {
      var times = parts[0].length() == 1 ? -1 : Integer.parseInt(parts[0].substring(1));
      var start = parts.length == 3 && !parts[1].isEmpty() ? date(text, parts[1]) : null;
      return new Cycle(times, start, interval(text, parts[parts.length - 1]));
    } catch (NumberFormatException e) {
      throw Activities.invalid(
          "Invalid time cycle '%s' for expression '%s'".formatted(string, text));
    }
  }

  private static Instant plus(Instant time, TemporalAmount amount) {
    return time.atZone(ZoneOffset.UTC).plus(amount).toInstant();
  }
}
