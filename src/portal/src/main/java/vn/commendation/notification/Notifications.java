package vn.commendation.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.directory.Account;
import vn.commendation.storage.Utc;

/**
 * The one door for telling people with an account something. In the caller's transaction it is
 * written on everybody's bell and, as each of them wishes, into a mail in his language.
 *
 * <p>Many mails of one kind within a short time would bury the recipient: after the first few the
 * rest wait and go out together, see {@link Rounds}.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Notifications {

  private final JdbcClient jdbc;
  private final Recipients recipients;
  private final Mails mails;
  private final NoticeMails letters;
  private final Clock clock;
  private final Duration floodWindow;
  private final int floodLimit;

  Notifications(
      JdbcClient jdbc,
      Recipients recipients,
      Mails mails,
      NoticeMails letters,
      Clock clock,
      @Value("${commendation.notification.flood-window}") Duration floodWindow,
      @Value("${commendation.notification.flood-limit}") int floodLimit) {
    this.jdbc = jdbc;
    this.recipients = recipients;
    this.mails = mails;
    this.letters = letters;
    this.clock = clock;
    this.floodWindow = floodWindow;
    this.floodLimit = floodLimit;
  }

  /** Tells one person; nothing happens if the account is disabled. */
  public void tell(Account account, Notice notice) {
    tellAll(List.of(account.username()), notice);
  }

  /** Tells everybody of a group. */
  public void tell(Collection<Account> accounts, Notice notice) {
    tellAll(accounts.stream().map(Account::username).toList(), notice);
  }

  /** Tells the accounts with these user names; unknown and disabled ones are left out. */
  public void tellAll(Collection<String> usernames, Notice notice) {
    if (usernames.isEmpty()) {
      return;
    }
    var since = clock.instant().minus(floodWindow);
    for (var recipient : recipients.of(usernames, notice.kind(), since)) {
      if (recipient.delivery() != Delivery.OFF) {
        tell(recipient, notice);
      }
    }
  }

  private void tell(Recipient recipient, Notice notice) {
    var id = UUID.randomUUID().toString();
    var mailing = mailing(recipient, notice);
    var mailId = mailing == Mailing.MAILED ? UUID.randomUUID().toString() : null;
    if (written(id, recipient, notice, mailing, mailId) && mailId != null) {
      mails.queue(mailId, recipient.username(), letters.letter(recipient, id, notice));
    }
  }

  private Mailing mailing(Recipient recipient, Notice notice) {
    if (!notice.mailed()) {
      return Mailing.NONE;
    }
    return switch (recipient.delivery()) {
      case IMMEDIATE -> recipient.recent() < floodLimit ? Mailing.MAILED : Mailing.SUMMARY;
      case DIGEST -> Mailing.DIGEST;
      default -> Mailing.NONE;
    };
  }

  /** False if this person has been told before. */
  private boolean written(
      String id, Recipient recipient, Notice notice, Mailing mailing, String mailId) {
    return jdbc.sql(
                """
                insert ignore into notice (id, username, kind, text_key, args, path, task_id,
                  due_at, once_key, created_at, mailing, mail_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
            .params(
                id,
                recipient.username(),
                notice.kind().name(),
                notice.key(),
                NoticeArgs.write(notice.args()),
                notice.path(),
                notice.taskId(),
                notice.dueAt() == null ? null : Utc.of(notice.dueAt()),
                notice.onceKey(),
                Utc.now(clock),
                mailing.name(),
                mailId)
            .update()
        == 1;
  }
}
