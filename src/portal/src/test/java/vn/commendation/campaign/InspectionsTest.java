package vn.commendation.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static vn.commendation.campaign.Plans.ZONE;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.test.util.ReflectionTestUtils;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.notification.Notice;
import vn.commendation.notification.Notifications;

class InspectionsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T05:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private final InspectionRepository inspections = mock(InspectionRepository.class);
  private final CampaignRepository campaigns = mock(CampaignRepository.class);
  private final AddressedUnits units = mock(AddressedUnits.class);
  private final Directory directory = mock(Directory.class);
  private final Notifications notifications = mock(Notifications.class);
  private final Inspections service =
      new Inspections(
          inspections,
          campaigns,
          units,
          directory,
          notifications,
          mock(CampaignSteps.class),
          mock(CampaignTrail.class),
          Clock.fixed(NOW, ZONE));

  private InspectionEntity inspection;

  @BeforeEach
  void aRunningCampaignAndAnInspection() {
    var campaign = CampaignEntity.draft(Plans.plan(), ZONE);
    ReflectionTestUtils.setField(campaign, "id", 7L);
    campaign.launch(NOW);
    campaign.moveTo(CampaignStatus.OPEN);
    given(campaigns.findById(7)).willReturn(Optional.of(campaign));
    var addressed = List.of(new CampaignUnit(5, "Phòng QLKH"), new CampaignUnit(8, "Trung tâm"));
    given(units.of(any())).willReturn(addressed);
    given(units.all()).willReturn(addressed);
    given(units.heads(Set.of(5L))).willReturn(List.of(Plans.account("qlkh", 5, Role.UNIT_HEAD)));
    inspection = new InspectionEntity(7, form(5L, TODAY, TODAY), "Võ Thanh Sơn", NOW);
    ReflectionTestUtils.setField(inspection, "id", 9L);
    given(inspections.save(any())).willReturn(inspection);
    given(inspections.findByIdAndCampaignId(9, 7)).willReturn(Optional.of(inspection));
    given(inspections.findTop100ByCampaignIdOrderByIdDesc(7)).willReturn(List.of(inspection));
    given(inspections.findTop100ByCampaignIdAndUnitIdOrderByIdDesc(7, 5))
        .willReturn(List.of(inspection));
    account("office", 2, Role.OFFICE_OFFICER);
    account("qlkh", 5, Role.UNIT_HEAD);
    account("ttud", 8, Role.UNIT_HEAD);
    account("vanthu", 2, Role.CLERK);
  }

  @Test
  void shouldRecordAnInspectionAndTellTheHeadOfTheUnit() {
    service.record(7, form(5L, TODAY, TODAY), "office");

    var notice = ArgumentCaptor.forClass(Notice.class);
    verify(notifications)
        .tell(eq(List.of(Plans.account("qlkh", 5, Role.UNIT_HEAD))), notice.capture());
    assertThat(notice.getValue().path()).isEqualTo("/campaigns/7#inspections");
    assertThat(notice.getValue().taskId()).isEqualTo("inspection-9");
    verify(inspections).save(any());
  }

  @Test
  void shouldSayWhatIsWrongWithAnInspection() {
    assertRefused("unit", form(3L, TODAY, TODAY));
    assertRefused("unit", form(null, TODAY, TODAY));
    assertRefused("inspected-range", form(5L, TODAY.plusDays(1), TODAY));
    assertRefused("inspected-range", form(5L, LocalDate.of(2026, 11, 19), TODAY));
    assertRefused("answer-due", form(5L, TODAY, TODAY.minusDays(1)));
    assertRefused("missing", new InspectionForm(5L, TODAY, "Tổ kiểm tra", " ", TODAY));
    verify(inspections, never()).save(any());
  }

  @Test
  void shouldLetOnlyTheOfficeInspectAndClose() {
    assertThatThrownBy(() -> service.record(7, form(5L, TODAY, TODAY), "qlkh"))
        .isInstanceOf(CampaignForbidden.class);
    assertThatThrownBy(() -> service.close(7, 9, 0, "Xong", "qlkh"))
        .isInstanceOf(CampaignForbidden.class);
  }

  @Test
  void shouldLetOnlyTheHeadOfTheUnitAnswerAndOnce() {
    assertThatThrownBy(() -> service.answer(7, 9, 0, "Đã khắc phục", "ttud"))
        .isInstanceOf(CampaignForbidden.class);
    assertThatThrownBy(() -> service.answer(7, 9, 0, "Đã khắc phục", "office"))
        .isInstanceOf(CampaignForbidden.class);
    assertThat(
            catchThrowableOfType(CampaignRefused.class, () -> service.answer(7, 9, 0, "  ", "qlkh"))
                .problems())
        .extracting(Problem::field)
        .containsExactly("answer");

    service.answer(7, 9, 0, " Đã khắc phục ", "qlkh");

    assertThat(service.of(7, "qlkh"))
        .singleElement()
        .satisfies(
            shown -> {
              assertThat(shown.answer()).isEqualTo("Đã khắc phục");
              assertThat(shown.mayAnswer()).isFalse();
            });
    assertThatThrownBy(() -> service.answer(7, 9, 0, "Lần hai", "qlkh"))
        .isInstanceOf(CampaignConflict.class);
  }

  @Test
  void shouldCloseOnceAndTakeNoAnswerAfterwards() {
    service.close(7, 9, 0, "Đạt yêu cầu", "office");

    assertThatThrownBy(() -> service.close(7, 9, 0, "Lần hai", "office"))
        .isInstanceOf(CampaignConflict.class);
    assertThatThrownBy(() -> service.answer(7, 9, 0, "Muộn", "qlkh"))
        .isInstanceOf(CampaignConflict.class);
  }

  @Test
  void shouldRefuseWhatSomebodyElseChangedMeanwhile() {
    assertThatThrownBy(() -> service.answer(7, 9, 1, "Đã khắc phục", "qlkh"))
        .isInstanceOf(CampaignConflict.class)
        .hasMessage("stale");
  }

  @Test
  void shouldShowInspectionsToTheOfficeAndTheInspectedUnitOnly() {
    assertThat(service.of(7, "office")).singleElement().matches(Inspection::mayClose);
    assertThat(service.of(7, "qlkh")).singleElement().matches(Inspection::mayAnswer);
    assertThat(service.of(7, "ttud")).isEmpty();
    assertThat(service.of(7, "vanthu")).isEmpty();
  }

  @Test
  void shouldBeOverdueTheDayAfterItsDay() {
    assertThat(inspection.toInspection("", TODAY, true, true).overdue()).isFalse();
    assertThat(inspection.toInspection("", TODAY.plusDays(1), true, true).overdue()).isTrue();

    inspection.answer("Đã khắc phục", "Trần Thị Thanh Hòa", NOW);

    assertThat(inspection.toInspection("", TODAY.plusDays(1), true, true).overdue()).isFalse();
  }

  private void account(String username, long unitId, Role role) {
    given(directory.account(username)).willReturn(Plans.account(username, unitId, role));
  }

  private void assertRefused(String code, InspectionForm form) {
    assertThat(
            catchThrowableOfType(CampaignRefused.class, () -> service.record(7, form, "office"))
                .problems())
        .extracting(Problem::code)
        .containsExactly(code);
  }

  private static InspectionForm form(Long unitId, LocalDate on, LocalDate due) {
    return new InspectionForm(unitId, on, "Tổ kiểm tra", "Chậm triển khai", due);
  }
}
