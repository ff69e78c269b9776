package vn.commendation.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.audit.AuditTrail;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Person;

/** Who sits in the Department's Emulation and Commendation Council, and when. */
@Service
@Transactional
public class Council {

  /** Subject of the council's entries in the audit trail. */
  static final String AUDIT_SUBJECT = "council";

  private final JdbcClient jdbc;
  private final Directory directory;
  private final AuditTrail audit;

  Council(JdbcClient jdbc, Directory directory, AuditTrail audit) {
    this.jdbc = jdbc;
    this.directory = directory;
    this.audit = audit;
  }

  /** Members on a day: the chair, the members, the secretary. */
  @Transactional(readOnly = true)
  public List<CouncilMember> inForce(LocalDate day) {
    return jdbc.sql(
            """
            select * from council_member
            where valid_from <= :day and (valid_to is null or valid_to >= :day)
            order by field(role, 'CHAIR', 'MEMBER', 'SECRETARY'), id""")
        .param("day", day)
        .query((row, n) -> member(row))
        .list();
  }

  /** Present and past seats, the latest first. */
  @Transactional(readOnly = true)
  public List<CouncilMember> all() {
    return jdbc.sql(
            """
            select * from council_member
            order by valid_to is not null, valid_to desc,
              field(role, 'CHAIR', 'MEMBER', 'SECRETARY'), id
            limit 300""")
        .query((row, n) -> member(row))
        .list();
  }

  /** Whom this account may give a seat; empty if it may not. */
  @Transactional(readOnly = true)
  public List<Person> candidates(String username) {
    return DossierAccess.keepsCouncil(directory.account(username))
        ? directory.everybody()
        : List.of();
  }

  /**
   * Gives somebody a seat.
   *
   * @param to last day; {@code null} for an open end
   * @throws DossierRefused if the dates are wrong, the person is unknown or has a seat at that
   *     time, or there is a chair already
   */
  public void add(long personId, CouncilRole role, LocalDate from, LocalDate to, String username) {
    var account = editor(username);
    var person = directory.person(personId).orElseThrow(() -> new DossierRefused("unknown-person"));
    if (from == null || to != null && to.isBefore(from)) {
      throw new DossierRefused("council-dates");
    }
    for (var other : lockOverlapping(from, to)) {
      if (other.personId() == personId) {
        throw new DossierRefused("council-twice", person.fullName());
      }
      if (role == CouncilRole.CHAIR && other.role() == CouncilRole.CHAIR) {
        throw new DossierRefused("council-chair", other.name());
      }
    }
    jdbc.sql(
            """
            insert into council_member
              (person_id, person_name, person_position, role, valid_from, valid_to)
            values (?, ?, ?, ?, ?, ?)""")
        .params(personId, person.fullName(), person.position(), role.name(), from, to)
        .update();
    audit.append(
        account.username(),
        account.displayName(),
        "dossier.council-joined",
        AUDIT_SUBJECT,
        person.fullName());
  }

  /**
   * Ends a seat.
   *
   * @throws DossierRefused if it has ended or the day lies before its first
   */
  public void end(long id, LocalDate lastDay, String username) {
    var account = editor(username);
    var member =
        jdbc.sql("select * from council_member where id = ? for update")
            .param(id)
            .query((row, n) -> member(row))
            .optional()
            .orElseThrow(() -> new DossierRefused("council-dates"));
    if (lastDay == null || lastDay.isBefore(member.from()) || member.to() != null) {
      throw new DossierRefused("council-dates");
    }
    jdbc.sql("update council_member set valid_to = ? where id = ?").params(lastDay, id).update();
    audit.append(
        account.username(),
        account.displayName(),
        "dossier.council-left",
        AUDIT_SUBJECT,
        member.name());
  }

  /** Locks every seat, so that of two entries at once the second sees the first. */
  private List<CouncilMember> lockOverlapping(LocalDate from, LocalDate to) {
    return jdbc
        .sql("select * from council_member for update")
        .query((row, n) -> member(row))
        .list()
        .stream()
        .filter(seat -> to == null || !seat.from().isAfter(to))
        .filter(seat -> seat.to() == null || !seat.to().isBefore(from))
        .toList();
  }

  private Account editor(String username) {
    var account = directory.account(username);
    if (!DossierAccess.keepsCouncil(account)) {
      throw new DossierRefused("role");
    }
    return account;
  }

  private static CouncilMember member(ResultSet row) throws SQLException {
    return new CouncilMember(
        row.getLong("id"),
        row.getLong("person_id"),
        row.getString("person_name"),
        row.getString("person_position"),
        CouncilRole.valueOf(row.getString("role")),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class));
  }
}
