package vn.commendation.facts.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.never;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.UriComponentsBuilder;
import vn.commendation.award.Awards;
import vn.commendation.award.InitiativeLevel;
import vn.commendation.award.WorkRating;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.facts.AwardGiven;
import vn.commendation.facts.AwardHistory;
import vn.commendation.facts.Concern;
import vn.commendation.facts.ConcernKind;
import vn.commendation.facts.Concerns;
import vn.commendation.facts.Discipline;
import vn.commendation.facts.Disciplines;
import vn.commendation.facts.FactProblem;
import vn.commendation.facts.FactRefused;
import vn.commendation.facts.GivenAward;
import vn.commendation.facts.ImportPreview;
import vn.commendation.facts.ImportRow;
import vn.commendation.facts.Initiative;
import vn.commendation.facts.Initiatives;
import vn.commendation.facts.NewDiscipline;
import vn.commendation.facts.NewInitiative;
import vn.commendation.facts.NewRating;
import vn.commendation.facts.Ratings;
import vn.commendation.facts.RegisterImports;
import vn.commendation.facts.RegisterKind;
import vn.commendation.facts.YearlyRating;
import vn.commendation.portal.PortalSlice;
import vn.commendation.portal.Samples;

@PortalSlice
@WithMockUser(username = "officer", roles = "OFFICE_OFFICER")
class RegisterPagesTest {

  private static final String UPLOAD = "/registers/import/" + Samples.ID;

  @Autowired MockMvc mvc;
  @Autowired Directory directory;
  @Autowired Awards awards;
  @Autowired AwardHistory history;
  @Autowired Initiatives initiatives;
  @Autowired Ratings ratings;
  @Autowired Disciplines disciplines;
  @Autowired Concerns concerns;
  @Autowired RegisterImports imports;

  @BeforeEach
  void oneEntryOfEach() {
    given(directory.account(any())).willReturn(Samples.account("officer", Role.OFFICE_OFFICER));
    given(directory.account("clerk")).willReturn(Samples.account("clerk", Role.CLERK));
    given(directory.units()).willReturn(List.of(Samples.UNIT));
    given(directory.everybody()).willReturn(List.of(Samples.person(18)));
    given(awards.all()).willReturn(List.of(Samples.AWARD));
    given(history.search(any(), any(), any(), any()))
        .willReturn(
            many(
                new GivenAward(
                    new AwardGiven(
                        7,
                        18L,
                        5,
                        "Nguyễn Hữu Nghĩa",
                        "LDTT",
                        2024,
                        null,
                        null,
                        "12/QĐ-SKHCN",
                        LocalDate.of(2025, 1, 15),
                        "Giám đốc Sở",
                        null,
                        LocalDate.of(2025, 6, 1)),
                    "Lao động tiên tiến",
                    "Phòng Quản lý Khoa học",
                    null)));
    given(initiatives.search(any(), any(), any(), any()))
        .willReturn(
            many(
                new Initiative(
                    7,
                    "03",
                    InitiativeLevel.PROVINCE,
                    "Rút ngắn quy trình",
                    LocalDate.of(2024, 11, 8),
                    "Toàn tỉnh",
                    List.of(new Initiative.Author(18, "Nguyễn Hữu Nghĩa", new BigDecimal("60.00"))),
                    "Nhập trùng")));
    given(ratings.search(any(), any(), any(), any()))
        .willReturn(
            many(
                new YearlyRating(
                    7,
                    null,
                    5,
                    "Phòng Quản lý Khoa học",
                    "Phòng Quản lý Khoa học",
                    2024,
                    WorkRating.EXCELLENT,
                    "Thông báo số 1",
                    null)));
    given(disciplines.search(any(), anyBoolean(), any()))
        .willReturn(
            many(
                new Discipline(
                    7,
                    16,
                    "Hồ Quang Vinh",
                    "Phòng Kế hoạch - Tài chính",
                    null,
                    null,
                    null,
                    LocalDate.of(2022, 5, 1),
                    null,
                    "Lập dự toán",
                    null)));
    given(concerns.search(any(), anyBoolean(), any()))
        .willReturn(
            many(
                new Concern(
                    7,
                    12L,
                    3,
                    "Phan Minh Trí",
                    "Thanh tra Sở",
                    ConcernKind.INSPECTION,
                    LocalDate.of(2022, 4, 12),
                    null,
                    true,
                    "Theo đơn",
                    null)));
  }

  @Test
  void shouldLeadToEveryRegister() throws Exception {
    mvc.perform(get("/registers"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("/registers/awards\""),
                        containsString("/registers/numbers\""),
                        containsString("/registers/signing\""),
                        containsString("/registers/relatives\""),
                        containsString("/registers/import\""))));
  }

  @Test
  void shouldShowTheEntriesAndWhatCanBeDoneWithThem() throws Exception {
    shows("/registers/awards?q=x&year=2024", "Nguyễn Hữu Nghĩa", "Bị hủy bỏ ngày 01/06/2025");
    shows("/registers/initiatives", "Rút ngắn quy trình", "(60%)", "Nhập trùng");
    shows("/registers/ratings?rating=EXCELLENT", "Hoàn thành xuất sắc nhiệm vụ", "Tập thể");
    shows(
        "/registers/discipline?pending=true",
        "Hồ Quang Vinh",
        "Từ 01/05/2022",
        "/registers/discipline/7/conclude");
    shows(
        "/registers/concerns",
        "Thanh tra, kiểm tra",
        "Có dấu hiệu vi phạm",
        "/registers/concerns/7/close",
        "/registers/concerns/7/cancel");
  }

  @Test
  void shouldKeepTheFiltersWhenTurningPages() throws Exception {
    shows(
        "/registers/awards?q=hữu nghĩa&year=2024&page=1",
        "/registers/awards?q=h%E1%BB%AFu%20ngh%C4%A9a&amp;award=&amp;year=2024&amp;page=2",
        "Trang 2 / 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"awards", "initiatives", "ratings", "discipline", "concerns"})
  void shouldSayThatNothingMatchesAndOfferTheForm(String register) throws Exception {
    given(history.search(any(), any(), any(), any())).willReturn(Page.empty());
    given(initiatives.search(any(), any(), any(), any())).willReturn(Page.empty());
    given(ratings.search(any(), any(), any(), any())).willReturn(Page.empty());
    given(disciplines.search(any(), anyBoolean(), any())).willReturn(Page.empty());
    given(concerns.search(any(), anyBoolean(), any())).willReturn(Page.empty());

    shows("/registers/" + register, "Không có mục nào phù hợp");
    shows("/registers/" + register + "/new", "Phạm Đình Khôi 18", "Ghi vào sổ");
  }

  @Test
  @WithMockUser(username = "clerk", roles = "CLERK")
  void shouldLetAWatcherReadOnly() throws Exception {
    mvc.perform(get("/registers/discipline"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Hồ Quang Vinh"),
                        not(containsString("/conclude")),
                        not(containsString("/cancel")),
                        not(containsString("/new")))));
    given(ratings.enter(any(), eq("clerk"))).willThrow(new AccessDeniedException("clerk"));
    mvc.perform(post("/registers/ratings").with(csrf())).andExpect(status().isForbidden());
    mvc.perform(get("/registers/import")).andExpect(status().isForbidden());
  }

  @Test
  @WithMockUser(username = "head", roles = "UNIT_HEAD")
  void shouldNotLetUnitsIn() throws Exception {
    mvc.perform(get("/registers")).andExpect(status().isForbidden());
    mvc.perform(get("/registers/discipline")).andExpect(status().isForbidden());
  }

  @Test
  void shouldEnterWhatWasTyped() throws Exception {
    mvc.perform(
            post("/registers/initiatives")
                .with(csrf())
                .param("number", " 03 ")
                .param("level", "BASE")
                .param("recognisedOn", "2024-02-29")
                .param("authors", "P18", "")
                .param("shares", "66.67", ""))
        .andExpect(redirectedUrl("/registers/initiatives"))
        .andExpect(flash().attribute("flash", "register.flash.entered"));

    then(initiatives)
        .should()
        .enter(
            new NewInitiative(
                "03",
                null,
                InitiativeLevel.BASE,
                LocalDate.of(2024, 2, 29),
                null,
                List.of(new NewInitiative.Author("P18", new BigDecimal("66.67")))),
            "officer");
  }

  @Test
  void shouldSayAtTheFieldWhatIsRefusedAndKeepWhatWasTyped() throws Exception {
    given(ratings.enter(any(NewRating.class), any()))
        .willThrow(
            refusal(new FactProblem("year", "rating-twice", List.of("Nguyễn Hữu Nghĩa", "2024"))));
    mvc.perform(
            post("/registers/ratings")
                .with(csrf())
                .param("subject", "P18")
                .param("year", "2024")
                .param("decision", "TB 5"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Nguyễn Hữu Nghĩa đã có xếp loại năm 2024."),
                        containsString("value=\"TB 5\""))));

    given(disciplines.enter(any(NewDiscipline.class), any()))
        .willThrow(refusal(new FactProblem("note", "missing", List.of())));
    mvc.perform(post("/registers/discipline").with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("Vui lòng nhập hoặc chọn mục này.")));

    given(initiatives.enter(any(), any()))
        .willThrow(refusal(new FactProblem("authors", "share-sum", List.of("120"))));
    mvc.perform(
            post("/registers/initiatives")
                .with(csrf())
                .param("authors", "", "P18")
                .param("shares", "", "120"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Tổng tỷ lệ là 120%"),
                        containsString("value=\"120\""),
                        containsString("value=\"P18\" selected"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"year", "rating"})
  void shouldRefuseWhatIsNoNumberOrName(String field) throws Exception {
    mvc.perform(post("/registers/ratings").with(csrf()).param(field, "abc"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("Giá trị không hợp lệ.")));
    then(ratings).should(never()).enter(any(), any());
  }

  @Test
  void shouldCancelConcludeAndCloseWithAReason() throws Exception {
    mvc.perform(post("/registers/awards/7/cancel").with(csrf()).param("reason", " Nhầm "))
        .andExpect(redirectedUrl("/registers/awards"));
    then(history).should().cancel(7, "Nhầm", "officer");
    mvc.perform(
            post("/registers/discipline/7/conclude")
                .with(csrf())
                .param("kind", "WARNING")
                .param("on", "2022-06-01")
                .param("reason", "Kết luận"))
        .andExpect(redirectedUrl("/registers/discipline"));

    willThrow(refusal(new FactProblem(FactProblem.ENTRY, "gone", List.of())))
        .given(concerns)
        .close(anyLong(), any(), any(), any());
    mvc.perform(post("/registers/concerns/7/close").with(csrf()).param("on", "2022-06-01"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Mục này đã được người khác hủy hoặc kết luận."),
                        containsString("Phan Minh Trí"))));
  }

  @Test
  void shouldPreviewAFileBeforeItIsImported() throws Exception {
    given(imports.upload(eq(RegisterKind.RATINGS), any(), any(), eq("officer")))
        .willReturn(Samples.ID);
    mvc.perform(
            multipart("/registers/import")
                .file(new MockMultipartFile("file", "a.xlsx", null, new byte[] {1}))
                .param("kind", "RATINGS")
                .with(csrf()))
        .andExpect(redirectedUrl(UPLOAD));

    given(imports.preview(Samples.ID, "officer"))
        .willReturn(
            preview(
                1,
                null,
                new ImportRow(
                    3,
                    List.of("QLKH-99", "", "2024", "tốt", "TB"),
                    List.of(new FactProblem("personCode", "unknown", List.of()))),
                new ImportRow(2, List.of("QLKH-02", "", "2024", "tốt", "TB"), List.of())));
    mvc.perform(get(UPLOAD))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("1 trên 2 dòng có lỗi"),
                        containsString("QLKH-99"),
                        containsString("Không có trong danh mục, danh bạ."),
                        not(containsString("/confirm")))));

    given(imports.preview(Samples.ID, "officer"))
        .willReturn(
            preview(
                0, null, new ImportRow(2, List.of("QLKH-02", "", "2024", "tốt", "TB"), List.of())));
    mvc.perform(get(UPLOAD)).andExpect(content().string(containsString("Nhập 1 dòng")));
    mvc.perform(post(UPLOAD + "/confirm").with(csrf())).andExpect(redirectedUrl(UPLOAD));
    then(imports).should().confirm(Samples.ID, "officer");

    given(imports.preview(Samples.ID, "officer"))
        .willReturn(preview(0, Instant.parse("2026-11-22T03:00:00Z")));
    mvc.perform(get(UPLOAD))
        .andExpect(content().string(containsString("Đã nhập 12 dòng lúc 22/11/2026 10:00.")));
  }

  @Test
  void shouldRefuseNoFileAndOneThatIsTooLarge() throws Exception {
    mvc.perform(multipart("/registers/import").param("kind", "AWARDS").with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("Vui lòng chọn tệp.")));
    mvc.perform(
            multipart("/registers/import")
                .file(
                    new MockMultipartFile(
                        "file", "a.xlsx", null, new byte[RegisterImports.LARGEST + 1]))
                .param("kind", "AWARDS")
                .with(csrf()))
        .andExpect(status().isPayloadTooLarge())
        .andExpect(content().string(containsString("Tệp vượt quá 5 MB.")));
  }

  @Test
  void shouldOfferTheTemplates() throws Exception {
    given(imports.template(RegisterKind.AWARDS, "officer")).willReturn(new byte[] {80, 75});

    mvc.perform(get("/registers/import"))
        .andExpect(content().string(containsString("/registers/import/template/AWARDS")));
    mvc.perform(get("/registers/import/template/AWARDS"))
        .andExpect(content().bytes(new byte[] {80, 75}));
  }

  private void shows(String path, String... texts) throws Exception {
    var page = mvc.perform(get(UriComponentsBuilder.fromUriString(path).encode().build().toUri()));
    page.andExpect(status().isOk());
    for (var text : texts) {
      page.andExpect(content().string(containsString(text)));
    }
  }

  private static ImportPreview preview(int bad, Instant importedAt, ImportRow... rows) {
    return new ImportPreview(
        Samples.ID, RegisterKind.RATINGS, "a.xlsx", List.of(rows), bad, importedAt, 12);
  }

  private static FactRefused refusal(FactProblem problem) {
    return new FactRefused(List.of(problem));
  }

  /** The second of three pages. */
  private static <T> Page<T> many(T entry) {
    return new PageImpl<>(List.of(entry), PageRequest.of(1, 20), 41);
  }
}
