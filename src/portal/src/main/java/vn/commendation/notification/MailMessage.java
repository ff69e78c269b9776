package vn.commendation.notification;

import java.util.List;

/** A mail to one recipient, in plain text. */
public record MailMessage(
    String recipient, String subject, String body, List<Attachment> attachments) {

  /** A file that goes with a mail. */
  public record Attachment(String name, String contentType, byte[] content) {}
}
