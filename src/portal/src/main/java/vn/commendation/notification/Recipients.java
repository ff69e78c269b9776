package vn.commendation.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.commendation.storage.Utc;

/** People with an account that is not disabled, and how they want to be told. */
@Component
class Recipients {

  private final JdbcClient jdbc;

  Recipients(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Those of the accounts that can be told.
   *
   * @param since from when on mail of this kind to them is counted
   */
  List<Recipient> of(Collection<String> usernames, NoticeKind kind, Instant since) {
    return jdbc.sql(
            """
            select a.username, a.display_name, a.email, s.language, c.delivery,
              (select count(*) from notice n
               where n.username = a.username and n.kind = :kind and n.created_at > :since
                 and n.mailing in ('MAILED', 'SUMMARY')) as recent
            from account a
              left join account_setting s on s.username = a.username
              left join notice_choice c on c.username = a.username and c.kind = :kind
            where a.username in (:usernames) and a.enabled
            order by a.username""")
        .param("kind", kind.name())
        .param("since", Utc.of(since))
        .param("usernames", usernames)
        .query(
            (row, n) ->
                recipient(
                    row,
                    NoticeSettings.delivery(kind, row.getString("delivery")),
                    row.getInt("recent")))
        .list();
  }

  /** Somebody who is to get a list of notices. */
  Optional<Recipient> of(String username) {
    return jdbc.sql(
            """
            select a.username, a.display_name, a.email, s.language
            from account a left join account_setting s on s.username = a.username
            where a.username = ? and a.enabled""")
        .param(username)
        .query((row, n) -> recipient(row, Delivery.DIGEST, 0))
        .optional();
  }

  private static Recipient recipient(ResultSet row, Delivery delivery, int recent)
      throws SQLException {
    return new Recipient(
        row.getString("username"),
        row.getString("display_name"),
        row.getString("email"),
        NoticeSettings.locale(row.getString("language")),
        delivery,
        recent);
  }
}
