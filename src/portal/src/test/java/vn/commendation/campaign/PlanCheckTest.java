package vn.commendation.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.util.ReflectionTestUtils;
import vn.commendation.award.Award;
import vn.commendation.award.AwardKind;
import vn.commendation.award.AwardSubject;
import vn.commendation.award.Awards;
import vn.commendation.award.CommendationType;

class PlanCheckTest {

  private final CampaignRepository campaigns = mock(CampaignRepository.class);
  private final Awards awards = mock(Awards.class);
  private final AddressedUnits units = mock(AddressedUnits.class);
  private final PlanCheck check = new PlanCheck(campaigns, awards, units);

  @BeforeEach
  void catalogue() {
    given(awards.all()).willReturn(List.of(award("GK-SO"), award("BK-TINH"), award("LDTT")));
    given(units.all())
        .willReturn(List.of(new CampaignUnit(5, "Phòng QLKH"), new CampaignUnit(8, "Trung tâm")));
  }

  @Test
  void shouldFindNothingInAPlanWithoutAFault() {
    assertThat(check.problems(null, Plans.plan())).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource
  void shouldNameTheFieldAndTheFault(String field, String code, Consumer<Plans.Builder> change) {
    var plan =
        Plans.plan(
            builder -> {
              change.accept(builder);
              return builder;
            });

    assertThat(check.problems(null, plan))
        .extracting(Problem::field, Problem::code)
        .containsExactly(tuple(field, code));
  }

  static Stream<Arguments> shouldNameTheFieldAndTheFault() {
    return Stream.of(
        fault("code", "code", plan -> plan.code = "htb 2027"),
        fault("code", "code", plan -> plan.code = "H"),
        fault("title", "missing", plan -> plan.title = "  "),
        fault("title", "too-long", plan -> plan.title = "x".repeat(501)),
        fault("planDate", "missing", plan -> plan.planDate = null),
        fault(
            "achievementTo",
            "period-order",
            plan -> plan.achievementTo = LocalDate.of(2026, 12, 31)),
        fault("opensAt", "opens-range", plan -> plan.planDate = LocalDate.of(2026, 12, 2)),
        fault("opensAt", "opens-range", plan -> plan.planDate = LocalDate.of(2024, 11, 30)),
        fault("closesAt", "window-order", plan -> plan.closesAt = Plans.OPENS),
        fault(
            "closesAt",
            "window-long",
            plan -> {
              plan.closesAt = Plans.OPENS.plusYears(2).plusMinutes(1);
              plan.reportDueOn = null;
            }),
        fault("reportDueOn", "report-early", plan -> plan.reportDueOn = LocalDate.of(2027, 9, 30)),
        fault(
            "awardCodes",
            "awards",
            plan -> {
              plan.awardCodes = Set.of();
              plan.ceilings = Map.of();
            }),
        fault("awardCodes", "awards", plan -> plan.awardCodes = Set.of("GK-SO", "NONE")),
        fault("ceilings", "ceiling-award", plan -> plan.ceilings = Map.of("LDTT", 3)),
        fault("ceilings", "ceiling-range", plan -> plan.ceilings = Map.of("GK-SO", 0)),
        fault("type", "type-unplanned", plan -> plan.type = CommendationType.UNPLANNED),
        fault("unitIds", "units", plan -> plan.unitIds = Set.of()),
        fault("unitIds", "units", plan -> plan.unitIds = Set.of(1L)));
  }

  @ParameterizedTest
  @MethodSource
  void shouldTakeWhatLiesJustInside(Consumer<Plans.Builder> change) {
    var plan =
        Plans.plan(
            builder -> {
              change.accept(builder);
              return builder;
            });

    assertThat(check.problems(null, plan)).isEmpty();
  }

  static Stream<Consumer<Plans.Builder>> shouldTakeWhatLiesJustInside() {
    return Stream.of(
        plan -> plan.planDate = LocalDate.of(2026, 12, 1),
        plan -> plan.planDate = LocalDate.of(2024, 12, 1),
        plan -> plan.reportDueOn = LocalDate.of(2027, 10, 1),
        plan -> {
          plan.closesAt = Plans.OPENS.plusYears(2);
          plan.reportDueOn = null;
        },
        plan -> {
          plan.closesAt = null;
          plan.reportDueOn = LocalDate.of(2026, 12, 1);
        });
  }

  @Test
  void shouldRefuseTheCodeOfAnotherCampaignOnly() {
    var taken = CampaignEntity.draft(Plans.plan(), Plans.ZONE);
    ReflectionTestUtils.setField(taken, "id", 7L);
    given(campaigns.findByCode("HTB-2027")).willReturn(Optional.of(taken));

    assertThat(check.problems(null, Plans.plan()))
        .extracting(Problem::code)
        .containsExactly("code-taken");
    assertThat(check.problems(8L, Plans.plan())).isNotEmpty();
    assertThat(check.problems(7L, Plans.plan())).isEmpty();
  }

  private static Arguments fault(String field, String code, Consumer<Plans.Builder> change) {
    return Arguments.of(field, code, change);
  }

  private static Award award(String code) {
    return new Award(code, code, code, AwardKind.FORM, AwardSubject.BOTH);
  }
}
