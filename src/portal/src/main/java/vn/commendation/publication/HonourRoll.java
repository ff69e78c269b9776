package vn.commendation.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.award.Awards;
import vn.commendation.award.SubjectKind;
import vn.commendation.storage.Like;

/**
 * The roll of honour (bảng vàng): who was given which award, for everybody to read. It shows what
 * stands: an award that was taken back is gone from it, and so is what the Office keeps from the
 * public with a reason ({@link Withholdings}).
 */
@Service
@Transactional(readOnly = true)
public class HonourRoll {

  /** Condition on {@code roll_entry r}: everybody may see it. */
  static final String PUBLIC =
      """
       r.revoked_on is null
        and not exists (select 1 from roll_withholding w
          where w.live = 1 and w.target in (concat('A', r.award_id), r.subject))
      """;

  private static final int MOST_CHOICES = 200;

  private static final String SELECT = "select r.*, d.number as decision_number";

  private static final String FROM =
      " from roll_entry r left join public_decision d on d.id = r.decision_id where" + PUBLIC;

  private static final String FOUND =
      """
        and (:text is null or r.nominee_name like :text or r.unit_name like :text
          or d.number like :text)
        and (:campaign is null or r.campaign_id = :campaign)
        and (:year is null or r.year = :year)
        and (:unit is null or r.unit_id = :unit)
        and (:award is null or r.award_code = :award)
        and (:kind is null or r.subject_kind = :kind)
      """;

  private final JdbcClient jdbc;
  private final Awards awards;

  HonourRoll(JdbcClient jdbc, Awards awards) {
    this.jdbc = jdbc;
    this.awards = awards;
  }

  /** What everybody may see, the latest decision first. */
  public Page<RollEntry> search(RollFilter filter, Pageable page) {
    var found =
        filtered(
                SELECT
                    + FROM
                    + FOUND
                    + " order by r.decided_on desc, r.award_code, r.nominee_name, r.award_id"
                    + " limit :size offset :offset",
                filter)
            .param("size", page.getPageSize())
            .param("offset", page.getOffset())
            .query((row, index) -> entry(row))
            .list();
    var total = filtered("select count(*)" + FROM + FOUND, filter).query(Long.class).single();
    return new PageImpl<>(found, page, total);
  }

  /** The entry of an award, if everybody may see it. */
  public Optional<RollEntry> find(long awardId) {
    return jdbc.sql(SELECT + FROM + " and r.award_id = ?")
        .param(awardId)
        .query((row, index) -> entry(row))
        .optional();
  }

  /** What everybody may see of a decision, in the order of its list. */
  List<RollEntry> ofDecision(String decisionId) {
    return jdbc.sql(SELECT + FROM + " and r.decision_id = ? order by r.award_code, r.award_id")
        .param(decisionId)
        .query((row, index) -> entry(row))
        .list();
  }

  /** What can be searched for. */
  public RollChoices choices() {
    var codes =
        new HashSet<>(
            jdbc.sql("select distinct r.award_code from roll_entry r where" + PUBLIC)
                .query(String.class)
                .list());
    return new RollChoices(
        named("campaign_id", "campaign_title"),
        jdbc.sql(
                "select distinct r.year from roll_entry r where"
                    + PUBLIC
                    + " order by r.year desc limit "
                    + MOST_CHOICES)
            .query(Integer.class)
            .list(),
        named("unit_id", "unit_name"),
        awards.all().stream().filter(award -> codes.contains(award.code())).toList());
  }

  private List<RollChoices.Named> named(String id, String name) {
    return jdbc.sql(
            """
            select r.%1$s as id, max(r.%2$s) as name from roll_entry r
            where r.%1$s is not null and %3$s group by r.%1$s order by name limit %4$d"""
                .formatted(id, name, PUBLIC, MOST_CHOICES))
        .query(RollChoices.Named.class)
        .list();
  }

  private JdbcClient.StatementSpec filtered(String sql, RollFilter filter) {
    return jdbc.sql(sql)
        .param("text", Like.containing(filter.text()))
        .param("campaign", filter.campaignId())
        .param("year", filter.year())
        .param("unit", filter.unitId())
        .param("award", filter.awardCode())
        .param("kind", filter.kind() == null ? null : filter.kind().name());
  }

  private static RollEntry entry(ResultSet row) throws SQLException {
    return new RollEntry(
        row.getLong("award_id"),
        row.getString("nominee_name"),
        row.getString("nominee_position"),
        row.getString("unit_name"),
        SubjectKind.valueOf(row.getString("subject_kind")),
        row.getString("award_code"),
        row.getInt("year"),
        row.getObject("decided_on", LocalDate.class),
        row.getString("decision_id"),
        row.getString("decision_number"),
        row.getString("campaign_title"));
  }
}
