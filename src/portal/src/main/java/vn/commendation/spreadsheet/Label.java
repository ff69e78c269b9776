package vn.commendation.spreadsheet;

/**
 * A text of the portal that an export shows in the language of the reader.
 *
 * @param key of the text
 */
public record Label(String key, Object... args) {

  /** The text of a code, such as a status; {@code null} if there is no code. */
  public static Label of(String prefix, Object code) {
    return code == null ? null : new Label(prefix + code);
  }
}
