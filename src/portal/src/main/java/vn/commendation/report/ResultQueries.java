package vn.commendation.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.commendation.calendar.WorkingCalendar;
import vn.commendation.report.ResultFigures.Line;
import vn.commendation.report.ResultFigures.Step;
import vn.commendation.report.ResultFigures.StepTime;
import vn.commendation.storage.Utc;

/**
 * What the result report is computed from. Every figure is of the same cases: those of the scope
 * that were submitted, by the day of their first submission, with the outcome they have now.
 */
@Component
class ResultQueries {

  private static final String COHORT =
      """
      select n.*, u.name as unit_now,
        case
          when g.revoked_on is not null then 'REVOKED'
          when n.status in ('AWARDED', 'AWARDED_IN_HOUSE') then 'AWARDED'
          when n.status in ('NOT_AWARDED', 'NOT_PASSED', 'REJECTED', 'REFUSED', 'OBJECTION_UPHELD',
            'EXPIRED', 'INELIGIBLE') then 'REFUSED'
          when n.status = 'WITHDRAWN' then 'WITHDRAWN'
          when n.status = 'ROLLED_OVER' then 'ROLLED_OVER'
          else 'OPEN'
        end as outcome
      from nomination n
      join unit u on u.id = n.unit_id
      left join award_given g on g.nomination_id = n.id and g.live = 1
      where n.status <> 'DRAFT' and n.submitted_at is not null and\s""";

  private static final String RULE =
      """
      left join award_rule r on r.rule_set = n.rule_set and r.award_code = n.award_code
        and r.subject_kind = n.subject_kind and exists (select 1 from award_rule_type t
          where t.rule_id = r.id and t.commendation_type = n.commendation_type)
      """;

  private static final int MOST_LISTED = 20;

  private final JdbcClient jdbc;
  private final WorkingCalendar calendar;
  private final Clock clock;

  ResultQueries(JdbcClient jdbc, WorkingCalendar calendar, Clock clock) {
    this.jdbc = jdbc;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** Cases that have everything in common that a report tells apart. */
  record Group(
      String award,
      String type,
      String subject,
      long unit,
      String unitName,
      Long campaign,
      boolean directWorker,
      boolean woman,
      String outcome,
      boolean again,
      boolean late,
      int amount) {}

  /** One time a step was over. */
  private record Passage(Instant started, Instant ended, Integer days) {}

  List<Group> groups(ResultScope scope) {
    return cohort(
            """
            select award_code, commendation_type, subject_kind, unit_id, unit_now, campaign_id,
              coalesce(nominee_direct_worker, false) as direct_worker,
              coalesce(nominee_gender = 'FEMALE', false) as woman, outcome,
              earlier_id is not null as again, late, count(*) as amount
            from (%s) n
            group by award_code, commendation_type, subject_kind, unit_id, unit_now, campaign_id,
              coalesce(nominee_direct_worker, false), coalesce(nominee_gender = 'FEMALE', false),
              outcome, earlier_id is not null, late""",
            scope)
        .query(
            (row, index) ->
                new Group(
                    row.getString("award_code"),
                    row.getString("commendation_type"),
                    row.getString("subject_kind"),
                    row.getLong("unit_id"),
                    row.getString("unit_now"),
                    row.getObject("campaign_id", Long.class),
                    row.getBoolean("direct_worker"),
                    row.getBoolean("woman"),
                    row.getString("outcome"),
                    row.getBoolean("again"),
                    row.getBoolean("late"),
                    row.getInt("amount")))
        .list();
  }

  static Line line(String key, String label, List<Group> groups) {
    return new Line(
        key,
        label,
        sum(groups, group -> true),
        sum(groups, group -> group.outcome().equals("AWARDED")),
        sum(groups, group -> group.outcome().equals("REFUSED")),
        sum(groups, group -> group.outcome().equals("WITHDRAWN")),
        sum(groups, group -> group.outcome().equals("ROLLED_OVER")),
        sum(groups, group -> group.outcome().equals("REVOKED")),
        sum(groups, group -> group.outcome().equals("OPEN")));
  }

  static int sum(List<Group> groups, Predicate<Group> which) {
    return groups.stream().filter(which).mapToInt(Group::amount).sum();
  }

  /**
   * The cases behind a figure.
   *
   * @param by what its line tells apart
   * @param key of the line
   * @param outcome {@code null} for any
   */
  Page<ResultCase> cases(
      ResultScope scope, ResultDimension by, String key, String outcome, Pageable page) {
    var where = " where %s and (:outcome is null or outcome = :outcome)".formatted(by.condition());
    var found = "from (%s) n" + where;
    var total =
        cohort("select count(*) " + found, scope)
            .param("key", key)
            .param("outcome", outcome)
            .query(Long.class)
            .single();
    var rows =
        cohort(
                "select n.*, a.name as award_name from (%s) n join award a on a.code = n.award_code"
                    + where
                    + " order by n.submitted_at, n.id limit :size offset :offset",
                scope)
            .param("key", key)
            .param("outcome", outcome)
            .param("size", page.getPageSize())
            .param("offset", page.getOffset())
            .query(
                (row, index) ->
                    new ResultCase(
                        row.getString("id"),
                        row.getString("code"),
                        row.getString("nominee_name"),
                        row.getString("unit_now"),
                        row.getString("award_name"),
                        row.getString("status"),
                        Utc.instant(row, "submitted_at"),
                        instant(row, "closed_at")))
            .list();
    return new PageImpl<>(rows, page, total);
  }

  List<StepTime> steps(ResultScope scope) {
    var deadlines = calendar.deadlines();
    var times = new ArrayList<StepTime>();
    for (var step : Step.values()) {
      var passages =
          cohort(sql(step), scope)
              .query(
                  (row, index) ->
                      new Passage(
                          instant(row, "started"),
                          instant(row, "ended"),
                          row.getObject("days", Integer.class)))
              .list();
      var timed = passages.stream().filter(one -> one.days() != null).toList();
      var onTime =
          timed.stream()
              .filter(one -> !one.ended().isAfter(deadlines.after(one.started(), one.days())))
              .count();
      times.add(new StepTime(step, passages.size(), median(passages), timed.size(), (int) onTime));
    }
    return times;
  }

  private static String sql(Step step) {
    return switch (step) {
      case REVIEW ->
          """
          select * from (
            select (select max(a.at) from audit_entry a where a.subject_id = n.id
                and a.action in ('nomination.checked', 'nomination.reopened',
                  'nomination.consent-expired', 'nomination.consent.decline')
                and a.at <= d.decided_at) as started,
              d.decided_at as ended, r.review_days as days
            from (%s) n
            join nomination_decision d on d.nomination_id = n.id and d.step = 'office-review'
            """
              + RULE
              + ") p where started is not null";
      case SUPPLEMENT ->
          """
          select * from (
            select d.decided_at as started,
              (select min(a.at) from audit_entry a where a.subject_id = n.id
                and a.action = 'nomination.supplemented' and a.at >= d.decided_at) as ended,
              r.supplement_days as days
            from (%s) n
            join nomination_decision d on d.nomination_id = n.id and d.step = 'office-review'
              and d.outcome = 'return'
            """
              + RULE
              + ") p where ended is not null";
      case BATCH ->
          """
          select * from (
            select d.decided_at as started,
              (select min(a.at) from audit_entry a where a.subject_id = n.id
                and a.action = 'nomination.joined-dossier' and a.at >= d.decided_at) as ended,
              null as days
            from (%s) n
            join nomination_decision d on d.nomination_id = n.id and d.step = 'office-review'
              and d.outcome = 'accept'
          ) p where ended is not null""";
      case SIGNATURE ->
          """
          select b.opened_at as started, b.signed_at as ended, null as days
          from (%s) n join dossier b on b.id = n.dossier_id where b.signed_at is not null""";
      case NUMBER ->
          """
          select b.signed_at as started, e.registered_at as ended, null as days
          from (%s) n join dossier b on b.id = n.dossier_id
          join document_number e on e.subject_id = b.id
          where b.signed_at is not null""";
      case BOARD ->
          """
          select b.sent_to_board_at as started, n.closed_at as ended, r.board_days as days
          from (%s) n join dossier b on b.id = n.dossier_id
          """
              + RULE
              + """
              where b.sent_to_board_at is not null and n.closed_at is not null
                and n.status in ('AWARDED', 'NOT_AWARDED')""";
      case WHOLE ->
          """
          select n.submitted_at as started, n.closed_at as ended, null as days
          from (%s) n where n.closed_at is not null""";
    };
  }

  private static BigDecimal median(List<Passage> passages) {
    if (passages.isEmpty()) {
      return null;
    }
    var seconds =
        passages.stream()
            .map(one -> Duration.between(one.started(), one.ended()).toSeconds())
            .sorted()
            .toList();
    var middle = seconds.size() / 2;
    var median =
        seconds.size() % 2 == 1
            ? seconds.get(middle)
            : (seconds.get(middle - 1) + seconds.get(middle)) / 2;
    return BigDecimal.valueOf(median)
        .divide(BigDecimal.valueOf(Duration.ofDays(1).toSeconds()), 1, RoundingMode.HALF_UP);
  }

  /** How many cases the Office has decided on, and how many of them it returned at least once. */
  int reviewed(ResultScope scope, boolean returned) {
    return cohort(
            "select count(*) from (%s) n where exists (select 1 from nomination_decision d"
                + " where d.nomination_id = n.id and d.step = 'office-review'"
                + (returned ? " and d.outcome = 'return')" : ")"),
            scope)
        .query(Integer.class)
        .single();
  }

  List<ResultFigures.ReturnReason> returns(ResultScope scope) {
    return cohort(
            """
            select n.id, n.code, n.nominee_name, d.reason, d.decided_at
            from (%s) n join nomination_decision d on d.nomination_id = n.id
              and d.step = 'office-review' and d.outcome = 'return'
            order by d.decided_at desc, d.id desc limit :most""",
            scope)
        .param("most", MOST_LISTED)
        .query(
            (row, index) ->
                new ResultFigures.ReturnReason(
                    row.getString("id"),
                    row.getString("code"),
                    row.getString("nominee_name"),
                    row.getString("reason"),
                    Utc.instant(row, "decided_at")))
        .list();
  }

  List<ResultFigures.OpenHold> holds(ResultScope scope) {
    return cohort(
            """
            select n.id, n.code, n.nominee_name, h.kind, h.reason, h.review_on
            from (%s) n join nomination_hold h on h.nomination_id = n.id and h.ended_at is null
            order by h.review_on, n.id limit :most""",
            scope)
        .param("most", MOST_LISTED)
        .query(
            (row, index) ->
                new ResultFigures.OpenHold(
                    row.getString("id"),
                    row.getString("code"),
                    row.getString("nominee_name"),
                    row.getString("kind"),
                    row.getString("reason"),
                    row.getObject("review_on", LocalDate.class)))
        .list();
  }

  /** Ceilings of the campaigns that the cases belong to, and of the campaign asked for. */
  List<ResultFigures.QuotaUse> quotas(ResultScope scope) {
    return cohort(
            """
            select c.title, a.name, q.ceiling,
              (select count(*) from award_given g join nomination m on m.id = g.nomination_id
                where m.campaign_id = c.id and g.award_code = q.award_code
                  and g.live = 1 and g.revoked_on is null) as awarded
            from campaign_quota q
            join campaign c on c.id = q.campaign_id
            join award a on a.code = q.award_code
            where c.id = :asked or c.id in (select campaign_id from (%s) n)
            order by c.plan_date, c.id, a.sort_order limit 200""",
            scope)
        .param("asked", scope.campaignId() == null ? -1 : scope.campaignId())
        .query(
            (row, index) ->
                new ResultFigures.QuotaUse(
                    row.getString("title"),
                    row.getString("name"),
                    row.getInt("ceiling"),
                    row.getInt("awarded")))
        .list();
  }

  List<ResultFigures.Example> examples(ResultScope scope) {
    return cohort(
            """
            select c.title, r.examples from campaign_report r join campaign c on c.id = r.campaign_id
            where c.id = :asked or c.id in (select campaign_id from (%s) n)
            order by c.plan_date, c.id limit 50""",
            scope)
        .param("asked", scope.campaignId() == null ? -1 : scope.campaignId())
        .query(
            (row, index) ->
                new ResultFigures.Example(row.getString("title"), row.getString("examples")))
        .list();
  }

  /** An award that stands, with what its rule says of money. */
  record Priced(String award, String name, LocalDate decidedOn, BigDecimal factor, int number) {}

  List<Priced> priced(ResultScope scope) {
    return cohort(
            """
            select n.award_code, a.name, g.decided_on, r.money_factor, count(*) as amount
            from (%s) n
            join award_given g on g.nomination_id = n.id and g.live = 1 and g.revoked_on is null
            join award a on a.code = n.award_code
            """
                + RULE
                + """
                group by n.award_code, a.name, a.sort_order, g.decided_on, r.money_factor
                order by a.sort_order, g.decided_on""",
            scope)
        .query(
            (row, index) ->
                new Priced(
                    row.getString("award_code"),
                    row.getString("name"),
                    row.getObject("decided_on", LocalDate.class),
                    row.getBigDecimal("money_factor"),
                    row.getInt("amount")))
        .list();
  }

  Map<Long, String> campaignTitles() {
    var titles = new HashMap<Long, String>();
    jdbc.sql("select id, title from campaign")
        .query(
            row -> {
              titles.put(row.getLong("id"), row.getString("title"));
            });
    return titles;
  }

  /** A statement over the cases of a scope, which stand for {@code %s}. */
  private JdbcClient.StatementSpec cohort(String sql, ResultScope scope) {
    var condition =
        scope.campaignId() == null
            ? "n.submitted_at >= :from and n.submitted_at < :until"
            : "n.campaign_id = :campaign";
    var statement = jdbc.sql(sql.replace("%s", COHORT + condition));
    return scope.campaignId() == null
        ? statement.param("from", start(scope.from())).param("until", start(scope.to().plusDays(1)))
        : statement.param("campaign", scope.campaignId());
  }

  /** When a day begins where the Department works, as the database writes moments. */
  private LocalDateTime start(LocalDate day) {
    return Utc.of(day.atStartOfDay(clock.getZone()).toInstant());
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column) == null ? null : Utc.instant(row, column);
  }
}
