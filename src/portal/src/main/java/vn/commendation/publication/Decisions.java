package vn.commendation.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.storage.Utc;

/** Decisions that gave awards, each with a page of its own that everybody may read. */
@Service
@Transactional(readOnly = true)
public class Decisions {

  private static final String SELECT =
      """
      select d.*, (select count(*) from roll_entry r where r.decision_id = d.id and %1$s) as awards
      from public_decision d
      """
          .formatted(HonourRoll.PUBLIC);

  /** A decision nobody may see a line of is no page. */
  private static final String SHOWN =
      " exists (select 1 from roll_entry r where r.decision_id = d.id and"
          + HonourRoll.PUBLIC
          + ") and (:year is null or (d.decided_on >= :from and d.decided_on < :to)) ";

  private final JdbcClient jdbc;
  private final HonourRoll roll;
  private final RollKeeper keeper;

  Decisions(JdbcClient jdbc, HonourRoll roll, RollKeeper keeper) {
    this.jdbc = jdbc;
    this.roll = roll;
    this.keeper = keeper;
  }

  /**
   * Makes a decision known with what its batch knows of it. Told again, or for the rest of its
   * list, it adds to the same decision.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void publish(IssuedDecision issued) {
    var id = keeper.decision(issued.number(), issued.on(), issued.decidedBy());
    jdbc.sql("update public_decision set title = ?, signer_line = ?, dossier_id = ? where id = ?")
        .params(issued.title(), issued.signerLine(), issued.dossierId(), id)
        .update();
    for (var line : issued.lines()) {
      jdbc.sql(
              """
              update roll_entry set nominee_position = ?, unit_name = ?, campaign_id = ?,
                campaign_title = ?
              where nomination_id = ? and decision_id = ?""")
          .params(
              line.position(),
              line.unitName(),
              line.campaignId(),
              line.campaignTitle(),
              line.nominationId(),
              id)
          .update();
    }
  }

  /** Decisions of a year, or with {@code null} of all, the latest first. */
  public Page<DecisionSummary> list(Integer year, Pageable page) {
    var found =
        ofYear(
                SELECT
                    + "where"
                    + SHOWN
                    + "order by d.decided_on desc, d.id limit :size offset :offset",
                year)
            .param("size", page.getPageSize())
            .param("offset", page.getOffset())
            .query((row, index) -> summary(row))
            .list();
    var total =
        ofYear("select count(*) from public_decision d where" + SHOWN, year)
            .query(Long.class)
            .single();
    return new PageImpl<>(found, page, total);
  }

  /** Years in which a decision was taken, the latest first. */
  public List<Integer> years() {
    return ofYear(
            "select distinct year(d.decided_on) as year from public_decision d where"
                + SHOWN
                + "order by year desc limit 100",
            null)
        .query(Integer.class)
        .list();
  }

  /** The page of a decision, if it has a line everybody may see. */
  public Optional<DecisionView> find(String id) {
    return jdbc.sql(SELECT + "where d.id = ?")
        .param(id)
        .query((row, index) -> view(row))
        .optional()
        .filter(view -> !view.lines().isEmpty());
  }

  private DecisionView view(ResultSet row) throws SQLException {
    var id = row.getString("id");
    var lines = roll.ofDecision(id);
    var revoked =
        jdbc.sql("select count(*) from roll_entry where decision_id = ? and revoked_on is not null")
            .param(id)
            .query(Integer.class)
            .single();
    var all =
        jdbc.sql("select count(*) from roll_entry where decision_id = ?")
            .param(id)
            .query(Integer.class)
            .single();
    return new DecisionView(
        summary(row),
        row.getString("signer_line"),
        row.getString("dossier_id"),
        lines,
        revoked,
        all - revoked - lines.size());
  }

  private JdbcClient.StatementSpec ofYear(String sql, Integer year) {
    var first = year == null ? null : LocalDate.of(year, 1, 1);
    return jdbc.sql(sql)
        .param("year", year)
        .param("from", first)
        .param("to", first == null ? null : first.plusYears(1));
  }

  private static DecisionSummary summary(ResultSet row) throws SQLException {
    return new DecisionSummary(
        row.getString("id"),
        row.getString("number"),
        row.getObject("decided_on", LocalDate.class),
        row.getString("decided_by"),
        row.getString("title"),
        row.getInt("awards"),
        Utc.instant(row, "published_at"));
  }
}
