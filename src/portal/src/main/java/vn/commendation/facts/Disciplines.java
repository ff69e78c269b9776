package vn.commendation.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.storage.Like;

/** The register of discipline: imposed, or under consideration. */
@Service
@Transactional
public class Disciplines {

  private static final String TABLE = "discipline";
  private static final int MOST = 200;

  private static final String DISCIPLINE = "select d.*, p.full_name as name, u.name as unit_name";

  private static final String FROM =
      " from discipline d join person p on p.id = d.person_id join unit u on u.id = p.unit_id";

  private static final String FOUND =
      FROM
          + """

          where (:q is null or p.full_name like :q or u.name like :q)
            and (:pending = false or (d.kind is null and d.pending_to is null and d.live = 1))
          """;

  private final JdbcClient jdbc;
  private final RegisterDesk desk;

  Disciplines(JdbcClient jdbc, RegisterDesk desk) {
    this.jdbc = jdbc;
    this.desk = desk;
  }

  /** Standing entries about a person, or with {@code null} about anybody of a unit on a day. */
  @Transactional(readOnly = true)
  public List<Discipline> of(Long personId, long unitId, LocalDate day) {
    return jdbc.sql(
            DISCIPLINE
                + FROM
                + """

                where d.live = 1 and (p.id = :person or (:person is null and p.unit_id = :unit
                  and p.valid_from <= :day and (p.valid_to is null or p.valid_to >= :day)))
                order by coalesce(d.decided_on, d.pending_from) desc, d.id desc limit :most""")
        .param("person", personId)
        .param("unit", unitId)
        .param("day", day)
        .param("most", MOST)
        .query((row, index) -> discipline(row))
        .list();
  }

  @Transactional(readOnly = true)
  public Page<Discipline> search(String name, boolean onlyPending, Pageable page) {
    var found =
        filtered(
                DISCIPLINE
                    + FOUND
                    + " order by coalesce(d.decided_on, d.pending_from) desc, d.id desc"
                    + " limit :size offset :offset",
                name,
                onlyPending)
            .param("size", page.getPageSize())
            .param("offset", page.getOffset())
            .query((row, index) -> discipline(row))
            .list();
    var total = filtered("select count(*)" + FOUND, name, onlyPending).query(Long.class).single();
    return new PageImpl<>(found, page, total);
  }

  /**
   * Enters discipline, imposed or under consideration.
   *
   * @throws FactRefused if something is wrong with it
   */
  public long enter(NewDiscipline wanted, String username) {
    var account = desk.writer(username);
    var subject = desk.subject(wanted.subject()).filter(one -> one.personId() != null).orElse(null);
    new Checks(desk.today())
        .with(wanted.problems(desk.today()))
        .that(wanted.subject() == null || subject != null, "subject", "unknown")
        .refuse();
    var key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into discipline (person_id, kind, decision_number, decided_on, pending_from,
              pending_to, note, entered_by, entered_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            subject.personId(),
            wanted.kind() == null ? null : wanted.kind().name(),
            wanted.decisionNumber(),
            wanted.decidedOn(),
            wanted.pendingFrom(),
            wanted.pendingFrom() == null ? null : wanted.decidedOn(),
            wanted.note(),
            account.username(),
            desk.now())
        .update(key, "id");
    var id = key.getKey().longValue();
    desk.append(account, "register.entered", TABLE, id, wanted.note());
    return id;
  }

  /** Ends a consideration, with discipline or without. */
  public void conclude(long id, DisciplineResult result, String username) {
    var account = desk.writer(username);
    var discipline =
        jdbc.sql(DISCIPLINE + FROM + " where d.id = ? and d.live = 1 for update")
            .param(id)
            .query((row, index) -> discipline(row))
            .optional()
            .filter(Discipline::pending)
            .orElseThrow(() -> new FactRefused(FactProblem.ENTRY, "gone"));
    new Checks(desk.today()).with(result.problems(desk.today(), discipline.pendingFrom())).refuse();
    jdbc.sql(
            """
            update discipline set kind = ?, decision_number = ?, decided_on = ?, pending_to = ?
            where id = ?""")
        .params(
            result.kind() == null ? null : result.kind().name(),
            result.decisionNumber(),
            result.kind() == null ? null : result.on(),
            result.on(),
            id)
        .update();
    desk.append(account, "register.concluded", TABLE, id, result.reason());
  }

  public void cancel(long id, String reason, String username) {
    desk.cancel(TABLE, id, reason, username);
  }

  private JdbcClient.StatementSpec filtered(String sql, String name, boolean onlyPending) {
    return jdbc.sql(sql).param("q", Like.containing(name)).param("pending", onlyPending);
  }

  private static Discipline discipline(ResultSet row) throws SQLException {
    var kind = row.getString("kind");
    return new Discipline(
        row.getLong("id"),
        row.getLong("person_id"),
        row.getString("name"),
        row.getString("unit_name"),
        kind == null ? null : DisciplineKind.valueOf(kind),
        row.getString("decision_number"),
        row.getObject("decided_on", LocalDate.class),
        row.getObject("pending_from", LocalDate.class),
        row.getObject("pending_to", LocalDate.class),
        row.getString("note"),
        row.getString("cancel_reason"));
  }
}
