package vn.commendation.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.commendation.directory.Role;
import vn.commendation.engine.DecisionResult;
import vn.commendation.engine.NotYet;

class CampaignFlowTest extends CampaignFlowFixture {

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
  void shouldFailAJobOfAnotherInstanceOfACancelledCampaign() {
    campaign.cancel(NOW);
    campaign.end(NOW);

    assertThatIllegalStateException().isThrownBy(() -> flow.prepare(7, 12));
  }

  @Test
  void shouldRefuseAJobThatComesAtTheWrongTime() {
    assertThatIllegalStateException().isThrownBy(() -> flow.openWindow(7));
  }

  @Test
  void shouldRemindOnlyHeadsOfUnitsThatHaveNotNominated() {
    standing(CampaignStatus.OPEN);
    given(counts.submittedByUnit(7)).willReturn(Map.of(5L, 1));

    flow.remindUnits(7);

    verify(notifications)
        .tell(
            eq(List.of(Plans.account("head8", 8, Role.UNIT_HEAD))),
            argThat(notice -> notice.key().equals("nominations-missing")));
  }

  @Test
  void shouldRemindNobodyOnceTheWindowIsOver() {
    standing(CampaignStatus.OPEN);
    campaign.close(NOW);
    flow.remindUnits(7);
    campaign.moveTo(CampaignStatus.REPORT);
    flow.remindUnits(7);

    verifyNoInteractions(notifications);
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
}
