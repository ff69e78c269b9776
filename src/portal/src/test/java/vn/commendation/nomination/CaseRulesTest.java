package vn.commendation.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static vn.commendation.nomination.NominationTest.NOMINATOR;
import static vn.commendation.nomination.NominationTest.NOMINEE;
import static vn.commendation.nomination.NominationTest.NOW;
import static vn.commendation.nomination.NominationTest.UNIT;
import static vn.commendation.nomination.NominationTest.form;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.commendation.award.Awards;
import vn.commendation.award.Certainty;
import vn.commendation.award.CommendationType;
import vn.commendation.award.RuleSet;
import vn.commendation.award.RuleTransition;
import vn.commendation.award.Rules;

/** Which rules a case received around a change of law is judged by. */
class CaseRulesTest {

  private static final LocalDate CHANGE = LocalDate.of(2026, 10, 1);
  private static final RuleSet OLD =
      new RuleSet("OLD", "R3", "Cũ", LocalDate.of(2025, 7, 1), CHANGE, "Luật", true, null);
  private static final RuleSet NEW =
      new RuleSet(
          "NEW",
          "R4",
          "Mới",
          CHANGE,
          null,
          "Luật",
          true,
          new RuleTransition(
              LocalDate.of(2026, 1, 1), CHANGE, "Điều 2", Certainty.UNVERIFIED, null));

  private final Rules rules = mock();
  private final Clock clock = Clock.fixed(NOW, ZoneId.of("Asia/Ho_Chi_Minh"));
  private final CaseRules caseRules = new CaseRules(rules, mock(Awards.class), clock);

  @BeforeEach
  void twoSets() {
    given(rules.sets()).willReturn(List.of(OLD, NEW));
    for (var set : List.of(OLD, NEW)) {
      given(rules.set(set.code())).willReturn(set);
      given(rules.find(eq(set.code()), any(), any(), any()))
          .willReturn(Optional.of(Rule.of("GK-SO")));
    }
    given(rules.inForce(any())).willAnswer(call -> CHANGE.isAfter(call.getArgument(0)) ? OLD : NEW);
  }

  @ParameterizedTest
  @CsvSource({
    // received, whether there is a choice
    "2025-12-31T16:59:59Z, false",
    "2025-12-31T17:00:00Z, true",
    "2026-09-30T16:59:59Z, true",
    "2026-09-30T17:00:00Z, false",
  })
  void shouldLeaveTheChoiceForWhatWasReceivedInTheTimeOfTransition(
      Instant received, boolean choice) {
    var transition = caseRules.transition(received(received));

    assertThat(transition.isPresent()).isEqualTo(choice);
  }

  @Test
  void shouldKeepTheRulesOfTheDayOfReceiptUntilTheOfficeChooses() {
    var nomination = received(Instant.parse("2026-09-20T02:00:00Z"));

    var before = caseRules.transition(nomination).orElseThrow();

    assertThat(caseRules.setOf(nomination)).isEqualTo(OLD);
    assertThat(before.others()).containsExactly(NEW);
    assertThat(before.passedOver(CHANGE.minusDays(1))).isEmpty();
    assertThat(before.passedOver(CHANGE)).contains(NEW);

    nomination.chooseRules("NEW", NOW);

    var after = caseRules.transition(nomination).orElseThrow();
    assertThat(caseRules.setOf(nomination)).isEqualTo(NEW);
    assertThat(after.others()).containsExactly(OLD);
    assertThat(after.passedOver(CHANGE)).isEmpty();
  }

  @Test
  void shouldOfferNoSetThatDoesNotKnowTheAward() {
    given(rules.find(eq("NEW"), any(), any(), any())).willReturn(Optional.empty());

    assertThat(caseRules.transition(received(Instant.parse("2026-09-20T02:00:00Z")))).isEmpty();
  }

  @Test
  void shouldOfferNoChoiceBeforeTheSubmission() {
    var draft = Nomination.draft(form("Thành tích"), CommendationType.MOVEMENT, NOMINATOR, NOW);

    assertThat(caseRules.transition(draft)).isEmpty();
  }

  private static Nomination received(Instant at) {
    var nomination = Nomination.draft(form("Thành tích"), CommendationType.MOVEMENT, NOMINATOR, at);
    nomination.submit("HTB-2026-0001", false, NOMINEE, UNIT, at);
    return nomination;
  }
}
