package vn.commendation.document;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.dashboard.Fault;
import vn.commendation.dashboard.FaultSource;
import vn.commendation.storage.Utc;

/** Formal documents that could not be drawn up, each with its page, for the dashboard. */
@Component
@Transactional(readOnly = true)
class DocumentFaults implements FaultSource {

  private static final int MOST_NAMED = 20;

  private final JdbcClient jdbc;

  DocumentFaults(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The oldest by name; what is beyond them is only counted. */
  @Override
  public List<Fault> faults() {
    var faults =
        new ArrayList<>(
            jdbc.sql(
                    """
                    select kind, subject_id, count(*) as requests, min(requested_at) as oldest,
                      max(failure) as failure
                    from document_request where state = 'FAILED'
                    group by kind, subject_id order by oldest, kind, subject_id limit ?""")
                .param(MOST_NAMED)
                .query(
                    (row, n) ->
                        new Fault(
                            "document-kind." + row.getString("kind"),
                            row.getLong("requests"),
                            Utc.instant(row, "oldest"),
                            row.getString("failure"),
                            "/documents/%s/%s"
                                .formatted(row.getString("kind"), row.getString("subject_id"))))
                .list());
    if (faults.size() == MOST_NAMED) {
      jdbc.sql(
              """
              select count(*) as requests, max(requested_at) as latest
              from document_request where state = 'FAILED'""")
          .query(
              (row, n) ->
                  new Fault(
                      "dashboard.fault.documents",
                      row.getLong("requests") - named(faults),
                      Utc.instant(row, "latest"),
                      null,
                      null))
          .optional()
          .filter(rest -> rest.count() > 0)
          .ifPresent(faults::add);
    }
    return faults;
  }

  private static long named(List<Fault> faults) {
    return faults.stream().mapToLong(Fault::count).sum();
  }
}
