package vn.commendation.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes notices as mail, in plain text: one as a letter, many as a list. */
@Component
class NoticeMails {

  /** What a mail can list and still be read; the rest is on the bell. */
  static final int MOST_LISTED = 100;

  private final NoticeTexts texts;
  private final String portalUrl;

  NoticeMails(NoticeTexts texts, @Value("${commendation.portal.url}") String portalUrl) {
    this.texts = texts;
    this.portalUrl = portalUrl;
  }

  /** A notice in a list. */
  record Line(String id, NoticeKind kind, String key, List<Object> args, Instant dueAt) {}

  MailMessage letter(Recipient to, String id, Notice notice) {
    var language = to.language();
    return message(
        to,
        texts.subject(notice.key(), notice.args(), language),
        texts.body(notice.key(), notice.args(), language).strip()
            + "\n\n"
            + texts.get("notice-mail.open", List.of(url(id)), language));
  }

  /**
   * Many notices in one mail, by kind and the most urgent first.
   *
   * @param occasion {@code digest} or {@code summary}
   * @param total how many there are; what is beyond {@link #MOST_LISTED} is only counted
   */
  MailMessage list(Recipient to, String occasion, List<Line> lines, int total) {
    var language = to.language();
    var text = new StringBuilder();
    text.append(texts.get("notice-mail." + occasion + ".intro", List.of(total), language));
    var groups = new EnumMap<NoticeKind, List<Line>>(NoticeKind.class);
    lines.forEach(line -> groups.computeIfAbsent(line.kind(), k -> new ArrayList<>()).add(line));
    groups.forEach((kind, group) -> append(text, kind, group, language));
    if (total > lines.size()) {
      text.append("\n\n")
          .append(
              texts.get(
                  "notice-mail.more",
                  List.of(total - lines.size(), portalUrl + "/notifications"),
                  language));
    }
    return message(
        to,
        texts.get("notice-mail." + occasion + ".subject", List.of(total), language),
        text.toString());
  }

  private void append(StringBuilder text, NoticeKind kind, List<Line> group, Locale language) {
    text.append("\n\n")
        .append(
            texts
                .get("notice-mail.group." + kind, List.of(group.size()), language)
                .toUpperCase(language));
    for (var line : group) {
      text.append("\n\n- ").append(Mails.line(texts.subject(line.key(), line.args(), language)));
      if (line.dueAt() != null) {
        text.append("\n  ").append(texts.get("notice-mail.due", List.of(line.dueAt()), language));
      }
      text.append("\n  ").append(url(line.id()));
    }
  }

  private MailMessage message(Recipient to, String subject, String text) {
    var language = to.language();
    return new MailMessage(
        to.address(),
        texts.get("notice-mail.subject", List.of(subject), language),
        texts.get("notice-mail.greeting", List.of(to.name()), language)
            + "\n\n"
            + text
            + "\n\n"
            + texts.get(
                "notice-mail.footer", List.of(portalUrl + "/notifications/settings"), language)
            + "\n",
        List.of());
  }

  private String url(String id) {
    return portalUrl + "/notifications/" + id;
  }
}
