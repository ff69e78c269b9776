package vn.commendation.nomination;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.campaign.NominationCounts;

/** Tells a campaign what was nominated in it. */
@Component
@Transactional(readOnly = true)
class CampaignNominationCounts implements NominationCounts {

  private static final String AWARDED =
      quoted(NominationStatus.AWARDED, NominationStatus.AWARDED_IN_HOUSE);
  private static final String REFUSED =
      quoted(
          Arrays.stream(NominationStatus.values())
              .filter(NominationStatus::ended)
              .filter(status -> status != NominationStatus.AWARDED)
              .filter(status -> status != NominationStatus.AWARDED_IN_HOUSE)
              .toArray(NominationStatus[]::new));

  private final JdbcClient jdbc;

  CampaignNominationCounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Count(String name, long amount) {}

  @Override
  public Map<Long, Integer> submittedByUnit(long campaignId) {
    return jdbc
        .sql(
            """
            select unit_id as name, count(*) as amount from nomination
            where campaign_id = ? and status not in ('DRAFT', 'WITHDRAWN') group by unit_id""")
        .param(campaignId)
        .query(Count.class)
        .list()
        .stream()
        .collect(toMap(count -> Long.valueOf(count.name()), count -> (int) count.amount()));
  }

  @Override
  public Map<Long, Long> submitted(Collection<Long> campaignIds) {
    if (campaignIds.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(
            """
            select campaign_id as name, count(*) as amount from nomination
            where campaign_id in (:ids) and status not in ('DRAFT', 'WITHDRAWN')
            group by campaign_id""")
        .param("ids", campaignIds)
        .query(Count.class)
        .list()
        .stream()
        .collect(toMap(count -> Long.valueOf(count.name()), Count::amount));
  }

  @Override
  public Map<String, Long> byStatus(long campaignId) {
    return jdbc
        .sql(
            """
            select status as name, count(*) as amount from nomination
            where campaign_id = ? and status <> 'DRAFT' group by status order by status""")
        .param(campaignId)
        .query(Count.class)
        .list()
        .stream()
        .collect(toMap(Count::name, Count::amount, Long::sum, LinkedHashMap::new));
  }

  @Override
  public List<Figure> figures(long campaignId) {
    return jdbc.sql(
            """
            select u.name as unit, a.name as award, count(*) as nominated,
              cast(sum(n.status in (%s)) as signed) as awarded,
              cast(sum(n.status in (%s)) as signed) as refused
            from nomination n join unit u on u.id = n.unit_id join award a on a.code = n.award_code
            where n.campaign_id = ? and n.status <> 'DRAFT'
            group by u.id, u.name, a.code, a.name, a.sort_order order by u.id, a.sort_order"""
                .formatted(AWARDED, REFUSED))
        .param(campaignId)
        .query(Figure.class)
        .list();
  }

  private static String quoted(NominationStatus... statuses) {
    return Arrays.stream(statuses).map(status -> "'" + status + "'").collect(joining(", "));
  }
}
