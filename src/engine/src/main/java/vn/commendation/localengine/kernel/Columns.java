package vn.commendation.localengine.kernel;

import java.util.stream.Collectors;

/**
 * Texts for people in Operaton's columns, which are of some width and know no characters beyond the
 * basic plane.
 */
public final class Columns {

  private static final String UNKNOWN = "\ufffd";

  private Columns() {}

  /** A text as far as it fits. */
  public static String fit(String text, int width) {
    var basic =
        text.codePoints().allMatch(Character::isBmpCodePoint)
            ? text
            : text.codePoints()
                .mapToObj(
                    each -> Character.isBmpCodePoint(each) ? Character.toString(each) : UNKNOWN)
                .collect(Collectors.joining());
    return basic.length() <= width ? basic : basic.substring(0, width);
  }
}
