package vn.commendation.nomination;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Vietnamese texts of what leaves the portal: Tasklist's forms, reasons of a denial, mail. */
@Component
class NominationTexts {

  private static final Locale VIETNAMESE = Locale.of("vi", "VN");
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

  private final MessageSource messages;
  private final ZoneId zone;

  NominationTexts(MessageSource messages, Clock clock) {
    this.messages = messages;
    this.zone = clock.getZone();
  }

  String get(String key, Object... args) {
    return messages.getMessage(key, args, VIETNAMESE);
  }

  String problems(List<Problem> problems) {
    return String.join("; ", problems.stream().map(this::problem).toList());
  }

  String problem(Problem problem) {
    return get("problem." + problem.code(), problem.args().toArray());
  }

  static String date(LocalDate date) {
    return date == null ? "" : DATE.format(date);
  }

  String dateTime(Instant instant) {
    return DATE_TIME.format(instant.atZone(zone));
  }

  static String size(long bytes) {
    return bytes < 1024 * 1024
        ? "%d KB".formatted(Math.max(1, bytes / 1024))
        : "%.1f MB".formatted(bytes / 1024.0 / 1024.0).replace('.', ',');
  }
}
