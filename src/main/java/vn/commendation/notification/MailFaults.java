package vn.commendation.notification;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.dashboard.Fault;
import vn.commendation.dashboard.FaultSource;
import vn.commendation.storage.Utc;

/** Mail that was tried and was not delivered, for the dashboard. */
@Component
@Transactional(readOnly = true)
class MailFaults implements FaultSource {

  private final JdbcClient jdbc;

  MailFaults(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Fault> faults() {
    return jdbc.sql(
            """
            select count(*) as mails, min(created_at) as oldest, max(last_error) as error
            from mail
            where status = 'BLOCKED' or status = 'WAITING' and attempts > 0""")
        .query(
            (row, n) ->
                row.getLong("mails") == 0
                    ? List.<Fault>of()
                    : List.of(
                        new Fault(
                            "dashboard.fault.mails",
                            row.getLong("mails"),
                            Utc.instant(row, "oldest"),
                            row.getString("error"),
                            "/operations/mails")))
        .single();
  }
}
