package vn.commendation.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

  private final CalendarDays days = mock();
  private final WorkingCalendar calendar =
      new WorkingCalendar(days, Clock.system(ZoneId.of("Asia/Ho_Chi_Minh")));

  @BeforeEach
  void holidaysAndADayWorkedInstead() {
    var entered =
        Stream.concat(
                Stream.of(
                        "2023-01-20",
                        "2023-01-23",
                        "2023-01-24",
                        "2023-01-25",
                        "2023-01-26",
                        "2024-01-01",
                        "2024-04-29",
                        "2024-04-30",
                        "2024-05-01")
                    .map(day -> day(day, DayKind.HOLIDAY)),
                Stream.of(day("2024-05-04", DayKind.WORKING)))
            .collect(Collectors.groupingBy(day -> day.day().getYear()));
    given(days.of(anyInt()))
        .willAnswer(call -> entered.getOrDefault(call.<Integer>getArgument(0), List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "2022-06-06T08:00, 1, 2022-06-07T17:00",
    "2022-06-10T08:00, 1, 2022-06-13T17:00",
    "2022-06-11T08:00, 1, 2022-06-13T17:00",
    "2022-06-06T23:59, 5, 2022-06-13T17:00",
    "2022-06-06T08:00, 0, 2022-06-06T17:00",
    "2022-12-30T10:00, 1, 2023-01-02T17:00",
  })
  void shouldSkipWeekendsAndEndWithBusiness(String start, int workingDays, String expected) {
    assertDue(start, workingDays, expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2023-01-19T08:00, 1, 2023-01-27T17:00",
    "2023-01-18T08:00, 5, 2023-02-01T17:00",
    "2024-04-26T08:00, 1, 2024-05-02T17:00",
    "2024-05-03T08:00, 1, 2024-05-04T17:00",
    "2024-05-02T08:00, 3, 2024-05-06T17:00",
    "2023-12-29T16:59, 1, 2024-01-02T17:00",
  })
  void shouldSkipHolidaysAndCountTheSaturdayWorkedInstead(
      String start, int workingDays, String expected) {
    assertDue(start, workingDays, expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-28T10:00, 1, 2024-02-29T17:00",
    "2024-02-28T10:00, 2, 2024-03-01T17:00",
    "2023-02-27T10:00, 2, 2023-03-01T17:00",
  })
  void shouldKnowLeapYears(String start, int workingDays, String expected) {
    assertDue(start, workingDays, expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2022-06-06T17:00, 2022-06-06T23:00, 0",
    "2022-06-06T17:00, 2022-06-07T08:00, 1",
    "2022-06-10T17:00, 2022-06-12T12:00, 0",
    "2022-06-10T17:00, 2022-06-13T08:00, 1",
    "2023-01-19T17:00, 2023-02-01T08:00, 4",
    "2024-05-03T17:00, 2024-05-06T08:00, 2",
    "2022-06-10T17:00, 2022-06-01T08:00, 0",
  })
  void shouldCountTheWorkingDaysThatHavePassed(String start, String end, int expected) {
    var since = at(start).toInstant();

    assertThat(calendar.workingDaysSince(List.of(since), at(end).toInstant()))
        .containsExactly(Map.entry(since, expected));
  }

  @Test
  void shouldReadEachYearOnceForAWholeList() {
    var starts = List.of(at("2023-12-20T17:00").toInstant(), at("2023-12-27T17:00").toInstant());

    calendar.workingDaysSince(starts, at("2024-01-10T08:00").toInstant());

    then(days).should(times(1)).of(2023);
    then(days).should(times(1)).of(2024);
  }

  @Test
  void shouldTellWhichDayItIsInTayNinhNotInUtc() {
    var lastMinute = ZonedDateTime.parse("2022-06-06T16:59:59Z");
    var nextDay = ZonedDateTime.parse("2022-06-06T17:00:00Z");

    assertThat(calendar.deadline(lastMinute.toInstant(), 1))
        .isEqualTo(at("2022-06-07T17:00").toInstant());
    assertThat(calendar.deadline(nextDay.toInstant(), 1))
        .isEqualTo(at("2022-06-08T17:00").toInstant());
  }

  @Test
  void shouldReadEachYearOnce() {
    calendar.deadline(at("2023-12-20T08:00").toInstant(), 25);

    then(days).should(times(1)).of(2023);
    then(days).should(times(1)).of(2024);
    then(days).shouldHaveNoMoreInteractions();
  }

  @Test
  void shouldKnowEveryDay() {
    var expected =
        Map.of(
            "2024-05-04", true,
            "2024-05-05", false,
            "2024-04-29", false,
            "2024-05-06", true);

    assertThat(expected)
        .allSatisfy(
            (day, worked) ->
                assertThat(calendar.isWorkingDay(LocalDate.parse(day))).as(day).isEqualTo(worked));
  }

  private void assertDue(String start, int workingDays, String expected) {
    assertThat(calendar.deadline(at(start).toInstant(), workingDays))
        .isEqualTo(at(expected).toInstant());
  }

  private static CalendarDay day(String day, DayKind kind) {
    return new CalendarDay(LocalDate.parse(day), kind, "Tết", "Điều 112", true);
  }

  private static ZonedDateTime at(String local) {
    return ZonedDateTime.parse(local + ":00+07:00");
  }
}
