package vn.commendation.notification;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Something people are told: a line on the bell, and a mail if they want one.
 *
 * @param key the texts are {@code notice.<key>.subject} and {@code notice.<key>.body}, in both
 *     languages
 * @param args of these texts: text, numbers, {@link java.time.LocalDate}, {@link Instant}, {@link
 *     NoticeText}, a list of those for lines, or {@code null} for nothing
 * @param path the page it leads to, such as {@code /campaigns/1#library}
 * @param taskId id of the step it asks for, as in {@code UserTasks}: while that is open for the
 *     reader, the notice leads to the task; {@code null} if it asks for none
 * @param dueAt when that is due; {@code null} if it has no time
 * @param onceKey nobody is told the same key twice; {@code null} if it may come again
 * @param mailed whether it may go out by mail
 */
public record Notice(
    NoticeKind kind,
    String key,
    List<Object> args,
    String path,
    String taskId,
    Instant dueAt,
    String onceKey,
    boolean mailed) {

  /** An absolute path inside the portal; never an address of another site. */
  private static final Pattern PATH = Pattern.compile("/(?!/)[\\w/.?=&%-]*(#[\\w-]*)?");

  public Notice {
    if (!PATH.matcher(path).matches()) {
      throw new IllegalArgumentException("No page of the portal: " + path);
    }
    args = Collections.unmodifiableList(args);
  }

  public static Notice of(NoticeKind kind, String key, String path, Object... args) {
    return new Notice(kind, key, Arrays.asList(args.clone()), path, null, null, null, true);
  }

  /** The step it asks for. */
  public Notice task(String id, Instant due) {
    return new Notice(kind, key, args, path, id, due, onceKey, mailed);
  }

  public Notice once(String key) {
    return new Notice(kind, this.key, args, path, taskId, dueAt, key, mailed);
  }

  /** For what no mail may tell, such as that mail does not arrive. */
  public Notice onBellOnly() {
    return new Notice(kind, key, args, path, taskId, dueAt, onceKey, false);
  }
}
