package vn.commendation.publication;

import java.time.Clock;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;
import vn.commendation.audit.AuditTrail;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.storage.Utc;

/**
 * Keeping an award, or all awards of a person or collective, from the public (không công khai): by
 * the Office, with a reason that stays inside. It holds for what is given later, too, until it is
 * lifted.
 */
@Service
@Transactional
public class Withholdings {

  static final int LONGEST_REASON = 500;

  private final JdbcClient jdbc;
  private final Desk desk;
  private final AuditTrail audit;
  private final Clock clock;

  Withholdings(JdbcClient jdbc, Directory directory, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.desk = new Desk(directory);
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Takes an award off the public pages; done twice, it changes nothing.
   *
   * @param wholePerson with every other award of the same person or collective
   * @throws NoSuchElementException if the award is not on the roll
   * @throws PublicationRefused if the reason is missing or too long
   */
  public void withhold(long awardId, boolean wholePerson, String reason, String username) {
    var account = desk.officer(username);
    requireReason(reason);
    var entry =
        jdbc.sql(
                """
                select r.subject, r.nominee_name, a.name as award_name, r.year
                from roll_entry r join award a on a.code = r.award_code where r.award_id = ?""")
            .param(awardId)
            .query(
                (row, index) ->
                    wholePerson
                        ? new Target(row.getString("subject"), row.getString("nominee_name"))
                        : new Target(
                            "A" + awardId,
                            "%s – %s (%d)"
                                .formatted(
                                    row.getString("nominee_name"),
                                    row.getString("award_name"),
                                    row.getInt("year"))))
            .optional()
            .orElseThrow(() -> new NoSuchElementException("Roll entry " + awardId));
    try {
      jdbc.sql(
              """
              insert into roll_withholding (id, target, target_name, reason, withheld_by,
                withheld_by_name, withheld_at) values (?, ?, ?, ?, ?, ?, ?)""")
          .params(
              UUID.randomUUID().toString(),
              entry.key(),
              entry.name(),
              reason.strip(),
              username,
              account.displayName(),
              Utc.now(clock))
          .update();
    } catch (DuplicateKeyException withheld) {
      return;
    }
    audit.append(
        username, account.displayName(), "publication.withheld", "roll-" + entry.key(), reason);
  }

  /** Whether the account keeps the public pages. */
  public static boolean mayKeep(Account account) {
    return Desk.keeps(account);
  }

  private record Target(String key, String name) {}

  /**
   * Shows it again; done twice, it changes nothing.
   *
   * @throws NoSuchElementException if there is no such entry
   * @throws PublicationRefused if the reason is missing or too long
   */
  public void lift(String id, String reason, String username) {
    var account = desk.officer(username);
    requireReason(reason);
    var target =
        jdbc.sql("select target from roll_withholding where id = ?")
            .param(id)
            .query(String.class)
            .optional()
            .orElseThrow(() -> new NoSuchElementException("Withholding " + id));
    var lifted =
        jdbc.sql(
                """
                update roll_withholding set live = null, lifted_by_name = ?, lifted_at = ?,
                  lift_reason = ? where id = ? and live = 1""")
            .params(account.displayName(), Utc.now(clock), reason.strip(), id)
            .update();
    if (lifted == 1) {
      audit.append(
          username, account.displayName(), "publication.shown-again", "roll-" + target, reason);
    }
  }

  /** All of them, what holds first. */
  @Transactional(readOnly = true)
  public Page<Withholding> list(String username, Pageable page) {
    desk.officer(username);
    var found =
        jdbc.sql(
                """
                select * from roll_withholding
                order by live is null, withheld_at desc, id limit ? offset ?""")
            .params(page.getPageSize(), page.getOffset())
            .query(
                (row, index) ->
                    new Withholding(
                        row.getString("id"),
                        row.getString("target_name"),
                        !row.getString("target").startsWith("A"),
                        row.getString("reason"),
                        row.getString("withheld_by_name"),
                        Utc.instant(row, "withheld_at"),
                        row.getString("lifted_by_name"),
                        row.getObject("lifted_at") == null ? null : Utc.instant(row, "lifted_at"),
                        row.getString("lift_reason")))
            .list();
    var total = jdbc.sql("select count(*) from roll_withholding").query(Long.class).single();
    return new PageImpl<>(found, page, total);
  }

  private static void requireReason(String reason) {
    if (!StringUtils.hasText(reason) || reason.strip().length() > LONGEST_REASON) {
      throw new PublicationRefused("reason", "publication.refused.reason");
    }
  }
}
