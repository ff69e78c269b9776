package vn.commendation.notification;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.commendation.scheduling.Backlog;
import vn.commendation.scheduling.DurableTasks;
import vn.commendation.storage.Utc;

/**
 * Delivers what {@link Mails} queued. What may pass is tried until it does; what the recipient's
 * server refuses for good is tried a few times and then blocked, for somebody to look at.
 */
@Component
class MailDelivery {

  private static final int LONGEST_ERROR = 500;

  private final JdbcClient jdbc;
  private final JavaMailSender sender;
  private final MimeMails mimeMails;
  private final Notifications notifications;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final int mostAttempts;

  MailDelivery(
      JdbcClient jdbc,
      JavaMailSender sender,
      MimeMails mimeMails,
      Notifications notifications,
      TransactionTemplate transaction,
      Clock clock,
      @Value("${commendation.mail.most-attempts}") int mostAttempts) {
    this.jdbc = jdbc;
    this.sender = sender;
    this.mimeMails = mimeMails;
    this.notifications = notifications;
    this.transaction = transaction;
    this.clock = clock;
    this.mostAttempts = mostAttempts;
  }

  private record Mail(
      String username, String recipient, String subject, String body, int attempts) {}

  void deliver(String id) {
    var mail = waiting(id).orElse(null);
    if (mail == null) {
      return;
    }
    try {
      send(id, mail);
    } catch (MailException e) {
      failed(id, mail, e);
    }
  }

  private Optional<Mail> waiting(String id) {
    return jdbc.sql(
            """
            select username, recipient, subject, body, attempts from mail
            where id = ? and status = 'WAITING'""")
        .param(id)
        .query(Mail.class)
        .optional();
  }

  private void send(String id, Mail mail) {
    try {
      var message = sender.createMimeMessage();
      mimeMails.write(
          message,
          id,
          new MailMessage(mail.recipient(), mail.subject(), mail.body(), attachments(id)));
      sender.send(message);
    } catch (MessagingException e) {
      throw new MailParseException(e);
    }
    jdbc.sql(
            """
            update mail set status = 'SENT', sent_at = ?, attempts = attempts + 1,
              last_error = null
            where id = ?""")
        .params(Utc.now(clock), id)
        .update();
  }

  private List<MailMessage.Attachment> attachments(String mailId) {
    return jdbc.sql(
            """
            select name, content_type, content from mail_attachment
            where mail_id = ? order by id""")
        .param(mailId)
        .query(
            (row, n) ->
                new MailMessage.Attachment(
                    row.getString("name"), row.getString("content_type"), row.getBytes("content")))
        .list();
  }

  private void failed(String id, Mail mail, MailException failure) {
    var refusal = MailRefusal.of(failure).orElse(null);
    var reason = refusal == null ? String.valueOf(failure.getMessage()) : refusal.reason();
    var block = refusal != null && (refusal.hopeless() || mail.attempts() + 1 >= mostAttempts);
    transaction.executeWithoutResult(status -> note(id, mail, reason, block));
    if (!block) {
      throw failure;
    }
  }

  private void note(String id, Mail mail, String reason, boolean block) {
    jdbc.sql(
            """
            update mail set attempts = attempts + 1, last_error = ?,
              status = if(?, 'BLOCKED', status), blocked_at = if(?, ?, blocked_at)
            where id = ?""")
        .params(shortened(reason), block, block, Utc.now(clock), id)
        .update();
    if (block && mail.username() != null) {
      // no mail about mail that does not arrive; once a day is enough
      notifications.tellAll(
          List.of(mail.username()),
          Notice.of(
                  NoticeKind.SYSTEM,
                  "mail-failed",
                  "/notifications/settings",
                  mail.recipient(),
                  mail.subject(),
                  shortened(reason))
              .once("mail-failed|" + LocalDate.now(clock) + "|" + mail.recipient().hashCode())
              .onBellOnly());
    }
  }

  private static String shortened(String reason) {
    return reason.codePointCount(0, reason.length()) <= LONGEST_ERROR
        ? reason
        : reason.substring(0, reason.offsetByCodePoints(0, LONGEST_ERROR));
  }

  @Configuration(proxyBeanMethods = false)
  static class MailTask {
    @Bean
    OneTimeTask<Void> mailTask(MailDelivery delivery) {
      return DurableTasks.task(Mails.TASK, delivery::deliver);
    }

    @Bean
    Backlog undeliveredMailsBacklog() {
      return new Backlog(
          "mails-undelivered",
          """
          select count(*), min(created_at) as oldest from mail
          where status = 'WAITING' and attempts > 3""");
    }

    @Bean
    Backlog blockedMailsBacklog() {
      return new Backlog(
          "mails-blocked",
          "select count(*), min(created_at) as oldest from mail where status = 'BLOCKED'");
    }
  }
}
