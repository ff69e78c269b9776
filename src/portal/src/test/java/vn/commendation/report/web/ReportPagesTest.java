package vn.commendation.report.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willReturn;
import static org.mockito.BDDMockito.willThrow;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import vn.commendation.award.Certainty;
import vn.commendation.award.CommendationType;
import vn.commendation.directory.Directory;
import vn.commendation.directory.PositionClass;
import vn.commendation.directory.Role;
import vn.commendation.portal.PortalSlice;
import vn.commendation.portal.Samples;
import vn.commendation.report.AwardClassifications;
import vn.commendation.report.CellCase;
import vn.commendation.report.FormColumn;
import vn.commendation.report.FormRow;
import vn.commendation.report.FormSheet;
import vn.commendation.report.ReportPeriod;
import vn.commendation.report.ReportPeriods;
import vn.commendation.report.ReportRefused;
import vn.commendation.report.ResultCase;
import vn.commendation.report.ResultFigures;
import vn.commendation.report.ResultScope;
import vn.commendation.report.ResultTexts;
import vn.commendation.report.Results;
import vn.commendation.report.StatisticalForm;
import vn.commendation.report.Statistics;
import vn.commendation.report.UnclassifiedAward;

@PortalSlice
@WithMockUser(username = "officer", roles = "OFFICE_OFFICER")
class ReportPagesTest {

  private static final Instant AT = Instant.parse("2026-11-20T03:00:00Z");
  private static final LocalDate FROM = LocalDate.of(2025, 12, 15);
  private static final LocalDate TO = LocalDate.of(2026, 12, 14);
  private static final ReportPeriod PERIOD =
      new ReportPeriod(2026, FROM, TO, LocalDate.of(2026, 12, 15), null, null, null);
  private static final FormColumn TOTAL =
      new FormColumn(1, List.of("Tổng số"), "1", FormColumn.Kind.TOTAL);
  private static final FormColumn CERTIFICATE =
      new FormColumn(2, List.of("Chia ra", "Bằng khen"), "2", FormColumn.Kind.PART);
  private static final FormRow ROW = new FormRow(1, "01", "Tổng số", 0, null, false);
  private static final FormRow HEADING = new FormRow(2, null, "1. Chia theo", 0, null, false);
  private static final FormRow PART = new FormRow(3, "02", "Tập thể", 1, "Tập thể", false);
  private static final StatisticalForm FORM =
      new StatisticalForm(
          "0603",
          LocalDate.of(2023, 3, 23),
          "0603.N/BNV-TĐKT",
          "Số lượng khen thưởng cấp tỉnh",
          "Thông tư số 2/2023/TT-BNV",
          StatisticalForm.Source.AWARDS,
          null,
          true,
          MonthDay.of(12, 15),
          Certainty.UNVERIFIED,
          "Chưa đối chiếu với Thông tư.",
          List.of(TOTAL, CERTIFICATE),
          List.of(ROW, HEADING, PART));
  private static final FormSheet.Entry ENTRY =
      new FormSheet.Entry(
          "e1", "Bằng khen · Tập thể", 2, "Công văn số 5", "Phạm Thị Minh Thư", AT, null, null);
  private static final FormSheet SHEET =
      new FormSheet(
          FORM,
          PERIOD,
          "Sở Khoa học và Công nghệ",
          "Sở Nội vụ",
          List.of(
              new FormSheet.Line(
                  ROW, List.of(new FormSheet.Figure(5, 2), new FormSheet.Figure(5, 2))),
              new FormSheet.Line(HEADING, List.of()),
              new FormSheet.Line(
                  PART, List.of(new FormSheet.Figure(0, 0), new FormSheet.Figure(0, 0)))),
          List.of(new FormSheet.Outside("GK-SO", "Giấy khen của Giám đốc Sở", 7, null)),
          List.of(new FormSheet.Gap("1. Chia theo", 3)),
          List.of(ENTRY),
          List.of(new FormSheet.Issue("i1", 1, "Phạm Thị Minh Thư", AT)));
  private static final ResultScope SCOPE = new ResultScope(null, null, FROM, TO);
  private static final ResultFigures.Line LINE =
      new ResultFigures.Line("GK-SO", "Giấy khen của Giám đốc Sở", 9, 4, 1, 1, 1, 1, 1);
  private static final ResultFigures FIGURES =
      new ResultFigures(
          SCOPE,
          LINE,
          List.of(LINE),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          new ResultFigures.Shares(8, 6, 4),
          new ResultFigures.Shares(4, 3, 2),
          1,
          2,
          List.of(
              new ResultFigures.StepTime(
                  ResultFigures.Step.REVIEW, 3, new BigDecimal("2.5"), 3, 2)),
          8,
          2,
          List.of(
              new ResultFigures.ReturnReason(
                  Samples.ID, "HTB-1", "Nguyễn Văn Thử", "<b>Thiếu</b> minh chứng", AT)),
          List.of(
              new ResultFigures.OpenHold(
                  Samples.ID, "HTB-2", "Nguyễn Văn Giữ", "COMPLAINT", "Đơn", TO)),
          List.of(new ResultFigures.QuotaUse("Phong trào", "Giấy khen", 10, 4)),
          20,
          3,
          List.of(new ResultFigures.Money("Giấy khen", 4, 2_840_000)),
          1,
          List.of(new ResultFigures.Example("Phong trào", "Chị Thử làm tốt.")));

  @Autowired MockMvc mvc;
  @Autowired Directory directory;
  @Autowired Statistics statistics;
  @Autowired ReportPeriods periods;
  @Autowired AwardClassifications classifications;
  @Autowired Results results;

  @BeforeEach
  void aYear() {
    given(directory.account(any())).willReturn(Samples.account("officer", Role.OFFICE_OFFICER));
    given(periods.currentYear()).willReturn(2026);
    given(periods.of(anyInt())).willThrow(new ReportRefused("year", "2010", "2027"));
    willReturn(PERIOD).given(periods).of(2026);
    given(statistics.forms(eq(2026), any()))
        .willReturn(List.of(new Statistics.FormSummary(FORM, SHEET.issues())));
    given(statistics.mayWrite(any())).willReturn(true);
    given(statistics.sheet(eq("0603"), eq(2026), any())).willReturn(SHEET);
    given(statistics.choices("0603", 2026))
        .willReturn(
            new Statistics.EntryChoices(
                List.of(CERTIFICATE),
                List.of(new Statistics.SectionChoice("1. Chia theo", List.of(PART)))));
    given(results.scope(any(), any(), any())).willReturn(SCOPE);
    given(results.figures(any(), any())).willReturn(FIGURES);
    given(results.issues(any(), any())).willReturn(SHEET.issues());
  }

  @Test
  void shouldOfferTheFormsOfAYear() throws Exception {
    shows(
        "/reports",
        "0603.N/BNV-TĐKT",
        "/reports/forms/0603?year=2026",
        "Chưa xác minh",
        "15/12/2025 – 14/12/2026",
        "Lần chốt 1",
        "/reports/results?from=2025-12-15&amp;to=2026-12-14");
  }

  @Test
  void shouldSayWhyAYearIsNoYearAndShowThisOne() throws Exception {
    for (var path :
        List.of("/reports?year=abc", "/reports?year=1999", "/reports/forms/0603?year=x")) {
      mvc.perform(get(path))
          .andExpect(status().isUnprocessableEntity())
          .andExpect(
              content()
                  .string(
                      allOf(
                          containsString("Năm báo cáo phải là số từ 2010 đến 2027."),
                          containsString("Kỳ báo cáo năm 2026"))));
    }
    given(statistics.sheet(eq("9999"), eq(2026), any())).willThrow(new NoSuchElementException());
    mvc.perform(get("/reports/forms/9999")).andExpect(status().isNotFound());
  }

  @Test
  void shouldShowAFormWithWhatIsBehindMissingAndEntered() throws Exception {
    shows(
        "/reports/forms/0603?year=2026",
        "/reports/forms/0603/cases?year=2026&amp;row=01&amp;column=2",
        "trong đó nhập 2",
        "“1. Chia theo”: còn 3 khen thưởng",
        "Giấy khen của Giám đốc Sở",
        "Không có cột trong các biểu thống kê",
        "Công văn số 5",
        "scope=\"row\"",
        "name=\"after\" value=\"1\"");
    given(statistics.mayWrite(any())).willReturn(false);
    mvc.perform(get("/reports/forms/0603"))
        .andExpect(
            content()
                .string(allOf(not(containsString("/entries\"")), not(containsString("/issue\"")))));
  }

  @Test
  void shouldLeadFromAFigureToItsCases() throws Exception {
    given(statistics.behind(eq("0603"), eq(2026), eq("01"), eq(2), any(), any()))
        .willReturn(
            new Statistics.Behind(
                ROW,
                CERTIFICATE,
                new PageImpl<>(
                    List.of(
                        new CellCase(
                            Samples.CASE, "Lê Thị A", "Phòng B", "Bằng khen", "5/QĐ", FROM),
                        new CellCase(null, "Lê Thị C", "Phòng B", "Bằng khen", null, TO)),
                    PageRequest.of(0, 20),
                    41),
                List.of(ENTRY)));
    shows(
        "/reports/forms/0603/cases?year=2026&row=01&column=2",
        "Dòng 01 “Tổng số”, cột “Chia ra – Bằng khen”",
        "href=\"" + Samples.CASE + "\"",
        "/registers/awards?q=L%C3%AA%20Th%E1%BB%8B%20C",
        "Trang 1 / 3",
        "Công văn số 5");

    given(statistics.outside(eq("GK-SO"), eq(2026), any(), any()))
        .willReturn(
            new PageImpl<>(
                List.of(
                    new CellCase(Samples.CASE, "Lê Thị A", "Phòng B", "Giấy khen", "5", FROM))));
    shows("/reports/forms/0603/outside?year=2026&award=GK-SO", "Lê Thị A", "không thuộc biểu này");
  }

  @Test
  void shouldGiveTheSheetAsAFile() throws Exception {
    given(statistics.spreadsheet("0603", 2026, "officer")).willReturn(new byte[] {80, 75});
    mvc.perform(get("/reports/forms/0603/xlsx"))
        .andExpect(content().bytes(new byte[] {80, 75}))
        .andExpect(content().contentType(FormController.XLSX))
        .andExpect(header().string("Content-Disposition", containsString("Bieu-0603-2026.xlsx")));
  }

  @Test
  void shouldEnterAFigureAndKeepWhatWasTypedIfItIsRefused() throws Exception {
    mvc.perform(
            post("/reports/forms/0603/entries")
                .with(csrf())
                .param("year", "2026")
                .param("request", Samples.ID)
                .param("column", "2")
                .param("rows", "02")
                .param("amount", "4")
                .param("source", " Công văn số 6 "))
        .andExpect(redirectedUrl("/reports/forms/0603?year=2026"))
        .andExpect(flash().attribute("flash", "report.flash.entered"));
    then(statistics)
        .should()
        .enter(
            "0603",
            2026,
            new Statistics.NewEntry(Samples.ID, 2, List.of("02"), 4, "Công văn số 6"),
            "officer");

    willThrow(new ReportRefused("no-such-cell"))
        .given(statistics)
        .enter(any(), anyInt(), any(), any());
    mvc.perform(
            post("/reports/forms/0603/entries")
                .with(csrf())
                .param("request", Samples.ID)
                .param("column", "2")
                .param("rows", "02")
                .param("amount", "nhiều")
                .param("source", "Công văn số 7"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("không khớp nhau"),
                        containsString("value=\"Công văn số 7\""),
                        containsString("value=\"" + Samples.ID + "\""))));
  }

  @Test
  void shouldCancelIssueAndClassify() throws Exception {
    mvc.perform(
            post("/reports/forms/0603/entries/e1/cancel").with(csrf()).param("reason", " Nhầm "))
        .andExpect(redirectedUrl("/reports/forms/0603?year=2026"));
    then(statistics).should().cancel("0603", 2026, "e1", "Nhầm", "officer");

    mvc.perform(post("/reports/forms/0603/issue").with(csrf()).param("after", "1"))
        .andExpect(redirectedUrl("/reports/forms/0603?year=2026"));
    then(statistics).should().issue("0603", 2026, 1, "officer");

    given(classifications.open("0603", 2026, "officer"))
        .willReturn(
            List.of(
                new UnclassifiedAward(
                    7, "Lê Thị A", true, "Phòng B", "Chuyên viên", "Bằng khen", "5", FROM)));
    shows("/reports/forms/0603/unclassified", "Phòng B; chức danh hiện nay: Chuyên viên");
    mvc.perform(
            post("/reports/forms/0603/unclassified/7")
                .with(csrf())
                .param("positionClass", "DIRECT_WORKER")
                .param("type", "MERIT")
                .param("source", "Quyết định"))
        .andExpect(redirectedUrl("/reports/forms/0603/unclassified?year=2026"));
    then(classifications)
        .should()
        .classify(7, PositionClass.DIRECT_WORKER, CommendationType.MERIT, "Quyết định", "officer");
    willThrow(new ReportRefused("type-missing"))
        .given(classifications)
        .classify(eq(8L), any(), any(), any(), any());
    mvc.perform(post("/reports/forms/0603/unclassified/8").with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("Vui lòng chọn loại hình khen thưởng.")));
  }

  @Test
  void shouldShowAnIssueWithWhatHasChangedSince() throws Exception {
    given(statistics.issued("0603", 2026, 1, "officer"))
        .willReturn(
            new Statistics.IssuedSheet(
                SHEET,
                1,
                "Phạm Thị Minh Thư",
                AT,
                List.of(new Statistics.Change(PART, CERTIFICATE, 0, 6))));
    shows(
        "/reports/forms/0603/issues/1?year=2026",
        "Lần chốt 1: Số lượng khen thưởng cấp tỉnh",
        "02. Tập thể",
        "<strong>6</strong>");
  }

  @Test
  void shouldSetOtherDaysForAYear() throws Exception {
    mvc.perform(
            post("/reports/period")
                .with(csrf())
                .param("year", "2026")
                .param("from", "2026-01-01")
                .param("to", "2026-12-31")
                .param("dueOn", "2027-01-15")
                .param("reason", "Công văn"))
        .andExpect(redirectedUrl("/reports?year=2026"));
    willThrow(new ReportRefused("period-missing")).given(periods).change(anyInt(), any(), any());
    mvc.perform(post("/reports/period").with(csrf()).param("year", "2026").param("reason", "CV 3"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Kỳ báo cáo cần đủ ngày đầu"),
                        containsString("value=\"CV 3\""))));
  }

  @Test
  void shouldShowTheResultWithItsCases() throws Exception {
    shows(
        "/reports/results",
        "Hồ sơ gửi lần đầu từ ngày 15/12/2025 đến ngày 14/12/2026",
        "by=award&amp;key=GK-SO",
        "outcome=REFUSED",
        "75%",
        "2,5",
        "67%",
        "&lt;b&gt;Thiếu&lt;/b&gt; minh chứng",
        "4 / 10",
        "2.840.000 đồng",
        "1 khen thưởng chưa tính được tiền thưởng",
        "Chị Thử làm tốt.");
    given(results.cases(any(), eq("award"), eq("GK-SO"), eq("AWARDED"), any(), any()))
        .willReturn(
            new PageImpl<>(
                List.of(
                    new ResultCase(
                        Samples.ID,
                        "HTB-1",
                        "Lê Thị A",
                        "Phòng B",
                        "Giấy khen",
                        "AWARDED",
                        AT,
                        AT))));
    shows(
        "/reports/results/cases?by=award&key=GK-SO&label=Gi%E1%BA%A5y&outcome=AWARDED",
        "Lê Thị A", Samples.CASE, "Được khen thưởng");
    given(results.cases(any(), eq("nonsense"), any(), any(), any(), any()))
        .willThrow(new NoSuchElementException());
    mvc.perform(get("/reports/results/cases?by=nonsense")).andExpect(status().isNotFound());
  }

  @Test
  void shouldSayWhyAPeriodIsNone() throws Exception {
    willThrow(new ReportRefused("days-missing")).given(results).scope(null, FROM, null);
    for (var path : List.of("from=2025-12-15", "from=hôm nay", "campaign=x")) {
      mvc.perform(get("/reports/results?" + path))
          .andExpect(status().isUnprocessableEntity())
          .andExpect(content().string(containsString("Số liệu chung")));
    }
    mvc.perform(get("/reports/results/xlsx?from=2025-12-15"))
        .andExpect(status().isUnprocessableEntity());
  }

  @Test
  void shouldIssueTheResultAndKeepTheTextsIfItIsRefused() throws Exception {
    var texts = new ResultTexts("Tốt", "Chị A", null, null);
    given(results.issue(SCOPE, texts, 1, "officer")).willReturn(Samples.ID);
    mvc.perform(
            post("/reports/results/issue")
                .with(csrf())
                .param("after", "1")
                .param("assessment", " Tốt ")
                .param("examples", "Chị A")
                .param("directions", " "))
        .andExpect(redirectedUrl("/reports/results/" + Samples.ID));

    given(results.issue(any(), any(), eq(0), any()))
        .willThrow(new ReportRefused("issued-meanwhile", 1));
    mvc.perform(
            post("/reports/results/issue")
                .with(csrf())
                .param("after", "0")
                .param("assessment", "Viết rất lâu")
                .param("examples", "Chị A"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            content()
                .string(
                    allOf(containsString("vừa có lần chốt 1"), containsString("Viết rất lâu"))));
  }

  @Test
  @WithMockUser(username = "clerk", roles = "CLERK")
  void shouldLetTheClerkRegisterTheNumber() throws Exception {
    given(results.issued(Samples.ID, "clerk"))
        .willReturn(
            new Results.IssuedResult(
                Samples.ID,
                1,
                "Phạm Thị Minh Thư",
                AT,
                FIGURES,
                new ResultTexts("Tốt", "Chị A", null, null),
                null,
                List.of(new Results.Change("awards", "Giấy khen", "AWARDED", 4, 5))));
    given(results.mayRegister("clerk")).willReturn(true);
    shows(
        "/reports/results/" + Samples.ID,
        "Báo cáo kết quả phong trào, lần chốt 1",
        "<strong>5</strong>",
        "/number\"");
    mvc.perform(
            post("/reports/results/" + Samples.ID + "/number")
                .with(csrf())
                .param("day", "2026-11-22")
                .param("number", "5"))
        .andExpect(redirectedUrl("/reports/results/" + Samples.ID));
    then(results).should().register(Samples.ID, LocalDate.of(2026, 11, 22), 5, "clerk");
    mvc.perform(
            post("/reports/results/" + Samples.ID + "/number").with(csrf()).param("number", "năm"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("năm không phải là số văn bản.")));
  }

  @Test
  @WithMockUser(username = "head", roles = "UNIT_HEAD")
  void shouldNotLetUnitsIn() throws Exception {
    for (var path : List.of("/reports", "/reports/forms/0603", "/reports/results")) {
      mvc.perform(get(path)).andExpect(status().isForbidden());
    }
  }

  private void shows(String path, String... texts) throws Exception {
    var page = mvc.perform(get(URI.create(path)));
    page.andExpect(status().isOk());
    for (var text : texts) {
      page.andExpect(content().string(containsString(text)));
    }
  }
}
