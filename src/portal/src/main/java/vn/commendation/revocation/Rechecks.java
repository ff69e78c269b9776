package vn.commendation.revocation;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.commendation.storage.Utc;

/** Which awards are to be checked again because one they counted was revoked. */
@Component
class Rechecks {

  private final JdbcClient jdbc;
  private final Clock clock;

  Rechecks(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void add(String revocationId, List<Dependent> dependents) {
    for (var dependent : dependents) {
      jdbc.sql(
              """
              insert into revocation_recheck (revocation_id, award_id, nominee_name, award_name,
                year, decision_number, nomination_id) values (?, ?, ?, ?, ?, ?, ?)""")
          .params(
              revocationId,
              dependent.awardId(),
              dependent.nomineeName(),
              dependent.awardName(),
              dependent.year(),
              dependent.decisionNumber(),
              dependent.nominationId())
          .update();
    }
  }

  /**
   * @return false if it was ticked before, or is not to be checked
   */
  boolean tick(String revocationId, long awardId, String checkedByName, String note) {
    return jdbc.sql(
                """
                update revocation_recheck set checked_by_name = ?, checked_at = ?, note = ?
                where revocation_id = ? and award_id = ? and checked_at is null""")
            .params(checkedByName, Utc.now(clock), note, revocationId, awardId)
            .update()
        == 1;
  }

  List<Dependent> of(String revocationId) {
    return jdbc.sql(
            """
            select * from revocation_recheck where revocation_id = ?
            order by year, nominee_name, award_id""")
        .param(revocationId)
        .query(
            (row, n) ->
                new Dependent(
                    row.getLong("award_id"),
                    row.getString("nominee_name"),
                    row.getString("award_name"),
                    row.getInt("year"),
                    row.getString("decision_number"),
                    row.getString("nomination_id"),
                    row.getString("checked_by_name"),
                    row.getObject("checked_at") == null ? null : Utc.instant(row, "checked_at"),
                    row.getString("note")))
        .list();
  }

  /** Revocations with something left to check. */
  List<String> open(int most) {
    return jdbc.sql(
            "select distinct revocation_id from revocation_recheck where checked_at is null limit ?")
        .param(most)
        .query(String.class)
        .list();
  }
}
