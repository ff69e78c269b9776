package vn.commendation.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.commendation.calendar.WorkingCalendar;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.engine.BlockedCommand;
import vn.commendation.engine.EngineCommands;
import vn.commendation.engine.IncidentReport;
import vn.commendation.engine.Incidents;
import vn.commendation.portal.Samples;

class DashboardTest {

  private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");

  private final Directory directory = mock();
  private final Incidents incidents = mock();
  private final EngineCommands commands = mock();
  private final WorkingCalendar calendar = mock();
  private final LateSource cases = mock();
  private final LateSource batches = mock();
  private final ReturnSource returns = mock();
  private final FlowSource flow = mock();
  private final FaultSource mails = mock();

  private final Dashboard dashboard =
      new Dashboard(
          List.of(),
          List.of(cases, batches),
          List.of(),
          List.of(),
          returns,
          List.of(),
          flow,
          List.of(mails),
          incidents,
          commands,
          directory,
          calendar,
          Clock.fixed(NOW, ZoneId.of("Asia/Ho_Chi_Minh")));

  @BeforeEach
  void troubles() {
    given(incidents.open(anyInt())).willReturn(new IncidentReport(List.of(), 3, NOW, null));
    given(commands.blocked())
        .willReturn(List.of(new BlockedCommand("c", "name", "id", "why", 1, NOW)));
    given(mails.faults())
        .willReturn(List.of(new Fault("dashboard.fault.mails", 2, NOW, "refused", null)));
    given(returns.returns(any(), anyInt())).willReturn(new Returns(List.of(), List.of()));
    given(flow.flow(any(), any())).willReturn(List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "OFFICE_OFFICER, true",
    "OFFICE_CHIEF, true",
    "DIRECTOR, true",
    "DEPUTY_DIRECTOR, true",
    "ADMIN, true",
    "UNIT_HEAD, false",
    "CLERK, false",
    "COUNCIL_SECRETARY, false"
  })
  void shouldBeForThoseWhoLookAfterEverything(Role role, boolean may) {
    given(directory.account("somebody")).willReturn(Samples.account("somebody", role));

    assertThat(dashboard.of("somebody").isPresent()).isEqualTo(may);
  }

  @Test
  void shouldTellTheLeadershipHowManyTroublesThereAreAndTheOfficeWhich() {
    given(directory.account("boss")).willReturn(Samples.account("boss", Role.DIRECTOR));
    given(directory.account("office")).willReturn(Samples.account("office", Role.OFFICE_OFFICER));

    var boss = dashboard.of("boss").orElseThrow();
    assertThat(boss.technicalTroubles()).isEqualTo(6);
    assertThat(boss.incidents()).isNull();
    assertThat(boss.blocked()).isEmpty();
    assertThat(boss.faults()).isEmpty();

    var office = dashboard.of("office").orElseThrow();
    assertThat(office.technicalTroubles()).isEqualTo(6);
    assertThat(office.incidents().total()).isEqualTo(3);
    assertThat(office.blocked()).hasSize(1);
    assertThat(office.faults()).hasSize(1);
  }

  @Test
  void shouldListTheLongestOverdueFirstWhicheverModuleTellsOfIt() {
    given(directory.account("office")).willReturn(Samples.account("office", Role.OFFICE_OFFICER));
    given(cases.late(NOW, 2)).willReturn(List.of(late("A", 3), late("B", 1)));
    given(batches.late(NOW, 2)).willReturn(List.of(late("C", 5)));
    given(calendar.workingDaysSince(any(), any()))
        .willReturn(
            IntStream.of(1, 3, 5)
                .boxed()
                .collect(Collectors.toMap(days -> NOW.minusSeconds(86_400L * days), d -> d)));

    assertThat(dashboard.late("office", 2))
        .extracting(line -> line.work().code() + " " + line.workingDays())
        .containsExactly("C 5", "A 3");
  }

  @Test
  void shouldListNothingForThoseItIsNotFor() {
    given(directory.account("head")).willReturn(Samples.account("head", Role.UNIT_HEAD));
    given(cases.late(any(), anyInt())).willReturn(List.of(late("A", 3)));
    given(calendar.workingDaysSince(any(), any())).willReturn(Map.of());

    assertThat(dashboard.late("head", 10)).isEmpty();
  }

  private static LateWork late(String code, int days) {
    return new LateWork(
        code,
        "Lê Thị Bích Ngọc",
        "Phòng Quản lý Khoa học",
        "status.OFFICE_REVIEW",
        NOW.minusSeconds(86_400L * days),
        "dashboard.holder.office",
        null,
        null,
        null,
        null,
        null,
        "/nominations/1");
  }
}
