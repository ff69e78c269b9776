package vn.commendation.notification;

import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.scheduling.DurableTasks;
import vn.commendation.storage.Utc;

/**
 * Mail that leaves after the commit of what it tells of, and is tried until it is delivered or the
 * recipient's server refuses it for good. For people outside; whoever has an account is told
 * through {@link Notifications}.
 */
@Service
public class Mails {

  static final String TASK = "mail";
  static final int LONGEST_SUBJECT = 300;

  private final JdbcClient jdbc;
  private final DurableTasks durableTasks;
  private final Clock clock;

  Mails(JdbcClient jdbc, DurableTasks durableTasks, Clock clock) {
    this.jdbc = jdbc;
    this.durableTasks = durableTasks;
    this.clock = clock;
  }

  /** Queues a mail and answers its id. */
  @Transactional(propagation = Propagation.MANDATORY)
  public String queue(MailMessage mail) {
    var id = UUID.randomUUID().toString();
    queue(id, null, mail);
    return id;
  }

  /**
   * Queues a mail under an id of its own.
   *
   * @param username of the recipient's account; {@code null} for somebody outside
   */
  void queue(String id, String username, MailMessage mail) {
    jdbc.sql(
            """
            insert into mail (id, username, recipient, subject, body, created_at)
            values (?, ?, ?, ?, ?, ?)""")
        .params(id, username, mail.recipient(), line(mail.subject()), mail.body(), Utc.now(clock))
        .update();
    for (var attachment : mail.attachments()) {
      jdbc.sql(
              """
              insert into mail_attachment (mail_id, name, content_type, content)
              values (?, ?, ?, ?)""")
          .params(id, attachment.name(), attachment.contentType(), attachment.content())
          .update();
    }
    durableTasks.schedule(TASK, id);
  }

  /** One line, so that nothing in it can become a header, and not longer than what is kept. */
  static String line(String subject) {
    var line = subject.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    return line.codePointCount(0, line.length()) <= LONGEST_SUBJECT
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
  }
}
