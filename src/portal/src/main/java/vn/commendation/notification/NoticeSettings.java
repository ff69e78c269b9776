package vn.commendation.notification;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How people want to be told: language, hour of the digest, and what of which kind by mail. */
@Service
@Transactional
public class NoticeSettings {

  static final Locale VIETNAMESE = Locale.of("vi", "VN");

  private final JdbcClient jdbc;
  private final int digestHour;

  NoticeSettings(
      JdbcClient jdbc, @Value("${commendation.notification.digest-hour}") int digestHour) {
    this.jdbc = jdbc;
    this.digestHour = digestHour;
  }

  /**
   * What somebody has chosen, or what holds for who has not.
   *
   * @param language {@code vi} or {@code en}
   * @param digestHour from 0 to 23, where the Department works
   */
  public record Choices(String language, int digestHour, Map<NoticeKind, Delivery> deliveries) {}

  private record Account(String language, Integer digestHour) {}

  /** What holds for an account. */
  @Transactional(readOnly = true)
  public Choices of(String username) {
    var deliveries = new EnumMap<NoticeKind, Delivery>(NoticeKind.class);
    for (var kind : NoticeKind.values()) {
      deliveries.put(kind, kind.usual());
    }
    jdbc.sql("select kind, delivery from notice_choice where username = ?")
        .param(username)
        .query(
            row -> {
              var kind = NoticeKind.valueOf(row.getString("kind"));
              deliveries.put(kind, delivery(kind, row.getString("delivery")));
            });
    var account = account(username);
    return new Choices(
        account.map(Account::language).orElse(VIETNAMESE.getLanguage()),
        account.map(Account::digestHour).orElse(digestHour),
        deliveries);
  }

  /**
   * Keeps what somebody chose.
   *
   * @throws IllegalArgumentException if it is nothing that may be chosen
   */
  public void choose(String username, Choices choices) {
    if (choices.digestHour() < 0 || choices.digestHour() > 23) {
      throw new IllegalArgumentException("No hour: " + choices.digestHour());
    }
    jdbc.sql(
            """
            insert into account_setting (username, language, digest_hour) values (?, ?, ?)
            on duplicate key update language = values(language),
              digest_hour = values(digest_hour)""")
        .params(username, locale(choices.language()).getLanguage(), choices.digestHour())
        .update();
    choices.deliveries().forEach((kind, delivery) -> choose(username, kind, delivery));
  }

  private void choose(String username, NoticeKind kind, Delivery delivery) {
    if (!kind.choices().contains(delivery)) {
      throw new IllegalArgumentException(kind + " cannot be " + delivery);
    }
    jdbc.sql(
            """
            insert into notice_choice (username, kind, delivery) values (?, ?, ?)
            on duplicate key update delivery = values(delivery)""")
        .params(username, kind.name(), delivery.name())
        .update();
    if (delivery != Delivery.DIGEST) {
      // what waited for a digest that no longer comes stays on the bell
      jdbc.sql(
              """
              update notice set mailing = 'NONE'
              where username = ? and kind = ? and mailing = 'DIGEST'""")
          .params(username, kind.name())
          .update();
    }
  }

  /** The language somebody reads the portal in is the one he is written to. */
  public void speak(String username, Locale language) {
    jdbc.sql(
            """
            insert into account_setting (username, language)
            select username, ? from account where username = ?
            on duplicate key update language = values(language)""")
        .params(locale(language.getLanguage()).getLanguage(), username)
        .update();
  }

  private Optional<Account> account(String username) {
    return jdbc.sql("select language, digest_hour from account_setting where username = ?")
        .param(username)
        .query((row, n) -> new Account(row.getString(1), row.getObject(2, Integer.class)))
        .optional();
  }

  static Locale locale(String language) {
    return Locale.ENGLISH.getLanguage().equals(language) ? Locale.ENGLISH : VIETNAMESE;
  }

  /** What was chosen, unless it may not be chosen any more. */
  static Delivery delivery(NoticeKind kind, String chosen) {
    return kind.choices().stream()
        .filter(delivery -> delivery.name().equals(chosen))
        .findFirst()
        .orElse(kind.usual());
  }
}
