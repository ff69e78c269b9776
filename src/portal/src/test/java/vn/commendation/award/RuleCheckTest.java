package vn.commendation.award;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.commendation.award.CommendationType.MERIT;
import static vn.commendation.award.CommendationType.MOVEMENT;
import static vn.commendation.award.CommendationType.UNPLANNED;
import static vn.commendation.award.RuleSamples.rule;
import static vn.commendation.award.RuleSamples.with;
import static vn.commendation.award.SubjectKind.COLLECTIVE;
import static vn.commendation.award.SubjectKind.INDIVIDUAL;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleCheckTest {

  private static final Map<String, AwardSubject> AWARDS =
      Map.of("GK-SO", AwardSubject.BOTH, "LDTT", AwardSubject.INDIVIDUAL);
  private static final AwardRule ROW = rule(1, "GK-SO", INDIVIDUAL, MERIT);

  @Test
  void shouldFindNothingWrongWithASoundRow() {
    assertThat(RuleCheck.row(ROW, List.of(ROW), AWARDS)).isEmpty();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("award-unknown", "award", "KHONG-CO"),
        fault("wrong-subject", "award", "LDTT", "subject", COLLECTIVE),
        fault("types-missing", "types", Set.of()),
        fault("level-missing", "level", " "),
        fault("basis-missing", "legalBasis", null),
        fault("prior-unknown", "priorAward", "KHONG-CO", "priorYears", 2),
        fault("prior-incomplete", "priorAward", "LDTT"),
        fault("prior-incomplete", "priorYears", 2),
        fault("initiative-level", "initiatives", 1),
        fault("rating-missing", "ratingYears", 1),
        fault("quota-basis", "quotaPercent", BigDecimal.TEN, "quotaScope", QuotaScope.DEPARTMENT),
        fault("quota-scope", "quotaCeiling", 3),
        fault("quota-unknown", "quotaOf", "KHONG-CO"),
        fault("denominator", "voteThreshold", null),
        fault("denominator", "voteDenominator", null),
        fault(
            "secret-without-ballot",
            "voteThreshold",
            null,
            "voteDenominator",
            null,
            "secretBallot",
            true),
        fault("percent", "voteThreshold", new BigDecimal("100.01")),
        fault("percent", "voteThreshold", new BigDecimal("-0.01")),
        fault("percent", "voteThreshold", new BigDecimal("66.667")),
        fault("too-long", "note", "x".repeat(1001)),
        fault("percent", "advancedWorkerPercent", new BigDecimal("101")),
        fault("money", "moneyFactor", new BigDecimal("-1")),
        fault("years", "priorAward", "LDTT", "priorYears", 31),
        fault("years", "initiatives", -1),
        fault("days", "reviewDays", -1),
        fault("days", "disclosureDays", 366),
        fault("days", "boardDays", -1),
        fault("people", "baseFighters", -1),
        fault("people", "quotaCeiling", -1, "quotaScope", QuotaScope.UNIT));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("faults")
  void shouldNameTheRowAndItsFault(String code, List<Object> changes) {
    var row = with(ROW, changes.toArray());

    assertThat(RuleCheck.row(row, List.of(row), AWARDS))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.award()).isEqualTo(row.award());
              assertThat(problem.subject()).isEqualTo(row.subject());
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"subject", "authority", "procedure", "certainty"})
  void shouldRefuseARowThatLacksAChoice(String component) {
    assertThat(RuleCheck.row(with(ROW, component, null), List.of(), AWARDS))
        .containsExactly(RuleProblem.of("incomplete"));
  }

  @ParameterizedTest
  @MethodSource
  void shouldAllowTheLimitsThemselves(List<Object> changes) {
    assertThat(RuleCheck.row(with(ROW, changes.toArray()), List.of(), AWARDS)).isEmpty();
  }

  static Stream<Arguments> shouldAllowTheLimitsThemselves() {
    return Stream.of(
        Arguments.of(List.of("voteThreshold", new BigDecimal("100.00"))),
        Arguments.of(List.of("voteThreshold", BigDecimal.ZERO)),
        Arguments.of(List.of("priorAward", "LDTT", "priorYears", 30)),
        Arguments.of(List.of("reviewDays", 0, "boardDays", 365)));
  }

  @Test
  void shouldRefuseTwoRowsForTheSameNominees() {
    var other = rule(2, "GK-SO", INDIVIDUAL, MOVEMENT, MERIT);

    assertThat(RuleCheck.row(ROW, List.of(ROW, other), AWARDS))
        .containsExactly(RuleProblem.at(new Coverage("GK-SO", INDIVIDUAL, MERIT), "overlap"));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-,          2026-10-01, Điều 2, UNVERIFIED, -",
        "2026-09-30, 2026-10-01, Điều 2, CONFIRMED,  -",
        "2026-10-01, 2026-10-01, Điều 2, CONFIRMED,  transition-days",
        "2026-01-01, -,          Điều 2, CONFIRMED,  transition-days",
        "-,          2026-10-01, ' ',    CONFIRMED,  transition-basis",
        "-,          2026-10-01, Điều 2, -,          transition-basis",
      })
  void shouldTakeOnlyACompleteTransition(
      LocalDate from, LocalDate before, String basis, Certainty certainty, String problem) {
    var transition = new RuleTransition(from, before, basis, certainty, null);

    assertThat(RuleCheck.transition(transition))
        .extracting(RuleProblem::code)
        .isEqualTo(problem == null ? List.of() : List.of(problem));
  }

  @Test
  void shouldLetRowsStandSideBySide() {
    var others =
        List.of(
            rule(2, "GK-SO", INDIVIDUAL, MOVEMENT),
            rule(3, "GK-SO", COLLECTIVE, MERIT),
            rule(4, "LDTT", INDIVIDUAL, MERIT));

    assertThat(RuleCheck.row(ROW, others, AWARDS)).isEmpty();
  }

  @Test
  void shouldNameWhatTheEarlierSetCoveredAndThisOneDoesNot() {
    var before = List.of(rule(1, "GK-SO", INDIVIDUAL, MERIT, MOVEMENT, UNPLANNED));
    var draft = List.of(rule(2, "GK-SO", INDIVIDUAL, MERIT));

    assertThat(RuleCheck.gaps(draft, before, Set.of(new Coverage("GK-SO", INDIVIDUAL, UNPLANNED))))
        .containsExactly(RuleProblem.at(new Coverage("GK-SO", INDIVIDUAL, MOVEMENT), "gap"));
  }

  /** Rows come and go at random; whatever passes the check covers everything exactly once. */
  @Test
  void shouldNeverPassASetWithAGapOrAnOverlap() {
    var random = new Random(20_221_122);
    var before = List.of(rule(1, "GK-SO", INDIVIDUAL, MERIT, MOVEMENT, UNPLANNED));
    var passed = 0;
    for (var run = 0; run < 2_000; run++) {
      var rows = new ArrayList<AwardRule>();
      for (var id = 1; id <= 1 + random.nextInt(3); id++) {
        rows.add(with(ROW, "id", (long) id, "types", someTypes(random)));
      }
      var sound =
          rows.stream().allMatch(row -> RuleCheck.row(row, rows, AWARDS).isEmpty())
              && RuleCheck.gaps(rows, before, Set.of()).isEmpty();
      if (sound) {
        passed++;
      }
      var covering = rows.stream().flatMap(row -> row.types().stream()).toList();
      assertThat(sound)
          .as(rows.toString())
          .isEqualTo(
              rows.stream().noneMatch(row -> row.types().isEmpty())
                  && covering.size() == new HashSet<>(covering).size()
                  && covering.containsAll(Set.of(MERIT, MOVEMENT, UNPLANNED)));
    }
    assertThat(passed).isPositive();
  }

  private static Set<CommendationType> someTypes(Random random) {
    var types = new HashSet<CommendationType>();
    for (var type : List.of(MERIT, MOVEMENT, UNPLANNED)) {
      if (random.nextInt(5) < 2) {
        types.add(type);
      }
    }
    return types;
  }

  private static Arguments fault(String code, Object... changes) {
    return Arguments.of(code, Arrays.asList(changes));
  }
}
