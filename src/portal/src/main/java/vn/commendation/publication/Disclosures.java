package vn.commendation.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.calendar.WorkingCalendar;
import vn.commendation.storage.Utc;

/** Lists for public comment. */
@Service
@Transactional
public class Disclosures {

  private static final int MOST_OPEN = 10;

  private final JdbcClient jdbc;
  private final WorkingCalendar calendar;
  private final Clock clock;

  Disclosures(JdbcClient jdbc, WorkingCalendar calendar, Clock clock) {
    this.jdbc = jdbc;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** Shows a list; the same list published again changes nothing. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void publish(DisclosureList list) {
    try {
      jdbc.sql(
              "insert into disclosure (dossier_id, title, opened_at, until_at) values (?, ?, ?, ?)")
          .params(list.dossierId(), list.title(), Utc.of(list.from()), Utc.of(list.until()))
          .update();
    } catch (DuplicateKeyException published) {
      return;
    }
    var number = 0;
    for (var line : list.lines()) {
      jdbc.sql("insert into disclosure_line values (?, ?, ?, ?, ?, ?, ?)")
          .params(
              list.dossierId(),
              line.nominationId(),
              ++number,
              line.nomineeName(),
              line.unitName(),
              line.awardName(),
              line.title())
          .update();
    }
  }

  /** Takes no more objections. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void close(String dossierId) {
    jdbc.sql("update disclosure set closed_at = ? where dossier_id = ? and closed_at is null")
        .params(Utc.now(clock), dossierId)
        .update();
  }

  /** Open and past lists, the newest first. */
  @Transactional(readOnly = true)
  public Page<DisclosureSummary> list(Pageable page) {
    var lists =
        jdbc.sql(
                """
                select d.*, (select count(*) from disclosure_line l
                  where l.dossier_id = d.dossier_id) as nominees
                from disclosure d order by opened_at desc, dossier_id limit ? offset ?""")
            .params(page.getPageSize(), page.getOffset())
            .query((row, n) -> summary(row))
            .list();
    var total = jdbc.sql("select count(*) from disclosure").query(Long.class).single();
    return new PageImpl<>(lists, page, total);
  }

  /** Lists one can object to now, the one that ends first before the others. */
  @Transactional(readOnly = true)
  public List<DisclosureSummary> openNow() {
    return jdbc.sql(
            """
            select d.*, (select count(*) from disclosure_line l
              where l.dossier_id = d.dossier_id) as nominees
            from disclosure d where closed_at is null and until_at >= ?
            order by until_at, dossier_id limit ?""")
        .params(Utc.now(clock), MOST_OPEN)
        .query((row, n) -> summary(row))
        .list();
  }

  @Transactional(readOnly = true)
  public Optional<DisclosureView> find(String dossierId) {
    return jdbc.sql("select * from disclosure where dossier_id = ?")
        .param(dossierId)
        .query(
            (row, n) -> {
              var open = takesObjections(row, clock.instant());
              var until = Utc.instant(row, "until_at");
              return new DisclosureView(
                  new DisclosureList(
                      dossierId,
                      row.getString("title"),
                      Utc.instant(row, "opened_at"),
                      until,
                      lines(dossierId)),
                  open,
                  open ? workingDaysUntil(until) : 0);
            })
        .optional();
  }

  /** Whether the list in this row still takes objections. */
  static boolean takesObjections(ResultSet row, Instant now) throws SQLException {
    return takesObjections(row.getObject("closed_at") != null, Utc.instant(row, "until_at"), now);
  }

  /** The last moment still counts. */
  static boolean takesObjections(boolean closed, Instant until, Instant now) {
    return !closed && !now.isAfter(until);
  }

  private DisclosureSummary summary(ResultSet row) throws SQLException {
    return new DisclosureSummary(
        row.getString("dossier_id"),
        row.getString("title"),
        Utc.instant(row, "opened_at"),
        Utc.instant(row, "until_at"),
        row.getInt("nominees"),
        takesObjections(row, clock.instant()));
  }

  private List<DisclosureList.Line> lines(String dossierId) {
    return jdbc.sql("select * from disclosure_line where dossier_id = ? order by line_number")
        .param(dossierId)
        .query(
            (row, n) ->
                new DisclosureList.Line(
                    row.getString("nomination_id"),
                    row.getString("nominee_name"),
                    row.getString("unit_name"),
                    row.getString("award_name"),
                    row.getString("title")))
        .list();
  }

  private int workingDaysUntil(Instant until) {
    var last = LocalDate.ofInstant(until, clock.getZone());
    return (int)
        LocalDate.now(clock)
            .datesUntil(last.plusDays(1))
            .skip(1)
            .filter(calendar::isWorkingDay)
            .count();
  }
}
