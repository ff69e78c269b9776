package vn.commendation.nomination;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.award.Award;
import vn.commendation.award.AwardRule;
import vn.commendation.award.Awards;
import vn.commendation.award.CommendationType;
import vn.commendation.award.QuotaScope;
import vn.commendation.award.Rules;
import vn.commendation.award.SubjectKind;
import vn.commendation.dashboard.QuotaGauge;
import vn.commendation.dashboard.QuotaSource;
import vn.commendation.facts.AwardHistory;

/**
 * The places that rules and campaigns leave, against all who want one: before a batch counts them
 * ({@code dossier.Quotas}), the Office sees here what is coming.
 */
@Component
@Transactional(readOnly = true)
class QuotaGauges implements QuotaSource {

  private static final int MOST = 50;

  private final JdbcClient jdbc;
  private final Rules rules;
  private final Awards awards;
  private final AwardHistory history;

  QuotaGauges(JdbcClient jdbc, Rules rules, Awards awards, AwardHistory history) {
    this.jdbc = jdbc;
    this.rules = rules;
    this.awards = awards;
    this.history = history;
  }

  /** Cases on their way, by everything a limit may depend on. */
  private record OnTheWay(
      String awardCode,
      Long campaignId,
      long unitId,
      String unitName,
      int year,
      String ruleSet,
      SubjectKind subjectKind,
      CommendationType commendationType,
      long held,
      long candidates) {}

  private record Ceiling(
      long campaignId, String title, String awardCode, long ceiling, long used) {}

  @Override
  public List<QuotaGauge> gauges() {
    var onTheWay = onTheWay();
    var names = awards.all().stream().collect(Collectors.toMap(Award::code, Award::name));
    var gauges = new ArrayList<QuotaGauge>(ofCampaigns(onTheWay, names));
    gauges.addAll(ofRules(onTheWay, names));
    return gauges.stream()
        .sorted(
            Comparator.comparing(QuotaGauge::exceeded)
                .reversed()
                .thenComparing(QuotaGauges::fullness, Comparator.reverseOrder()))
        .limit(MOST)
        .toList();
  }

  private static double fullness(QuotaGauge gauge) {
    return gauge.ceiling() == null || gauge.ceiling() == 0
        ? 0
        : (double) gauge.wanted() / gauge.ceiling();
  }

  private List<OnTheWay> onTheWay() {
    return jdbc.sql(
            """
            select n.award_code, n.campaign_id, n.unit_id, u.name as unit_name,
              year(n.period_to) as year, n.rule_set, n.subject_kind, n.commendation_type,
              cast(sum(n.status in ('IN_DOSSIER', 'SIGNED')) as signed) as held,
              cast(sum(n.status not in ('IN_DOSSIER', 'SIGNED')) as signed) as candidates
            from nomination n join unit u on u.id = n.unit_id
            where n.status in (:underWay) and n.award_code is not null
            group by n.award_code, n.campaign_id, n.unit_id, u.name, year(n.period_to), n.rule_set,
              n.subject_kind, n.commendation_type""")
        .param("underWay", NominationStatus.underWay().stream().map(Enum::name).toList())
        .query(OnTheWay.class)
        .list();
  }

  private List<QuotaGauge> ofCampaigns(List<OnTheWay> onTheWay, Map<String, String> names) {
    return jdbc
        .sql(
            """
            select q.campaign_id, c.title, q.award_code, q.ceiling,
              (select count(*) from nomination n
               join award_given g on g.nomination_id = n.id and g.live = 1 and g.revoked_on is null
               where n.campaign_id = q.campaign_id and n.award_code = q.award_code) as used
            from campaign_quota q join campaign c on c.id = q.campaign_id
            where c.status not in ('DRAFT', 'ARCHIVED', 'CANCELLED')
              or exists (select 1 from nomination n where n.campaign_id = q.campaign_id
                and n.award_code = q.award_code and n.status in (:underWay))
            order by c.opens_at desc, q.award_code limit :most""")
        .param("underWay", NominationStatus.underWay().stream().map(Enum::name).toList())
        .param("most", MOST)
        .query(Ceiling.class)
        .list()
        .stream()
        .map(
            ceiling -> {
              var cases =
                  onTheWay.stream()
                      .filter(one -> Objects.equals(one.campaignId(), ceiling.campaignId()))
                      .filter(one -> one.awardCode().equals(ceiling.awardCode()))
                      .toList();
              return new QuotaGauge(
                  names.getOrDefault(ceiling.awardCode(), ceiling.awardCode()),
                  ceiling.title(),
                  ceiling.used(),
                  sum(cases, OnTheWay::held),
                  sum(cases, OnTheWay::candidates),
                  ceiling.ceiling(),
                  null,
                  "/nominations?open=true&award=%s&campaign=%d"
                      .formatted(ceiling.awardCode(), ceiling.campaignId()));
            })
        .toList();
  }

  /** A rule's limit and those who want a place within it. */
  private record Limited(AwardRule rule, int year, Long unitId, String scope, List<OnTheWay> of) {}

  private List<QuotaGauge> ofRules(List<OnTheWay> onTheWay, Map<String, String> names) {
    var limits = new LinkedHashMap<String, Limited>();
    var sets = new HashMap<String, List<AwardRule>>();
    for (var one : onTheWay) {
      if (one.ruleSet() == null) {
        continue;
      }
      sets.computeIfAbsent(one.ruleSet(), rules::of).stream()
          .filter(rule -> rule.award().equals(one.awardCode()))
          .filter(rule -> rule.subject() == one.subjectKind())
          .filter(rule -> rule.types().contains(one.commendationType()))
          .filter(rule -> rule.quotaPercent() != null || rule.quotaCeiling() != null)
          .findAny()
          .ifPresent(
              rule -> {
                var inUnit = rule.quotaScope() == QuotaScope.UNIT;
                var scope = one.year() + (inUnit ? " – " + one.unitName() : "");
                limits
                    .computeIfAbsent(
                        rule.award() + "/" + scope,
                        key ->
                            new Limited(
                                rule,
                                one.year(),
                                inUnit ? one.unitId() : null,
                                scope,
                                new ArrayList<>()))
                    .of()
                    .add(one);
              });
    }
    if (limits.isEmpty()) {
      return List.of();
    }
    var holders =
        history.holders(
            limits.values().stream()
                .flatMap(limit -> Stream.of(limit.rule().award(), limit.rule().quotaOf()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()),
            limits.values().stream().map(Limited::year).collect(Collectors.toSet()));
    return limits.values().stream().map(limit -> gauge(limit, onTheWay, holders, names)).toList();
  }

  private static QuotaGauge gauge(
      Limited limit,
      List<OnTheWay> onTheWay,
      Collection<AwardHistory.Holders> holders,
      Map<String, String> names) {
    var rule = limit.rule();
    Long ceiling = rule.quotaCeiling() == null ? null : rule.quotaCeiling().longValue();
    String share = null;
    if (rule.quotaPercent() != null) {
      // who has come as far as a batch for the award counts, as when the batch is counted
      var base =
          holding(holders, rule.quotaOf(), limit)
              + sum(
                  onTheWay.stream()
                      .filter(one -> one.awardCode().equals(rule.quotaOf()))
                      .filter(one -> one.year() == limit.year())
                      .filter(one -> limit.unitId() == null || limit.unitId() == one.unitId())
                      .toList(),
                  OnTheWay::held);
      var places =
          rule.quotaPercent()
              .multiply(BigDecimal.valueOf(base))
              .divide(BigDecimal.valueOf(100), 0, RoundingMode.FLOOR)
              .longValueExact();
      share =
          "%s %% × %d".formatted(rule.quotaPercent().stripTrailingZeros().toPlainString(), base);
      ceiling = ceiling == null ? places : Math.min(ceiling, places);
    }
    return new QuotaGauge(
        names.getOrDefault(rule.award(), rule.award()),
        limit.scope(),
        holding(holders, rule.award(), limit),
        sum(limit.of(), OnTheWay::held),
        sum(limit.of(), OnTheWay::candidates),
        ceiling,
        share,
        "/nominations?open=true&award="
            + rule.award()
            + (limit.unitId() == null ? "" : "&unit=" + limit.unitId()));
  }

  private static long holding(
      Collection<AwardHistory.Holders> holders, String award, Limited limit) {
    return holders.stream()
        .filter(one -> one.award().equals(award) && one.year() == limit.year())
        .filter(one -> limit.unitId() == null || limit.unitId() == one.unitId())
        .mapToLong(AwardHistory.Holders::people)
        .sum();
  }

  private static long sum(List<OnTheWay> of, Function<OnTheWay, Long> number) {
    return of.stream().mapToLong(number::apply).sum();
  }
}
