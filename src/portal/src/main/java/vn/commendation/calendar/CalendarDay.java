package vn.commendation.calendar;

import java.time.LocalDate;

/**
 * A day on which the week's order does not hold.
 *
 * @param confirmed whether the day was checked against the decree or notice behind it
 */
public record CalendarDay(
    LocalDate day, DayKind kind, String name, String legalBasis, boolean confirmed) {}
