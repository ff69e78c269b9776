package vn.commendation.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;
import vn.commendation.audit.AuditEntry;
import vn.commendation.audit.AuditTrail;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;

/** Public holidays and the weekend days worked instead (Labour Code 2019, Articles 111, 112). */
@Service
@Transactional
public class CalendarDays {

  private final JdbcClient jdbc;
  private final Directory directory;
  private final AuditTrail audit;

  CalendarDays(JdbcClient jdbc, Directory directory, AuditTrail audit) {
    this.jdbc = jdbc;
    this.directory = directory;
    this.audit = audit;
  }

  static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  @Transactional(readOnly = true)
  public boolean mayEdit(String username) {
    return directory.account(username).has(Role.ADMIN);
  }

  /** The days of a year that differ from their weekday, in order. */
  @Transactional(readOnly = true)
  public List<CalendarDay> of(int year) {
    return jdbc.sql(
            """
            select day, kind, name, legal_basis, confirmed from calendar_day
            where day between ? and ? order by day""")
        .params(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
        .query(CalendarDay.class)
        .list();
  }

  /** Who changed a year and how, the oldest first. */
  @Transactional(readOnly = true)
  public List<AuditEntry> history(int year) {
    return audit.of(subject(year));
  }

  /**
   * Enters a day; deadlines set already stay as they are.
   *
   * @throws CalendarRefused if the day is entered already, is worked anyway or lacks a name or a
   *     basis
   */
  public void add(CalendarDay day, String username) {
    var account = administrator(username);
    if (!fits(day.name(), 200) || !fits(day.legalBasis(), 300)) {
      throw new CalendarRefused("incomplete");
    }
    if (day.kind() == DayKind.WORKING && !isWeekend(day.day())) {
      throw new CalendarRefused("worked-anyway");
    }
    try {
      jdbc.sql("insert into calendar_day values (?, ?, ?, ?, ?)")
          .params(day.day(), day.kind().name(), day.name(), day.legalBasis(), day.confirmed())
          .update();
    } catch (DuplicateKeyException e) {
      throw new CalendarRefused("taken");
    }
    append(account, "day-added", day.day(), day.kind() + ": " + day.name());
  }

  /**
   * Takes a day out again.
   *
   * @throws CalendarRefused without a reason, or if the day is not there
   */
  public void remove(LocalDate day, String reason, String username) {
    var account = administrator(username);
    if (!fits(reason, 1000)) {
      throw new CalendarRefused("reason-missing");
    }
    if (jdbc.sql("delete from calendar_day where day = ?").param(day).update() == 0) {
      throw new CalendarRefused("gone");
    }
    append(account, "day-removed", day, reason);
  }

  private Account administrator(String username) {
    var account = directory.account(username);
    if (!account.has(Role.ADMIN)) {
      throw new AccessDeniedException("Only administrators edit the calendar");
    }
    return account;
  }

  private void append(Account account, String action, LocalDate day, String reason) {
    audit.append(
        account.username(),
        account.displayName(),
        "calendar." + action,
        subject(day.getYear()),
        day + " " + reason);
  }

  private static String subject(int year) {
    return "calendar-" + year;
  }

  private static boolean fits(String text, int longest) {
    return StringUtils.hasText(text) && text.length() <= longest;
  }
}
