package vn.commendation.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.commendation.award.CommendationType;
import vn.commendation.award.RuleSamples;
import vn.commendation.award.SubjectKind;

class QuotaTest {

  @ParameterizedTest
  @CsvSource({
    // percent, base, ceiling, held, places
    "15, 20, , 0, 3",
    "15, 19, , 0, 2",
    "15, 0, , 0, 0",
    "14.9, 20, , 0, 2",
    "15.1, 20, , 0, 3",
    "15, 20, 2, 0, 2",
    "15, 20, 9, 0, 3",
    " , 20, 2, 0, 2",
    "15, 20, , 1, 2",
    "15, 20, , 9, 0",
  })
  void shouldCountThePlacesThatAreLeft(
      BigDecimal percent, int base, Integer ceiling, int held, int places) {
    assertThat(quota(2, held, base, percent, ceiling).places()).isEqualTo(places);
  }

  @RepeatedTest(200)
  void shouldNeverGiveMorePlacesThanTheRule(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var base = random.nextInt(200);
    var held = random.nextInt(20);
    var percent = BigDecimal.valueOf(random.nextInt(1, 1000), 1);
    var ceiling = random.nextBoolean() ? random.nextInt(20) : null;

    var quota = quota(random.nextInt(1, 30), held, base, percent, ceiling);

    var taken = quota.places() == 0 ? 0 : quota.places() + held;
    assertThat(BigDecimal.valueOf(taken * 100L))
        .isLessThanOrEqualTo(percent.multiply(BigDecimal.valueOf(base)));
    if (ceiling != null) {
      assertThat(taken).isLessThanOrEqualTo(ceiling);
    }
    var oneMore = quota(1, held, base + 1, percent, ceiling);
    assertThat(oneMore.places()).isGreaterThanOrEqualTo(quota.places());
    assertThat(quota.line().candidates()).isGreaterThanOrEqualTo(held);
  }

  private static Quota quota(
      int candidates, int held, int base, BigDecimal percent, Integer ceiling) {
    var rule =
        RuleSamples.with(
            RuleSamples.rule(1, "CSTDCS", SubjectKind.INDIVIDUAL, CommendationType.MERIT),
            "quotaPercent",
            percent,
            "quotaCeiling",
            ceiling);
    var quota = Quota.ofRule(Batches.of(18).items().getFirst(), rule);
    quota.count(candidates, held, 0, 0);
    quota.base(base);
    return quota;
  }
}
