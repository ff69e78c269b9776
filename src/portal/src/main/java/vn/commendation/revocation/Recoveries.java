package vn.commendation.revocation;

import java.time.Clock;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.commendation.storage.Utc;

/** What was given back after a revocation; only ever added to. */
@Component
class Recoveries {

  private final JdbcClient jdbc;
  private final Clock clock;

  Recoveries(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @return false if it was noted before
   */
  boolean add(String id, String revocationId, String note, String recordedByName) {
    try {
      jdbc.sql("insert into revocation_recovery values (?, ?, ?, ?, ?)")
          .params(id, revocationId, note, recordedByName, Utc.now(clock))
          .update();
      return true;
    } catch (DuplicateKeyException noted) {
      return false;
    }
  }

  List<RevocationDetails.Recovery> of(String revocationId) {
    return jdbc.sql(
            "select * from revocation_recovery where revocation_id = ? order by recorded_at, id")
        .param(revocationId)
        .query(
            (row, n) ->
                new RevocationDetails.Recovery(
                    row.getString("note"),
                    row.getString("recorded_by_name"),
                    Utc.instant(row, "recorded_at")))
        .list();
  }
}
