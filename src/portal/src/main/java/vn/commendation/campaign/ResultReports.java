package vn.commendation.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.commendation.directory.Account;
import vn.commendation.storage.Utc;

/** Result reports, one per campaign. */
@Component
class ResultReports {

  private static final TypeReference<List<NominationCounts.Figure>> FIGURES =
      new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Clock clock;

  ResultReports(JdbcClient jdbc, ObjectMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  Optional<ResultReport> of(long campaignId) {
    return jdbc.sql("select * from campaign_report where campaign_id = ?")
        .param(campaignId)
        .query(this::row)
        .optional();
  }

  void write(
      long campaignId, ReportTexts texts, List<NominationCounts.Figure> figures, Account reporter) {
    jdbc.sql(
            """
            insert into campaign_report
              (campaign_id, summary, examples, proposals, figures, reported_by_name, reported_at)
            values (?, ?, ?, ?, ?, ?, ?)""")
        .params(
            campaignId,
            texts.summary(),
            texts.examples(),
            texts.proposals(),
            write(figures),
            reporter.displayName(),
            Utc.now(clock))
        .update();
  }

  void publish(long campaignId) {
    jdbc.sql("update campaign_report set published_at = ? where campaign_id = ?")
        .params(Utc.now(clock), campaignId)
        .update();
  }

  private ResultReport row(ResultSet row, int n) throws SQLException {
    return new ResultReport(
        row.getString("summary"),
        row.getString("examples"),
        row.getString("proposals"),
        read(row.getString("figures")),
        row.getString("reported_by_name"),
        Utc.instant(row, "reported_at"),
        row.getObject("published_at") == null ? null : Utc.instant(row, "published_at"));
  }

  private String write(List<NominationCounts.Figure> figures) {
    try {
      return json.writeValueAsString(figures);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<NominationCounts.Figure> read(String figures) {
    try {
      return json.readValue(figures, FIGURES);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
