package vn.commendation.storage;

import java.util.regex.Pattern;

/** What somebody searches for, as a {@code like} takes it. */
public final class Like {

  private static final Pattern SPECIAL = Pattern.compile("[\\\\%_]");

  private Like() {}

  /** Matches whatever contains the text; {@code null} for {@code null}. */
  public static String containing(String text) {
    return text == null ? null : "%" + SPECIAL.matcher(text).replaceAll("\\\\$0") + "%";
  }
}
