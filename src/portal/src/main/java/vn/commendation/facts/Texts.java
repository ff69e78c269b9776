package vn.commendation.facts;

import org.springframework.util.StringUtils;

/** Typed text. */
final class Texts {

  private Texts() {}

  /** Without space around it; {@code null} if nothing is left. */
  static String trimmed(String text) {
    return StringUtils.hasText(text) ? text.strip() : null;
  }
}
