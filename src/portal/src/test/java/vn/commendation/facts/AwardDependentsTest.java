package vn.commendation.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.commendation.award.RuleSet;
import vn.commendation.award.Rules;
import vn.commendation.award.SubjectKind;

class AwardDependentsTest {

  private static final LocalDate END_OF_2025 = LocalDate.of(2025, 12, 31);

  private final Rules rules = mock();
  private final AwardHistory history = mock();
  private final AwardDependents dependents = new AwardDependents(history, rules);

  @BeforeEach
  void rules() {
    given(rules.inForce(any()))
        .willReturn(
            new RuleSet("R2", "R2", "2024", LocalDate.of(2024, 1, 1), null, "Luật", true, null));
    given(rules.of("R2"))
        .willReturn(
            List.of(
                Samples.rule(
                    "CSTD-TINH", SubjectKind.INDIVIDUAL, "CSTDCS", 3, null, null, 0, null, 0),
                Samples.rule(
                    "TTLDXS",
                    SubjectKind.COLLECTIVE,
                    null,
                    0,
                    null,
                    null,
                    0,
                    BigDecimal.valueOf(70),
                    1),
                Samples.rule(
                    "TTLDTT",
                    SubjectKind.COLLECTIVE,
                    null,
                    0,
                    null,
                    null,
                    0,
                    BigDecimal.valueOf(50),
                    0)));
  }

  @ParameterizedTest(name = "the title of {0} among the three years of 2025: {1}")
  @CsvSource({"2022, false", "2023, true", "2024, true", "2025, true"})
  void shouldFindWhatNeededTheTitleOfAYear(int year, boolean depends) {
    var own =
        List.of(
            Samples.award(2022, "CSTDCS", 2022),
            Samples.award(2023, "CSTDCS", 2023),
            Samples.award(2024, "CSTDCS", 2024),
            Samples.award(2025, "CSTDCS", 2025),
            Samples.award(1, "CSTD-TINH", 2025));
    given(history.of(18L, 5)).willReturn(own);
    given(history.of(null, 5)).willReturn(List.of());
    given(history.get(year)).willReturn(own.get(year - 2022));

    assertThat(dependents.of(year).stream().map(AwardGiven::awardCode))
        .isEqualTo(depends ? List.of("CSTD-TINH") : List.of());
  }

  @Test
  void shouldFindNothingThatWasRevokedOrDecidedBefore() {
    var fallen = Samples.award(2025, "CSTDCS", 2025);
    given(history.of(18L, 5))
        .willReturn(
            List.of(
                fallen,
                Samples.award(2024, "CSTDCS", 2024),
                Samples.award(1, "CSTD-TINH", 2024),
                Samples.award(2, 18L, "CSTD-TINH", 2025, END_OF_2025, LocalDate.of(2026, 5, 1))));
    given(history.of(null, 5)).willReturn(List.of());
    given(history.get(2025)).willReturn(fallen);

    assertThat(dependents.of(2025)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"LDTT, 'TTLDXS,TTLDTT'", "CSTDCS, TTLDXS", "GK-SO, ''"})
  void shouldFindCollectiveTitlesThatCountedAMember(String code, String expected) {
    var fallen = Samples.award(7, code, 2025);
    given(history.of(18L, 5)).willReturn(List.of(fallen));
    given(history.of(null, 5))
        .willReturn(
            List.of(
                Samples.award(1, null, "TTLDXS", 2025, END_OF_2025, null),
                Samples.award(2, null, "TTLDTT", 2025, END_OF_2025, null),
                Samples.award(3, null, "TTLDXS", 2024, LocalDate.of(2024, 12, 31), null)));
    given(history.get(7)).willReturn(fallen);

    assertThat(String.join(",", dependents.of(7).stream().map(AwardGiven::awardCode).toList()))
        .isEqualTo(expected);
  }
}
