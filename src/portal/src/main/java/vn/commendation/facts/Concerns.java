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

/** The register of complaints, denunciations and inspections. */
@Service
@Transactional
public class Concerns {

  private static final String TABLE = "concern";
  private static final int MOST = 200;
  private static final int LONGEST_REASON = 500;

  private static final String CONCERN =
      "select c.*, coalesce(p.full_name, u.name) as name, u.name as unit_name";

  private static final String FROM =
      " from concern c join unit u on u.id = c.unit_id left join person p on p.id = c.person_id";

  private static final String FOUND =
      FROM
          + """

          where (:q is null or p.full_name like :q or u.name like :q)
            and (:open = false or (c.closed_on is null and c.live = 1))
          """;

  private final JdbcClient jdbc;
  private final RegisterDesk desk;

  Concerns(JdbcClient jdbc, RegisterDesk desk) {
    this.jdbc = jdbc;
    this.desk = desk;
  }

  /** Standing entries about a person, or with {@code null} about a unit, the latest first. */
  @Transactional(readOnly = true)
  public List<Concern> of(Long personId, long unitId) {
    return jdbc.sql(
            CONCERN
                + FROM
                + " where c.subject = ? and c.live = 1 order by c.opened_on desc, c.id desc limit ?")
        .params(Subject.key(personId, unitId), MOST)
        .query((row, index) -> concern(row))
        .list();
  }

  @Transactional(readOnly = true)
  public Page<Concern> search(String name, boolean onlyOpen, Pageable page) {
    var found =
        filtered(
                CONCERN
                    + FOUND
                    + " order by c.opened_on desc, c.id desc limit :size offset :offset",
                name,
                onlyOpen)
            .param("size", page.getPageSize())
            .param("offset", page.getOffset())
            .query((row, index) -> concern(row))
            .list();
    var total = filtered("select count(*)" + FOUND, name, onlyOpen).query(Long.class).single();
    return new PageImpl<>(found, page, total);
  }

  /**
   * Enters a complaint, denunciation or inspection.
   *
   * @throws FactRefused if something is wrong with it
   */
  public long enter(NewConcern wanted, String username) {
    var account = desk.writer(username);
    var subject = desk.subject(wanted.subject()).orElse(null);
    new Checks(desk.today())
        .with(wanted.problems(desk.today()))
        .that(wanted.subject() == null || subject != null, "subject", "unknown")
        .refuse();
    var key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into concern (person_id, unit_id, subject, kind, opened_on, closed_on,
              violation_signs, note, entered_by, entered_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            subject.personId(),
            subject.unitId(),
            subject.key(),
            wanted.kind().name(),
            wanted.openedOn(),
            wanted.closedOn(),
            wanted.violationSigns(),
            wanted.note(),
            account.username(),
            desk.now())
        .update(key, "id");
    var id = key.getKey().longValue();
    desk.append(account, "register.entered", TABLE, id, wanted.note());
    return id;
  }

  /** Notes that it is settled. */
  public void close(long id, LocalDate on, String reason, String username) {
    var account = desk.writer(username);
    var concern =
        jdbc.sql(CONCERN + FROM + " where c.id = ? and c.live = 1 for update")
            .param(id)
            .query((row, index) -> concern(row))
            .optional()
            .filter(one -> one.closedOn() == null)
            .orElseThrow(() -> new FactRefused(FactProblem.ENTRY, "gone"));
    new Checks(desk.today())
        .given("on", on)
        .past("on", on)
        .inOrder("on", concern.openedOn(), on)
        .text("reason", reason, LONGEST_REASON)
        .refuse();
    jdbc.sql("update concern set closed_on = ? where id = ?").params(on, id).update();
    desk.append(account, "register.concluded", TABLE, id, reason);
  }

  public void cancel(long id, String reason, String username) {
    desk.cancel(TABLE, id, reason, username);
  }

  private JdbcClient.StatementSpec filtered(String sql, String name, boolean onlyOpen) {
    return jdbc.sql(sql).param("q", Like.containing(name)).param("open", onlyOpen);
  }

  private static Concern concern(ResultSet row) throws SQLException {
    return new Concern(
        row.getLong("id"),
        row.getObject("person_id", Long.class),
        row.getLong("unit_id"),
        row.getString("name"),
        row.getString("unit_name"),
        ConcernKind.valueOf(row.getString("kind")),
        row.getObject("opened_on", LocalDate.class),
        row.getObject("closed_on", LocalDate.class),
        row.getBoolean("violation_signs"),
        row.getString("note"),
        row.getString("cancel_reason"));
  }
}
