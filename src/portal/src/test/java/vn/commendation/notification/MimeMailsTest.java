package vn.commendation.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail as it goes over the wire. */
class MimeMailsTest {

  private static final String ID = "6f1f2d3c-0000-4000-8000-0000000000a1";
  private static final String SUBJECT =
      "[Khen thưởng] Kết quả hồ sơ HTB-2022-0001: Tỉnh đã khen thưởng, đề nghị đơn vị công bố";

  private final MimeMails mails =
      new MimeMails("khenthuong@tayninh.example", "vanphong@tayninh.example");

  @Test
  void shouldWriteHeadersThatServersAndReadersUnderstand() throws Exception {
    var wire = wire(mail("qlkh@tayninh.example", SUBJECT));
    var read = read(wire);

    assertThat(read.getSubject()).isEqualTo(SUBJECT);
    assertThat(read.getContent()).isEqualTo("Kính gửi Trần Thị Thanh Hòa,\r\n");
    assertThat(read.getMessageID()).isEqualTo("<" + ID + "@tayninh.example>");
    assertThat(read.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(List.of(read.getReplyTo())).hasToString("[vanphong@tayninh.example]");
    assertThat(List.of(read.getFrom())).hasToString("[khenthuong@tayninh.example]");
    var head = wire.substring(0, wire.indexOf("\r\n\r\n"));
    assertThat(head).isASCII().contains("Subject: =?UTF-8?");
    assertThat(head.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(79));
  }

  @Test
  void shouldTakeNothingInASubjectForAHeader() throws Exception {
    var read =
        read(wire(mail("qlkh@tayninh.example", "Hồ sơ\r\nBcc: ai-do@elsewhere.example\r\n\r\nA")));

    assertThat(read.getRecipients(RecipientType.BCC)).isNull();
    assertThat(read.getSubject()).isEqualTo("Hồ sơ Bcc: ai-do@elsewhere.example A");
    assertThat(read.getContent()).isEqualTo("Kính gửi Trần Thị Thanh Hòa,\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "khong phai dia chi",
        "a@tayninh.example, b@elsewhere.example",
        "a@tayninh.example\r\nBcc: b@elsewhere.example",
        "a",
        ""
      })
  void shouldSendToNothingButOneAddress(String recipient) {
    assertThatThrownBy(() -> wire(mail(recipient, SUBJECT))).isInstanceOf(AddressException.class);
  }

  @Test
  void shouldKeepTheNamesOfFiles() throws Exception {
    var file =
        new MailMessage.Attachment(
            "Báo cáo thành tích – DT-2026-0001.txt", "text/plain;charset=UTF-8", new byte[] {65});
    var read =
        read(wire(new MailMessage("hoidong@tayninh.example", SUBJECT, "Kính gửi", List.of(file))));

    var part = ((MimeMultipart) read.getContent()).getBodyPart(1);
    assertThat(MimeUtility.decodeText(part.getFileName()))
        .isEqualTo("Báo cáo thành tích – DT-2026-0001.txt");
  }

  private static MailMessage mail(String recipient, String subject) {
    return new MailMessage(recipient, subject, "Kính gửi Trần Thị Thanh Hòa,\n", List.of());
  }

  /** As the sender hands it to the server: it fills in what is missing first. */
  private String wire(MailMessage mail) throws Exception {
    var message = new JavaMailSenderImpl().createMimeMessage();
    mails.write(message, ID, mail);
    var id = message.getMessageID();
    message.saveChanges();
    message.setHeader("Message-ID", id);
    var bytes = new ByteArrayOutputStream();
    message.writeTo(bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static MimeMessage read(String wire) throws Exception {
    return new MimeMessage(
        Session.getInstance(new Properties()),
        new ByteArrayInputStream(wire.getBytes(StandardCharsets.UTF_8)));
  }
}
