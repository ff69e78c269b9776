package vn.commendation.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static vn.commendation.campaign.Plans.ZONE;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import org.springframework.test.util.ReflectionTestUtils;
import vn.commendation.audit.AuditTrail;
import vn.commendation.calendar.WorkingCalendar;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.engine.DecisionResult;
import vn.commendation.engine.NotYet;
import vn.commendation.engine.UserTasks;
import vn.commendation.notification.MailMessage;
import vn.commendation.notification.Mails;
import vn.commendation.notification.Notices;

class CampaignFlowTest {

  /** A Sunday at noon. */
  private static final Instant NOW = Instant.parse("2026-11-22T05:00:00Z");

  private static final Account OFFICER = Plans.account("chuyenvien", 2, Role.OFFICE_OFFICER);
  private static final Account DIRECTOR = Plans.account("giamdoc", 1, Role.DIRECTOR);

  private final CampaignRepository campaigns = mock(CampaignRepository.class);
  private final Guidelines guidelines = mock(Guidelines.class);
  private final ResultReports reports = mock(ResultReports.class);
  private final NominationCounts counts = mock(NominationCounts.class);
  private final AddressedUnits units = mock(AddressedUnits.class);
  private final Directory directory = mock(Directory.class);
  private final UserTasks userTasks = mock(UserTasks.class);
  private final Mails mails = mock(Mails.class);
  private final Notices notices = mock(Notices.class);
  private final AuditTrail audit = mock(AuditTrail.class);
  private final WorkingCalendar calendar = mock(WorkingCalendar.class);
  private final CampaignFlow flow =
      new CampaignFlow(
          campaigns,
          guidelines,
          reports,
          counts,
          units,
          directory,
          userTasks,
          mails,
          notices,
          audit,
          calendar,
          Clock.fixed(NOW, ZONE),
          "http://portal");

  private CampaignEntity campaign;

  @BeforeEach
  void launched() {
    plan(Plans.plan());
    given(notices.get(anyString(), any(Object[].class))).willAnswer(call -> call.getArgument(0));
    given(notices.dateTime(any())).willReturn("");
    given(units.of(any()))
        .willReturn(List.of(new CampaignUnit(5, "Phòng QLKH"), new CampaignUnit(8, "Trung tâm")));
    given(units.heads(any()))
        .willAnswer(
            call ->
                ((Set<Long>) call.getArgument(0))
                    .stream()
                        .map(unit -> Plans.account("head" + unit, unit, Role.UNIT_HEAD))
                        .toList());
    given(calendar.isWorkingDay(any()))
        .willAnswer(call -> ((LocalDate) call.getArgument(0)).getDayOfWeek().getValue() < 6);
    for (var account : List.of(OFFICER, DIRECTOR)) {
      given(directory.activeAccount(account.username())).willReturn(Optional.of(account));
    }
  }

  @Test
  void shouldAskTheOfficeForAGuideline() {
    flow.prepare(7, 11);

    assertThat(campaign.status()).isEqualTo(CampaignStatus.GUIDELINE_DRAFT);
    verify(userTasks).opened("campaign-7", 11, "DraftGuideline");
    assertThat(flow.guidelineApproved(7)).isFalse();
  }

  @Test
  void shouldGoPastAGuidelineThatIsPublished() {
    campaign.guidelinePublished(NOW);

    flow.prepare(7, 11);

    assertThat(campaign.status()).isEqualTo(CampaignStatus.WAITING);
    assertThat(flow.guidelineApproved(7)).isTrue();
    verify(userTasks, never()).opened(anyString(), anyLong(), anyString());
  }

  @Test
  void shouldLetACancelledCampaignWaitForItsEnd() {
    campaign.cancel(NOW);

    assertThatThrownBy(() -> flow.prepare(7, 11)).isInstanceOf(NotYet.class);
  }

  @Test
  void shouldRefuseAJobThatComesAtTheWrongTime() {
    assertThatIllegalStateException().isThrownBy(() -> flow.openWindow(7));
  }

  @Test
  void shouldPassTheDraftOnToLeadership() {
    standing(CampaignStatus.GUIDELINE_DRAFT);

    assertThat(flow.recordGuidelineDraft(7, "chuyenvien", " Hướng dẫn "))
        .isEqualTo(DecisionResult.recorded("submit"));

    verify(guidelines).draft(7, "Hướng dẫn", OFFICER);
    verify(userTasks).opened("campaign-7", 11, "ApproveGuideline");
    assertThat(campaign.status()).isEqualTo(CampaignStatus.GUIDELINE_APPROVAL);
  }

  @ParameterizedTest
  @CsvSource({
    "giamdoc, Hướng dẫn, campaign-denial.role",
    "nobody, Hướng dẫn, campaign-denial.unknown-account",
    "chuyenvien, '  ', campaign-denial.no-guideline",
    "chuyenvien,, campaign-denial.no-guideline"
  })
  void shouldNotTakeADraftThatDoesNotCount(String username, String text, String denial) {
    standing(CampaignStatus.GUIDELINE_DRAFT);

    assertThat(flow.recordGuidelineDraft(7, username, text).denial()).isEqualTo(denial);

    verify(guidelines, never()).draft(anyLong(), any(), any());
    verify(userTasks).opened("campaign-7", 11, "DraftGuideline");
    verify(audit)
        .append(eq(username), any(), eq("campaign.decision-denied"), eq("campaign-7"), eq(denial));
    assertThat(campaign.status()).isEqualTo(CampaignStatus.GUIDELINE_DRAFT);
  }

  @ParameterizedTest
  @CsvSource({
    "chuyenvien, approve,, campaign-denial.role",
    "giamdoc,,, campaign-denial.no-choice",
    "giamdoc, publish,, campaign-denial.no-choice",
    "giamdoc, return, '  ', campaign-denial.no-reason"
  })
  void shouldNotTakeAnApprovalThatDoesNotCount(
      String username, String decision, String reason, String denial) {
    standing(CampaignStatus.GUIDELINE_APPROVAL);

    assertThat(
            flow.recordGuidelineApproval(7, new TaskDecision(username, decision, reason)).denial())
        .isEqualTo(denial);

    verify(guidelines, never()).decide(anyLong(), any(), any(), any());
  }

  @Test
  void shouldNotLetAnybodyApproveTheOwnDraft() {
    standing(CampaignStatus.GUIDELINE_APPROVAL);
    given(guidelines.drafter(7)).willReturn(Optional.of("giamdoc"));

    assertThat(flow.recordGuidelineApproval(7, new TaskDecision("giamdoc", "approve", null)))
        .isEqualTo(DecisionResult.denied("campaign-denial.own-draft"));
  }

  @Test
  void shouldSendAReturnedGuidelineBackToTheOffice() {
    standing(CampaignStatus.GUIDELINE_APPROVAL);

    flow.recordGuidelineApproval(7, new TaskDecision("giamdoc", "return", "Làm rõ"));

    verify(guidelines).decide(7, "RETURNED", "Làm rõ", DIRECTOR);
    assertThat(campaign.status()).isEqualTo(CampaignStatus.GUIDELINE_DRAFT);
  }

  @Test
  void shouldRemindOnlyHeadsOfUnitsThatHaveNotNominated() {
    standing(CampaignStatus.OPEN);
    given(counts.submittedByUnit(7)).willReturn(Map.of(5L, 1));

    flow.remindUnits(7);

    var mail = ArgumentCaptor.forClass(MailMessage.class);
    verify(mails).queue(mail.capture());
    assertThat(mail.getValue().recipient()).isEqualTo("head8@tayninh.example");
  }

  @Test
  void shouldRemindNobodyOnceTheWindowIsOver() {
    standing(CampaignStatus.OPEN);
    campaign.close(NOW);
    flow.remindUnits(7);
    campaign.moveTo(CampaignStatus.REPORT);
    flow.remindUnits(7);

    verify(mails, never()).queue(any());
  }

  @Test
  void shouldTakeTheReportWithTheFiguresOfTheDay() {
    standing(CampaignStatus.REPORT);
    var figures = List.of(new NominationCounts.Figure("Phòng QLKH", "Giấy khen", 3, 2, 1));
    given(counts.figures(7)).willReturn(figures);
    var texts = new ReportTexts(" Đã triển khai ", null, "");

    assertThat(flow.recordResultReport(7, "giamdoc", texts).denial())
        .isEqualTo("campaign-denial.role");
    assertThat(flow.recordResultReport(7, "chuyenvien", new ReportTexts(" ", "", "")).denial())
        .isEqualTo("campaign-denial.no-summary");
    assertThat(flow.recordResultReport(7, "chuyenvien", texts))
        .isEqualTo(DecisionResult.recorded("submit"));

    verify(reports).write(7, new ReportTexts("Đã triển khai", "", ""), figures, OFFICER);
  }

  /** The window closes on a Friday, so the last reminder is due on the Wednesday before. */
  @ParameterizedTest
  @CsvSource({
    "2026-12-18T17:00, R/2026-11-25T08:00+07:00/P7D",
    "2026-11-27T17:00, R/2026-11-25T08:00+07:00/P7D",
    "2026-11-30T17:00, R/2026-11-26T08:00+07:00/P7D",
    "2026-11-24T17:00, R/2026-11-27T08:00+07:00/P7D",
    ",                 R/2026-11-23T08:00+07:00/P7D"
  })
  void shouldRemindWeeklyUntilTwoWorkingDaysBeforeTheEnd(LocalDateTime closes, String cycle) {
    plan(
        Plans.plan(
            plan -> {
              plan.opensAt = LocalDateTime.of(2026, 11, 21, 0, 0);
              plan.closesAt = closes;
              return plan;
            }));

    var times = flow.windowTimes(7);

    assertThat(times.reminderCycle()).isEqualTo(cycle);
    assertThat(times.hasDeadline()).isEqualTo(closes != null);
    assertThat(times.opensAt()).isEqualTo(OffsetDateTime.parse("2026-11-21T00:00+07:00"));
  }

  @Test
  void shouldEndOnlyAsTheCampaignStands() {
    campaign.cancel(NOW);
    flow.recordOutcome(7, CampaignStatus.CANCELLED);

    verify(userTasks).closed("campaign-7");
    assertThatIllegalStateException()
        .isThrownBy(() -> flow.recordOutcome(7, CampaignStatus.ARCHIVED));
  }

  private void standing(CampaignStatus status) {
    campaign.carriedBy(11);
    campaign.moveTo(status);
  }

  private void plan(CampaignForm plan) {
    campaign = CampaignEntity.draft(plan, ZONE);
    ReflectionTestUtils.setField(campaign, "id", 7L);
    campaign.launch(NOW);
    given(campaigns.findById(7)).willReturn(Optional.of(campaign));
  }
}
