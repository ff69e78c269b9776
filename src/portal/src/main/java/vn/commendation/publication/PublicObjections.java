package vn.commendation.publication;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;
import vn.commendation.notification.MailMessage;
import vn.commendation.notification.Mails;
import vn.commendation.notification.Notices;
import vn.commendation.storage.Hashes;
import vn.commendation.storage.Utc;

/**
 * Objections of people without an account. What they send is nothing yet: it becomes an objection
 * when they open the link that a mail brings them, within the time of the list. Until then, and
 * afterwards, no public page shows anything of it.
 */
@Service
@Transactional
public class PublicObjections {

  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9.!#$%&*+/=?^_{|}~-]{1,64}@([A-Za-z0-9-]{1,63}\\.)+[A-Za-z]{2,63}");
  private static final int LONGEST_EMAIL = 200;
  private static final int LONGEST_NAME = 120;
  private static final int TOKEN_BYTES = 32;
  private static final int MOST_PURGED = 500;

  private final JdbcClient jdbc;
  private final Objections objections;
  private final Disclosures disclosures;
  private final RequestLimits limits;
  private final Mails mails;
  private final Notices notices;
  private final PublicationProperties properties;
  private final Clock clock;
  private final String portalUrl;
  private final SecureRandom random = new SecureRandom();

  PublicObjections(
      JdbcClient jdbc,
      Objections objections,
      Disclosures disclosures,
      RequestLimits limits,
      Mails mails,
      Notices notices,
      PublicationProperties properties,
      Clock clock,
      @Value("${commendation.portal.url}") String portalUrl) {
    this.jdbc = jdbc;
    this.objections = objections;
    this.disclosures = disclosures;
    this.limits = limits;
    this.mails = mails;
    this.notices = notices;
    this.properties = properties;
    this.clock = clock;
    this.portalUrl = portalUrl;
  }

  /**
   * Keeps what somebody wrote and sends the link that confirms it; the same form sent twice is one.
   *
   * @param address of the network it came from
   * @throws NoSuchElementException if there is no such list
   * @throws ObjectionRefused if it cannot be taken, also if too much came from there
   */
  public void submit(PublicObjection written, String address) {
    var list =
        disclosures
            .find(written.dossierId())
            .orElseThrow(
                () -> new NoSuchElementException("Disclosure list " + written.dossierId()));
    if (StringUtils.hasText(written.trap()) || known(written.id())) {
      return;
    }
    if (!list.open()) {
      throw new ObjectionRefused(null, "publication.refused.closed");
    }
    var nominee = requireComplete(written, list.list());
    var email = written.email().toLowerCase(Locale.ROOT);
    if (!limits.take("address", address, properties.objectionsPerAddress(), Duration.ofHours(1))
        || !limits.take("email", email, properties.objectionsPerEmail(), Duration.ofDays(1))) {
      throw new ObjectionRefused(null, "publication.refused.too-many");
    }
    purge();
    var token = token();
    if (keep(written, email, token)) {
      mail(email, nominee, list.list().title(), token);
    }
  }

  /** The nominee's list of a link that can still be used, or was used. */
  @Transactional(readOnly = true)
  public Optional<DisclosureList> listOf(String token) {
    return jdbc.sql("select dossier_id from pending_objection where token_hash = ?")
        .param(hash(token))
        .query(String.class)
        .optional()
        .flatMap(disclosures::find)
        .map(DisclosureView::list);
  }

  /**
   * Makes an objection of what was written; the link opened twice makes one.
   *
   * @throws ObjectionRefused if the link is unknown or too old, or the list takes none any more
   */
  public void confirm(String token) {
    var pending =
        jdbc.sql("select * from pending_objection where token_hash = ? for update")
            .param(hash(token))
            .query((row, index) -> pending(row))
            .optional()
            .orElseThrow(() -> new ObjectionRefused(null, "publication.refused.link"));
    if (pending.confirmed()) {
      return;
    }
    if (pending.expiresAt().isBefore(Utc.now(clock))) {
      throw new ObjectionRefused(null, "publication.refused.expired");
    }
    objections.raiseConfirmed(pending.written());
    jdbc.sql(
            """
            update pending_objection set confirmed_at = ?, name = null, email = null, text = null
            where id = ?""")
        .params(Utc.now(clock), pending.written().id())
        .update();
  }

  private record Pending(PublicObjection written, boolean confirmed, LocalDateTime expiresAt) {}

  private static Pending pending(ResultSet row) throws SQLException {
    return new Pending(
        new PublicObjection(
            row.getString("id"),
            row.getString("dossier_id"),
            row.getString("nomination_id"),
            row.getString("name"),
            row.getString("email"),
            row.getString("text"),
            true,
            null),
        row.getObject("confirmed_at") != null,
        row.getObject("expires_at", LocalDateTime.class));
  }

  /** The nominee's name. */
  private static String requireComplete(PublicObjection written, DisclosureList list) {
    var nominee =
        list.lines().stream()
            .filter(line -> line.nominationId().equals(written.nominationId()))
            .findFirst()
            .orElseThrow(
                () -> new ObjectionRefused("nominationId", "publication.refused.unknown-nominee"));
    if (!StringUtils.hasText(written.name()) || written.name().length() > LONGEST_NAME) {
      throw new ObjectionRefused("name", "publication.refused.name");
    }
    if (!isEmail(written.email())) {
      throw new ObjectionRefused("email", "publication.refused.email");
    }
    Objections.requireText(written.text());
    if (!written.consent()) {
      throw new ObjectionRefused("consent", "publication.refused.consent");
    }
    return nominee.nomineeName();
  }

  static boolean isEmail(String text) {
    return text != null && text.length() <= LONGEST_EMAIL && EMAIL.matcher(text).matches();
  }

  private boolean known(String id) {
    return jdbc.sql("select count(*) from pending_objection where id = ?")
            .param(id)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** {@code false} if the same form came at the same time. */
  private boolean keep(PublicObjection written, String email, String token) {
    var now = clock.instant();
    try {
      jdbc.sql(
              """
              insert into pending_objection (id, dossier_id, nomination_id, name, email, text,
                token_hash, consented_at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
          .params(
              written.id(),
              written.dossierId(),
              written.nominationId(),
              written.name(),
              email,
              written.text(),
              hash(token),
              Utc.now(clock),
              Utc.of(now.plus(properties.confirmWithin())))
          .update();
      return true;
    } catch (DuplicateKeyException sentTwice) {
      return false;
    }
  }

  /** Nothing the sender wrote goes out: the form must not be a way to mail strangers. */
  private void mail(String email, String nominee, String title, String token) {
    Object[] args = {
      nominee,
      title,
      portalUrl + "/disclosures/confirm/" + token,
      notices.dateTime(clock.instant().plus(properties.confirmWithin()))
    };
    mails.queue(
        new MailMessage(
            email,
            notices.get("publication.mail.confirm.subject", args),
            notices.get("publication.mail.confirm.body", args),
            List.of()));
  }

  /** What nobody confirmed is forgotten, with the name and the address. */
  private void purge() {
    jdbc.sql(
            """
            delete from pending_objection where confirmed_at is null and expires_at < ?
            limit %d"""
                .formatted(MOST_PURGED))
        .param(Utc.now(clock).minusDays(1))
        .update();
  }

  private String token() {
    var bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String hash(String token) {
    return Hashes.sha256(token.getBytes(StandardCharsets.UTF_8));
  }
}
