package vn.commendation.notification;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.engine.UserTasks;
import vn.commendation.storage.Utc;
import vn.commendation.work.StepSource;

/** What somebody was told, for his own eyes. */
@Service
@Transactional
public class Bell {

  /** Beyond this nobody counts. */
  public static final int MOST_COUNTED = 100;

  private static final String UNREAD = " and (:unread = false or read_at is null)";

  private final JdbcClient jdbc;
  private final NoticeTexts texts;
  private final ObjectProvider<StepSource> steps;
  private final UserTasks userTasks;
  private final Clock clock;

  Bell(
      JdbcClient jdbc,
      NoticeTexts texts,
      ObjectProvider<StepSource> steps,
      UserTasks userTasks,
      Clock clock) {
    this.jdbc = jdbc;
    this.texts = texts;
    this.steps = steps;
    this.userTasks = userTasks;
    this.clock = clock;
  }

  /** A line of the bell, in the reader's language. */
  public record Entry(
      String id,
      NoticeKind kind,
      String subject,
      String body,
      Instant dueAt,
      Instant createdAt,
      boolean read) {}

  /**
   * Where a notice leads.
   *
   * @param done whether it asked for a step that is not this reader's to do any more
   */
  public record Target(URI address, boolean done) {}

  /** How many notices are unread; {@link #MOST_COUNTED} for that many or more. */
  @Transactional(readOnly = true)
  public int unread(String username) {
    return jdbc.sql(
            """
            select count(*) from (
              select 1 from notice where username = ? and read_at is null limit ?) as unread""")
        .params(username, MOST_COUNTED)
        .query(Integer.class)
        .single();
  }

  /** The newest first. */
  @Transactional(readOnly = true)
  public Page<Entry> list(String username, boolean unreadOnly, Pageable page, Locale language) {
    var entries =
        jdbc.sql(
                "select * from notice where username = :username"
                    + UNREAD
                    + " order by created_at desc, id limit :most offset :first")
            .param("username", username)
            .param("unread", unreadOnly)
            .param("most", page.getPageSize())
            .param("first", page.getOffset())
            .query((row, n) -> entry(row, language))
            .list();
    var total =
        jdbc.sql("select count(*) from notice where username = :username" + UNREAD)
            .param("username", username)
            .param("unread", unreadOnly)
            .query(Long.class)
            .single();
    return new PageImpl<>(entries, page, total);
  }

  private record Told(NoticeKind kind, String path, String taskId) {}

  /**
   * Reads a notice and answers where it leads: to the task while it waits for this reader, else to
   * the page.
   *
   * @return empty if it is not this reader's
   */
  public Optional<Target> open(String id, String username) {
    return jdbc.sql("select kind, path, task_id from notice where id = ? and username = ?")
        .params(id, username)
        .query(Told.class)
        .optional()
        .map(
            told -> {
              read(id, username);
              return target(told, username);
            });
  }

  private Target target(Told told, String username) {
    var page = URI.create(told.path());
    if (told.taskId() == null) {
      return new Target(page, false);
    }
    var step = steps.stream().flatMap(source -> source.open(told.taskId()).stream()).findFirst();
    if (step.isEmpty() || !step.get().waitsFor(username)) {
      return new Target(page, !told.kind().concerns(step, username));
    }
    return new Target(
        userTasks
            .links(List.of(told.taskId()))
            .getOrDefault(told.taskId(), URI.create(step.get().path())),
        false);
  }

  /** Marks one notice as read; another person's is left alone. */
  public void read(String id, String username) {
    jdbc.sql("update notice set read_at = ? where id = ? and username = ? and read_at is null")
        .params(Utc.now(clock), id, username)
        .update();
  }

  /** Marks everything as read that had come by then. */
  public void readAll(String username, Instant until) {
    jdbc.sql(
            """
            update notice set read_at = ?
            where username = ? and read_at is null and created_at <= ?""")
        .params(Utc.now(clock), username, Utc.of(until))
        .update();
  }

  private Entry entry(ResultSet row, Locale language) throws SQLException {
    var key = row.getString("text_key");
    var args = NoticeArgs.read(row.getString("args"));
    return new Entry(
        row.getString("id"),
        NoticeKind.valueOf(row.getString("kind")),
        texts.subject(key, args, language),
        texts.body(key, args, language).strip(),
        row.getObject("due_at") == null ? null : Utc.instant(row, "due_at"),
        Utc.instant(row, "created_at"),
        row.getObject("read_at") != null);
  }
}
