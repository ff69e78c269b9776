package vn.commendation.document;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.dashboard.Fault;
import vn.commendation.dashboard.FaultSource;
import vn.commendation.storage.Utc;

/** Formal documents that could not be drawn up, for the dashboard. */
@Component
@Transactional(readOnly = true)
class DocumentFaults implements FaultSource {

  private final JdbcClient jdbc;

  DocumentFaults(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Fault> faults() {
    return jdbc.sql(
            """
            select count(*) as documents, min(requested_at) as oldest, max(failure) as failure
            from document_request where state = 'FAILED'""")
        .query(
            (row, n) ->
                row.getLong("documents") == 0
                    ? List.<Fault>of()
                    : List.of(
                        new Fault(
                            "dashboard.fault.documents",
                            row.getLong("documents"),
                            Utc.instant(row, "oldest"),
                            row.getString("failure"),
                            null)))
        .single();
  }
}
