package vn.commendation.report.web;

import java.util.List;
import org.springframework.util.StringUtils;
import vn.commendation.report.Statistics.NewEntry;

/** A figure entered by hand, as it was typed. */
record EntryFields(String request, String column, List<String> rows, String amount, String source) {

  NewEntry entry() {
    return new NewEntry(request, number(column), rows, number(amount), text(source));
  }

  /** {@code null} if it is none. */
  static Integer number(String typed) {
    try {
      return typed == null ? null : Integer.valueOf(typed.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  static String text(String typed) {
    return StringUtils.hasText(typed) ? typed.strip() : null;
  }
}
