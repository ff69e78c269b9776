package vn.commendation.notification;

import java.util.List;

/**
 * A text inside a notice that is put into the reader's language with it, such as a status.
 *
 * @param key of a text that exists in both languages
 * @param args of the kinds {@link Notice} takes
 */
public record NoticeText(String key, List<Object> args) {

  public static NoticeText of(String key, Object... args) {
    return new NoticeText(key, List.of(args));
  }
}
