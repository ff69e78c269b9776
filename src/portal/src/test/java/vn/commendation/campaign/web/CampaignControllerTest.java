package vn.commendation.campaign.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.ArgumentMatchers.notNull;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import vn.commendation.award.Awards;
import vn.commendation.award.DecidingAuthority;
import vn.commendation.award.Rules;
import vn.commendation.campaign.CampaignDetails;
import vn.commendation.campaign.CampaignDetails.Action;
import vn.commendation.campaign.CampaignPlanning;
import vn.commendation.campaign.CampaignStatus;
import vn.commendation.campaign.CampaignSummary;
import vn.commendation.campaign.CampaignUnit;
import vn.commendation.campaign.Campaigns;
import vn.commendation.campaign.Guideline;
import vn.commendation.campaign.GuidelineRevision;
import vn.commendation.campaign.GuidelineRevisions;
import vn.commendation.campaign.Inspection;
import vn.commendation.campaign.Inspections;
import vn.commendation.campaign.NominationCounts.Figure;
import vn.commendation.campaign.Refusals;
import vn.commendation.campaign.ResultReport;
import vn.commendation.campaign.StudyDocument;
import vn.commendation.campaign.StudyFile;
import vn.commendation.campaign.StudyLibrary;
import vn.commendation.campaign.StudyVersion;
import vn.commendation.campaign.TimelineEntry;
import vn.commendation.campaign.UnitProgress;
import vn.commendation.campaign.UnitReading;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.engine.Way;
import vn.commendation.portal.PortalSlice;
import vn.commendation.portal.Samples;
import vn.commendation.storage.Download;

@PortalSlice
@WithMockUser(username = "head", roles = "UNIT_HEAD")
class CampaignControllerTest {

  private static final Instant NOW = Instant.parse("2026-11-22T05:00:00Z");

  @Autowired MockMvc mvc;
  @Autowired Directory directory;
  @Autowired Campaigns campaigns;
  @Autowired CampaignPlanning planning;
  @Autowired GuidelineRevisions revisions;
  @Autowired StudyLibrary library;
  @Autowired Inspections inspections;
  @Autowired Awards awards;
  @Autowired Rules rules;

  @BeforeEach
  void oneCampaign() {
    given(directory.account(any())).willReturn(Samples.account("head", Role.UNIT_HEAD));
    given(awards.all()).willReturn(List.of(Samples.AWARD));
    given(planning.units()).willReturn(List.of(new CampaignUnit(3, "Phòng Quản lý Công nghệ")));
    shows(details(CampaignStatus.OPEN, true));
  }

  @Test
  void shouldListCampaignsWithTheirStatus() throws Exception {
    given(campaigns.list("head"))
        .willReturn(
            List.of(
                new CampaignSummary(Samples.CAMPAIGN, CampaignStatus.OPEN, true),
                new CampaignSummary(Samples.CAMPAIGN, CampaignStatus.OPEN, false),
                new CampaignSummary(Samples.CAMPAIGN, CampaignStatus.REPORT, false)));

    mvc.perform(get("/campaigns"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString(Samples.CAMPAIGN.title()),
                        containsString("Đang nhận đề nghị"),
                        containsString("Không nhận đề nghị"),
                        containsString("Chờ báo cáo kết quả"),
                        not(containsString("/campaigns/new")))));
  }

  @Test
  void shouldOfferToPlanToWhoMay() throws Exception {
    given(planning.mayPlan("head")).willReturn(true);

    mvc.perform(get("/campaigns")).andExpect(content().string(containsString("/campaigns/new")));
  }

  @Test
  void shouldShowThePlanAndWhoDecidesEachAward() throws Exception {
    given(rules.authorities(any()))
        .willReturn(Map.of(Samples.AWARD.code(), Set.of(DecidingAuthority.DIRECTOR)));

    mvc.perform(get("/campaigns/1"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Số …/KH-KHCN ngày 30/05/2022"),
                        containsString("Công văn số 74/HĐTĐ"),
                        containsString("Giấy khen của Giám đốc Sở"),
                        containsString("Giám đốc Sở quyết định"),
                        containsString("Tối đa 5"),
                        containsString("/nominations/new?campaign=1"))));
  }

  @Test
  void shouldNotOfferToNominateInAClosedCampaign() throws Exception {
    shows(details(CampaignStatus.OPEN, false));

    mvc.perform(get("/campaigns/1"))
        .andExpect(content().string(not(containsString("/nominations/new?campaign=1"))));
  }

  @Test
  void shouldShowGuidelinesLibraryInspectionsReportAndProgress() throws Exception {
    given(library.documents(1, "head"))
        .willReturn(
            List.of(
                new StudyDocument(
                    4,
                    "Kết luận số 21-KL/TW",
                    "21-KL/TW",
                    LocalDate.of(2021, 10, 25),
                    "Ban Chấp hành Trung ương",
                    "https://example.org/21",
                    List.of(
                        new StudyVersion(
                            2, new StudyFile("moi.pdf", "application/pdf", 2048, NOW), null),
                        new StudyVersion(1, new StudyFile("cu.docx", "word", 2048, NOW), NOW)))));
    given(library.readings(1, "head"))
        .willReturn(List.of(new UnitReading("Văn phòng Sở", 6, 1, 5, 5)));
    given(inspections.of(1, "head"))
        .willReturn(
            List.of(
                new Inspection(
                    9,
                    0,
                    "Văn phòng Sở",
                    LocalDate.of(2026, 11, 2),
                    "Tổ kiểm tra",
                    "Chậm triển khai",
                    LocalDate.of(2026, 11, 20),
                    "Võ Thanh Sơn",
                    NOW,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    true,
                    true,
                    false)));

    mvc.perform(get("/campaigns/1"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Nguyễn Văn Hùng duyệt 22/11/2026 12:00"),
                        containsString("Nội dung bản hai"),
                        containsString("Bản 1"),
                        containsString("Làm rõ đối tượng"),
                        containsString("/campaigns/1/documents/4/acknowledge"),
                        containsString("/campaigns/1/documents/4/versions/2"),
                        containsString("/campaigns/1/documents/4/versions/1"),
                        containsString("Đã đọc 22/11/2026 12:00"),
                        not(containsString("/campaigns/1/documents/4/replace")),
                        containsString("Tôi đã đọc 0/1 tài liệu."),
                        containsString("5/6 (83%)"),
                        containsString("Chậm triển khai"),
                        containsString("quá hạn"),
                        containsString("/campaigns/1/inspections/9/answer"))))
        .andExpect(
            content()
                .string(
                    allOf(
                        not(containsString("/campaigns/1/inspections/9/close")),
                        containsString("Điển hình là chị Ngọc"),
                        containsString("Chưa đề nghị"),
                        containsString("Phát động phong trào"),
                        containsString("/models/campaign.bpmn"))));
  }

  @Test
  void shouldOfferTheOfficeWhatItMayDo() throws Exception {
    shows(details(CampaignStatus.OPEN, true, Action.CHANGE_WINDOW, Action.CLOSE, Action.CANCEL));

    mvc.perform(get("/campaigns/1"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("action=\"/campaigns/1/window\""),
                        containsString("action=\"/campaigns/1/close\""),
                        containsString("action=\"/campaigns/1/cancel\""),
                        not(containsString("/campaigns/1/launch")),
                        not(containsString("name=\"opensAt\"")))));
  }

  @Test
  void shouldSayWhatStandsAgainstAnAction() throws Exception {
    doThrow(Refusals.of("reason", "reason"))
        .when(planning)
        .close(anyLong(), anyInt(), any(), any());

    mvc.perform(post("/campaigns/1/close").param("version", "2").with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("Vui lòng nêu lý do.")));
  }

  @Test
  void shouldChangeTheWindow() throws Exception {
    mvc.perform(
            post("/campaigns/1/window")
                .param("version", "2")
                .param("closesAt", "2026-12-31T17:00")
                .param("reason", "Nhiều đơn vị chưa kịp")
                .with(csrf()))
        .andExpect(redirectedUrl("/campaigns/1"))
        .andExpect(flash().attribute("flash", "campaign-flash.window-changed"));

    verify(planning)
        .changeWindow(
            1, 2, null, LocalDateTime.of(2026, 12, 31, 17, 0), "Nhiều đơn vị chưa kịp", "head");
  }

  @Test
  void shouldOfferToReviseTheGuidelineAndToDropThat() throws Exception {
    shows(details(CampaignStatus.OPEN, true, Action.REVISE_GUIDELINE));
    mvc.perform(get("/campaigns/1"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("action=\"/campaigns/1/guideline/revise\""),
                        not(containsString("/guideline/drop")))));

    shows(details(CampaignStatus.OPEN, true, GuidelineRevision.APPROVAL, Action.DROP_REVISION));
    mvc.perform(get("/campaigns/1"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("chờ lãnh đạo Sở duyệt bản mới"),
                        containsString("http://tasklist/9"),
                        containsString("action=\"/campaigns/1/guideline/drop\""),
                        not(containsString("/guideline/revise")))));

    mvc.perform(
            post("/campaigns/1/guideline/revise")
                .param("version", "2")
                .param("reason", "Bổ sung đối tượng")
                .with(csrf()))
        .andExpect(redirectedUrl("/campaigns/1"));
    mvc.perform(
            post("/campaigns/1/guideline/drop")
                .param("version", "3")
                .param("reason", "Không cần nữa")
                .with(csrf()))
        .andExpect(flash().attribute("flash", "campaign-flash.revision-dropped"));
    verify(revisions).request(1, 2, "Bổ sung đối tượng", "head");
    verify(revisions).drop(1, 3, "Không cần nữa", "head");
  }

  @Test
  void shouldHandTheLibraryTheFileAndSayWhyItIsNotTaken() throws Exception {
    shows(details(CampaignStatus.OPEN, true, Action.KEEP_LIBRARY));
    var file = new MockMultipartFile("file", "moi.exe", null, new byte[] {1});
    doThrow(Refusals.of("file-type-not-allowed", "file"))
        .when(library)
        .replace(anyLong(), anyLong(), anyInt(), any(), any());

    mvc.perform(
            multipart("/campaigns/1/documents/4/replace")
                .file(file)
                .param("version", "2")
                .with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("Tệp tài liệu: Chỉ nhận tệp PDF hoặc DOCX.")));
    mvc.perform(
            multipart("/campaigns/1/documents")
                .file(new MockMultipartFile("file", "", null, new byte[0]))
                .param("title", "Chỉ thị 08-CT/TU")
                .param("issuer", "Tỉnh ủy")
                .with(csrf()))
        .andExpect(redirectedUrl("/campaigns/1"));

    verify(library).replace(eq(1L), eq(4L), eq(2), notNull(), eq("head"));
    verify(library).add(eq(1L), any(), isNull(), eq("head"));
  }

  @Test
  void shouldHandOutAVersionAsAFile() throws Exception {
    given(library.file(1, 4, 2, "head"))
        .willReturn(new Download("Kết luận 21.pdf", "application/pdf", new byte[] {1, 2}));

    mvc.perform(get("/campaigns/1/documents/4/versions/2"))
        .andExpect(content().contentType("application/pdf"))
        .andExpect(content().bytes(new byte[] {1, 2}))
        .andExpect(
            header().string(HttpHeaders.CONTENT_DISPOSITION, startsWith("attachment; filename")));
  }

  @Test
  void shouldKeepWhatWasTypedOfARefusedInspection() throws Exception {
    shows(details(CampaignStatus.OPEN, true, Action.INSPECT));
    doThrow(Refusals.of("answer-due", "answerDueOn"))
        .when(inspections)
        .record(anyLong(), any(), any());

    mvc.perform(
            post("/campaigns/1/inspections")
                .param("unitId", "3")
                .param("inspectedOn", "2026-11-20")
                .param("inspectors", "Tổ kiểm tra số 1")
                .param("findings", "Chưa có kế hoạch riêng")
                .param("answerDueOn", "2020-01-01")
                .with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Hạn trả lời phải từ hôm nay trở đi."),
                        containsString("Tổ kiểm tra số 1"),
                        containsString("Chưa có kế hoạch riêng"))));
  }

  @Test
  void shouldExplainWhatIsNotFoundForbiddenOrOvertaken() throws Exception {
    given(campaigns.details(99, "head")).willThrow(Refusals.notFound());
    doThrow(Refusals.forbidden()).when(planning).launch(anyLong(), anyInt(), any());
    doThrow(Refusals.conflict("stale")).when(planning).cancel(anyLong(), anyInt(), any(), any());

    mvc.perform(get("/campaigns/99")).andExpect(status().isNotFound());
    mvc.perform(get("/campaigns/x")).andExpect(status().isBadRequest());
    mvc.perform(post("/campaigns/1/launch").param("version", "0").with(csrf()))
        .andExpect(status().isForbidden());
    mvc.perform(post("/campaigns/1/cancel").param("version", "0").with(csrf()))
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString("Người khác đã thay đổi")));
  }

  private void shows(CampaignDetails details) {
    given(campaigns.details(1, "head")).willReturn(details);
  }

  private static CampaignDetails details(CampaignStatus status, boolean open, Action... actions) {
    return details(status, open, null, actions);
  }

  private static CampaignDetails details(
      CampaignStatus status, boolean open, GuidelineRevision revision, Action... actions) {
    return new CampaignDetails(
        Samples.CAMPAIGN,
        2,
        status,
        open,
        Samples.CAMPAIGN.opensAt(),
        null,
        null,
        LocalDate.of(2022, 12, 15),
        Map.of("GIAY_KHEN", 5),
        List.of(new UnitProgress("Văn phòng Sở", 0), new UnitProgress("Thanh tra Sở", 2)),
        Map.of("OFFICE_REVIEW", 2L),
        List.of(
            guideline(2, "Nội dung bản hai", "APPROVED", null, NOW),
            guideline(1, "Nội dung bản một", "RETURNED", "Làm rõ đối tượng", null)),
        new ResultReport(
            "Đã triển khai đầy đủ",
            "Điển hình là chị Ngọc",
            "",
            List.of(new Figure("Văn phòng Sở", "Giấy khen", 2, 1, 1)),
            "Phạm Thị Minh Thư",
            NOW,
            NOW),
        List.of(new TimelineEntry(NOW, "Phạm Thị Minh Thư", "campaign.launched", null)),
        new Way(Map.of("CampaignLaunched", NOW), List.of()),
        Set.of(actions),
        revision,
        null,
        revision == null ? null : "http://tasklist/9",
        null);
  }

  private static Guideline guideline(
      int number, String content, String outcome, String reason, Instant published) {
    return new Guideline(
        number,
        content,
        "Phạm Thị Minh Thư",
        NOW,
        outcome,
        "Nguyễn Văn Hùng",
        NOW,
        reason,
        published);
  }
}
