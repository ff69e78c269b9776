package vn.commendation.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.commendation.award.RuleSamples.with;
import static vn.commendation.platform.AtOnce.together;

import io.camunda.client.CamundaClient;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.security.access.AccessDeniedException;
import vn.commendation.audit.AuditEntry;
import vn.commendation.calendar.CalendarDay;
import vn.commendation.calendar.CalendarDays;
import vn.commendation.calendar.CalendarRefused;
import vn.commendation.calendar.DayKind;
import vn.commendation.calendar.WorkingCalendar;
import vn.commendation.facts.NomineeFacts;
import vn.commendation.platform.LocalPlatformTest;

/** The rules and the calendar as they are delivered, and how administrators go on from there. */
@LocalPlatformTest
class RulesIT {

  private static final String ADMIN = "quantri";

  @Autowired private Rules rules;
  @Autowired private RuleSets ruleSets;
  @Autowired private Awards awards;
  @Autowired private WorkingCalendar calendar;
  @Autowired private CalendarDays days;
  @Autowired private CamundaClient camunda;
  @Autowired private Clock clock;

  /** The tables are tested one by one on a newer engine; this is the oldest they run on. */
  @Test
  void shouldDecideOnThisEngine() {
    var line =
        Map.of(
            "votesFor",
            9,
            "members",
            11,
            "entitled",
            11,
            "threshold",
            90,
            "denominator",
            "ALL_MEMBERS");
    var rule =
        rules.find("R1", "TTLDTT", SubjectKind.COLLECTIVE, CommendationType.MERIT).orElseThrow();
    var facts =
        new NomineeFacts(0, 0, 1, new BigDecimal("50.0"), 0, false, false, true, false, List.of());

    assertThat(decide("ballot", Map.of("line", line)))
        .contains("\"passed\":false", "9/11 phiếu tán thành (81,82%), chưa đạt mức 90%.");
    assertThat(decide("quota", Map.of("line", Map.of("candidates", 5, "base", 33, "percent", 15))))
        .contains("\"exceeded\":true");
    assertThat(decide("routing", Map.of("rule", rule))).contains("IN_HOUSE", "\"ballot\":true");
    assertThat(
            decide(
                "required-documents",
                Map.of("rule", rule, "subject", "COLLECTIVE", "commendationType", "MERIT")))
        .contains("unit-minutes", "council-minutes");
    assertThat(decide("eligibility", Map.of("rule", rule, "facts", facts, "subject", "COLLECTIVE")))
        .contains("Cần trên 50% Lao động tiên tiến, tập thể đạt 50%.", "BLOCK", "HOLD");
    assertThat(decide("eligibility", Map.of("rule", Map.of(), "facts", Map.of()))).isEqualTo("[]");
  }

  @ParameterizedTest
  @CsvSource({
    "2014-01-01, R1",
    "2022-05-30, R1",
    "2023-12-31, R1",
    "2024-01-01, R2",
    "2025-06-30, R2",
    "2025-07-01, R3",
    "2026-09-30, R3",
    "2026-10-01, R4",
  })
  void shouldChangeTheSetOnItsFirstDay(LocalDate day, String code) {
    assertThat(rules.inForce(day).code()).isEqualTo(code);
  }

  @Test
  void shouldKnowNoRulesBeforeTheFirstSet() {
    assertThatThrownBy(() -> rules.inForce(LocalDate.of(2013, 12, 31)))
        .isInstanceOf(NoSuchElementException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"R1", "R2", "R3", "R4"})
  void shouldCoverEveryAwardWithSoundRowsInEveryDeliveredSet(String set) {
    var rows = rules.of(set);
    var catalogue = awards.all().stream().collect(Collectors.toMap(Award::code, Award::subject));

    assertThat(rows).extracting(AwardRule::award).containsAll(catalogue.keySet());
    assertThat(rows).flatExtracting(row -> RuleCheck.row(row, rows, catalogue)).isEmpty();
    assertThat(rows)
        .filteredOn(row -> row.certainty() == Certainty.UNVERIFIED)
        .allSatisfy(row -> assertThat(row.note()).as(row.toString()).isNotBlank());
  }

  @Test
  void shouldAskForNothingBeforehandInAMovement() {
    for (var set : rules.sets()) {
      for (var award : List.of("GK-SO", "BK-TINH")) {
        for (var subject : SubjectKind.values()) {
          var rule =
              rules.find(set.code(), award, subject, CommendationType.MOVEMENT).orElseThrow();
          assertThat(rule.priorYears() + rule.initiatives() + rule.ratingYears()).isZero();
          assertThat(rule.advancedWorkerPercent()).isNull();
          assertThat(rule.baseFighters()).isZero();
          assertThat(rule.noDiscipline()).isFalse();
          assertThat(rule.disclosureDays()).isZero();
        }
      }
    }
  }

  @Test
  void shouldSayWhatTheLawBefore2024AskedFor() {
    var provincial =
        rules.find("R1", "CSTD-TINH", SubjectKind.INDIVIDUAL, CommendationType.MERIT).orElseThrow();
    var base =
        rules.find("R1", "CSTDCS", SubjectKind.INDIVIDUAL, CommendationType.MERIT).orElseThrow();

    assertThat(provincial.priorAwardName()).isEqualTo("Chiến sĩ thi đua cơ sở");
    assertThat(provincial.priorYears()).isEqualTo(3);
    assertThat(provincial.voteThreshold()).isEqualByComparingTo("90");
    assertThat(provincial.voteDenominator()).isEqualTo(VoteDenominator.ALL_MEMBERS);
    assertThat(provincial.boardDays()).isEqualTo(25);
    assertThat(base.quotaPercent()).isEqualByComparingTo("15");
    assertThat(base.quotaOf()).isEqualTo("LDTT");
    assertThat(base.certainty()).isEqualTo(Certainty.CONFIRMED);
    assertThat(rules.find("R1", "CSTDCS", SubjectKind.COLLECTIVE, CommendationType.MERIT))
        .isEmpty();
  }

  @Test
  void shouldWriteAndPublishTheNextSet() {
    var before = rules.sets().stream().filter(RuleSet::published).toList().getLast();
    var code = draft();
    var row = row(code, "CSTDCS");
    ruleSets.save(
        code, ruleSets.version(code), with(row, "quotaPercent", new BigDecimal("12.5")), ADMIN);
    ruleSets.remove(
        code, ruleSets.version(code), row(code, "HCLD-1").id(), "Không còn trong luật", ADMIN);
    var firstDay = before.validFrom().isAfter(today()) ? before.validFrom() : today();

    ruleSets.publish(code, ruleSets.version(code), firstDay.plusYears(5), ADMIN);

    assertThat(rules.inForce(firstDay.plusYears(5)).code()).isEqualTo(code);
    assertThat(rules.set(before.code()).validTo()).isEqualTo(firstDay.plusYears(5));
    assertThat(row(code, "CSTDCS").quotaPercent()).isEqualByComparingTo("12.5");
    assertThat(row(before.code(), "CSTDCS").quotaPercent()).isEqualByComparingTo("15");
    assertThat(ruleSets.history(code))
        .extracting(AuditEntry::action)
        .containsExactly("rules.copied", "rules.row-saved", "rules.row-removed", "rules.published");
    assertThatThrownBy(() -> ruleSets.save(code, ruleSets.version(code), row(code, "LDTT"), ADMIN))
        .isInstanceOf(RulesRefused.class)
        .hasMessageContaining("published");
  }

  @Test
  void shouldReachBackToCasesReceivedBeforeTheLawOf2026() {
    var amended = rules.set("R4");

    assertThat(amended.reachesBackTo(LocalDate.of(2026, 9, 30))).isTrue();
    assertThat(amended.reachesBackTo(LocalDate.of(2026, 10, 1))).isFalse();
    assertThat(amended.transition().certainty()).isEqualTo(Certainty.UNVERIFIED);
    assertThat(amended.transition().note()).isNotBlank();
    assertThat(rules.sets())
        .filteredOn(set -> Set.of("R1", "R2", "R3").contains(set.code()))
        .allSatisfy(set -> assertThat(set.transition()).isNull());
  }

  @Test
  void shouldKeepTheTransitionOfADraftAndNotSpeakOfItsOwnDays() {
    var code = draft();
    var day = rules.sets().stream().filter(RuleSet::published).toList().getLast().validFrom();
    var first = (day.isAfter(today()) ? day : today()).plusYears(5);
    assertThat(rules.set(code).transition()).isNull();

    ruleSets.setTransition(code, ruleSets.version(code), transition(first.plusDays(1)), ADMIN);

    assertThat(rules.set(code).reachesBackTo(first)).as("a draft").isFalse();
    assertThatThrownBy(() -> ruleSets.publish(code, ruleSets.version(code), first, ADMIN))
        .isInstanceOf(RulesRefused.class)
        .hasMessageContaining("transition-too-late");

    ruleSets.setTransition(code, ruleSets.version(code), transition(first), ADMIN);
    ruleSets.publish(code, ruleSets.version(code), first, ADMIN);

    assertThat(rules.set(code).reachesBackTo(first.minusDays(1))).isTrue();
    assertThat(rules.set(code).reachesBackTo(first)).isFalse();
    assertThatThrownBy(() -> ruleSets.setTransition(code, ruleSets.version(code), null, ADMIN))
        .isInstanceOf(RulesRefused.class)
        .hasMessageContaining("published");
  }

  @Test
  void shouldDiscardADraftWithItsRowsAndKeepWhy() {
    var code = draft();
    ruleSets.remove(
        code, ruleSets.version(code), row(code, "HCLD-1").id(), "Không còn trong luật", ADMIN);
    var version = ruleSets.version(code);

    assertThatThrownBy(() -> ruleSets.discard(code, version, "R4", "Nhập nhầm", ADMIN))
        .isInstanceOf(RulesRefused.class)
        .hasMessageContaining("not-confirmed");
    assertThatThrownBy(() -> ruleSets.discard(code, version, code, " ", ADMIN))
        .isInstanceOf(RulesRefused.class)
        .hasMessageContaining("reason-missing");
    assertThatThrownBy(() -> ruleSets.discard(code, version - 1, code, "Nhập nhầm", ADMIN))
        .isInstanceOf(ConcurrencyFailureException.class);
    assertThatThrownBy(() -> ruleSets.discard(code, version, code, "Nhập nhầm", "chuyenvien"))
        .isInstanceOf(AccessDeniedException.class);
    assertThat(rules.of(code)).isNotEmpty();

    ruleSets.discard(code, version, code, "Nhập nhầm", ADMIN);

    assertThat(rules.findSet(code)).isEmpty();
    assertThat(rules.of(code)).isEmpty();
    assertThat(ruleSets.history(code))
        .last()
        .satisfies(entry -> assertThat(entry.action()).isEqualTo("rules.discarded"));
    assertThat(ruleSets.discarded())
        .extracting(AuditEntry::reason)
        .anySatisfy(reason -> assertThat(reason).startsWith(code).endsWith("Nhập nhầm"));
    assertThatThrownBy(() -> ruleSets.discard(code, version, code, "Nhập nhầm", ADMIN))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void shouldNeverDiscardAPublishedSet() {
    assertThatThrownBy(
            () -> ruleSets.discard("R3", ruleSets.version("R3"), "R3", "Nhập nhầm", ADMIN))
        .isInstanceOf(RulesRefused.class)
        .hasMessageContaining("published");
    assertThat(rules.of("R3")).isNotEmpty();
  }

  @Test
  void shouldKnowWhoDecidesAnAwardOnADay() {
    assertThat(rules.authority("LDTT", SubjectKind.INDIVIDUAL, LocalDate.of(2022, 5, 30)))
        .isEqualTo(DecidingAuthority.DIRECTOR);
    assertThat(rules.authority("BK-TINH", SubjectKind.COLLECTIVE, LocalDate.of(2010, 1, 1)))
        .as("before the first set")
        .isEqualTo(DecidingAuthority.PROVINCE);
    assertThat(rules.authorities(LocalDate.of(2022, 5, 30)))
        .containsEntry("HCLD-1", Set.of(DecidingAuthority.STATE));
    assertThat(rules.authorities(LocalDate.of(2010, 1, 1))).isEmpty();
  }

  private static RuleTransition transition(LocalDate before) {
    return new RuleTransition(before.minusDays(9), before, "Điều 2", Certainty.UNVERIFIED, null);
  }

  @Test
  void shouldRefuseAGapUntilItIsGivenAReason() {
    var code = draft();
    var row =
        rules.find(code, "GK-SO", SubjectKind.INDIVIDUAL, CommendationType.MERIT).orElseThrow();
    ruleSets.save(
        code, ruleSets.version(code), with(row, "types", Set.of(CommendationType.FOREIGN)), ADMIN);

    assertThat(ruleSets.problems(code))
        .containsExactly(
            RuleProblem.at(
                new Coverage("GK-SO", SubjectKind.INDIVIDUAL, CommendationType.MERIT), "gap"));
    assertThatThrownBy(
            () -> ruleSets.publish(code, ruleSets.version(code), today().plusYears(50), ADMIN))
        .isInstanceOf(RulesRefused.class)
        .hasMessageContaining("gap");

    ruleSets.save(code, ruleSets.version(code), with(row, "id", 0L), ADMIN);
    assertThat(ruleSets.problems(code)).isEmpty();
    ruleSets.remove(
        code,
        ruleSets.version(code),
        rules
            .find(code, "GK-SO", SubjectKind.INDIVIDUAL, CommendationType.MERIT)
            .orElseThrow()
            .id(),
        "Bỏ theo quy định mới",
        ADMIN);
    assertThat(ruleSets.problems(code)).isEmpty();
  }

  @Test
  void shouldRefuseAnOverlapAndChangeNothing() {
    var code = draft();
    var row = row(code, "LDTT");
    var version = ruleSets.version(code);

    assertThatThrownBy(() -> ruleSets.save(code, version, with(row, "id", 0L), ADMIN))
        .isInstanceOf(RulesRefused.class)
        .hasMessageContaining("overlap");

    assertThat(ruleSets.version(code)).isEqualTo(version);
    assertThat(rules.of(code)).hasSameSizeAs(rules.of("R4"));
  }

  @Test
  void shouldRefuseAFirstDayThatIsPastOrOutOfOrder() {
    var code = draft();
    var version = ruleSets.version(code);

    assertThatThrownBy(() -> ruleSets.publish(code, version, today(), ADMIN))
        .isInstanceOf(RulesRefused.class)
        .hasMessageContaining("first-day-past");
    assertThatThrownBy(() -> ruleSets.publish(code, version, null, ADMIN))
        .isInstanceOf(RulesRefused.class)
        .hasMessageContaining("first-day-past");
    assertThat(rules.set(code).published()).isFalse();
  }

  @Test
  void shouldRefuseTwoSetsOfOneNameOrCode() {
    var code = draft();
    var name = rules.set(code).name();

    assertThatThrownBy(() -> ruleSets.copy("R4", set("Z" + code, name), ADMIN))
        .isInstanceOf(RulesRefused.class)
        .hasMessageContaining("name-taken");
    assertThatThrownBy(() -> ruleSets.copy("R4", set(code, name + " (2)"), ADMIN))
        .isInstanceOf(RulesRefused.class)
        .hasMessageContaining("code-taken");
  }

  @Test
  void shouldLetOnlyAdministratorsEdit() {
    assertThatThrownBy(() -> ruleSets.copy("R4", set("X", "X"), "chuyenvien"))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(
            () -> days.add(new CalendarDay(today(), DayKind.HOLIDAY, "x", "x", true), "giamdoc"))
        .isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void shouldLetTheFirstOfTwoAdministratorsWin() throws Exception {
    var code = draft();
    var version = ruleSets.version(code);
    var row = row(code, "CSTDCS");

    var answers =
        together(
            saving(code, version, with(row, "quotaPercent", new BigDecimal("10"))),
            saving(code, version, with(row, "quotaPercent", new BigDecimal("20"))));

    assertThat(answers).containsOnlyOnce("saved");
    assertThat(answers).hasAtLeastOneElementOfType(ConcurrencyFailureException.class);
    assertThat(ruleSets.version(code)).isEqualTo(version + 1);
  }

  @Test
  void shouldPublishOneOfTwoDraftsForTheSameDay() throws Exception {
    var one = draft();
    var other = draft();
    var last = rules.sets().stream().filter(RuleSet::published).toList().getLast().validFrom();
    var day = (last.isAfter(today()) ? last : today()).plusYears(5);

    var answers = together(publishing(one, day), publishing(other, day));

    assertThat(answers).containsOnlyOnce("published");
    assertThat(answers).hasAtLeastOneElementOfType(RulesRefused.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2023-01-19T08:00, 1, 2023-01-27T17:00",
    "2024-04-26T08:00, 1, 2024-05-02T17:00",
    "2024-05-03T08:00, 1, 2024-05-04T17:00",
    "2024-02-07T23:59, 1, 2024-02-15T17:00",
    "2024-02-28T10:00, 1, 2024-02-29T17:00",
    "2022-04-08T10:00, 1, 2022-04-12T17:00",
    "2025-04-25T10:00, 1, 2025-04-26T17:00",
    "2025-04-29T10:00, 1, 2025-05-05T17:00",
    "2026-02-13T10:00, 1, 2026-02-23T17:00",
    "2026-04-24T10:00, 1, 2026-04-28T17:00",
    "2021-12-31T10:00, 1, 2022-01-04T17:00",
  })
  void shouldCountTheWorkingDaysOfVietnam(String start, int workingDays, String due) {
    assertThat(calendar.deadline(at(start).toInstant(), workingDays))
        .isEqualTo(at(due).toInstant());
  }

  @Test
  void shouldFollowAnEditOfTheCalendarAtOnce() {
    var day = LocalDate.of(2031, 3, 5);
    assertThat(calendar.isWorkingDay(day)).isTrue();

    days.add(new CalendarDay(day, DayKind.HOLIDAY, "Nghỉ thử", "Thông báo", false), ADMIN);

    assertThat(calendar.isWorkingDay(day)).isFalse();
    assertThatThrownBy(
            () ->
                days.add(
                    new CalendarDay(day, DayKind.HOLIDAY, "Nghỉ thử", "Thông báo", false), ADMIN))
        .isInstanceOf(CalendarRefused.class)
        .hasMessage("taken");

    days.remove(day, "Nhập nhầm", ADMIN);

    assertThat(calendar.isWorkingDay(day)).isTrue();
    assertThatThrownBy(() -> days.remove(day, "Nhập nhầm", ADMIN))
        .isInstanceOf(CalendarRefused.class)
        .hasMessage("gone");
    assertThat(days.history(2031))
        .extracting(AuditEntry::action)
        .containsExactly("calendar.day-added", "calendar.day-removed");
  }

  /** The models are deployed while the application is up already. */
  private String decide(String decision, Map<String, Object> variables) {
    return await()
        .ignoreExceptions()
        .until(
            () ->
                camunda
                    .newEvaluateDecisionCommand()
                    .decisionId(decision)
                    .variables(variables)
                    .send()
                    .join()
                    .getDecisionOutput(),
            Objects::nonNull);
  }

  private String draft() {
    var code = "T-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    ruleSets.copy("R4", set(code, "Dự thảo " + code), ADMIN);
    return code;
  }

  private static RuleSet set(String code, String name) {
    return new RuleSet(code, "R5", name, null, null, "Luật mới", false, null);
  }

  private AwardRule row(String set, String award) {
    return rules.of(set).stream()
        .filter(row -> row.award().equals(award))
        .findFirst()
        .orElseThrow();
  }

  private Callable<String> saving(String code, int version, AwardRule row) {
    return () -> {
      ruleSets.save(code, version, row, ADMIN);
      return "saved";
    };
  }

  private Callable<String> publishing(String code, LocalDate day) {
    var version = ruleSets.version(code);
    return () -> {
      ruleSets.publish(code, version, day, ADMIN);
      return "published";
    };
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private static ZonedDateTime at(String local) {
    return ZonedDateTime.parse(local + ":00+07:00");
  }
}
