package vn.commendation.nomination;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Deadlines in working days: Saturdays and Sundays do not count. */
final class WorkingDays {

  private static final LocalTime END_OF_DAY = LocalTime.of(17, 0);

  private WorkingDays() {}

  /** The end of business of the given working day after an instant; the day itself is day zero. */
  static Instant after(Instant start, int days, ZoneId zone) {
    var day = LocalDate.ofInstant(start, zone);
    for (var left = days; left > 0; ) {
      day = day.plusDays(1);
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        left--;
      }
    }
    return day.atTime(END_OF_DAY).atZone(zone).toInstant();
  }
}
