package vn.commendation.report;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.directory.Account;
import vn.commendation.storage.Utc;

/** Figures entered by hand: never changed, only cancelled with a reason. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Entries {

  private final JdbcClient jdbc;
  private final Clock clock;

  Entries(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What counts in a form and year, as facts. */
  List<KindCount> facts(String form, int year) {
    return jdbc.sql(
            """
            select facts, sum(amount) as amount from report_entry
            where form_code = ? and year = ? and cancelled_at is null group by facts""")
        .params(form, year)
        .query(
            (row, index) ->
                new KindCount(Selection.fact(row.getString("facts")), row.getInt("amount"), true))
        .list();
  }

  /** Everything ever entered in a form and year, the latest first. */
  List<FormSheet.Entry> of(String form, int year) {
    return jdbc.sql(
            """
            select * from report_entry where form_code = ? and year = ?
            order by entered_at desc, id limit 200""")
        .params(form, year)
        .query(
            (row, index) ->
                new FormSheet.Entry(
                    row.getString("id"),
                    row.getString("label"),
                    row.getInt("amount"),
                    row.getString("source"),
                    row.getString("entered_by_name"),
                    Utc.instant(row, "entered_at"),
                    row.getString("cancel_reason"),
                    row.getString("cancelled_by_name")))
        .list();
  }

  /** The facts of every entry that counts, by its id. */
  List<Counting> counting(String form, int year) {
    return jdbc.sql(
            """
            select id, facts from report_entry
            where form_code = ? and year = ? and cancelled_at is null""")
        .params(form, year)
        .query(
            (row, index) ->
                new Counting(row.getString("id"), Selection.fact(row.getString("facts"))))
        .list();
  }

  record Counting(String id, Map<String, String> dimensions) {}

  /**
   * @return false if this very entry was made before
   */
  boolean add(
      String id,
      String form,
      int year,
      String facts,
      String label,
      int amount,
      String source,
      Account by) {
    return jdbc.sql(
                """
                insert ignore into report_entry
                  (id, form_code, year, facts, label, amount, source, entered_by_name, entered_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
            .params(id, form, year, facts, label, amount, source, by.displayName(), Utc.now(clock))
            .update()
        == 1;
  }

  /**
   * @throws ReportRefused if it is cancelled already, or was never made
   */
  void cancel(String id, String form, int year, String reason, Account by) {
    var cancelled =
        jdbc.sql(
                """
                update report_entry set cancelled_by_name = ?, cancelled_at = ?, cancel_reason = ?
                where id = ? and form_code = ? and year = ? and cancelled_at is null""")
            .params(by.displayName(), Utc.now(clock), reason, id, form, year)
            .update();
    if (cancelled == 0) {
      throw new ReportRefused("entry-gone");
    }
  }
}
