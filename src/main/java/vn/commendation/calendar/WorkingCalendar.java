package vn.commendation.calendar;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deadlines in working days. */
@Service
@Transactional(readOnly = true)
public class WorkingCalendar {

  private static final LocalTime END_OF_BUSINESS = LocalTime.of(17, 0);

  private final Clock clock;

  WorkingCalendar(Clock clock) {
    this.clock = clock;
  }

  /** The end of business of the given working day after an instant; the day itself is day zero. */
  public Instant deadline(Instant start, int workingDays) {
    var day = LocalDate.ofInstant(start, clock.getZone());
    for (var left = workingDays; left > 0; ) {
      day = day.plusDays(1);
      if (isWorkingDay(day)) {
        left--;
      }
    }
    return day.atTime(END_OF_BUSINESS).atZone(clock.getZone()).toInstant();
  }

  public boolean isWorkingDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }
}
