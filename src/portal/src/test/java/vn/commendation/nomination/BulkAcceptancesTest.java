package vn.commendation.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.engine.TaskCompletions;
import vn.commendation.nomination.Finding.Severity;
import vn.commendation.portal.Samples;

class BulkAcceptancesTest {

  private static final String ID = Samples.ID;
  private static final String OFFICE = "office";

  private final NominationRepository nominations = mock();
  private final NominationViews views = mock();
  private final CaseChecks checks = mock();
  private final CaseRules rules = mock();
  private final DecisionCheck decisionCheck = mock();
  private final TaskCompletions completions = mock();
  private final Directory directory = mock();
  private final Nomination nomination = mock();

  private final BulkAcceptances acceptances =
      new BulkAcceptances(
          nominations,
          views,
          checks,
          rules,
          decisionCheck,
          completions,
          directory,
          mock(),
          mock(),
          Clock.systemUTC());

  @BeforeEach
  void aCaseWithoutObstacles() {
    given(directory.account(OFFICE)).willReturn(Samples.account(OFFICE, Role.OFFICE_OFFICER));
    given(nomination.getId()).willReturn(ID);
    given(nomination.code()).willReturn("HTLTB-2022-0001");
    given(nomination.status()).willReturn(NominationStatus.OFFICE_REVIEW);
    given(nomination.nominator()).willReturn("head");
    given(nominations.findByIdIn(List.of(ID))).willReturn(List.of(nomination));
    given(views.summaries(any()))
        .willReturn(List.of(Samples.summary(NominationStatus.OFFICE_REVIEW)));
    given(completions.ready(any(), any())).willReturn(Set.of(ID));
    given(checks.last(any())).willReturn(Map.of(ID, new CaseChecks.Last(Instant.EPOCH, null)));
    given(checks.findingsOf(any())).willReturn(Map.of());
    given(rules.transition(nomination)).willReturn(Optional.empty());
  }

  @Test
  void shouldFindNothingAgainstACaseWithoutFindings() {
    assertThat(obstacles()).isEmpty();
  }

  @Test
  void shouldNotMindThatTheRuleIsUnverified() {
    found("unverified-rule", Severity.NOTE);

    assertThat(obstacles()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "rating,          BLOCK, finding",
    "pending,         HOLD,  finding",
    "unverified-term, JUDGE, finding",
    "near-duplicate,  NOTE,  note",
  })
  void shouldLeaveEveryFindingToALookOfItsOwn(String code, Severity severity, String obstacle) {
    found(code, severity);

    assertThat(obstacles()).containsExactly(obstacle + " Gần giống hồ sơ khác");
  }

  @Test
  void shouldLeaveALateCaseToALookOfItsOwn() {
    given(nomination.late()).willReturn(true);
    given(nomination.lateReason()).willReturn("Chờ kết luận");

    assertThat(obstacles()).containsExactly("late Chờ kết luận");
  }

  @Test
  void shouldLeaveAChoiceOfRulesToALookOfItsOwn() {
    var transition = mock(CaseTransition.class);
    given(rules.transition(nomination)).willReturn(Optional.of(transition));
    given(decisionCheck.toJudge(nomination, List.of(), transition)).willReturn(List.of("R4"));

    assertThat(obstacles()).containsExactly("transition null");
  }

  @Test
  void shouldWaitForTheCheckAndForTheTask() {
    given(completions.ready(any(), any())).willReturn(Set.of());
    assertThat(obstacles()).containsExactly("task-unknown null");

    given(checks.last(any())).willReturn(Map.of());
    assertThat(obstacles()).containsExactly("not-checked null");
  }

  @Test
  void shouldNotActOnTheOwnSideNorTellItWhatTheRegistersSay() {
    found("pending", Severity.HOLD);
    given(nomination.isAbout(any())).willReturn(true);
    assertThat(obstacles()).containsExactly("own-case null");

    given(nomination.isAbout(any())).willReturn(false);
    given(nomination.nominator()).willReturn(OFFICE);
    assertThat(obstacles()).containsExactly("own-nomination null");
  }

  @ParameterizedTest
  @EnumSource(
      value = NominationStatus.class,
      names = "OFFICE_REVIEW",
      mode = EnumSource.Mode.EXCLUDE)
  void shouldSayThatACaseHasMovedOn(NominationStatus status) {
    given(nomination.status()).willReturn(status);

    assertThat(obstacles())
        .isEqualTo(status == NominationStatus.DRAFT ? List.of() : List.of("moved-on null"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"OFFICE_OFFICER", "OFFICE_CHIEF"},
      mode = EnumSource.Mode.EXCLUDE)
  void shouldBeForThoseWhoReview(Role role) {
    given(directory.account("other")).willReturn(Samples.account("other", role));

    assertThatThrownBy(() -> acceptances.waiting("other")).isInstanceOf(NominationForbidden.class);
    assertThatThrownBy(() -> acceptances.accept("run", List.of(ID), "other"))
        .isInstanceOf(NominationForbidden.class);
    assertThatThrownBy(() -> acceptances.outcome("run", "other"))
        .isInstanceOf(NominationForbidden.class);
  }

  private void found(String code, Severity severity) {
    given(checks.findingsOf(any()))
        .willReturn(Map.of(ID, List.of(new Finding(code, severity, "Gần giống hồ sơ khác", null))));
  }

  private List<String> obstacles() {
    return acceptances.preview(List.of(ID), OFFICE).stream()
        .flatMap(line -> line.obstacles().stream())
        .map(obstacle -> obstacle.code() + " " + obstacle.detail())
        .toList();
  }
}
