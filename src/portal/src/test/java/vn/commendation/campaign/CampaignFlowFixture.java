package vn.commendation.campaign;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
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
import org.springframework.test.util.ReflectionTestUtils;
import vn.commendation.audit.AuditTrail;
import vn.commendation.calendar.WorkingCalendar;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.engine.EngineCommands;
import vn.commendation.engine.UserTasks;
import vn.commendation.notification.Notices;
import vn.commendation.notification.Notifications;
import vn.commendation.notification.StepNotices;

/** The services of the {@code campaign} process and one launched campaign, without a database. */
abstract class CampaignFlowFixture {

  /** A Sunday at noon. */
  static final Instant NOW = Instant.parse("2026-11-22T05:00:00Z");

  static final Account OFFICER = Plans.account("chuyenvien", 2, Role.OFFICE_OFFICER);
  static final Account DIRECTOR = Plans.account("giamdoc", 1, Role.DIRECTOR);

  final CampaignRepository campaigns = Plans.repository();
  final Guidelines guidelines = mock(Guidelines.class);
  final ResultReports reports = mock(ResultReports.class);
  final NominationCounts counts = mock(NominationCounts.class);
  final AddressedUnits units = mock(AddressedUnits.class);
  final Directory directory = mock(Directory.class);
  final EngineCommands engine = mock(EngineCommands.class);
  final UserTasks userTasks = mock(UserTasks.class);
  final Notifications notifications = mock(Notifications.class);
  final StepNotices stepNotices = mock(StepNotices.class);
  final Notices notices = mock(Notices.class);
  final AuditTrail audit = mock(AuditTrail.class);
  final WorkingCalendar calendar = mock(WorkingCalendar.class);
  final CampaignTrail trail = new CampaignTrail(audit, notices);
  final CampaignSteps steps = mock(CampaignSteps.class);
  final CampaignTasks tasks =
      new CampaignTasks(directory, userTasks, notices, trail, steps, stepNotices);
  final CampaignMails told = new CampaignMails(units, notifications, "http://portal");
  final Clock clock = Clock.fixed(NOW, ZONE);
  final GuidelineRevisions revisions =
      new GuidelineRevisions(
          campaigns, guidelines, directory, engine, userTasks, trail, notices, clock);
  final CampaignFlow flow =
      new CampaignFlow(
          campaigns,
          guidelines,
          reports,
          counts,
          revisions,
          tasks,
          told,
          trail,
          notices,
          calendar,
          clock);
  final GuidelineFlow guidelineFlow =
      new GuidelineFlow(campaigns, guidelines, tasks, told, trail, notices, clock);

  CampaignEntity campaign;

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
      given(directory.account(account.username())).willReturn(account);
    }
  }

  void standing(CampaignStatus status) {
    campaign.carriedBy(11);
    campaign.moveTo(status);
  }

  void plan(CampaignForm plan) {
    campaign = CampaignEntity.draft(plan, ZONE);
    ReflectionTestUtils.setField(campaign, "id", 7L);
    campaign.launch(NOW);
    given(campaigns.findById(7)).willReturn(Optional.of(campaign));
    given(campaigns.lock(7)).willReturn(Optional.of(campaign));
  }
}
