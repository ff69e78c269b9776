package vn.commendation.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts notices into the language of whoever reads them. */
@Component
class NoticeTexts {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

  private final MessageSource messages;
  private final ZoneId zone;

  NoticeTexts(MessageSource messages, Clock clock) {
    this.messages = messages;
    this.zone = clock.getZone();
  }

  String subject(String key, List<?> args, Locale language) {
    return get("notice." + key + ".subject", args, language);
  }

  String body(String key, List<?> args, Locale language) {
    return get("notice." + key + ".body", args, language);
  }

  String get(String key, List<?> args, Locale language) {
    return messages.getMessage(
        key, args.stream().map(arg -> shown(arg, language)).toArray(), language);
  }

  private Object shown(Object arg, Locale language) {
    return switch (arg) {
      case null -> "";
      case LocalDate day -> Notices.date(day);
      case Instant at -> MINUTE.format(at.atZone(zone));
      case NoticeText text -> get(text.key(), text.args(), language);
      case List<?> lines ->
          lines.stream()
              .map(line -> String.valueOf(shown(line, language)))
              .collect(Collectors.joining("\n"));
      default -> arg;
    };
  }
}
