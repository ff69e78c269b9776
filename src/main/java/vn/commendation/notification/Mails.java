package vn.commendation.notification;

import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.scheduling.DurableTasks;
import vn.commendation.storage.Utc;

/** Mail that leaves after the commit of what it tells of, and is tried until it is delivered. */
@Service
public class Mails {

  static final String TASK = "mail";

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
    jdbc.sql("insert into mail (id, recipient, subject, body, created_at) values (?, ?, ?, ?, ?)")
        .params(id, mail.recipient(), mail.subject(), mail.body(), Utc.now(clock))
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
    return id;
  }
}
