package vn.commendation.platform;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/** Takes every mail, keeps it as a file and shows it on a small page, newest first. */
final class MailCatcher {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/yyyy").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));
  private static final int MESSAGES_SHOWN = 200;

  private final Path directory;
  private final AtomicLong sequence = new AtomicLong();

  private MailCatcher(Path directory) {
    this.directory = directory;
  }

  public static void main(String[] args) throws IOException {
    String address = args[0];
    MailCatcher catcher = new MailCatcher(Path.of(args[3]));
    GreenMail mail =
        new GreenMail(
            new ServerSetup(Integer.parseInt(args[1]), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    UserManager users = mail.getUserManager();
    users.setMessageDeliveryHandler((message, to) -> catcher.keep(users, message, to));
    mail.start();
    HttpServer page =
        HttpServer.create(new InetSocketAddress(address, Integer.parseInt(args[2])), 0);
    page.createContext("/", catcher::show);
    page.start();
  }

  private GreenMailUser keep(UserManager users, MovingMessage message, MailAddress to)
      throws MessagingException, UserException {
    Path file =
        directory.resolve(
            "%d-%04d.eml".formatted(System.currentTimeMillis(), sequence.getAndIncrement()));
    try (OutputStream out = Files.newOutputStream(file)) {
      message.getMessage().writeTo(out);
    } catch (IOException e) {
      throw new MessagingException("Cannot keep " + file, e);
    }
    // GreenMail wants a mailbox to deliver to
    String recipient = to.getEmail();
    GreenMailUser user = users.getUserByEmail(recipient);
    return user != null ? user : users.createUser(recipient, recipient, recipient);
  }

  private void show(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Path file = directory.resolve(path.substring(1) + ".eml").normalize();
    String body;
    int status = 200;
    try {
      if (path.equals("/")) {
        body = list();
      } else if (file.startsWith(directory) && Files.exists(file)) {
        body = message(file);
      } else {
        status = 404;
        body = "<p>Không có thư này.</p>";
      }
    } catch (MessagingException e) {
      status = 500;
      body = "<p>Không đọc được thư.</p>";
    }
    byte[] page = layout(body).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange.sendResponseHeaders(status, page.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(page);
    }
  }

  private String list() throws IOException, MessagingException {
    StringBuilder rows = new StringBuilder();
    for (Path file : files()) {
      MimeMessage message = read(file);
      rows.append(
          """
          <tr><td>%s</td><td>%s</td><td><a href="/%s">%s</a></td></tr>
          """
              .formatted(
                  time(file),
                  text(InternetAddress.toUnicodeString(message.getRecipients(RecipientType.TO))),
                  file.getFileName().toString().replace(".eml", ""),
                  text(message.getSubject())));
    }
    return rows.isEmpty()
        ? "<p>Chưa có thư nào.</p>"
        : "<table><thead><tr><th>Thời điểm</th><th>Người nhận</th><th>Tiêu đề</th></tr></thead>"
            + "<tbody>%s</tbody></table>".formatted(rows);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".eml"))
          .sorted(Comparator.reverseOrder())
          .limit(MESSAGES_SHOWN)
          .toList();
    }
  }

  private static String message(Path file) throws IOException, MessagingException {
    MimeMessage message = read(file);
    return """
        <p><a href="/">← Tất cả thư</a></p>
        <h2>%s</h2>
        <p>Từ: %s<br>Đến: %s<br>Thời điểm: %s</p>
        <pre>%s</pre>
        """
        .formatted(
            text(message.getSubject()),
            text(InternetAddress.toUnicodeString(message.getFrom())),
            text(InternetAddress.toUnicodeString(message.getRecipients(RecipientType.TO))),
            time(file),
            text(content(message)));
  }

  /** The readable text; attachments by their names. */
  private static String content(Part part) throws IOException, MessagingException {
    if (part.isMimeType("text/*") && part.getFileName() == null) {
      return part.getContent().toString();
    }
    if (part.getContent() instanceof Multipart multipart) {
      StringBuilder all = new StringBuilder();
      for (int i = 0; i < multipart.getCount(); i++) {
        BodyPart each = multipart.getBodyPart(i);
        all.append(content(each)).append('\n');
      }
      return all.toString();
    }
    return "[Tệp đính kèm: %s]".formatted(part.getFileName());
  }

  private static MimeMessage read(Path file) throws IOException, MessagingException {
    try (InputStream in = Files.newInputStream(file)) {
      return new MimeMessage(null, in);
    }
  }

  private static String time(Path file) {
    return TIME.format(
        Instant.ofEpochMilli(Long.parseLong(file.getFileName().toString().split("-")[0])));
  }

  private static String text(String value) {
    return HtmlUtils.htmlEscape(value == null ? "" : value, "UTF-8");
  }

  private static String layout(String body) {
    return """
        <!doctype html>
        <html lang="vi"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Thư gửi đi</title>
        <style>
        body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
        table { border-collapse: collapse; width: 100%% }
        th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #ddd }
        pre { white-space: pre-wrap; background: #f6f6f6; padding: 1rem }
        </style></head>
        <body><h1>Thư gửi đi</h1>%s</body></html>
        """
        .formatted(body);
  }
}
