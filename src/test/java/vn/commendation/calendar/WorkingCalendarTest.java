package vn.commendation.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

  private final WorkingCalendar calendar =
      new WorkingCalendar(Clock.system(ZoneId.of("Asia/Ho_Chi_Minh")));

  @ParameterizedTest
  @CsvSource({
    "2022-06-06T08:00, 1, 2022-06-07T17:00",
    "2022-06-10T08:00, 1, 2022-06-13T17:00",
    "2022-06-11T08:00, 1, 2022-06-13T17:00",
    "2022-06-06T23:59, 5, 2022-06-13T17:00",
    "2024-02-28T10:00, 2, 2024-03-01T17:00",
    "2022-12-30T10:00, 1, 2023-01-02T17:00",
    "2022-06-06T08:00, 0, 2022-06-06T17:00",
  })
  void shouldSkipWeekendsAndEndWithBusiness(String start, int days, String expected) {
    var due = calendar.deadline(at(start).toInstant(), days);

    assertThat(due).isEqualTo(at(expected).toInstant());
  }

  private static ZonedDateTime at(String local) {
    return ZonedDateTime.parse(local + ":00+07:00");
  }
}
