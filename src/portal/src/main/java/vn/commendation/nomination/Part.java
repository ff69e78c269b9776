package vn.commendation.nomination;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A part of a nomination that a return can open again. */
public enum Part {
  AWARD,
  ACHIEVEMENTS,
  PERIOD,
  EVIDENCE;

  /** Name in the form {@code office-review} and in texts. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Part> of(String key) {
    return Arrays.stream(values()).filter(part -> part.key().equals(key)).findFirst();
  }
}
