package vn.commendation.campaign;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.audit.AuditEntry;
import vn.commendation.audit.AuditTrail;
import vn.commendation.dashboard.CampaignWindow;
import vn.commendation.dashboard.LateSource;
import vn.commendation.dashboard.LateWork;
import vn.commendation.dashboard.WindowSource;
import vn.commendation.engine.InstanceOwner;
import vn.commendation.engine.InstanceOwners;
import vn.commendation.storage.Utc;

/** What the dashboard shows of the campaigns: their windows, and reports and answers that lack. */
@Component
@Order(4)
@Transactional(readOnly = true)
class CampaignBoard implements WindowSource, LateSource, InstanceOwners {

  private static final LocalTime END_OF_BUSINESS = LocalTime.of(17, 0);
  private static final String PATH = "/campaigns/";

  private final JdbcClient jdbc;
  private final NominationCounts counts;
  private final AuditTrail audit;
  private final Clock clock;

  CampaignBoard(JdbcClient jdbc, NominationCounts counts, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.counts = counts;
    this.audit = audit;
    this.clock = clock;
  }

  private record Window(
      long id,
      String code,
      String title,
      String status,
      Instant opensAt,
      Instant closesAt,
      LocalDate reportDueOn) {}

  @Override
  public List<CampaignWindow> windows(int most) {
    var windows =
        jdbc.sql(
                """
                select id, code, title, status, opens_at, closes_at, report_due_on from campaign
                where status not in ('DRAFT', 'ARCHIVED', 'CANCELLED')
                order by closes_at is null, closes_at, code limit ?""")
            .param(most)
            .query(
                (row, n) ->
                    new Window(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("title"),
                        row.getString("status"),
                        row.getObject("opens_at") == null ? null : Utc.instant(row, "opens_at"),
                        row.getObject("closes_at") == null ? null : Utc.instant(row, "closes_at"),
                        row.getObject("report_due_on", LocalDate.class)))
            .list();
    var nominated = counts.submitted(windows.stream().map(Window::id).toList());
    return windows.stream()
        .map(
            window ->
                new CampaignWindow(
                    window.code(),
                    window.title(),
                    "campaign-status." + window.status(),
                    window.opensAt(),
                    window.closesAt(),
                    window.reportDueOn(),
                    nominated.getOrDefault(window.id(), 0L),
                    PATH + window.id()))
        .toList();
  }

  private record Late(
      long id, String code, String title, String unitName, LocalDate dueOn, boolean inspection) {}

  @Override
  public List<LateWork> late(Instant now, int most) {
    var today = LocalDate.ofInstant(now, clock.getZone());
    var late =
        jdbc.sql(
                """
                select id, code, title, null as unit_name, report_due_on as due_on,
                  false as inspection
                from campaign where status = 'REPORT' and report_due_on < :today
                union all
                select c.id, c.code, c.title, u.name, i.answer_due_on, true
                from inspection i join campaign c on c.id = i.campaign_id
                join unit u on u.id = i.unit_id
                where i.answer is null and i.closed_at is null and i.answer_due_on < :today
                order by due_on, code limit :most""")
            .param("today", today)
            .param("most", most)
            .query(Late.class)
            .list();
    var last = audit.latest(late.stream().map(one -> "campaign-" + one.id()).distinct().toList());
    return late.stream().map(one -> work(one, last)).toList();
  }

  private LateWork work(Late late, Map<String, AuditEntry> last) {
    var event = Optional.ofNullable(last.get("campaign-" + late.id()));
    return new LateWork(
        late.code(),
        late.title(),
        late.unitName(),
        late.inspection() ? "campaign-step.answer-inspection" : "campaign-step.REPORT",
        late.dueOn().atTime(END_OF_BUSINESS).atZone(clock.getZone()).toInstant(),
        late.inspection() ? null : "dashboard.holder.office",
        late.inspection() ? late.unitName() : null,
        event.map(entry -> "audit." + entry.action()).orElse(null),
        event.map(AuditEntry::actorName).orElse(null),
        event.map(AuditEntry::at).orElse(null),
        event.map(AuditEntry::reason).orElse(null),
        PATH + late.id() + (late.inspection() ? "#inspections" : ""));
  }

  @Override
  public List<InstanceOwner> of(Collection<Long> processInstanceKeys) {
    return jdbc.sql(
            """
            select process_instance_key, concat(code, ' – ', title) as title,
              concat('/campaigns/', id) as path
            from campaign where process_instance_key in (:keys)""")
        .param("keys", processInstanceKeys)
        .query(InstanceOwner.class)
        .list();
  }
}
