package vn.commendation.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static vn.commendation.revocation.RevocationSamples.ID;
import static vn.commendation.revocation.RevocationSamples.NOW;
import static vn.commendation.revocation.RevocationSamples.account;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.commendation.audit.AuditTrail;
import vn.commendation.award.DecidingAuthority;
import vn.commendation.calendar.WorkingCalendar;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.directory.SigningMatter;
import vn.commendation.document.DocumentType;
import vn.commendation.document.NumberRefused;
import vn.commendation.document.NumberRegister;
import vn.commendation.document.RegisteredNumber;
import vn.commendation.engine.UserTasks;
import vn.commendation.notification.Notices;
import vn.commendation.notification.StepNotices;

class RevocationFlowTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private final RevocationRepository revocations = mock();
  private final RevocationViews views = mock();
  private final RevocationAccess access = mock();
  private final Revoking revoking = mock();
  private final RevocationMails mails = mock();
  private final RevocationSteps steps = mock();
  private final StepNotices stepNotices = mock();
  private final NumberRegister numbers = mock();
  private final Directory directory = mock();
  private final UserTasks userTasks = mock();
  private final AuditTrail audit = mock();
  private final Notices notices = mock();
  private final WorkingCalendar calendar = mock();
  private final RevocationFlow flow =
      new RevocationFlow(
          revocations,
          views,
          access,
          revoking,
          mails,
          steps,
          stepNotices,
          numbers,
          directory,
          userTasks,
          audit,
          notices,
          calendar,
          Clock.fixed(NOW, ZoneId.of("Asia/Ho_Chi_Minh")),
          5);

  @BeforeEach
  void people() {
    given(notices.get(any(), any(Object[].class))).willAnswer(call -> call.getArgument(0));
    knows(account("giamdoc", 1, 1, Role.DIRECTOR));
    knows(account("vanthu", 6, 2, Role.CLERK));
  }

  @Test
  void shouldWaitForTheLeadershipOnceItIsPrepared() {
    var revocation = stored(RevocationSamples.proposed(20L, DecidingAuthority.DIRECTOR));
    given(calendar.deadline(NOW, 5)).willReturn(NOW.plusSeconds(60));

    flow.prepare(ID, 11);

    assertThat(revocation.status()).isEqualTo(RevocationStatus.DECISION);
    assertThat(revocation.dueAt()).isEqualTo(NOW.plusSeconds(60));
    then(userTasks).should().opened(ID, 11, "RevocationDecision");
  }

  @Test
  void shouldRefuseASecondInstance() {
    var revocation = RevocationSamples.proposed(20L, DecidingAuthority.DIRECTOR);
    revocation.carriedBy(11);
    stored(revocation);

    assertThatIllegalStateException().isThrownBy(() -> flow.prepare(ID, 12));
    assertThat(revocation.status()).isEqualTo(RevocationStatus.PROPOSED);
  }

  @Test
  void shouldPassARevocationOnToTheClerk() {
    var revocation = stored(RevocationSamples.atDecision(DecidingAuthority.DIRECTOR));

    var result =
        flow.recordDecision(ID, new RevocationDecision("giamdoc", "revoke", " Có đủ căn cứ "));

    assertThat(result.outcome()).isEqualTo("revoke");
    assertThat(revocation.status()).isEqualTo(RevocationStatus.NUMBER);
    assertThat(revocation.judgementReason()).isEqualTo("Có đủ căn cứ");
    then(userTasks).should().opened(ID, 11, "RegisterRevocationNumber");
    then(audit).should().append("giamdoc", "Người 1", "revocation.approved", ID, "Có đủ căn cứ");
  }

  @Test
  void shouldFreeTheAwardForAnotherProposalOnceItIsDismissed() {
    var revocation = stored(RevocationSamples.atDecision(DecidingAuthority.DIRECTOR));

    flow.recordDecision(ID, new RevocationDecision("giamdoc", "dismiss", "Chưa đủ căn cứ"));

    assertThat(revocation.status()).isEqualTo(RevocationStatus.DISMISSED);
    then(userTasks).should().closed(ID);
    given(revocations.findById(ID)).willReturn(Optional.of(revocation));
    flow.recordOutcome(ID, RevocationStatus.DISMISSED);
    then(mails).should().tellProposerOfDismissal(revocation);
    then(revoking).shouldHaveNoInteractions();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "nobody, revoke, reason, denial.unknown-account",
        "vanthu, revoke, reason, revocation.denial.role",
        "giamdoc, -, reason, denial.no-choice",
        "giamdoc, sign, reason, denial.no-choice",
        "giamdoc, revoke, -, denial.no-reason",
        "giamdoc, dismiss, '  ', denial.no-reason"
      })
  void shouldDenyADecisionThatBreaksARule(
      String username, String decision, String reason, String denial) {
    var revocation = stored(RevocationSamples.atDecision(DecidingAuthority.DIRECTOR));

    var result = flow.recordDecision(ID, new RevocationDecision(username, decision, reason));

    assertThat(result.denial()).isEqualTo(denial);
    assertThat(revocation.status()).isEqualTo(RevocationStatus.DECISION);
    then(userTasks).should().opened(ID, 11, "RevocationDecision");
    then(audit)
        .should()
        .append(eq(username), any(), eq("revocation.decision-denied"), eq(ID), eq(denial));
  }

  @Test
  void shouldDenyAReasonThatIsTooLong() {
    stored(RevocationSamples.atDecision(DecidingAuthority.DIRECTOR));

    assertThat(
            flow.recordDecision(ID, new RevocationDecision("giamdoc", "revoke", "x".repeat(4000)))
                .denial())
        .isNull();
    stored(RevocationSamples.atDecision(DecidingAuthority.DIRECTOR));
    assertThat(
            flow.recordDecision(ID, new RevocationDecision("giamdoc", "revoke", "x".repeat(4001)))
                .denial())
        .isEqualTo("denial.long-reason");
  }

  @ParameterizedTest
  @CsvSource({"DIRECTOR, DECISION", "PROVINCE, PROPOSAL", "STATE, PROPOSAL"})
  void shouldNumberADecisionInHouseAndAProposalToAHigherAuthority(
      DecidingAuthority authority, DocumentType type) {
    var revocation = stored(RevocationSamples.atNumber(authority));
    given(numbers.register(eq(type), eq(TODAY), eq(ID), any(), eq(5), eq("vanthu")))
        .willReturn(new RegisteredNumber(type, 5, "05/XX", TODAY));

    var result = flow.recordNumber(ID, new RevocationNumber("vanthu", 5, TODAY));

    assertThat(result.denial()).isNull();
    assertThat(revocation.status()).isEqualTo(RevocationStatus.EXECUTION);
    assertThat(revocation.numberSymbol()).isEqualTo("05/XX");
    then(userTasks).should().closed(ID);
  }

  @Test
  void shouldAskTheClerkAgainIfTheRegisterRefusesTheNumber() {
    var revocation = stored(RevocationSamples.atNumber(DecidingAuthority.DIRECTOR));
    given(numbers.register(any(), any(), any(), any(), any(), any()))
        .willThrow(new NumberRefused("taken", 5, "Quyết định khác"));

    var result = flow.recordNumber(ID, new RevocationNumber("vanthu", 5, TODAY));

    assertThat(result.denial()).isEqualTo("revocation.number.taken");
    assertThat(revocation.status()).isEqualTo(RevocationStatus.NUMBER);
    then(userTasks).should().opened(ID, 11, "RegisterRevocationNumber");
  }

  @Test
  void shouldAskTheClerkAgainForADateOrAClerk() {
    stored(RevocationSamples.atNumber(DecidingAuthority.DIRECTOR));

    assertThat(flow.recordNumber(ID, new RevocationNumber("vanthu", null, null)).denial())
        .isEqualTo("revocation.denial.date");
    assertThat(flow.recordNumber(ID, new RevocationNumber("giamdoc", null, TODAY)).denial())
        .isEqualTo("revocation.denial.role");
    then(numbers).shouldHaveNoInteractions();
  }

  @Test
  void shouldRevokeAnAwardOfTheDirectorItself() {
    var revocation = stored(numbered(DecidingAuthority.DIRECTOR));

    flow.carryOut(ID);

    then(revoking).should().carryOut(revocation, "05/XX", TODAY);
    then(mails).shouldHaveNoInteractions();
  }

  @Test
  void shouldAskTheBoardToRevokeAHigherAward() {
    var revocation = stored(numbered(DecidingAuthority.PROVINCE));
    given(mails.askBoard(any(), any())).willReturn("hoidong@tayninh.example");

    flow.carryOut(ID);

    assertThat(revocation.status()).isEqualTo(RevocationStatus.BOARD);
    then(revoking).shouldHaveNoInteractions();
    then(audit)
        .should()
        .append(
            eq(AuditTrail.SYSTEM),
            any(),
            eq("revocation.sent-to-board"),
            eq(ID),
            eq("hoidong@tayninh.example"));
    given(revocations.findById(ID)).willReturn(Optional.of(revocation));
    flow.recordOutcome(ID, RevocationStatus.REVOKED);
    then(mails).should(never()).tellProposerOfDismissal(any());
  }

  @Test
  void shouldNotEndOtherwiseThanTheRegisterSays() {
    given(revocations.findById(ID))
        .willReturn(Optional.of(RevocationSamples.atDecision(DecidingAuthority.DIRECTOR)));

    assertThatIllegalStateException()
        .isThrownBy(() -> flow.recordOutcome(ID, RevocationStatus.REVOKED));
  }

  @Test
  void shouldDoNoStepTwice() {
    stored(RevocationSamples.atNumber(DecidingAuthority.DIRECTOR));

    assertThatIllegalStateException()
        .isThrownBy(
            () -> flow.recordDecision(ID, new RevocationDecision("giamdoc", "dismiss", "Lý do")));
    assertThatIllegalStateException().isThrownBy(() -> flow.carryOut(ID));
    then(audit).should(never()).append(any(), any(), any(), any(), isNull());
    then(userTasks).should(never()).opened(any(), anyLong(), any());
  }

  private static Revocation numbered(DecidingAuthority authority) {
    var revocation = RevocationSamples.atNumber(authority);
    revocation.number(new RegisteredNumber(DocumentType.DECISION, 5, "05/XX", TODAY));
    return revocation;
  }

  private Revocation stored(Revocation revocation) {
    given(revocations.lock(ID)).willReturn(Optional.of(revocation));
    return revocation;
  }

  private void knows(Account account) {
    given(directory.activeAccount(account.username())).willReturn(Optional.of(account));
    given(access.judge(account))
        .willReturn(new RevocationAccess.Judge(account, Set.of(), Set.of(SigningMatter.values())));
  }
}
