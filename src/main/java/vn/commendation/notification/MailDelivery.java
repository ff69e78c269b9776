package vn.commendation.notification;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import vn.commendation.scheduling.DurableTasks;
import vn.commendation.storage.Utc;

/** Delivers what {@link Mails} queued. */
@Component
class MailDelivery {

  private final JdbcClient jdbc;
  private final JavaMailSender sender;
  private final Clock clock;
  private final String from;

  MailDelivery(
      JdbcClient jdbc,
      JavaMailSender sender,
      Clock clock,
      @Value("${commendation.mail.from}") String from) {
    this.jdbc = jdbc;
    this.sender = sender;
    this.clock = clock;
    this.from = from;
  }

  private record Mail(String recipient, String subject, String body) {}

  private record Attachment(String name, String contentType, byte[] content) {}

  void deliver(String id) {
    try {
      unsent(id).ifPresent(mail -> send(id, mail));
    } catch (MailException e) {
      jdbc.sql("update mail set attempts = attempts + 1, last_error = left(?, 500) where id = ?")
          .params(String.valueOf(e.getMessage()), id)
          .update();
      throw e;
    }
  }

  private Optional<Mail> unsent(String id) {
    return jdbc.sql("select recipient, subject, body from mail where id = ? and sent_at is null")
        .param(id)
        .query(Mail.class)
        .optional();
  }

  private void send(String id, Mail mail) {
    var attachments =
        jdbc.sql(
                """
                select name, content_type, content from mail_attachment
                where mail_id = ? order by id""")
            .param(id)
            .query(
                (row, n) ->
                    new Attachment(
                        row.getString("name"),
                        row.getString("content_type"),
                        row.getBytes("content")))
            .list();
    try {
      var message = sender.createMimeMessage();
      var helper =
          new MimeMessageHelper(message, !attachments.isEmpty(), StandardCharsets.UTF_8.name());
      helper.setFrom(from);
      helper.setTo(mail.recipient());
      helper.setSubject(mail.subject());
      helper.setText(mail.body());
      for (var attachment : attachments) {
        helper.addAttachment(
            attachment.name(),
            new ByteArrayResource(attachment.content()),
            attachment.contentType());
      }
      // the recipient can tell a repeat after a crash between sending and noting it
      message.setHeader("X-Commendation-Mail", id);
      sender.send(message);
    } catch (MessagingException e) {
      throw new MailParseException(e);
    }
    jdbc.sql("update mail set sent_at = ?, attempts = attempts + 1, last_error = null where id = ?")
        .params(Utc.now(clock), id)
        .update();
  }

  @Configuration(proxyBeanMethods = false)
  static class MailTask {
    @Bean
    OneTimeTask<Void> mailTask(MailDelivery delivery) {
      return DurableTasks.task(Mails.TASK, delivery::deliver);
    }
  }
}
