package vn.commendation.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Puts a mail into the form in which servers exchange it. */
@Component
class MimeMails {

  private final String from;
  private final String replyTo;

  MimeMails(
      @Value("${commendation.mail.from}") String from,
      @Value("${commendation.mail.reply-to}") String replyTo) {
    this.from = from;
    this.replyTo = replyTo;
  }

  /**
   * @param id of the mail; its message id is the same whenever it is sent
   * @throws AddressException if the recipient cannot be an address
   */
  void write(MimeMessage message, String id, MailMessage mail) throws MessagingException {
    var helper =
        new MimeMessageHelper(
            message, !mail.attachments().isEmpty(), StandardCharsets.UTF_8.name());
    helper.setFrom(from);
    helper.setReplyTo(replyTo);
    helper.setTo(address(mail.recipient()));
    helper.setSubject(Mails.line(mail.subject()));
    helper.setText(mail.body());
    for (var attachment : mail.attachments()) {
      helper.addAttachment(
          attachment.name(), new ByteArrayResource(attachment.content()), attachment.contentType());
    }
    // no answering machine answers it
    message.setHeader("Auto-Submitted", "auto-generated");
    // the recipient can tell a repeat after a crash between sending and noting it
    message.setHeader("Message-ID", "<%s@%s>".formatted(id, from.replaceFirst(".*@", "")));
  }

  private static InternetAddress address(String recipient) throws AddressException {
    if (recipient.chars().anyMatch(Character::isISOControl)) {
      throw new AddressException("Control character in address");
    }
    return new InternetAddress(recipient, true);
  }
}
