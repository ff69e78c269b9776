package vn.commendation.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static vn.commendation.campaign.Plans.ZONE;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.util.ReflectionTestUtils;
import vn.commendation.calendar.WorkingCalendar;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.work.OpenStep;

/** Which steps of a campaign are due when, and for whom. */
class CampaignStepsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T05:00:00Z");
  private static final Instant OPENS = Instant.parse("2026-12-01T00:30:00Z");
  private static final Instant CLOSES = Instant.parse("2027-10-01T10:00:00Z");
  private static final Account OFFICER = Plans.account("chuyenvien", 2, Role.OFFICE_OFFICER);
  private static final Account DIRECTOR = Plans.account("giamdoc", 1, Role.DIRECTOR);
  private static final Account DEPUTY = Plans.account("phogiamdoc", 1, Role.DEPUTY_DIRECTOR);
  private static final Account HEAD = Plans.account("qlkh", 5, Role.UNIT_HEAD);

  private final CampaignRepository campaigns = mock();
  private final InspectionRepository inspections = mock();
  private final StudyLibrary library = mock();
  private final Guidelines guidelines = mock();
  private final AddressedUnits units = mock();
  private final Directory directory = mock();
  private final WorkingCalendar calendar = mock();
  private final CampaignSteps steps =
      new CampaignSteps(
          campaigns,
          inspections,
          library,
          guidelines,
          units,
          directory,
          calendar,
          Clock.fixed(NOW, ZONE));

  private CampaignEntity campaign;

  @BeforeEach
  void aLaunchedCampaign() {
    campaign = CampaignEntity.draft(Plans.plan(), ZONE);
    ReflectionTestUtils.setField(campaign, "id", 7L);
    campaign.launch(NOW);
    campaign.carriedBy(11);
    given(campaigns.findById(7)).willReturn(Optional.of(campaign));
    given(campaigns.findTop50ByStatusInOrderByOpensAtDesc(any()))
        .willAnswer(
            call ->
                call.<Set<CampaignStatus>>getArgument(0).contains(campaign.status())
                    ? List.of(campaign)
                    : List.of());
    given(directory.accountsWith(argThat(roles -> roles.contains(Role.DIRECTOR))))
        .willReturn(List.of(OFFICER, DIRECTOR, DEPUTY));
    given(guidelines.drafter(7)).willReturn(Optional.of("phogiamdoc"));
  }

  @Test
  void shouldWantTheGuidelineBeforeTheWindowOpens() {
    campaign.moveTo(CampaignStatus.GUIDELINE_DRAFT);

    assertThat(steps.dueUntil(OPENS.minusSeconds(1), 9)).isEmpty();
    assertThat(steps.dueUntil(OPENS, 9)).singleElement().satisfies(this::isForTheOffice);
  }

  private void isForTheOffice(OpenStep step) {
    assertThat(step.id()).isEqualTo("campaign-7");
    assertThat(step.name()).isEqualTo("campaign-step.GUIDELINE_DRAFT");
    assertThat(step.path()).isEqualTo("/campaigns/7");
    assertThat(step.actors()).containsExactly(OFFICER);
  }

  @Test
  void shouldAskNobodyToApproveWhatHeDrafted() {
    campaign.moveTo(CampaignStatus.GUIDELINE_APPROVAL);

    assertThat(steps.open("campaign-7").orElseThrow().actors()).containsExactly(DIRECTOR);
  }

  @Test
  void shouldWantTheReportTenWorkingDaysAfterTheWindowUnlessThePlanSaysWhen() {
    campaign.moveTo(CampaignStatus.OPEN);
    campaign.close(NOW);
    campaign.moveTo(CampaignStatus.REPORT);
    given(calendar.deadline(NOW, 10)).willReturn(OPENS);

    var due = steps.of(campaign).dueAt();

    assertThat(due)
        .isEqualTo(
            campaign.reportDueOn() == null
                ? OPENS
                : campaign.reportDueOn().atTime(17, 0).atZone(ZONE).toInstant());
  }

  @Test
  void shouldWantEverythingReadBeforeTheWindowCloses() {
    campaign.moveTo(CampaignStatus.OPEN);
    given(library.readersBehind(7)).willReturn(List.of("qlkh"));
    given(directory.activeAccounts(List.of("qlkh"))).willReturn(List.of(HEAD));

    assertThat(steps.dueUntil(CLOSES.minusSeconds(1), 9)).isEmpty();
    assertThat(steps.dueUntil(CLOSES, 9))
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.id()).isEqualTo("reading-7");
              assertThat(step.path()).isEqualTo("/campaigns/7#library");
              assertThat(step.actors()).containsExactly(HEAD);
            });
    campaign.close(NOW);
    campaign.moveTo(CampaignStatus.ARCHIVED);
    assertThat(steps.open("reading-7")).isEmpty();
  }

  @Test
  void shouldWantTheAnswerToAnInspectionAtTheEndOfItsDay() {
    var day = LocalDate.of(2026, 11, 25);
    var inspection =
        new InspectionEntity(
            7,
            new InspectionForm(5L, day.minusDays(5), "Tổ kiểm tra", "Chậm", day),
            "Võ Thanh Sơn",
            NOW);
    ReflectionTestUtils.setField(inspection, "id", 9L);
    given(inspections.findById(9)).willReturn(Optional.of(inspection));
    given(units.heads(Set.of(5L))).willReturn(List.of(HEAD));

    var step = steps.open("inspection-9").orElseThrow();

    assertThat(step.dueAt()).isEqualTo("2026-11-25T10:00:00Z");
    assertThat(step.actors()).containsExactly(HEAD);
    inspection.answer("Đã khắc phục", "Trần Thị Thanh Hòa", NOW);
    assertThat(steps.open("inspection-9")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "campaign-8",
        "campaign-7-revision",
        "campaign-99999999999999999999",
        "6f1f2d3c-0000-4000-8000-000000000001",
        "inspection-1",
        "reading-7"
      })
  void shouldKnowNoStepThatIsNotOpen(String id) {
    campaign.moveTo(CampaignStatus.GUIDELINE_DRAFT);

    assertThat(steps.open(id)).isEmpty();
  }
}
