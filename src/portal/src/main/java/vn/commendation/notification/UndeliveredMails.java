package vn.commendation.notification;

import static vn.commendation.directory.Role.ADMIN;
import static vn.commendation.directory.Role.OFFICE_CHIEF;
import static vn.commendation.directory.Role.OFFICE_OFFICER;

import java.time.Instant;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.scheduling.DurableTasks;
import vn.commendation.storage.Utc;

/** Mail that did not arrive, for the Office and administrators to look at. */
@Service
@Transactional
public class UndeliveredMails {

  private static final String UNDELIVERED =
      """
      from mail where (status = 'BLOCKED' or status = 'WAITING' and attempts > 0)
      """;

  private final JdbcClient jdbc;
  private final Directory directory;
  private final DurableTasks durableTasks;

  UndeliveredMails(JdbcClient jdbc, Directory directory, DurableTasks durableTasks) {
    this.jdbc = jdbc;
    this.directory = directory;
    this.durableTasks = durableTasks;
  }

  /**
   * How much mail has not arrived.
   *
   * @param blocked given up, somebody has to look
   * @param retrying failed so far and tried on
   */
  public record Failed(int blocked, int retrying) {}

  /**
   * A mail that has not arrived.
   *
   * @param subject {@code null} for whoever may not know what it is about
   * @param since when it was written
   */
  public record Undelivered(
      String id,
      String recipient,
      String subject,
      int attempts,
      String lastError,
      Instant since,
      boolean blocked) {}

  /** The figures, for a dashboard; two reads of an index. */
  @Transactional(readOnly = true)
  public Failed failed() {
    return jdbc.sql(
            """
            select (select count(*) from mail where status = 'BLOCKED') as blocked,
              (select count(*) from mail where status = 'WAITING' and attempts > 0) as retrying""")
        .query(Failed.class)
        .single();
  }

  /**
   * Blocked mail first, the oldest first. Subjects are for the Office: they can tell who objects.
   *
   * @throws AccessDeniedException for others than the Office and administrators
   */
  @Transactional(readOnly = true)
  public Page<Undelivered> list(String username, Pageable page) {
    var reader = allowed(username);
    var subjects = reader.has(OFFICE_OFFICER, OFFICE_CHIEF);
    var mails =
        jdbc.sql(
                "select id, recipient, subject, attempts, last_error, created_at, status "
                    + UNDELIVERED
                    + "order by status, created_at, id limit ? offset ?")
            .params(page.getPageSize(), page.getOffset())
            .query(
                (row, n) ->
                    new Undelivered(
                        row.getString("id"),
                        row.getString("recipient"),
                        subjects ? row.getString("subject") : null,
                        row.getInt("attempts"),
                        row.getString("last_error"),
                        Utc.instant(row, "created_at"),
                        row.getString("status").equals("BLOCKED")))
            .list();
    var total = jdbc.sql("select count(*) " + UNDELIVERED).query(Long.class).single();
    return new PageImpl<>(mails, page, total);
  }

  /**
   * Sends a blocked mail again, to the address the account has now. Asked twice, it goes once.
   *
   * @throws AccessDeniedException for others than the Office and administrators
   */
  public void sendAgain(String id, String username) {
    allowed(username);
    var unblocked =
        jdbc.sql(
                """
                update mail m left join account a on a.username = m.username
                set m.status = 'WAITING', m.attempts = 0, m.blocked_at = null,
                  m.recipient = coalesce(a.email, m.recipient)
                where m.id = ? and m.status = 'BLOCKED'""")
            .param(id)
            .update();
    if (unblocked == 1) {
      durableTasks.schedule(Mails.TASK, id);
    }
  }

  private Account allowed(String username) {
    var account = directory.account(username);
    if (!account.has(OFFICE_OFFICER, OFFICE_CHIEF, ADMIN)) {
      throw new AccessDeniedException(username);
    }
    return account;
  }
}
