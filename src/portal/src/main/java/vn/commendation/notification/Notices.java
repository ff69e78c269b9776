package vn.commendation.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Vietnamese texts of what leaves the portal: Tasklist's forms, reasons of a denial, mail. */
@Component
public class Notices {

  private static final Locale VIETNAMESE = Locale.of("vi", "VN");
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

  private final MessageSource messages;
  private final ZoneId zone;

  Notices(MessageSource messages, Clock clock) {
    this.messages = messages;
    this.zone = clock.getZone();
  }

  public String get(String key, Object... args) {
    return messages.getMessage(key, args, VIETNAMESE);
  }

  public static String date(LocalDate date) {
    return date == null ? "" : DATE.format(date);
  }

  public String dateTime(Instant instant) {
    return DATE_TIME.format(instant.atZone(zone));
  }

  public static String size(long bytes) {
    return bytes < 1024 * 1024
        ? "%d KB".formatted(Math.max(1, bytes / 1024))
        : "%.1f MB".formatted(bytes / 1024.0 / 1024.0).replace('.', ',');
  }
}
