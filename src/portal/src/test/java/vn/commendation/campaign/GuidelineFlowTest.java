package vn.commendation.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.commendation.engine.DecisionResult;
import vn.commendation.engine.NotYet;

class GuidelineFlowTest extends CampaignFlowFixture {

  @Test
  void shouldPassTheDraftOnToLeadership() {
    standing(CampaignStatus.GUIDELINE_DRAFT);

    assertThat(guidelineFlow.recordDraft(7, "chuyenvien", " Hướng dẫn "))
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

    assertThat(guidelineFlow.recordDraft(7, username, text).denial()).isEqualTo(denial);

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
            guidelineFlow.recordApproval(7, new TaskDecision(username, decision, reason)).denial())
        .isEqualTo(denial);

    verify(guidelines, never()).decide(anyLong(), any(), any(), any());
  }

  @Test
  void shouldNotLetAnybodyApproveTheOwnDraft() {
    standing(CampaignStatus.GUIDELINE_APPROVAL);
    given(guidelines.drafter(7)).willReturn(Optional.of("giamdoc"));

    assertThat(guidelineFlow.recordApproval(7, new TaskDecision("giamdoc", "approve", null)))
        .isEqualTo(DecisionResult.denied("campaign-denial.own-draft"));
  }

  @Test
  void shouldSendAReturnedGuidelineBackToTheOffice() {
    standing(CampaignStatus.GUIDELINE_APPROVAL);

    guidelineFlow.recordApproval(7, new TaskDecision("giamdoc", "return", "Làm rõ"));

    verify(guidelines).decide(7, "RETURNED", "Làm rõ", DIRECTOR);
    assertThat(campaign.status()).isEqualTo(CampaignStatus.GUIDELINE_DRAFT);
  }

  @Test
  void shouldReviseAPublishedGuidelineBesideTheOpenWindow() {
    // given
    published(CampaignStatus.OPEN);

    // when
    revisions.request(7, 0, "Bổ sung đối tượng", "chuyenvien");
    guidelineFlow.prepareRevision(7);
    guidelineFlow.recordRevisionDraft(7, "chuyenvien", "Bản mới");
    guidelineFlow.recordRevisionApproval(7, new TaskDecision("giamdoc", "return", "Làm rõ"));
    guidelineFlow.recordRevisionDraft(7, "chuyenvien", "Bản rõ hơn");
    guidelineFlow.recordRevisionApproval(7, new TaskDecision("giamdoc", "approve", null));
    guidelineFlow.publishRevision(7);

    // then
    verify(engine)
        .tell("guideline-revision-requested", "HTB-2027", "HTB-2027:0", "campaign-7", Map.of());
    verify(userTasks, times(2)).opened("campaign-7-revision", 11, "ReviseGuideline");
    verify(userTasks, times(2)).opened("campaign-7-revision", 11, "ApproveRevision");
    verify(guidelines).draft(7, "Bản rõ hơn", OFFICER);
    verify(guidelines).publish(7);
    verify(notifications)
        .tell(anyCollection(), argThat(notice -> notice.key().equals("guideline-revised")));
    verify(stepNotices, times(4)).opened(any());
    assertThat(campaign.guidelineRevision()).isNull();
    assertThat(campaign.status()).isEqualTo(CampaignStatus.OPEN);
    assertThat(campaign.guidelinePublishedAt()).isEqualTo(NOW.minusSeconds(60));
  }

  @ParameterizedTest
  @EnumSource(
      names = {"WAITING", "OPEN"},
      mode = EnumSource.Mode.EXCLUDE)
  void shouldReviseNothingWhereNothingIsNominated(CampaignStatus status) {
    published(status);

    assertThatThrownBy(() -> revisions.request(7, 0, "Bổ sung", "chuyenvien"))
        .isInstanceOf(CampaignConflict.class)
        .hasMessage("status");
  }

  @Test
  void shouldReviseOneAtATimeAndOnlyForTheOfficeAndAReason() {
    published(CampaignStatus.WAITING);

    assertThatThrownBy(() -> revisions.request(7, 0, "Bổ sung", "giamdoc"))
        .isInstanceOf(CampaignForbidden.class);
    assertThatThrownBy(() -> revisions.request(7, 0, " ", "chuyenvien"))
        .isInstanceOf(CampaignRefused.class);
    assertThatThrownBy(() -> revisions.drop(7, 0, "Thôi", "chuyenvien"))
        .isInstanceOf(CampaignConflict.class)
        .hasMessage("no-revision");
    revisions.request(7, 0, "Bổ sung", "chuyenvien");
    assertThatThrownBy(() -> revisions.request(7, 0, "Bổ sung", "chuyenvien"))
        .isInstanceOf(CampaignConflict.class)
        .hasMessage("revision-running");
  }

  @Test
  void shouldNotTakeWhatDoesNotCountOfARevision() {
    published(CampaignStatus.OPEN);
    revisions.request(7, 0, "Bổ sung", "chuyenvien");

    assertThat(guidelineFlow.recordRevisionDraft(7, "giamdoc", "Bản mới").denial())
        .isEqualTo("campaign-denial.role");
    guidelineFlow.recordRevisionDraft(7, "chuyenvien", "Bản mới");
    given(guidelines.drafter(7)).willReturn(Optional.of("giamdoc"));
    assertThat(
            guidelineFlow
                .recordRevisionApproval(7, new TaskDecision("giamdoc", "approve", null))
                .denial())
        .isEqualTo("campaign-denial.own-draft");

    verify(userTasks).opened("campaign-7-revision", 11, "ReviseGuideline");
    verify(userTasks, times(2)).opened("campaign-7-revision", 11, "ApproveRevision");
    verify(guidelines, never()).decide(anyLong(), any(), any(), any());
  }

  @Test
  void shouldDropARevisionByHandAndWithTheWindow() {
    published(CampaignStatus.OPEN);
    revisions.request(7, 0, "Bổ sung", "chuyenvien");
    revisions.drop(7, 0, "Không cần nữa", "chuyenvien");
    // what is still on its way in the engine waits for its end
    assertThatThrownBy(() -> guidelineFlow.prepareRevision(7)).isInstanceOf(NotYet.class);

    revisions.request(7, 0, "Bổ sung", "chuyenvien");
    flow.closeWindow(7);

    assertThat(campaign.guidelineRevision()).isNull();
    assertThat(campaign.status()).isEqualTo(CampaignStatus.REPORT);
    verify(guidelines).drop(7, "Không cần nữa", OFFICER.displayName());
    verify(guidelines).drop(7, "campaign-notice.revision-overtaken", "audit-actor.system");
    verify(engine, times(2))
        .tell(eq("guideline-revision-dropped"), any(), any(), eq("campaign-7"), eq(Map.of()));
  }

  private void published(CampaignStatus status) {
    standing(status);
    campaign.guidelinePublished(NOW.minusSeconds(60));
  }
}
