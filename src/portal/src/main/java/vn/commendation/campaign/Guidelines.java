package vn.commendation.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.commendation.directory.Account;
import vn.commendation.storage.Utc;

/** The versions of guidelines: drafted, decided on, published, never changed or removed. */
@Component
class Guidelines {

  private static final int MOST_SHOWN = 50;

  private final JdbcClient jdbc;
  private final Clock clock;

  Guidelines(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The latest versions, the newest first. */
  List<Guideline> of(long campaignId) {
    return jdbc.sql(
            """
            select * from campaign_guideline where campaign_id = ? order by number desc limit ?""")
        .params(campaignId, MOST_SHOWN)
        .query(Guidelines::row)
        .list();
  }

  /** The version in force: the latest that was published. */
  Optional<Guideline> inForce(long campaignId) {
    return jdbc.sql(
            """
            select * from campaign_guideline where campaign_id = ? and published_at is not null
            order by number desc limit 1""")
        .param(campaignId)
        .query(Guidelines::row)
        .optional();
  }

  /** Who drafted the version that leadership has. */
  Optional<String> drafter(long campaignId) {
    return jdbc.sql(
            """
            select drafted_by from campaign_guideline
            where campaign_id = ? and outcome is null order by number desc limit 1""")
        .param(campaignId)
        .query(String.class)
        .optional();
  }

  void draft(long campaignId, String content, Account drafter) {
    jdbc.sql(
            """
            insert into campaign_guideline
              (campaign_id, number, content, drafted_by, drafted_by_name, drafted_at)
            select :campaign, coalesce(max(number), 0) + 1, :content, :by, :name, :at
            from campaign_guideline where campaign_id = :campaign""")
        .param("campaign", campaignId)
        .param("content", content)
        .param("by", drafter.username())
        .param("name", drafter.displayName())
        .param("at", Utc.now(clock))
        .update();
  }

  void decide(long campaignId, String outcome, String reason, Account decider) {
    jdbc.sql(
            """
            update campaign_guideline
            set outcome = ?, reason = ?, decided_by = ?, decided_by_name = ?, decided_at = ?
            where campaign_id = ? and outcome is null""")
        .params(
            outcome, reason, decider.username(), decider.displayName(), Utc.now(clock), campaignId)
        .update();
  }

  /** Leadership is asked no more for the version it has. */
  void drop(long campaignId, String reason, String who) {
    jdbc.sql(
            """
            update campaign_guideline
            set outcome = 'DROPPED', reason = ?, decided_by_name = ?, decided_at = ?
            where campaign_id = ? and outcome is null""")
        .params(reason, who, Utc.now(clock), campaignId)
        .update();
  }

  void publish(long campaignId) {
    jdbc.sql(
            """
            update campaign_guideline set published_at = ?
            where campaign_id = ? and outcome = 'APPROVED' and published_at is null""")
        .params(Utc.now(clock), campaignId)
        .update();
  }

  private static Guideline row(ResultSet row, int n) throws SQLException {
    return new Guideline(
        row.getInt("number"),
        row.getString("content"),
        row.getString("drafted_by_name"),
        Utc.instant(row, "drafted_at"),
        row.getString("outcome"),
        row.getString("decided_by_name"),
        instant(row, "decided_at"),
        row.getString("reason"),
        instant(row, "published_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column) == null ? null : Utc.instant(row, column);
  }
}
