package vn.commendation.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static vn.commendation.campaign.Plans.CLOSES;
import static vn.commendation.campaign.Plans.OPENS;
import static vn.commendation.campaign.Plans.ZONE;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.test.util.ReflectionTestUtils;
import vn.commendation.audit.AuditTrail;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.engine.EngineCommands;
import vn.commendation.engine.UserTasks;
import vn.commendation.notification.Notices;

class CampaignPlanningTest {

  private static final Instant NOW = Instant.parse("2026-11-22T05:00:00Z");
  private static final String REASON = "Theo chỉ đạo";

  private final CampaignRepository campaigns = Plans.repository();
  private final PlanCheck check = mock(PlanCheck.class);
  private final AddressedUnits units = mock(AddressedUnits.class);
  private final Directory directory = mock(Directory.class);
  private final EngineCommands engine = mock(EngineCommands.class);
  private final UserTasks userTasks = mock(UserTasks.class);
  private final AuditTrail audit = mock(AuditTrail.class);
  private final Notices notices = mock(Notices.class);
  private final CampaignPlanning planning =
      new CampaignPlanning(
          campaigns,
          check,
          units,
          directory,
          engine,
          userTasks,
          mock(GuidelineRevisions.class),
          new CampaignTrail(audit, notices),
          notices,
          Clock.fixed(NOW, ZONE));

  private CampaignEntity campaign;

  @BeforeEach
  void draft() {
    campaign = CampaignEntity.draft(Plans.plan(), ZONE);
    ReflectionTestUtils.setField(campaign, "id", 7L);
    given(campaigns.lock(7)).willReturn(Optional.of(campaign));
    given(directory.account("office")).willReturn(Plans.account("office", 2, Role.OFFICE_OFFICER));
    given(notices.dateTime(any())).willReturn("");
    given(notices.get(anyString(), any(Object[].class))).willAnswer(call -> call.getArgument(0));
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"OFFICE_OFFICER", "OFFICE_CHIEF"})
  void shouldLetNobodyPlanButTheOffice(Role role) {
    given(directory.account("other")).willReturn(Plans.account("other", 5, role));

    assertForbidden(() -> planning.create(Plans.plan(), "other"));
    assertForbidden(() -> planning.edit(7, Plans.plan(), "other"));
    assertForbidden(() -> planning.launch(7, 0, "other"));
    assertForbidden(() -> planning.start(7, 0, "other"));
    assertForbidden(() -> planning.changeWindow(7, 0, null, null, REASON, "other"));
    assertForbidden(() -> planning.close(7, 0, REASON, "other"));
    assertForbidden(() -> planning.cancel(7, 0, REASON, "other"));
    assertThat(planning.mayPlan("other")).isFalse();
    verify(engine, never()).publish(any(), any(), any(), any());
  }

  @Test
  void shouldStartTheProcessWithTheLaunch() {
    planning.launch(7, 0, "office");

    assertThat(campaign.status()).isEqualTo(CampaignStatus.LAUNCHED);
    verify(engine)
        .publish(
            "campaign-launched",
            "HTB-2027",
            "campaign-7",
            Map.of("campaignId", 7L, "campaignCode", "HTB-2027"));
    assertAudited("campaign.launched");
  }

  @Test
  void shouldLaunchOnce() {
    planning.launch(7, 0, "office");

    assertConflict("status", () -> planning.launch(7, 0, "office"));
  }

  @Test
  void shouldNotLaunchAPlanThatDoesNotHoldAnyMore() {
    given(check.problems(eq(7L), any())).willReturn(List.of(Problem.of("awards", "awardCodes")));

    assertRefused("plan", () -> planning.launch(7, 0, "office"));
  }

  @Test
  void shouldNotLaunchAWindowThatIsOver() {
    ReflectionTestUtils.setField(campaign, "closesAt", NOW);

    assertRefused("closes-past", () -> planning.launch(7, 0, "office"));
    verify(engine, never()).publish(any(), any(), any(), any());
  }

  @Test
  void shouldRefuseWhatSomebodyElseChangedMeanwhile() {
    assertConflict("stale", () -> planning.launch(7, 1, "office"));
    assertConflict("stale", () -> planning.cancel(7, 1, REASON, "office"));
  }

  @Test
  void shouldTellThatACodeWasTakenMeanwhile() {
    given(campaigns.saveAndFlush(any())).willThrow(new DataIntegrityViolationException("unique"));

    assertRefused("code-taken", () -> planning.create(Plans.plan(), "office"));
  }

  @Test
  void shouldTellAnOpenWindowsProcessThatItChanged() {
    open();

    planning.changeWindow(7, 0, null, CLOSES.plusDays(30), REASON, "office");

    assertThat(campaign.closesAt()).isEqualTo(at(CLOSES.plusDays(30)));
    assertThat(campaign.opensAt()).isEqualTo(at(OPENS));
    verify(engine)
        .tell("campaign-window-changed", "HTB-2027", "HTB-2027:0", "campaign-7", Map.of());
    assertAudited("campaign.window-changed");
  }

  @Test
  void shouldMoveTheBeginningOnlyBeforeTheGuideline() {
    campaign.launch(NOW);
    campaign.moveTo(CampaignStatus.GUIDELINE_DRAFT);
    planning.changeWindow(7, 0, OPENS.plusDays(1), CLOSES, REASON, "office");
    assertThat(campaign.opensAt()).isEqualTo(at(OPENS.plusDays(1)));

    campaign.moveTo(CampaignStatus.WAITING);
    assertRefused(
        "opening-fixed",
        () -> planning.changeWindow(7, 0, OPENS.plusDays(2), CLOSES, REASON, "office"));
    verify(engine, never()).tell(any(), any(), any(), any(), any());
  }

  @Test
  void shouldRefuseAWindowThatMakesNoSense() {
    open();

    assertRefused("window-order", () -> change(OPENS));
    assertRefused("window-long", () -> change(OPENS.plusYears(2).plusMinutes(1)));
    assertRefused(
        "reason", () -> planning.changeWindow(7, 0, null, CLOSES.plusDays(1), "  ", "office"));
    assertThat(campaign.closesAt()).isEqualTo(at(CLOSES));
  }

  @Test
  void shouldCloseOnce() {
    open();

    planning.close(7, 0, REASON, "office");

    verify(engine).tell("campaign-closed", "HTB-2027", "HTB-2027", "campaign-7", Map.of());
    assertThat(campaign.toCampaign().closedAt(NOW)).isTrue();
    assertConflict("over", () -> planning.close(7, 0, REASON, "office"));
    assertConflict("over", () -> change(CLOSES.plusDays(1)));
  }

  @Test
  void shouldFirstGiveAnOlderCampaignItsProcess() {
    campaign.moveTo(CampaignStatus.OPEN);

    assertConflict("no-process", () -> planning.close(7, 0, REASON, "office"));
    assertConflict("status", () -> planning.cancel(7, 0, REASON, "office"));
    planning.start(7, 0, "office");

    verify(engine).publish(eq("campaign-launched"), eq("HTB-2027"), eq("campaign-7"), any());
    assertConflict("not-startable", () -> planning.start(7, 0, "office"));
  }

  @Test
  void shouldCancelWithAReason() {
    campaign.launch(NOW);
    assertRefused("reason", () -> planning.cancel(7, 0, null, "office"));

    planning.cancel(7, 0, REASON, "office");

    assertThat(campaign.status()).isEqualTo(CampaignStatus.CANCELLED);
    verify(userTasks).closed("campaign-7");
    verify(engine).tell("campaign-cancelled", "HTB-2027", "HTB-2027", "campaign-7", Map.of());
    assertConflict("status", () -> planning.cancel(7, 0, REASON, "office"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://example.org/a.pdf", "https://example.org"})
  void shouldTakeALinkToAWebPage(String link) {
    assertThat(StudyLibrary.isWebAddress(link)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:alert(1)", "//example.org", "file:///etc/passwd", "https://", "a b"})
  void shouldTakeNoOtherLink(String link) {
    assertThat(StudyLibrary.isWebAddress(link)).isFalse();
  }

  private void open() {
    campaign.launch(NOW);
    campaign.guidelinePublished(NOW);
    campaign.moveTo(CampaignStatus.OPEN);
  }

  private void change(LocalDateTime closes) {
    planning.changeWindow(7, 0, null, closes, REASON, "office");
  }

  private void assertAudited(String action) {
    verify(audit).append(eq("office"), any(), eq(action), eq("campaign-7"), any());
  }

  private static void assertForbidden(Runnable action) {
    assertThatThrownBy(action::run).isInstanceOf(CampaignForbidden.class);
  }

  private static void assertConflict(String code, Runnable action) {
    assertThat(catchThrowableOfType(CampaignConflict.class, action::run).code()).isEqualTo(code);
  }

  private static void assertRefused(String code, Runnable action) {
    assertThat(catchThrowableOfType(CampaignRefused.class, action::run).problems())
        .extracting(Problem::code)
        .containsExactly(code);
  }

  private static Instant at(LocalDateTime time) {
    return time.atZone(ZONE).toInstant();
  }
}
