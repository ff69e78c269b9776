package vn.commendation.nomination;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.audit.AuditEntry;
import vn.commendation.audit.AuditTrail;
import vn.commendation.dashboard.FlowSource;
import vn.commendation.dashboard.HeldCase;
import vn.commendation.dashboard.HoldSource;
import vn.commendation.dashboard.LateSource;
import vn.commendation.dashboard.LateWork;
import vn.commendation.dashboard.MonthFlow;
import vn.commendation.dashboard.ReturnSource;
import vn.commendation.dashboard.Returns;
import vn.commendation.dashboard.StageBoard;
import vn.commendation.dashboard.StageBoard.StageCount;
import vn.commendation.dashboard.StageSource;
import vn.commendation.engine.InstanceOwner;
import vn.commendation.engine.InstanceOwners;
import vn.commendation.storage.Utc;

/** What the dashboard shows of the cases. */
@Component
@Order(1)
@Transactional(readOnly = true)
class NominationBoard
    implements StageSource, LateSource, HoldSource, ReturnSource, FlowSource, InstanceOwners {

  private static final String PATH = "/nominations/";
  private static final List<String> UNDER_WAY =
      NominationStatus.underWay().stream().map(Enum::name).toList();

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final ZoneId zone;

  NominationBoard(JdbcClient jdbc, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.zone = clock.getZone();
  }

  @Override
  public StageBoard stages(Instant now) {
    return new StageBoard(
        "nav.nominations",
        "status.",
        "/nominations",
        UNDER_WAY,
        jdbc.sql(
                """
                select n.status as stage, n.unit_id, u.name as unit_name, count(*) as count,
                  cast(sum(coalesce(n.due_at < :now, 0)) as signed) as late
                from nomination n join unit u on u.id = n.unit_id
                where n.status in (:underWay) group by n.status, n.unit_id, u.name""")
            .param("now", Utc.of(now))
            .param("underWay", UNDER_WAY)
            .query(StageCount.class)
            .list());
  }

  private record Late(
      String id,
      String code,
      String nomineeName,
      String unitName,
      NominationStatus status,
      String nominatorName,
      Instant dueAt) {}

  @Override
  public List<LateWork> late(Instant now, int most) {
    var late =
        jdbc.sql(
                """
                select n.id, n.code, n.nominee_name, n.unit_name, n.status, n.due_at,
                  a.display_name
                from nomination n join account a on a.username = n.nominator
                where n.status in (:underWay) and n.due_at < :now
                order by n.due_at, n.id limit :most""")
            .param("underWay", UNDER_WAY)
            .param("now", Utc.of(now))
            .param("most", most)
            .query(
                (row, n) ->
                    new Late(
                        row.getString("id"),
                        row.getString("code"),
                        row.getString("nominee_name"),
                        row.getString("unit_name"),
                        NominationStatus.valueOf(row.getString("status")),
                        row.getString("display_name"),
                        Utc.instant(row, "due_at")))
            .list();
    var last = audit.latest(late.stream().map(Late::id).toList());
    return late.stream().map(one -> work(one, last.get(one.id()))).toList();
  }

  private static LateWork work(Late late, AuditEntry last) {
    var withUnit =
        late.status() == NominationStatus.SUPPLEMENT || late.status() == NominationStatus.CONSENT;
    return new LateWork(
        late.code(),
        late.nomineeName(),
        late.unitName(),
        "status." + late.status(),
        late.dueAt(),
        withUnit ? null : holder(late.status()),
        withUnit ? late.nominatorName() : null,
        last == null ? null : "audit." + last.action(),
        last == null ? null : last.actorName(),
        last == null ? null : last.at(),
        // why the Office's decision does not count may quote a register
        last == null || last.action().equals(NominationFlow.DENIED) ? null : last.reason(),
        PATH + late.id());
  }

  private static String holder(NominationStatus status) {
    return status == NominationStatus.OFFICE_REVIEW
        ? "dashboard.holder.office"
        : "dashboard.holder.system";
  }

  @Override
  public List<HeldCase> holds(int most) {
    return jdbc.sql(
            """
            select n.id, n.code, n.nominee_name, n.unit_name, h.kind, h.held_by_name, h.held_at,
              h.review_on
            from nomination_hold h join nomination n on n.id = h.nomination_id
            where h.ended_at is null and n.status = 'HOLD'
            order by h.review_on, n.code limit :most""")
        .param("most", most)
        .query(
            (row, n) ->
                new HeldCase(
                    row.getString("code"),
                    row.getString("nominee_name"),
                    row.getString("unit_name"),
                    "nomination-hold." + row.getString("kind"),
                    row.getString("held_by_name"),
                    Utc.instant(row, "held_at"),
                    row.getObject("review_on", LocalDate.class),
                    PATH + row.getString("id")))
        .list();
  }

  @Override
  public Returns returns(Instant since, int mostReasons) {
    var units =
        jdbc.sql(
                """
                select n.unit_id, u.name as unit_name,
                  count(distinct n.id) as reviewed,
                  count(distinct if(d.outcome = 'return', n.id, null)) as returned
                from nomination_decision d
                join nomination n on n.id = d.nomination_id join unit u on u.id = n.unit_id
                where d.step = 'office-review' and d.decided_at >= :since
                group by n.unit_id, u.name order by returned desc, reviewed desc, u.name""")
            .param("since", Utc.of(since))
            .query(Returns.UnitReturns.class)
            .list();
    var reasons =
        jdbc.sql(
                """
                select n.id, n.code, n.nominee_name, n.unit_name, d.reason, d.decided_at
                from nomination_decision d join nomination n on n.id = d.nomination_id
                where d.step = 'office-review' and d.outcome = 'return' and d.decided_at >= :since
                order by d.decided_at desc, d.id desc limit :most""")
            .param("since", Utc.of(since))
            .param("most", mostReasons)
            .query(NominationBoard::reason)
            .list();
    return new Returns(units, reasons);
  }

  private static Returns.Reason reason(ResultSet row, int n) throws SQLException {
    return new Returns.Reason(
        row.getString("code"),
        row.getString("nominee_name"),
        row.getString("unit_name"),
        row.getString("reason"),
        Utc.instant(row, "decided_at"),
        PATH + row.getString("id"));
  }

  private record Month(String name, long cases) {}

  @Override
  public List<MonthFlow> flow(YearMonth from, YearMonth to) {
    var received = byMonth("submitted_at", from, to);
    var ended = byMonth("closed_at", from, to);
    var months = new ArrayList<MonthFlow>();
    for (var month = from; !month.isAfter(to); month = month.plusMonths(1)) {
      months.add(
          new MonthFlow(
              month,
              received.getOrDefault(month.toString(), 0L),
              ended.getOrDefault(month.toString(), 0L)));
    }
    return months;
  }

  /** The months are those of the Department's clock: the columns hold UTC. */
  private Map<String, Long> byMonth(String column, YearMonth from, YearMonth to) {
    var begin = from.atDay(1).atStartOfDay(zone);
    return jdbc
        .sql(
            """
            select date_format(timestampadd(second, :offset, %1$s), '%%Y-%%m') as name,
              count(*) as cases
            from nomination where status <> 'DRAFT' and %1$s >= :from and %1$s < :to
            group by name"""
                .formatted(column))
        .param("offset", begin.getOffset().getTotalSeconds())
        .param("from", Utc.of(begin.toInstant()))
        .param("to", Utc.of(to.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant()))
        .query(Month.class)
        .list()
        .stream()
        .collect(Collectors.toMap(Month::name, Month::cases));
  }

  @Override
  public List<InstanceOwner> of(Collection<Long> processInstanceKeys) {
    return jdbc.sql(
            """
            select process_instance_key, concat(code, ' – ', nominee_name) as title,
              concat('/nominations/', id) as path
            from nomination where process_instance_key in (:keys)""")
        .param("keys", processInstanceKeys)
        .query(InstanceOwner.class)
        .list();
  }
}
