package vn.commendation.sheet;

import java.util.List;

/**
 * Something that is wrong with a row, or still missing in it.
 *
 * @param key of the text
 * @param column where it lies; {@code null} for the whole row
 */
public record RowProblem(String key, SheetColumn column, List<String> args) {

  private static final int LONGEST_QUOTE = 60;

  static RowProblem of(String code, SheetColumn column, String... args) {
    return new RowProblem("sheet-problem." + code, column, List.of(args));
  }

  /** What was typed, not longer than a message can take. */
  static String quoted(String text) {
    return text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
  }
}
