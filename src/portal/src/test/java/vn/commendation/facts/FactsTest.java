package vn.commendation.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.commendation.award.AwardRule;
import vn.commendation.award.Awards;
import vn.commendation.award.InitiativeLevel;
import vn.commendation.award.SubjectKind;
import vn.commendation.award.WorkRating;

class FactsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final long PERSON = 18;
  private static final long UNIT = 5;

  private final AwardHistory history = mock();
  private final Initiatives initiatives = mock();
  private final Ratings ratings = mock();
  private final Disciplines disciplines = mock();
  private final Concerns concerns = mock();
  private final Awards awards = mock();
  private final FactLines lines = mock();
  private final ZoneId zone = ZoneId.of("Asia/Ho_Chi_Minh");
  private final Facts facts =
      new Facts(
          history,
          initiatives,
          ratings,
          disciplines,
          concerns,
          awards,
          lines,
          Clock.fixed(TODAY.atTime(0, 5).atZone(zone).toInstant(), zone));

  private final List<AwardGiven> given = new ArrayList<>();

  @BeforeEach
  void history() {
    given(history.of(any(), anyLong())).willReturn(given);
  }

  @ParameterizedTest(name = "{0} for {1}: {2}")
  @CsvSource({
    // the year itself counts if the title has been given, else the row ends the year before
    "2023 2024 2025, 2025, 3",
    "2022 2023 2024, 2025, 3",
    // a gap breaks the row
    "2022 2023 2025, 2025, 1",
    "2021 2022 2023, 2025, 0",
    "2020 2021 2023 2024, 2025, 2",
    "2024 2025 2026, 2025, 2",
    "2026, 2025, 0",
    // twice in one year is one year
    "2024 2024 2025, 2025, 2",
  })
  void shouldCountConsecutiveYears(String years, int year, int expected) {
    give("CSTDCS", years);

    assertThat(person(fighter(), year).priorYears()).isEqualTo(expected);
  }

  @Test
  void shouldNotCountARevokedAward() {
    give("CSTDCS", "2023 2025");
    given.add(
        Samples.award(
            9, PERSON, "CSTDCS", 2024, LocalDate.of(2024, 12, 31), LocalDate.of(2026, 1, 1)));

    assertThat(person(fighter(), 2025).priorYears()).isEqualTo(1);
  }

  @Test
  void shouldCountOnlyTheTitleTheRuleAsksFor() {
    give("LDTT", "2023 2024 2025");

    assertThat(person(fighter(), 2025).priorYears()).isZero();
  }

  @ParameterizedTest(name = "provincial fighter {1}, base fighter {0}, for 2025: {2}")
  @CsvSource({
    // the years an earlier award of the same kind was given for do not count again
    "2020 2021 2022 2023 2024 2025, 2022, 3",
    "2020 2021 2022 2023 2024 2025, 2023, 2",
    "2020 2021 2022 2023 2024 2025, 2024, 1",
    // one of the year itself is no earlier award
    "2020 2021 2022 2023 2024 2025, 2025, 6",
  })
  void shouldNotCountYearsTwice(String years, int earlier, int expected) {
    give("CSTDCS", years);
    give("CSTD-TINH", Integer.toString(earlier));

    assertThat(person(fighter(), 2025).priorYears()).isEqualTo(expected);
  }

  @Test
  void shouldCountAgainWhatWasCountedForARevokedAward() {
    give("CSTDCS", "2023 2024 2025");
    given.add(
        Samples.award(
            9, PERSON, "CSTD-TINH", 2024, LocalDate.of(2024, 12, 31), LocalDate.of(2026, 1, 1)));

    assertThat(person(fighter(), 2025).priorYears()).isEqualTo(3);
  }

  @ParameterizedTest(name = "recognised {0} at {1}: {2}")
  @CsvSource({
    "2025-12-31, PROVINCE, 1",
    "2026-01-01, PROVINCE, 0",
    "2023-01-01, PROVINCE, 1",
    "2022-12-31, PROVINCE, 0",
    "2024-02-29, NATION, 1",
    "2024-02-29, BASE, 0",
  })
  void shouldCountInitiativesOfTheYearsThatCountAndOfTheLevel(
      LocalDate recognised, InitiativeLevel level, int expected) {
    give("CSTDCS", "2022 2023 2024 2025");
    given(initiatives.of(PERSON)).willReturn(List.of(initiative(recognised, level)));

    assertThat(person(fighter(), 2025).initiatives()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "period of the earlier one until {0}, recognised {1}: {2}")
  @CsvSource(
      value = {
        "2024-02-29, 2024-02-29, 0",
        "2024-02-29, 2024-03-01, 1",
        "2023-12-31, 2024-01-01, 1",
        // no period on record: the decision of 15 January after the year
        "-, 2025-01-15, 0",
        "-, 2025-01-16, 1",
      },
      nullValues = "-")
  void shouldNotCountAnInitiativeTwice(LocalDate until, LocalDate recognised, int expected) {
    var year = until == null ? 2024 : until.getYear();
    given.add(Samples.award(9, PERSON, "BK-TINH", year, until, null));
    given(initiatives.of(PERSON)).willReturn(List.of(initiative(recognised, InitiativeLevel.BASE)));
    var rule =
        Samples.rule(
            "BK-TINH", SubjectKind.INDIVIDUAL, null, 0, InitiativeLevel.BASE, null, 2, null, 0);

    assertThat(
            facts
                .of(PERSON, UNIT, rule, LocalDate.of(2024, 1, 1), LocalDate.of(2025, 12, 31))
                .initiatives())
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "rated {0}: {1}")
  @CsvSource({
    "2023:GOOD 2024:EXCELLENT 2025:GOOD, 3",
    "2023:GOOD 2024:COMPLETED 2025:GOOD, 1",
    // a year without a rating breaks the row, the achievements' own year too
    "2022:GOOD 2024:GOOD 2025:GOOD, 2",
    "2023:GOOD 2024:GOOD, 0",
  })
  void shouldCountYearsRatedWellEnough(String years, int expected) {
    given(ratings.of(PERSON, UNIT))
        .willReturn(
            Stream.of(years.split(" "))
                .map(one -> one.split(":"))
                .map(one -> rating(Integer.parseInt(one[0]), WorkRating.valueOf(one[1])))
                .toList());
    var rule =
        Samples.rule("LDTT", SubjectKind.INDIVIDUAL, null, 0, null, WorkRating.GOOD, 3, null, 0);

    assertThat(person(rule, 2025).ratingYears()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "decided {0}: {1}")
  @CsvSource({
    "2024-12-31, false",
    "2025-01-01, true",
    "2025-12-31, true",
    "2026-01-01, false",
  })
  void shouldCountDisciplineOfTheAchievementPeriod(LocalDate decided, boolean expected) {
    given(disciplines.of(any(), anyLong(), any()))
        .willReturn(List.of(discipline(DisciplineKind.REPRIMAND, decided, null, null)));

    assertThat(person(fighter(), 2025).disciplined()).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(DisciplineKind.class)
  void shouldCountAMembersDisciplineFromAWarningUp(DisciplineKind kind) {
    given(disciplines.of(any(), anyLong(), any()))
        .willReturn(List.of(discipline(kind, LocalDate.of(2025, 6, 1), null, null)));

    assertThat(collective(2025).disciplined()).isEqualTo(kind != DisciplineKind.REPRIMAND);
  }

  @ParameterizedTest(name = "from {0} to {1}: {2}")
  @CsvSource(
      value = {
        "2026-11-22, -, true",
        "2026-11-23, -, false",
        "2020-01-01, -, true",
        "2026-01-01, 2026-11-22, false",
        "2026-01-01, 2026-11-23, true",
      },
      nullValues = "-")
  void shouldSayWhatIsUnderConsiderationToday(LocalDate from, LocalDate to, boolean expected) {
    given(disciplines.of(any(), anyLong(), any()))
        .willReturn(List.of(discipline(null, null, from, to)));
    given(concerns.of(PERSON, UNIT))
        .willReturn(List.of(concern(ConcernKind.DENUNCIATION, from, to, false)));

    var found = person(fighter(), 2025);

    assertThat(found.pendingDiscipline()).isEqualTo(expected);
    assertThat(found.openComplaint()).isEqualTo(expected);
    assertThat(found.openInspection()).isFalse();
    assertThat(found.disciplined()).isFalse();
    assertThat(collective(2025).pendingDiscipline()).as("of a member").isFalse();
  }

  @Test
  void shouldMindAnInspectionOnlyIfItFoundSignsOfViolation() {
    var from = LocalDate.of(2026, 1, 1);
    given(concerns.of(PERSON, UNIT))
        .willReturn(List.of(concern(ConcernKind.INSPECTION, from, null, false)))
        .willReturn(List.of(concern(ConcernKind.INSPECTION, from, null, true)));

    assertThat(person(fighter(), 2025).openInspection()).isFalse();
    assertThat(person(fighter(), 2025).openInspection()).isTrue();
  }

  @ParameterizedTest(name = "{0} of {1}: {2} %")
  @CsvSource({"7, 10, 70", "69, 99, 69.69", "2, 3, 66.66", "0, 8, 0", "8, 8, 100", "0, 0, 0"})
  void shouldNeverRoundTheShareOfACollectiveUp(int holders, int members, BigDecimal percent) {
    given(history.membersOf(UNIT, LocalDate.of(2025, 12, 31))).willReturn(members);
    given(history.holdersAmongMembers(eq("LDTT"), eq(2025), anyLong(), any())).willReturn(holders);
    given(history.holdersAmongMembers(eq("CSTDCS"), anyInt(), anyLong(), any())).willReturn(2);

    var found = collective(2025);

    assertThat(found.advancedWorkerPercent()).isEqualByComparingTo(percent);
    assertThat(found.baseFighters()).isEqualTo(2);
    assertThat(person(fighter(), 2025).advancedWorkerPercent()).isNull();
  }

  private NomineeFacts person(AwardRule rule, int year) {
    return facts.of(PERSON, UNIT, rule, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }

  private NomineeFacts collective(int year) {
    var rule =
        Samples.rule(
            "TTLDXS", SubjectKind.COLLECTIVE, null, 0, null, null, 0, BigDecimal.valueOf(70), 1);
    return facts.of(null, UNIT, rule, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }

  /** Three consecutive base fighters and an initiative with effect in the province. */
  private static AwardRule fighter() {
    return Samples.rule(
        "CSTD-TINH",
        SubjectKind.INDIVIDUAL,
        "CSTDCS",
        3,
        InitiativeLevel.PROVINCE,
        null,
        0,
        null,
        0);
  }

  private void give(String code, String years) {
    Stream.of(years.split(" "))
        .map(Integer::valueOf)
        .map(year -> Samples.award(given.size() + 1, code, year))
        .forEach(given::add);
  }

  private static Initiative initiative(LocalDate recognised, InitiativeLevel level) {
    return new Initiative(1, "03", level, "Sáng kiến", recognised, "Sở", List.of(), null);
  }

  private static YearlyRating rating(int year, WorkRating rating) {
    return new YearlyRating(year, PERSON, UNIT, "", "", year, rating, "Thông báo", null);
  }

  private static Discipline discipline(
      DisciplineKind kind, LocalDate decided, LocalDate from, LocalDate to) {
    return new Discipline(1, PERSON, "", "", kind, null, decided, from, to, "", null);
  }

  private static Concern concern(
      ConcernKind kind, LocalDate from, LocalDate to, boolean violationSigns) {
    return new Concern(1, PERSON, UNIT, "", "", kind, from, to, violationSigns, "", null);
  }
}
