package vn.commendation.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;
import static vn.commendation.nomination.NominationTest.NOMINATOR;
import static vn.commendation.nomination.NominationTest.NOMINEE;
import static vn.commendation.nomination.NominationTest.NOW;
import static vn.commendation.nomination.NominationTest.UNIT;
import static vn.commendation.nomination.NominationTest.account;
import static vn.commendation.nomination.NominationTest.form;
import static vn.commendation.nomination.NominationTest.person;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mock;
import org.mockito.junit.jupiter.MockitoExtension;
import org.mockito.junit.jupiter.MockitoSettings;
import org.mockito.quality.Strictness;
import vn.commendation.audit.AuditTrail;
import vn.commendation.award.Certainty;
import vn.commendation.award.CommendationType;
import vn.commendation.award.RuleSet;
import vn.commendation.award.RuleTransition;
import vn.commendation.calendar.WorkingCalendar;
import vn.commendation.campaign.Campaigns;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.engine.UserTasks;
import vn.commendation.facts.Facts;
import vn.commendation.nomination.Finding.Severity;
import vn.commendation.notification.Notices;
import vn.commendation.notification.Notifications;
import vn.commendation.notification.StepNotices;

/** What the Office decides, and what does not count. */
@ExtendWith(MockitoExtension.class)
@MockitoSettings(strictness = Strictness.LENIENT)
class NominationFlowTest {

  private static final String OFFICE = "chuyenvien";

  @Mock private NominationRepository nominations;
  @Mock private DecisionRepository decisions;
  @Mock private NominationViews views;
  @Mock private SubmissionCheck check;
  @Mock private CaseRules rules;
  @Mock private CaseChecks checks;
  @Mock private Duplicates duplicates;
  @Mock private Holds holds;
  @Mock private Versions versions;
  @Mock private Submission submission;
  @Mock private Renewal renewal;
  @Mock private Facts facts;
  @Mock private Campaigns campaigns;
  @Mock private Notices notices;
  @Mock private Directory directory;
  @Mock private UserTasks userTasks;
  @Mock private Notifications notifications;
  @Mock private NominationSteps steps;
  @Mock private StepNotices stepNotices;
  @Mock private AuditTrail audit;
  @Mock private WorkingCalendar calendar;
  private final Clock clock = Clock.fixed(NOW, ZoneId.of("Asia/Ho_Chi_Minh"));
  @Mock private ReviewChoices choices;

  private NominationFlow flow;
  private Nomination nomination;

  @BeforeEach
  void aCaseUnderReview() {
    nomination = Nomination.draft(form("Thành tích"), CommendationType.MOVEMENT, NOMINATOR, NOW);
    nomination.submit("HTB-2022-0001", false, NOMINEE, UNIT, NOW);
    nomination.carriedBy(7);
    nomination.moveTo(NominationStatus.OFFICE_REVIEW, NOW, NOW);
    given(nominations.findById(nomination.getId())).willReturn(Optional.of(nomination));
    given(directory.activeAccount(OFFICE))
        .willReturn(Optional.of(account(OFFICE, person(5, "Thư"), Role.OFFICE_OFFICER)));
    given(directory.account("qlkh")).willReturn(NOMINATOR);
    given(rules.ruleOf(any())).willReturn(Optional.of(Rule.of("GK-SO")));
    given(calendar.deadline(any(), anyInt())).willReturn(NOW);
    given(choices.awards(any())).willReturn(List.of(new TaskView.Choice("Bằng khen", "BK-TINH")));
    given(choices.campaigns(any())).willReturn(List.of(new TaskView.Choice("Sau", "2")));
    given(rules.transition(any())).willReturn(Optional.empty());
    flow =
        new NominationFlow(
            nominations,
            decisions,
            views,
            check,
            new DecisionCheck(check, submission, checks, rules, choices, notices, clock),
            rules,
            checks,
            duplicates,
            holds,
            versions,
            submission,
            renewal,
            facts,
            campaigns,
            notices,
            directory,
            userTasks,
            notifications,
            steps,
            stepNotices,
            audit,
            calendar,
            clock);
    given(notices.get(anyString(), any(Object[].class)))
        .willAnswer(
            call ->
                String.join(" ", Arrays.stream(call.getArguments()).map(String::valueOf).toList()));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // decision, reason, parts, kind of hold, review on, award, campaign, denied because
        "-,           Lý do, -,        -,         -,          -,       -, denial.no-choice",
        "sign,        Lý do, -,        -,         -,          -,       -, denial.no-choice",
        "reject,      -,     -,        -,         -,          -,       -, denial.no-reason",
        "return,      Lý do, -,        -,         -,          -,       -, denial.no-part",
        "return,      Lý do, unknown,  -,         -,          -,       -, denial.no-part",
        "return,      Lý do, evidence, -,         -,          -,       -, -",
        "hold,        Lý do, -,        -,         2022-06-07, -,       -, denial.no-hold-kind",
        "hold,        Lý do, -,        COMPLAINT, -,          -,       -, denial.review-date",
        "hold,        Lý do, -,        COMPLAINT, 2022-06-06, -,       -, denial.review-date",
        "hold,        Lý do, -,        COMPLAINT, 2022-06-07, -,       -, -",
        "change-form, Lý do, -,        -,         -,          -,       -, denial.no-award",
        "change-form, Lý do, -,        -,         -,          LDTT,    -, denial.no-award",
        "change-form, Lý do, -,        -,         -,          BK-TINH, -, -",
        "roll-over,   Lý do, -,        -,         -,          -,       2, denial.not-late",
        "choose-rules, Lý do, -,       -,         -,          -,       -, denial.no-transition",
      })
  void shouldTakeOnlyACompleteDecision(
      String decision,
      String reason,
      String part,
      String holdKind,
      LocalDate reviewOn,
      String award,
      Long campaign,
      String denial) {
    var result =
        flow.record(
            Step.OFFICE_REVIEW,
            nomination.getId(),
            new TaskDecision(
                OFFICE,
                decision,
                reason,
                part == null ? null : List.of(part),
                holdKind,
                reviewOn,
                award,
                campaign,
                null));

    if (denial == null) {
      assertThat(result.outcome()).isEqualTo(decision);
      assertThat(nomination.status()).isNotEqualTo(NominationStatus.OFFICE_REVIEW);
    } else {
      assertThat(result.denial()).startsWith(denial);
      assertThat(nomination.status()).isEqualTo(NominationStatus.OFFICE_REVIEW);
      then(decisions).should(never()).save(any());
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "BLOCK, Vẫn đồng ý, denial.blocked Chưa đủ",
        "HOLD,  Vẫn đồng ý, denial.blocked Chưa đủ",
        "JUDGE, -,          denial.no-opinion Chưa đủ",
        "JUDGE, Tiêu biểu,  -",
        "NOTE,  -,          -",
      })
  void shouldAcceptOnlyWhatNoFindingForbids(Severity severity, String reason, String denial) {
    given(checks.findings(nomination.getId()))
        .willReturn(List.of(new Finding("prior", severity, "Chưa đủ", null)));

    var result = flow.record(Step.OFFICE_REVIEW, nomination.getId(), of("accept", reason));

    assertThat(result.denial()).isEqualTo(denial);
    assertThat(nomination.status())
        .isEqualTo(denial == null ? NominationStatus.ACCEPTED : NominationStatus.OFFICE_REVIEW);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-,                            denial.no-opinion opinion.late",
        "' ',                          denial.no-opinion opinion.late",
        "Nộp muộn vì thiên tai,        -",
      })
  void shouldAcceptALateCaseOnlyWithAnOpinion(String opinion, String denial) {
    var late = Nomination.draft(form("Thành tích"), CommendationType.MOVEMENT, NOMINATOR, NOW);
    late.submit("HTB-2022-0002", true, NOMINEE, UNIT, NOW);
    late.carriedBy(7);
    late.moveTo(NominationStatus.OFFICE_REVIEW, NOW, NOW);
    given(nominations.findById(late.getId())).willReturn(Optional.of(late));

    var result = flow.record(Step.OFFICE_REVIEW, late.getId(), of("accept", opinion));

    assertThat(result.denial()).isEqualTo(denial);
    assertThat(late.status())
        .isEqualTo(denial == null ? NominationStatus.ACCEPTED : NominationStatus.OFFICE_REVIEW);
  }

  @Test
  void shouldNameEverythingThatNeedsAnOpinionAtOnce() {
    inTransition(LocalDate.of(2022, 6, 1));
    given(checks.findings(nomination.getId()))
        .willReturn(List.of(new Finding("prior", Severity.JUDGE, "Chưa đủ", null)));

    var result = flow.record(Step.OFFICE_REVIEW, nomination.getId(), of("accept", null));

    assertThat(result.denial()).isEqualTo("denial.no-opinion Chưa đủ; opinion.transition Luật mới");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // chosen, later set in force from, denied because
        "NEW, 2022-06-06, -",
        "NEW, 2022-06-07, denial.rule-set-to-come Luật mới 07/06/2022",
        "R2,  2022-06-06, denial.no-rule-set",
        "R9,  2022-06-06, denial.no-rule-set",
        "-,   2022-06-06, denial.no-rule-set",
      })
  void shouldJudgeByTheOtherRulesOnlyOnceTheyAreInForce(
      String chosen, LocalDate from, String denial) {
    inTransition(from);

    var result =
        flow.record(
            Step.OFFICE_REVIEW,
            nomination.getId(),
            new TaskDecision(
                OFFICE, "choose-rules", "Có lợi hơn", null, null, null, null, null, chosen));

    assertThat(result.denial()).isEqualTo(denial);
    if (denial == null) {
      assertThat(nomination.ruleSet()).isEqualTo("NEW");
      assertThat(nomination.status()).isEqualTo(NominationStatus.SUBMITTED);
      then(audit)
          .should()
          .append(eq(OFFICE), any(), eq("nomination.rules-chosen"), any(), anyString());
    } else {
      assertThat(nomination.ruleSet()).isNull();
      assertThat(nomination.status()).isEqualTo(NominationStatus.OFFICE_REVIEW);
    }
  }

  /** The case is judged by the set of its day of receipt, and a later one reaches back to it. */
  private void inTransition(LocalDate from) {
    var clause =
        new RuleTransition(null, LocalDate.of(2022, 6, 7), "Điều 2", Certainty.UNVERIFIED, null);
    var later = new RuleSet("NEW", "R4", "Luật mới", from, null, "Luật mới", true, clause);
    given(rules.setOf(any())).willReturn(Rule.SET, later);
    given(rules.transition(any()))
        .willReturn(
            Optional.of(
                new CaseTransition(
                    LocalDate.of(2022, 6, 1),
                    clause,
                    List.of(
                        new CaseTransition.Alternative(Rule.SET, Rule.of("GK-SO"), true),
                        new CaseTransition.Alternative(later, Rule.of("GK-SO"), false)))));
  }

  @Test
  void shouldOpenOnlyThePartsTheOfficeNamed() {
    flow.record(
        Step.OFFICE_REVIEW,
        nomination.getId(),
        new TaskDecision(
            OFFICE,
            "return",
            "Bổ sung",
            List.of("period", "evidence"),
            null,
            null,
            null,
            null,
            null));

    assertThat(nomination.reopened()).containsExactly(Part.PERIOD, Part.EVIDENCE);
    assertThat(nomination.open(Part.AWARD)).isFalse();
    then(calendar).should().deadline(NOW, 10);
  }

  @Test
  void shouldNotHoldAgainstTheTimerWhatTheOfficeHasLifted() {
    nomination.moveTo(NominationStatus.SUBMITTED, null, NOW);

    flow.reviewHold(nomination.getId());

    then(holds).should(never()).end(any());
    assertThat(nomination.status()).isEqualTo(NominationStatus.SUBMITTED);
  }

  @Test
  void shouldWaitForTheEndOfAWithdrawnCaseButNotAfterIt() {
    var id = nomination.getId();
    nomination.withdraw(NOW);
    assertThatThrownBy(() -> flow.gatherFacts(id, 7)).isInstanceOf(NominationWithdrawn.class);

    flow.recordOutcome(id, NominationStatus.WITHDRAWN);

    // a second instance, which nothing ends: somebody has to look
    assertThatThrownBy(() -> flow.gatherFacts(id, 8))
        .isInstanceOf(IllegalStateException.class)
        .isNotInstanceOf(NominationWithdrawn.class);
  }

  @Test
  void shouldTakeNoAnswerForNoConsent() {
    nomination.propose("BK-TINH");
    nomination.moveTo(NominationStatus.CONSENT, NOW, NOW);

    flow.expireConsent(nomination.getId());

    assertThat(nomination.proposedAward()).isNull();
    assertThat(nomination.awardCode()).isEqualTo("GK-SO");
    assertThat(nomination.status()).isEqualTo(NominationStatus.OFFICE_REVIEW);
    then(userTasks).should().opened(nomination.getId(), 7, "OfficeReview");
  }

  @Test
  void shouldKeepADeniedDecisionInTheTrail() {
    var result = flow.record(Step.OFFICE_REVIEW, nomination.getId(), of("reject", " "));

    assertThat(result.denial()).startsWith("denial.no-reason");
    then(audit)
        .should()
        .append(
            eq(OFFICE),
            any(),
            eq("nomination.decision-denied"),
            eq(nomination.getId()),
            anyString());
  }

  private static TaskDecision of(String decision, String reason) {
    return new TaskDecision(OFFICE, decision, reason, null, null, null, null, null, null);
  }
}
