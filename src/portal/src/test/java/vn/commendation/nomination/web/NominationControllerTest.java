package vn.commendation.nomination.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.never;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.nomination.EvidenceContent;
import vn.commendation.nomination.NominationConflict;
import vn.commendation.nomination.NominationFilter;
import vn.commendation.nomination.NominationNotFound;
import vn.commendation.nomination.NominationStatus;
import vn.commendation.nomination.NominationVersion;
import vn.commendation.nomination.Nominations;
import vn.commendation.nomination.SimilarCase;
import vn.commendation.portal.PortalSlice;
import vn.commendation.portal.Samples;

@PortalSlice
@WithMockUser(username = "head", roles = "UNIT_HEAD")
class NominationControllerTest {

  private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

  @Autowired MockMvc mvc;
  @Autowired Directory directory;
  @Autowired Nominations nominations;

  @BeforeEach
  void logIn() {
    given(directory.account(any())).willReturn(Samples.account("head", Role.UNIT_HEAD));
  }

  @Test
  void shouldSearchPageByPageAndKeepTheQuestion() throws Exception {
    var request = PageRequest.of(1, 20);
    var filter =
        new NominationFilter(
            "Khôi", NominationStatus.ACCEPTED, false, null, null, null, false, null, null);
    given(nominations.search(filter, "head", request))
        .willReturn(
            new PageImpl<>(List.of(Samples.summary(NominationStatus.ACCEPTED)), request, 50));

    mvc.perform(get("/nominations?q= Khôi &status=ACCEPTED&page=1"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString(Samples.CASE),
                        containsString("Tìm thấy 50 hồ sơ"),
                        containsString("Trang 2 / 3"),
                        containsString("q=Kh%C3%B4i&amp;status=ACCEPTED&amp;page=0"),
                        containsString("q=Kh%C3%B4i&amp;status=ACCEPTED&amp;page=2"))));
  }

  @Test
  void shouldListEverythingWhenNothingIsAsked() throws Exception {
    given(nominations.search(NominationFilter.NONE, "head", PageRequest.of(0, 20)))
        .willReturn(new PageImpl<>(List.of()));

    mvc.perform(get("/nominations?q=&status=&page=-3"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Tìm thấy 0 hồ sơ")));
  }

  @Test
  void shouldFilterByEverythingTheFormOffers() throws Exception {
    var filter =
        new NominationFilter(
            null,
            null,
            true,
            3L,
            "GK-SO",
            1L,
            true,
            LocalDate.of(2026, 11, 1),
            LocalDate.of(2026, 11, 30));
    var request = PageRequest.of(0, 20);
    given(nominations.search(filter, "head", request))
        .willReturn(
            new PageImpl<>(List.of(Samples.summary(NominationStatus.ACCEPTED)), request, 21));

    mvc.perform(
            get(
                "/nominations?q=&open=true&unit=3&award=GK-SO&campaign=1&overdue=true"
                    + "&from=2026-11-01&to=2026-11-30"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Tìm thấy 21 hồ sơ"),
                        containsString("value=\"2026-11-30\""),
                        containsString(
                            "/nominations?open=true&amp;unit=3&amp;award=GK-SO&amp;campaign=1"
                                + "&amp;overdue=true&amp;from=2026-11-01&amp;to=2026-11-30"
                                + "&amp;page=1"))));
  }

  @Test
  void shouldSayThatAPeriodRunsBackwardsInsteadOfSearching() throws Exception {
    mvc.perform(get("/nominations?from=2026-11-30&to=2026-11-01"))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Ngày cuối phải không sớm hơn ngày đầu."),
                        containsString("value=\"2026-11-30\""))));
    then(nominations).should(never()).search(any(), any(), any());
  }

  @Test
  void shouldRefuseAStatusThatDoesNotExist() throws Exception {
    mvc.perform(get("/nominations?status=NONSENSE")).andExpect(status().isBadRequest());
  }

  @ParameterizedTest
  @EnumSource(NominationStatus.class)
  void shouldShowACaseWhereverItStands(NominationStatus status) throws Exception {
    given(nominations.details(Samples.ID, "head"))
        .willReturn(Samples.details(status, "GatherFacts", "OfficeReview"));

    mvc.perform(get(Samples.CASE))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Báo cáo thành tích.pdf"),
                        containsString("1,7 MB"),
                        containsString("19/11/2026 15:00"),
                        containsString("data-element=\"GatherFacts\">19/11/2026 15:00"),
                        containsString(
                            "http://localhost:8080/operaton/app/tasklist/default/#/?task=17"),
                        containsString(
                            "http://localhost:8080/operaton/app/cockpit/default/#/process-instance/11/runtime"),
                        not(containsString("??")))));
  }

  @Test
  void shouldOfferToWithdrawOnlyBeforeTheSignature() throws Exception {
    given(nominations.details(Samples.ID, "head"))
        .willReturn(
            Samples.details(NominationStatus.ACCEPTED), Samples.details(NominationStatus.SIGNED));

    mvc.perform(get(Samples.CASE)).andExpect(content().string(containsString("/withdraw")));
    mvc.perform(get(Samples.CASE)).andExpect(content().string(not(containsString("/withdraw"))));
  }

  @Test
  void shouldHideAForeignOrUnknownCase() throws Exception {
    given(nominations.details(UNKNOWN, "head")).willThrow(new NominationNotFound(UNKNOWN));

    mvc.perform(get("/nominations/" + UNKNOWN))
        .andExpect(status().isNotFound())
        .andExpect(content().string(containsString("Không tìm thấy")));
    mvc.perform(get("/nominations/nope")).andExpect(status().isNotFound());
  }

  @Test
  void shouldWithdrawWithTheReason() throws Exception {
    mvc.perform(post(Samples.CASE + "/withdraw").param("reason", " Trùng hồ sơ ").with(csrf()))
        .andExpect(redirectedUrl(Samples.CASE))
        .andExpect(flash().attribute("flash", "flash.withdrawn"));
    then(nominations).should().withdraw(Samples.ID, "Trùng hồ sơ", "head");
  }

  @Test
  void shouldNotWithdrawWithoutAReason() throws Exception {
    given(nominations.details(Samples.ID, "head"))
        .willReturn(Samples.details(NominationStatus.OFFICE_REVIEW));

    mvc.perform(post(Samples.CASE + "/withdraw").param("reason", "  ").with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Vui lòng nhập lý do."), containsString("open=\"open\""))));
    then(nominations).should(never()).withdraw(any(), any(), any());
  }

  @Test
  void shouldSayThatItIsTooLateToWithdraw() throws Exception {
    willThrow(new NominationConflict("not-withdrawable"))
        .given(nominations)
        .withdraw(Samples.ID, "Trùng", "head");

    mvc.perform(post(Samples.CASE + "/withdraw").param("reason", "Trùng").with(csrf()))
        .andExpect(status().isConflict())
        .andExpect(
            content()
                .string(allOf(containsString("nên không rút được"), containsString(Samples.CASE))));
  }

  @Test
  void shouldShowWhatTheCheckFoundAndByWhichRules() throws Exception {
    given(nominations.details(Samples.ID, "head"))
        .willReturn(Samples.details(NominationStatus.OFFICE_REVIEW));

    mvc.perform(get(Samples.CASE))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Luật 2022"),
                        containsString("chưa xác minh"),
                        containsString("Hồ sơ nhận ngày 19/11/2026."),
                        containsString("Hồ sơ nhận trước ngày 01/12/2026"),
                        containsString("/awards/rule-sets/R4"),
                        containsString("Không đủ điều kiện"),
                        containsString("Chưa đủ hai năm liên tục"),
                        containsString("Tờ trình của đơn vị"),
                        containsString("Lao động tiên tiến năm 2021"))));
  }

  @Test
  void shouldLiftAHoldWithTheReason() throws Exception {
    mvc.perform(
            post(Samples.CASE + "/lift")
                .param("reason", " Đã có kết luận ")
                .with(user("vp").roles("OFFICE_OFFICER"))
                .with(csrf()))
        .andExpect(redirectedUrl(Samples.CASE))
        .andExpect(flash().attribute("flash", "flash.hold-lifted"));
    then(nominations).should().liftHold(Samples.ID, "Đã có kết luận", "vp");
  }

  @Test
  void shouldNotLiftAHoldWithoutAReasonOrForAUnit() throws Exception {
    given(nominations.details(Samples.ID, "vp")).willReturn(Samples.details(NominationStatus.HOLD));

    mvc.perform(
            post(Samples.CASE + "/lift")
                .param("reason", " ")
                .with(user("vp").roles("OFFICE_OFFICER"))
                .with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("Vui lòng nhập lý do.")));
    mvc.perform(post(Samples.CASE + "/lift").param("reason", "Xong").with(csrf()))
        .andExpect(status().isForbidden());
    then(nominations).should(never()).liftHold(any(), any(), any());
  }

  @Test
  void shouldNominateAgain() throws Exception {
    given(nominations.details(Samples.ID, "head"))
        .willReturn(Samples.details(NominationStatus.REJECTED));
    given(nominations.renew(Samples.ID, "head")).willReturn(UNKNOWN);

    mvc.perform(get(Samples.CASE)).andExpect(content().string(containsString("Đề nghị lại")));
    mvc.perform(post(Samples.CASE + "/renew").with(csrf()))
        .andExpect(redirectedUrl("/nominations/" + UNKNOWN + "/edit"));
  }

  @Test
  void shouldMarkWhatDiffersBetweenTwoVersions() throws Exception {
    given(nominations.details(Samples.ID, "head"))
        .willReturn(Samples.details(NominationStatus.OFFICE_REVIEW));
    given(nominations.versions(Samples.ID, "head"))
        .willReturn(List.of(version(1, "Trước"), version(2, "Sau"), version(3, "Sau")));

    var page = Samples.CASE + "/versions";
    mvc.perform(get(page)).andExpect(content().string(not(containsString(">Khác</span>"))));
    mvc.perform(get(page + "?from=1&to=3"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Trước"),
                        containsString("Sau"),
                        containsString(">Khác</span>"))));
    mvc.perform(get(page + "?from=x")).andExpect(status().isBadRequest());
  }

  @Test
  void shouldShowSimilarCasesSideBySide() throws Exception {
    given(nominations.details(Samples.ID, "head"))
        .willReturn(Samples.details(NominationStatus.OFFICE_REVIEW));
    given(nominations.similar(Samples.ID, "head"))
        .willReturn(
            List.of(
                new SimilarCase(
                    UNKNOWN,
                    "HTLTB-2021-0009",
                    NominationStatus.AWARDED,
                    "Bằng khen",
                    "Phòng khác",
                    "Cải tiến thủ tục hành chính",
                    "Giảm thời hạn",
                    LocalDate.of(2021, 1, 1),
                    LocalDate.of(2021, 12, 31),
                    87)));

    mvc.perform(get(Samples.CASE + "/similar"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("HTLTB-2021-0009"),
                        containsString("giống 87%"),
                        containsString("Cải tiến thủ tục hành chính"))));
  }

  private static NominationVersion version(int revision, String title) {
    return new NominationVersion(
        revision,
        Instant.parse("2026-11-19T01:05:00Z"),
        "Nguyễn Thị Ánh",
        "Phạm Đình Khôi",
        null,
        "Phòng",
        "Giấy khen",
        title,
        "Báo cáo",
        LocalDate.of(2022, 1, 1),
        LocalDate.of(2022, 10, 31),
        List.of());
  }

  @Test
  void shouldHandOutAFileForSavingUnderItsVietnameseName() throws Exception {
    var file = Samples.details(NominationStatus.ACCEPTED).files().getFirst();
    given(nominations.evidence(Samples.ID, 7, "head"))
        .willReturn(new EvidenceContent(file, "%PDF".getBytes(StandardCharsets.US_ASCII)));

    mvc.perform(get(Samples.CASE + "/files/7"))
        .andExpect(content().contentType("application/pdf"))
        .andExpect(content().string("%PDF"))
        .andExpect(header().string("X-Content-Type-Options", "nosniff"))
        .andExpect(
            header()
                .string(
                    "Content-Disposition",
                    allOf(
                        containsString("attachment"),
                        containsString("filename*=UTF-8''B%C3%A1o%20c%C3%A1o"))));
  }

  @Test
  void shouldHideFilesOfAForeignCase() throws Exception {
    given(nominations.evidence(UNKNOWN, 7, "head")).willThrow(new NominationNotFound(UNKNOWN));

    mvc.perform(get("/nominations/" + UNKNOWN + "/files/7")).andExpect(status().isNotFound());
  }
}
