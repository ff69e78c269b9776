package vn.commendation.notification;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.dashboard.Fault;
import vn.commendation.dashboard.FaultSource;
import vn.commendation.storage.Utc;

/** Mail that has not arrived, for the dashboard; {@link UndeliveredMails} lists it. */
@Component
@Transactional(readOnly = true)
class MailFaults implements FaultSource {

  private static final String PAGE = "/operations/mails";

  private final JdbcClient jdbc;

  MailFaults(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Fault> faults() {
    return jdbc.sql(
            """
            select status, count(*) as mails, min(created_at) as oldest from mail
            where status = 'BLOCKED' or status = 'WAITING' and attempts > 0 group by status""")
        .query(
            (row, n) ->
                new Fault(
                    row.getString("status").equals("BLOCKED")
                        ? "dashboard.fault.mails-blocked"
                        : "dashboard.fault.mails",
                    row.getLong("mails"),
                    Utc.instant(row, "oldest"),
                    null,
                    PAGE))
        .list();
  }
}
