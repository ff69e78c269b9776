package vn.commendation.dossier;

import java.time.LocalDate;
import java.util.Arrays;
import vn.commendation.notification.Notices;

/** A decision does not count. Thrown before anything is changed. */
final class Denied extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient Object[] args;

  /**
   * @param key of the reason's text
   */
  Denied(String key, Object... args) {
    super(key);
    this.key = key;
    this.args = args;
  }

  /** Why, in Vietnamese. */
  String reason(Notices notices) {
    return notices.get(
        key,
        Arrays.stream(args)
            .map(arg -> arg instanceof LocalDate day ? Notices.date(day) : String.valueOf(arg))
            .toArray());
  }
}
