package vn.commendation.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.directory.Account;
import vn.commendation.storage.Utc;

/** What was handed in, with the figures of that moment. Nothing here is ever changed. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Issues {

  /** Code of the movement's result report. */
  static final String RESULT = "RESULT";

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Clock clock;

  Issues(JdbcClient jdbc, ObjectMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  record Issued(
      String id,
      String code,
      String scope,
      int number,
      String title,
      LocalDate from,
      LocalDate to,
      String figures,
      String issuedBy,
      Instant issuedAt) {}

  List<FormSheet.Issue> of(String code, String scope) {
    return jdbc.sql(
            """
            select id, number, issued_by_name, issued_at from report_issued
            where code = ? and scope = ? order by number desc""")
        .params(code, scope)
        .query(
            (row, index) ->
                new FormSheet.Issue(
                    row.getString("id"),
                    row.getInt("number"),
                    row.getString("issued_by_name"),
                    Utc.instant(row, "issued_at")))
        .list();
  }

  /**
   * @throws NoSuchElementException if there is none
   */
  Issued get(String id) {
    return find(id).orElseThrow(() -> new NoSuchElementException("report " + id));
  }

  Optional<Issued> find(String id) {
    return jdbc.sql("select * from report_issued where id = ?")
        .param(id)
        .query(Issues::issued)
        .optional();
  }

  /**
   * Keeps figures as the next issue of their scope.
   *
   * @param after how many issues whoever asks has seen
   * @throws ReportRefused if there are more by now
   */
  String keep(
      String code,
      String scope,
      int after,
      String title,
      LocalDate from,
      LocalDate to,
      Object figures,
      Account by) {
    var last =
        jdbc.sql("select coalesce(max(number), 0) from report_issued where code = ? and scope = ?")
            .params(code, scope)
            .query(Integer.class)
            .single();
    if (last != after) {
      throw new ReportRefused("issued-meanwhile", last);
    }
    var id = UUID.randomUUID().toString();
    try {
      jdbc.sql(
              """
              insert into report_issued (id, code, scope, number, title, from_day, to_day, figures,
                issued_by_name, issued_at)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
          .params(
              id,
              code,
              scope,
              after + 1,
              title,
              from,
              to,
              json.writeValueAsString(figures),
              by.displayName(),
              Utc.now(clock))
          .update();
    } catch (DuplicateKeyException e) {
      throw new ReportRefused("issued-meanwhile", after + 1);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    return id;
  }

  <T> T figures(Issued issued, Class<T> type) {
    try {
      return json.readValue(issued.figures(), type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Issued issued(ResultSet row, int index) throws SQLException {
    return new Issued(
        row.getString("id"),
        row.getString("code"),
        row.getString("scope"),
        row.getInt("number"),
        row.getString("title"),
        row.getObject("from_day", LocalDate.class),
        row.getObject("to_day", LocalDate.class),
        row.getString("figures"),
        row.getString("issued_by_name"),
        Utc.instant(row, "issued_at"));
  }
}
