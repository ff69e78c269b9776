package vn.commendation.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import vn.commendation.dashboard.CampaignWindow;
import vn.commendation.dashboard.Dashboard;
import vn.commendation.dashboard.DashboardView;
import vn.commendation.dashboard.Fault;
import vn.commendation.dashboard.HeldCase;
import vn.commendation.dashboard.LateLine;
import vn.commendation.dashboard.LateWork;
import vn.commendation.dashboard.MonthFlow;
import vn.commendation.dashboard.QuotaGauge;
import vn.commendation.dashboard.Returns;
import vn.commendation.dashboard.StageBoard;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.engine.BlockedCommand;
import vn.commendation.engine.IncidentReport;
import vn.commendation.engine.InstanceOwner;
import vn.commendation.engine.OpenIncident;
import vn.commendation.portal.PortalSlice;
import vn.commendation.portal.Samples;

@PortalSlice
class DashboardControllerTest {

  private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");

  @Autowired MockMvc mvc;
  @Autowired Directory directory;
  @Autowired Dashboard dashboard;

  @Test
  void shouldLeadFromEveryNumberToTheCasesBehindIt() throws Exception {
    given(dashboard.of("office")).willReturn(Optional.of(view(true)));

    open("office", Role.OFFICE_OFFICER)
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("/nominations?status=OFFICE_REVIEW&amp;unit=3\""),
                        containsString(
                            "/nominations?status=OFFICE_REVIEW&amp;unit=3&amp;overdue=true\""),
                        containsString("/nominations?open=true&amp;unit=3\""),
                        containsString("/nominations?status=OFFICE_REVIEW\""),
                        containsString("aria-label=\"2 quá hạn ở bước Văn phòng thẩm định\""))));
  }

  @Test
  void shouldSayWhatIsLateByHowMuchAndWhoHasToAct() throws Exception {
    given(dashboard.of("office")).willReturn(Optional.of(view(true)));

    open("office", Role.OFFICE_OFFICER)
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("4 ngày làm việc"),
                        containsString("hạn 20/11/2026 17:00"),
                        containsString("Văn phòng Sở"),
                        containsString("Gửi hồ sơ"),
                        containsString("&lt;b&gt;gấp&lt;/b&gt;"))));
  }

  @Test
  void shouldShowPlacesHoldsWindowsReturnsAndTheFlowAsATableToo() throws Exception {
    given(dashboard.of("office")).willReturn(Optional.of(view(true)));

    open("office", Role.OFFICE_OFFICER)
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Đã dùng 1 · trong đợt trình 6 · đang thẩm định 8"),
                        containsString("tối đa 7"),
                        containsString("vượt 8"),
                        containsString("Có khiếu nại, tố cáo chưa giải quyết"),
                        containsString("01/12/2026"),
                        containsString("12 hồ sơ"),
                        containsString("3 trong 10 hồ sơ"),
                        containsString("(30 %)"),
                        containsString("<th scope=\"row\">11/2026</th>"))));
  }

  @Test
  void shouldLeadTheOfficeToTheVeryInstanceInTheMonitor() throws Exception {
    given(dashboard.of("office")).willReturn(Optional.of(view(true)));

    open("office", Role.OFFICE_OFFICER)
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString(
                            "http://localhost:8080/operaton/app/cockpit/default/#/process-instance/41/runtime"),
                        containsString("nomination / RecordCheck"),
                        containsString("HTLTB-2022-0001"),
                        containsString("Đọc lúc 26/11/2026 10:00"),
                        containsString("/operations/c1/retry"),
                        containsString("2 thư chưa gửi được"))));
  }

  @Test
  void shouldSayWhenTheIncidentsCouldNotBeRead() throws Exception {
    given(dashboard.of("office")).willReturn(Optional.of(view(true)));

    open("office", Role.OFFICE_OFFICER)
        .andExpect(content().string(containsString("danh sách có thể đã cũ")));
  }

  @Test
  void shouldKeepTheTechnologyFromTheLeadership() throws Exception {
    given(dashboard.of("boss")).willReturn(Optional.of(view(false)));

    open("boss", Role.DIRECTOR)
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("sự cố kỹ thuật"),
                        not(containsString("id=\"technical\"")),
                        not(containsString("/retry")))));
  }

  @Test
  void shouldTakeTheListOfWhatIsLateAlong() throws Exception {
    given(directory.account(any())).willReturn(Samples.account("boss", Role.DIRECTOR));
    given(dashboard.late("boss", 5000)).willReturn(view(false).late());

    var file =
        mvc.perform(
                get("/dashboard/late?format=xlsx").with(user("boss").roles(Role.DIRECTOR.name())))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsByteArray();

    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      var sheet = workbook.getSheetAt(0);
      var formatter = new DataFormatter();
      var last = sheet.getRow(sheet.getLastRowNum());
      assertThat(IntStream.range(0, 11).mapToObj(n -> formatter.formatCellValue(last.getCell(n))))
          .containsExactly(
              "HTLTB-2022-0001",
              "Phạm Đình Khôi",
              "Phòng Quản lý Công nghệ",
              "Văn phòng thẩm định",
              "20/11/2026 17:00",
              "4",
              "Văn phòng Sở",
              "Gửi hồ sơ đề nghị",
              "Nguyễn Thị Ánh",
              "26/11/2026 10:00",
              "<b>gấp</b>");
    }
  }

  @Test
  void shouldRefuseWhomTheServiceRefuses() throws Exception {
    given(dashboard.of("admin")).willReturn(Optional.empty());

    open("admin", Role.ADMIN).andExpect(status().isForbidden());
  }

  private ResultActions open(String username, Role role) throws Exception {
    given(directory.account(any())).willReturn(Samples.account(username, role));
    return mvc.perform(get("/dashboard").with(user(username).roles(role.name())));
  }

  private static DashboardView view(boolean mayOperate) {
    return new DashboardView(
        NOW,
        List.of(
            new StageBoard(
                "nav.nominations",
                "status.",
                "/nominations",
                List.of("OFFICE_REVIEW", "HOLD"),
                List.of(
                    new StageBoard.StageCount(
                        "OFFICE_REVIEW", 3L, "Phòng Quản lý Công nghệ", 5, 2)))),
        List.of(
            new LateLine(
                new LateWork(
                    "HTLTB-2022-0001",
                    "Phạm Đình Khôi",
                    "Phòng Quản lý Công nghệ",
                    "status.OFFICE_REVIEW",
                    Instant.parse("2026-11-20T10:00:00Z"),
                    "dashboard.holder.office",
                    null,
                    "audit.nomination.submitted",
                    "Nguyễn Thị Ánh",
                    NOW,
                    "<b>gấp</b>",
                    Samples.CASE),
                4)),
        List.of(
            new QuotaGauge(
                "Chiến sĩ thi đua cơ sở",
                "2026",
                1,
                6,
                8,
                7L,
                "15 % × 47",
                "/nominations?open=true&award=CSTDCS")),
        List.of(
            new HeldCase(
                "HTLTB-2022-0002",
                "Lê Thị Bích Ngọc",
                "Phòng Quản lý Khoa học",
                "nomination-hold.COMPLAINT",
                "Trần Hữu Nghĩa",
                NOW,
                LocalDate.of(2026, 12, 1),
                Samples.CASE)),
        new Returns(
            List.of(new Returns.UnitReturns(3, "Phòng Quản lý Công nghệ", 10, 3)), List.of()),
        NOW,
        List.of(
            new CampaignWindow(
                "HTLTB-2022",
                "Học tập",
                "campaign-status.OPEN",
                NOW,
                null,
                null,
                12,
                "/campaigns/1")),
        List.of(new MonthFlow(YearMonth.of(2026, 11), 4, 2)),
        mayOperate,
        mayOperate
            ? new IncidentReport(
                List.of(
                    new OpenIncident(
                        "JOB_NO_RETRIES",
                        "no database",
                        "nomination",
                        "RecordCheck",
                        NOW,
                        new InstanceOwner(41, "HTLTB-2022-0001", Samples.CASE),
                        URI.create(
                            "http://localhost:8080/operaton/app/cockpit/default/#/process-instance/41/runtime"))),
                1,
                NOW,
                "Connection refused")
            : null,
        mayOperate
            ? List.of(new BlockedCommand("c1", "hold-lifted", Samples.ID, "why", 2, NOW))
            : List.of(),
        mayOperate
            ? List.of(new Fault("dashboard.fault.mails", 2, NOW, "refused", null))
            : List.of(),
        4);
  }
}
