package vn.commendation.calendar;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deadlines in working days: weekends, public holidays and compensatory days counted in. */
@Service
@Transactional(readOnly = true)
public class WorkingCalendar {

  private static final LocalTime END_OF_BUSINESS = LocalTime.of(17, 0);

  private final CalendarDays days;
  private final Clock clock;

  WorkingCalendar(CalendarDays days, Clock clock) {
    this.days = days;
    this.clock = clock;
  }

  /** Tells deadlines, many of them, from a calendar that is read once. */
  @FunctionalInterface
  public interface Deadlines {

    /** The same as {@link WorkingCalendar#deadline}. */
    Instant after(Instant start, int workingDays);
  }

  /** For who asks about many deadlines at once. */
  public Deadlines deadlines() {
    var years = new Years();
    return (start, workingDays) -> deadline(start, workingDays, years);
  }

  /** The end of business of the given working day after an instant; the day itself is day zero. */
  public Instant deadline(Instant start, int workingDays) {
    return deadline(start, workingDays, new Years());
  }

  private Instant deadline(Instant start, int workingDays, Years years) {
    var day = LocalDate.ofInstant(start, clock.getZone());
    for (var left = workingDays; left > 0; ) {
      day = day.plusDays(1);
      if (years.isWorkingDay(day)) {
        left--;
      }
    }
    return day.atTime(END_OF_BUSINESS).atZone(clock.getZone()).toInstant();
  }

  public boolean isWorkingDay(LocalDate day) {
    return new Years().isWorkingDay(day);
  }

  /**
   * How many working days have passed since each of these moments; the day itself is day zero.
   *
   * @param end until when; what lies after it has 0
   */
  public Map<Instant, Integer> workingDaysSince(Collection<Instant> starts, Instant end) {
    var years = new Years();
    var last = LocalDate.ofInstant(end, clock.getZone());
    var passed = new HashMap<Instant, Integer>();
    for (var start : starts) {
      var first = LocalDate.ofInstant(start, clock.getZone());
      passed.put(
          start,
          (int)
              first.plusDays(1).datesUntil(later(first, last)).filter(years::isWorkingDay).count());
    }
    return passed;
  }

  /** The day after the last one, but never before the first is over. */
  private static LocalDate later(LocalDate first, LocalDate last) {
    return (last.isAfter(first) ? last : first).plusDays(1);
  }

  /** The years that one question touches, each read once. */
  private final class Years {

    private final Map<Integer, Map<LocalDate, DayKind>> read = new HashMap<>();

    boolean isWorkingDay(LocalDate day) {
      var kind =
          read.computeIfAbsent(
                  day.getYear(),
                  year ->
                      days.of(year).stream().collect(toMap(CalendarDay::day, CalendarDay::kind)))
              .get(day);
      return kind == null ? !CalendarDays.isWeekend(day) : kind == DayKind.WORKING;
    }
  }
}
