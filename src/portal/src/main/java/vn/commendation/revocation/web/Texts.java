package vn.commendation.revocation.web;

import org.springframework.util.StringUtils;

/** What browsers send of a text. */
final class Texts {

  private Texts() {}

  /** Without white space around it; {@code null} if nothing was typed. */
  static String trimmed(String text) {
    // Browsers count a line end as one character and send two.
    return StringUtils.hasText(text) ? text.strip().replace("\r\n", "\n") : null;
  }
}
