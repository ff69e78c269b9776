package vn.commendation.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.audit.AuditTrail;
import vn.commendation.storage.Like;
import vn.commendation.storage.Utc;

/** Declared relatives among the staff: whoever signs or votes must not be one of a nominee. */
@Service
@Transactional
public class Relatives {

  private static final int MOST_OF_ONE = 100;
  private static final int LONGEST_RELATION = 100;
  private static final int LONGEST_REASON = 300;

  private static final String DECLARATION =
      """
      select r.*, p.full_name as declarer_name, o.full_name as relative_name
      from relative r join person p on p.id = r.person_id join person o on o.id = r.relative_id
      """;

  private final JdbcClient jdbc;
  private final Directory directory;
  private final AuditTrail audit;
  private final Clock clock;

  Relatives(JdbcClient jdbc, Directory directory, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.directory = directory;
    this.audit = audit;
    this.clock = clock;
  }

  /** Ids of the declared relatives of a person, whichever of the two declared it. */
  @Transactional(readOnly = true)
  public Set<Long> of(long personId) {
    return new HashSet<>(
        jdbc.sql(
                """
                select relative_id from relative where person_id = :id and withdrawn_at is null
                union
                select person_id from relative where relative_id = :id and withdrawn_at is null""")
            .param("id", personId)
            .query(Long.class)
            .list());
  }

  /** What stands about the person behind an account, whichever side declared it. */
  @Transactional(readOnly = true)
  public List<DeclaredRelative> own(String username) {
    return jdbc.sql(
            DECLARATION
                + """
                where (r.person_id = :id or r.relative_id = :id) and r.withdrawn_at is null
                order by r.declared_at desc limit :most""")
        .param("id", directory.account(username).person().id())
        .param("most", MOST_OF_ONE)
        .query((row, index) -> declaration(row))
        .list();
  }

  /** All declarations, the latest first, for the Office and administrators. */
  @Transactional(readOnly = true)
  public Page<DeclaredRelative> search(String name, Pageable page, String username) {
    if (!mayOversee(directory.account(username))) {
      throw new AccessDeniedException(username);
    }
    var condition = "where :q is null or p.full_name like :q or o.full_name like :q";
    var found =
        jdbc.sql(DECLARATION + condition + " order by r.id desc limit :size offset :offset")
            .param("q", Like.containing(name))
            .param("size", page.getPageSize())
            .param("offset", page.getOffset())
            .query((row, index) -> declaration(row))
            .list();
    var total =
        jdbc.sql(
                """
                select count(*) from relative r join person p on p.id = r.person_id
                join person o on o.id = r.relative_id
                """
                    + condition)
            .param("q", Like.containing(name))
            .query(Long.class)
            .single();
    return new PageImpl<>(found, page, total);
  }

  /** Whether this account may withdraw what others declared. */
  @Transactional(readOnly = true)
  public boolean mayCorrect(String username) {
    return mayCorrect(directory.account(username));
  }

  /** Declares a relative of the person behind the account. */
  public void declare(Long relativeId, String relation, String username) {
    var account = directory.account(username);
    var own = account.person().id();
    if (relativeId == null || directory.person(relativeId).isEmpty()) {
      throw new DirectoryRefused("relativeId", "person-missing");
    }
    if (relativeId == own) {
      throw new DirectoryRefused("relativeId", "oneself");
    }
    if (relation == null) {
      throw new DirectoryRefused("relation", "relation-missing");
    }
    if (relation.length() > LONGEST_RELATION) {
      throw new DirectoryRefused("relation", "too-long", LONGEST_RELATION);
    }
    lock(own, relativeId);
    if (of(own).contains(relativeId)) {
      throw new DirectoryRefused("relativeId", "declared-already");
    }
    jdbc.sql(
            """
            insert into relative (person_id, relative_id, relation, declared_at)
            values (?, ?, ?, ?)""")
        .params(own, relativeId, relation, Utc.now(clock))
        .update();
    append(account, "relative.declared", relativeId, relation);
  }

  /**
   * Withdraws a declaration: whoever made it, or with the same duty to give a reason the Office.
   * The other person may not, or a conflict of interest could be made to disappear.
   */
  public void withdraw(long id, String reason, String username) {
    var account = directory.account(username);
    var declaration =
        jdbc.sql(DECLARATION + "where r.id = ? for update")
            .param(id)
            .query((row, index) -> declaration(row))
            .optional()
            .orElseThrow(() -> new DirectoryRefused("reason", "declaration-unknown"));
    if (declaration.declaredBy() != account.person().id()
        && (!mayCorrect(account) || of(account.person().id()).contains(declaration.declaredBy()))) {
      throw new AccessDeniedException(username);
    }
    if (reason == null) {
      throw new DirectoryRefused("reason", "reason-missing");
    }
    if (reason.length() > LONGEST_REASON) {
      throw new DirectoryRefused("reason", "too-long", LONGEST_REASON);
    }
    if (declaration.withdrawnAt() != null) {
      throw new DirectoryRefused("reason", "withdrawn-already");
    }
    jdbc.sql("update relative set withdrawn_at = ?, withdrawn_reason = ? where id = ?")
        .params(Utc.now(clock), reason, id)
        .update();
    append(account, "relative.withdrawn", declaration.declaredBy(), reason);
  }

  /** Administrators read registers and write none. */
  private static boolean mayCorrect(Account account) {
    return account.has(Role.OFFICE_OFFICER, Role.OFFICE_CHIEF);
  }

  private static boolean mayOversee(Account account) {
    return account.has(Role.OFFICE_OFFICER, Role.OFFICE_CHIEF, Role.ADMIN);
  }

  /** Both people, the lower id first: each may be declaring the other at this moment. */
  private void lock(long one, long other) {
    jdbc.sql("select id from person where id in (?, ?) order by id for update")
        .params(one, other)
        .query(Long.class)
        .list();
  }

  private void append(Account account, String action, long personId, String reason) {
    audit.append(account.username(), account.displayName(), action, "person-" + personId, reason);
  }

  private static DeclaredRelative declaration(ResultSet row) throws SQLException {
    return new DeclaredRelative(
        row.getLong("id"),
        row.getLong("person_id"),
        row.getString("declarer_name"),
        row.getString("relative_name"),
        row.getString("relation"),
        Utc.instant(row, "declared_at"),
        row.getObject("withdrawn_at") == null ? null : Utc.instant(row, "withdrawn_at"),
        row.getString("withdrawn_reason"));
  }
}
