package vn.commendation.calendar;

/** How a day differs from its weekday. */
public enum DayKind {
  /** Nghỉ lễ, nghỉ bù or a day off that is worked on another. */
  HOLIDAY,
  /** Làm bù: a Saturday or Sunday that is worked. */
  WORKING
}
