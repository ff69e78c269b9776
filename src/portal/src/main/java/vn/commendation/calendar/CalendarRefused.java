package vn.commendation.calendar;

/** A change of the calendar was refused. */
public class CalendarRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;

  CalendarRefused(String code) {
    super(code);
    this.code = code;
  }

  /** Text key is {@code calendar-problem.} and this code. */
  public String code() {
    return code;
  }
}
