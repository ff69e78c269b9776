package vn.commendation.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.publication.RollChoices;
import vn.commendation.publication.Timeliness;
import vn.commendation.publication.TimelinessSource;
import vn.commendation.storage.Utc;

/** Tells the public pages how long cases take, by the same counting as the result report's. */
@Component
@Transactional(readOnly = true)
class PublicTimeliness implements TimelinessSource {

  private static final int MOST_CAMPAIGNS = 200;

  private final ResultQueries queries;
  private final JdbcClient jdbc;
  private final Clock clock;

  PublicTimeliness(ResultQueries queries, JdbcClient jdbc, Clock clock) {
    this.queries = queries;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public Timeliness of(LocalDate from, LocalDate to, Long campaignId) {
    var scope = new ResultScope(campaignId, campaignId == null ? null : "", from, to);
    var all = ResultQueries.line("", "", queries.groups(scope));
    return new Timeliness(
        all.proposed(),
        all.open(),
        queries.steps(scope).stream()
            .map(
                step ->
                    new Timeliness.Stage(
                        step.step().name(),
                        step.done(),
                        step.medianDays(),
                        step.timed(),
                        step.onTime()))
            .toList());
  }

  @Override
  public List<RollChoices.Named> campaigns() {
    return jdbc.sql(
            """
            select c.id, c.title as name from campaign c
            where exists (select 1 from nomination n
              where n.campaign_id = c.id and n.status <> 'DRAFT' and n.submitted_at is not null)
            order by c.opens_at desc, c.id limit ?""")
        .param(MOST_CAMPAIGNS)
        .query(RollChoices.Named.class)
        .list();
  }

  @Override
  public List<Integer> years() {
    return jdbc.sql(
            """
            select min(submitted_at) as first, max(submitted_at) as last from nomination
            where status <> 'DRAFT' and submitted_at is not null""")
        .query(
            (row, index) ->
                row.getObject("first") == null
                    ? List.<Integer>of()
                    : years(year(Utc.instant(row, "first")), year(Utc.instant(row, "last"))))
        .single();
  }

  private int year(Instant at) {
    return at.atZone(clock.getZone()).getYear();
  }

  private static List<Integer> years(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(n -> first + last - n).toList();
  }
}
