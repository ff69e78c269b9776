package vn.commendation.report;

import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.audit.AuditTrail;
import vn.commendation.storage.Utc;

/** Which days a year's reports cover: the usual ones, unless the Office has set others. */
@Service
@Transactional
public class ReportPeriods {

  static final int FIRST_YEAR = 2010;
  static final int LONGEST_TEXT = 500;
  private static final MonthDay USUALLY_DUE = MonthDay.of(12, 15);
  private static final int MOST_MONTHS = 18;

  private final JdbcClient jdbc;
  private final ReportProperties properties;
  private final ReportAccess access;
  private final AuditTrail audit;
  private final Clock clock;

  ReportPeriods(
      JdbcClient jdbc,
      ReportProperties properties,
      ReportAccess access,
      AuditTrail audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.properties = properties;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  /** What the Office sets instead of the usual days; {@code null} for what was not filled in. */
  public record Change(LocalDate from, LocalDate to, LocalDate dueOn, String reason) {}

  /** The year whose report covers today. */
  public int currentYear() {
    var today = LocalDate.now(clock);
    return today.isAfter(properties.to(today.getYear())) ? today.getYear() + 1 : today.getYear();
  }

  /**
   * The days of a year's report.
   *
   * @throws ReportRefused if nobody reports on such a year
   */
  @Transactional(readOnly = true)
  public ReportPeriod of(int year) {
    if (year < FIRST_YEAR || year > currentYear() + 1) {
      throw new ReportRefused(
          "year", String.valueOf(FIRST_YEAR), String.valueOf(currentYear() + 1));
    }
    return jdbc.sql("select * from report_period where year = ?")
        .param(year)
        .query(
            (row, index) ->
                new ReportPeriod(
                    year,
                    row.getObject("from_day", LocalDate.class),
                    row.getObject("to_day", LocalDate.class),
                    row.getObject("due_on", LocalDate.class),
                    row.getString("reason"),
                    row.getString("changed_by_name"),
                    Utc.instant(row, "changed_at")))
        .optional()
        .orElseGet(
            () ->
                new ReportPeriod(
                    year,
                    properties.from(year),
                    properties.to(year),
                    USUALLY_DUE.atYear(year),
                    null,
                    null,
                    null));
  }

  /**
   * Sets other days. What was issued keeps its own.
   *
   * @throws ReportRefused if they make no year
   */
  public void change(int year, Change change, String username) {
    var account = access.writer(username);
    of(year);
    if (change.from() == null || change.to() == null || change.dueOn() == null) {
      throw new ReportRefused("period-missing");
    }
    if (change.to().isBefore(change.from())) {
      throw new ReportRefused("period-order");
    }
    if (change.from().plusMonths(MOST_MONTHS).isBefore(change.to())
        || Math.abs(change.to().getYear() - year) > 1) {
      throw new ReportRefused("period-length", MOST_MONTHS);
    }
    text("reason", change.reason());
    jdbc.sql(
            """
            insert into report_period
              (year, from_day, to_day, due_on, reason, changed_by_name, changed_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on duplicate key update from_day = ?, to_day = ?, due_on = ?, reason = ?,
              changed_by_name = ?, changed_at = ?""")
        .params(
            year,
            change.from(),
            change.to(),
            change.dueOn(),
            change.reason(),
            account.displayName(),
            Utc.now(clock),
            change.from(),
            change.to(),
            change.dueOn(),
            change.reason(),
            account.displayName(),
            Utc.now(clock))
        .update();
    audit.append(
        account.username(),
        account.displayName(),
        "report.period-changed",
        "report-" + year,
        "%s – %s: %s".formatted(change.from(), change.to(), change.reason()));
  }

  static void text(String field, String text) {
    if (text == null) {
      throw new ReportRefused(field + "-missing");
    }
    if (text.length() > LONGEST_TEXT) {
      throw new ReportRefused(field + "-long", LONGEST_TEXT);
    }
  }
}
