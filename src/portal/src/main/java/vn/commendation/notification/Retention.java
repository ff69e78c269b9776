package vn.commendation.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.commendation.storage.Utc;

/**
 * Removes what has been read and delivered long ago. What was sent to people outside is official
 * correspondence and stays; so does mail that was not delivered.
 */
@Component
class Retention {

  /** Rows that one statement removes, so that nobody waits for its locks. */
  private static final int PORTION = 1000;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Duration keep;
  private final Duration keepUnread;

  Retention(
      JdbcClient jdbc,
      Clock clock,
      @Value("${commendation.notification.keep}") Duration keep,
      @Value("${commendation.notification.keep-unread}") Duration keepUnread) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.keep = keep;
    this.keepUnread = keepUnread;
  }

  void clean() {
    var now = Utc.now(clock);
    remove("delete from notice where read_at < ? limit ?", now.minus(keep));
    remove("delete from notice where created_at < ? limit ?", now.minus(keepUnread));
    remove(
        "delete from mail where status = 'SENT' and username is not null and sent_at < ? limit ?",
        now.minus(keep));
    jdbc.sql("delete from notice_digest where day < ?")
        .param(LocalDate.now(clock).minusDays(keepUnread.toDays()))
        .update();
  }

  private void remove(String statement, LocalDateTime before) {
    int removed;
    do {
      removed = jdbc.sql(statement).params(before, PORTION).update();
    } while (removed == PORTION);
  }
}
