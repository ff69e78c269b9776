package vn.commendation.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static vn.commendation.award.CommendationType.MERIT;
import static vn.commendation.award.SubjectKind.INDIVIDUAL;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.commendation.award.AwardRule;
import vn.commendation.award.QuotaScope;
import vn.commendation.award.RuleSamples;
import vn.commendation.campaign.Campaigns;
import vn.commendation.facts.AwardHistory;
import vn.commendation.nomination.AcceptedNomination;
import vn.commendation.nomination.BatchedNominations;

/** How many places there are for a batch when others have some, or want some. */
class QuotasTest {

  private static final long CAMPAIGN = 7;
  private static final AwardRule FREE = RuleSamples.rule(1, "GK-SO", INDIVIDUAL, MERIT);

  private final Cases cases = mock();
  private final DossierRepository dossiers = mock();
  private final Campaigns campaigns = mock();
  private final BatchedNominations nominations = mock();
  private final AwardHistory history = mock();
  private final Quotas quotas = new Quotas(cases, dossiers, campaigns, nominations, history);

  private final Map<String, AcceptedNomination> described = new HashMap<>();
  private final List<DossierItem> elsewhere = new ArrayList<>();

  @BeforeEach
  void describe() {
    given(cases.of(any())).willReturn(described);
    given(dossiers.underWay(any(), any())).willReturn(elsewhere);
    given(campaigns.ceilings(CAMPAIGN)).willReturn(Map.of("GK-SO", 3));
  }

  @ParameterizedTest
  @CsvSource({
    // given before, decided elsewhere, undecided elsewhere | all who want one, places left
    "0, 0, 0, 2, 3", "1, 0, 0, 3, 2", "2, 0, 0, 4, 1", "3, 0, 0, 5, 0", "4, 0, 0, 6, 0",
    "0, 1, 0, 3, 2", "0, 2, 0, 4, 1", "0, 0, 1, 3, 3", "0, 0, 2, 4, 3", "1, 1, 1, 5, 1",
  })
  void shouldCountACampaignsCeilingAcrossItsBatches(
      int given, int decided, int undecided, int wanted, int left) {
    given(nominations.awarded(CAMPAIGN, "GK-SO")).willReturn(List.of("a"));
    given(history.standing(List.of("a"))).willReturn(given);
    var batch = batch(FREE, CAMPAIGN, 18, 19);
    var settled = batch(FREE, CAMPAIGN, people(30, decided));
    settled.quotas(List.of());
    elsewhere.addAll(settled.items());
    elsewhere.addAll(batch(FREE, CAMPAIGN, people(40, undecided)).items());
    elsewhere.addAll(batch(FREE, 8L, 50, 51, 52).items());
    elsewhere.addAll(batch(FREE, null, 53, 54, 55).items());

    assertThat(quotas.of(batch))
        .singleElement()
        .satisfies(
            quota -> {
              assertThat(quota.name()).isEqualTo("Danh hiệu GK-SO – Thi đua nước rút");
              assertThat(quota.line().candidates()).isEqualTo(wanted);
              assertThat(quota.line().ceiling()).isEqualTo(3);
              assertThat(quota.places()).isEqualTo(left);
            });
  }

  @Test
  void shouldSetNoLimitOutsideACampaignOrForAnotherAward() {
    given(campaigns.ceilings(CAMPAIGN)).willReturn(Map.of("BK-TINH", 1));

    assertThat(quotas.of(batch(FREE, CAMPAIGN, 18))).isEmpty();
    assertThat(quotas.of(batch(FREE, null, 18))).isEmpty();
  }

  @Test
  void shouldApplyTheRuleAndTheCampaignBeside() {
    var rule = RuleSamples.with(FREE, "quotaCeiling", 1, "quotaScope", QuotaScope.DEPARTMENT);

    assertThat(quotas.of(batch(rule, CAMPAIGN, 18, 19)))
        .extracting(Quota::key, Quota::places)
        .containsExactly(tuple("GK-SO/2026", 1), tuple("GK-SO/campaign-7", 3));
  }

  @ParameterizedTest
  @CsvSource({
    // given in unit 5 | places left there
    "0, 2",
    "1, 1",
    "2, 0",
    "3, 0",
  })
  void shouldCountEachUnitOnItsOwn(int given, int left) {
    var rule = RuleSamples.with(FREE, "quotaCeiling", 2, "quotaScope", QuotaScope.UNIT);
    given(history.holders("GK-SO", 2026, 5L)).willReturn(given);
    given(history.holders("GK-SO", 2026, null)).willReturn(100);
    var batch = batch(rule, null, 18, 19);
    add(batch, rule, null, 6, 20);
    var settled = batch(rule, null);
    add(settled, rule, null, 6, 30);
    settled.quotas(List.of());
    elsewhere.addAll(settled.items());

    assertThat(quotas.of(batch))
        .extracting(Quota::key, quota -> quota.line().candidates(), Quota::places)
        .containsExactly(tuple("GK-SO/2026/5", 2 + given, left), tuple("GK-SO/2026/6", 2, 1));
  }

  @ParameterizedTest
  @CsvSource({
    // who has the other award | places of 15 percent: in the unit, in the Department
    "4, 0, 2",
    "5, 1, 2",
    "11, 1, 3",
    "12, 2, 3",
  })
  void shouldTakeTheShareOfThoseInTheScope(int holders, int inUnit, int inDepartment) {
    // two of the unit's own batch, and one of another unit's, come as far as the other award
    given(history.holders("LDTT", 2026, 5L)).willReturn(holders);
    given(history.holders("LDTT", 2026, null)).willReturn(holders + 8);
    for (var scope : QuotaScope.values()) {
      var rule =
          RuleSamples.with(
              FREE, "quotaPercent", BigDecimal.valueOf(15), "quotaOf", "LDTT", "quotaScope", scope);
      var worker = RuleSamples.rule(2, "LDTT", INDIVIDUAL, MERIT);
      var batch = batch(rule, null, 18);
      add(batch, "LDTT", worker, null, 5, 18);
      add(batch, "LDTT", worker, null, 5, 19);
      elsewhere.clear();
      var settled = batch(rule, null);
      add(settled, "LDTT", worker, null, 6, 30);
      settled.quotas(List.of());
      var undecided = batch(rule, null);
      add(undecided, "LDTT", worker, null, 5, 31);
      elsewhere.addAll(settled.items());
      elsewhere.addAll(undecided.items());

      assertThat(quotas.of(batch))
          .as(scope.name())
          .singleElement()
          .satisfies(
              quota ->
                  assertThat(quota.places())
                      .isEqualTo(scope == QuotaScope.UNIT ? inUnit : inDepartment));
    }
  }

  @Test
  void shouldHoldThePlacesOfABatchUnlessItStillHasToChooseForThem() {
    var batch = batch(FREE, CAMPAIGN, 18, 19);
    var item = batch.items().getFirst();
    assertThat(item.placeDecided()).isFalse();

    var quota = Quota.ofCampaign(item, "Thi đua nước rút", 1);
    batch.quotas(List.of(quota));
    assertThat(item.placeDecided()).isTrue();

    quota.decide(new QuotaResult(quota.key(), true, "Vượt"));
    batch.moveTo(DossierStatus.QUOTA_SELECTION, null, Batches.NOW);
    assertThat(item.placeDecided()).isFalse();

    batch.moveTo(DossierStatus.PROCESSING, null, Batches.NOW);
    assertThat(item.placeDecided()).isTrue();
  }

  private Dossier batch(AwardRule rule, Long campaign, long... people) {
    var batch = Batches.of();
    for (var person : people) {
      add(batch, rule, campaign, 5, person);
    }
    return batch;
  }

  private void add(Dossier batch, AwardRule rule, Long campaign, long unit, long person) {
    add(batch, "GK-SO", rule, campaign, unit, person);
  }

  private void add(
      Dossier batch, String award, AwardRule rule, Long campaign, long unit, long person) {
    var nomination = Batches.nomination(award + person, person, award, rule, unit, campaign);
    described.put(nomination.id(), nomination);
    batch.add(nomination, Batches.NOMINATOR);
  }

  private static long[] people(long first, int number) {
    return LongStream.range(first, first + number).toArray();
  }
}
