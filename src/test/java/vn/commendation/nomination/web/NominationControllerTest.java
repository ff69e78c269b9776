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
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
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
import vn.commendation.nomination.NominationNotFound;
import vn.commendation.nomination.NominationStatus;
import vn.commendation.nomination.Nominations;
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
    given(nominations.search("Khôi", NominationStatus.SIGNATURE, "head", request))
        .willReturn(
            new PageImpl<>(List.of(Samples.summary(NominationStatus.SIGNATURE)), request, 50));

    mvc.perform(get("/nominations?q= Khôi &status=SIGNATURE&page=1"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString(Samples.CASE),
                        containsString("Tìm thấy 50 hồ sơ"),
                        containsString("Trang 2 / 3"),
                        containsString("q=Kh%C3%B4i&amp;status=SIGNATURE&amp;page=0"),
                        containsString("q=Kh%C3%B4i&amp;status=SIGNATURE&amp;page=2"))));
  }

  @Test
  void shouldListEverythingWhenNothingIsAsked() throws Exception {
    given(nominations.search(null, null, "head", PageRequest.of(0, 20)))
        .willReturn(new PageImpl<>(List.of()));

    mvc.perform(get("/nominations?q=&status=&page=-3"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Tìm thấy 0 hồ sơ")));
  }

  @Test
  void shouldRefuseAStatusThatDoesNotExist() throws Exception {
    mvc.perform(get("/nominations?status=NONSENSE")).andExpect(status().isBadRequest());
  }

  @ParameterizedTest
  @EnumSource(NominationStatus.class)
  void shouldShowACaseWhereverItStands(NominationStatus status) throws Exception {
    given(nominations.details(Samples.ID, "head"))
        .willReturn(Samples.details(status, "CheckNomination", "OfficeReview"));

    mvc.perform(get(Samples.CASE))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Báo cáo thành tích.pdf"),
                        containsString("1,7 MB"),
                        containsString("19/11/2026 15:00"),
                        containsString("data-visited=\"CheckNomination OfficeReview\""),
                        containsString("http://localhost:8080/tasklist/17"),
                        containsString("http://localhost:8080/operate/processes/11"),
                        not(containsString("??")))));
  }

  @Test
  void shouldOfferToWithdrawOnlyBeforeTheSignature() throws Exception {
    given(nominations.details(Samples.ID, "head"))
        .willReturn(
            Samples.details(NominationStatus.SIGNATURE),
            Samples.details(NominationStatus.BOARD_REVIEW));

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
  void shouldHandOutAFileForSavingUnderItsVietnameseName() throws Exception {
    var file = Samples.details(NominationStatus.SIGNATURE).files().getFirst();
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

  @Test
  void shouldSendTheProcessModelOnce() throws Exception {
    var etag =
        mvc.perform(get("/models/nomination.bpmn"))
            .andExpect(content().contentType("application/xml"))
            .andExpect(content().string(containsString("OfficeReview")))
            .andReturn()
            .getResponse()
            .getHeader("ETag");

    mvc.perform(get("/models/nomination.bpmn").header("If-None-Match", etag))
        .andExpect(status().isNotModified());
  }
}
