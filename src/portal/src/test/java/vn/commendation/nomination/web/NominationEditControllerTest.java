package vn.commendation.nomination.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
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

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import vn.commendation.award.Awards;
import vn.commendation.award.CommendationType;
import vn.commendation.award.SubjectKind;
import vn.commendation.campaign.Campaign;
import vn.commendation.campaign.Campaigns;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.nomination.NominationConflict;
import vn.commendation.nomination.NominationForbidden;
import vn.commendation.nomination.NominationForm;
import vn.commendation.nomination.NominationNotFound;
import vn.commendation.nomination.NominationStatus;
import vn.commendation.nomination.Nominations;
import vn.commendation.nomination.Problem;
import vn.commendation.nomination.SubmissionRefused;
import vn.commendation.portal.PortalSlice;
import vn.commendation.portal.Samples;
import vn.commendation.storage.FileRefused;

@PortalSlice
@WithMockUser(username = "head", roles = "UNIT_HEAD")
class NominationEditControllerTest {

  private static final Problem NO_NOMINEE = new Problem("nominee.missing", "personId", List.of());

  @Autowired MockMvc mvc;
  @Autowired Directory directory;
  @Autowired Campaigns campaigns;
  @Autowired Awards awards;
  @Autowired Nominations nominations;

  @BeforeEach
  void aDraftInAnOpenCampaign() {
    given(directory.account(any())).willReturn(Samples.account("head", Role.UNIT_HEAD));
    given(directory.peopleOf(Samples.UNIT.id()))
        .willReturn(List.of(Samples.person(10), Samples.person(20)));
    given(campaigns.openNow()).willReturn(List.of(Samples.CAMPAIGN));
    given(awards.all()).willReturn(List.of(Samples.AWARD));
    given(nominations.newForm("head")).willReturn(Samples.form());
    given(nominations.form(Samples.ID, "head")).willReturn(Samples.form());
    given(nominations.details(Samples.ID, "head"))
        .willReturn(Samples.details(NominationStatus.DRAFT));
  }

  @Test
  void shouldOfferAnEmptyFormForTheCampaign() throws Exception {
    given(nominations.details(Samples.ID, "head")).willThrow(new NominationNotFound(Samples.ID));

    mvc.perform(get("/nominations/new?campaign=1"))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("action=\"" + Samples.CASE + "\""),
                        containsString("<option value=\"1\" selected=\"selected\">"),
                        containsString("Giấy khen của Giám đốc Sở</option>"),
                        containsString("Phạm Đình Khôi 20"),
                        not(containsString("Phạm Đình Khôi 10")))));
  }

  @Test
  void shouldChooseTheOnlyOpenCampaign() throws Exception {
    mvc.perform(get("/nominations/new"))
        .andExpect(content().string(containsString("<option value=\"1\" selected=\"selected\">")));
  }

  @Test
  void shouldFillTheFormWithWhatWasSaved() throws Exception {
    mvc.perform(get(Samples.CASE + "/edit"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("value=\"2022-01-01\""),
                        containsString("value=\"Cải tiến thủ tục\""),
                        containsString("Giảm thời hạn thẩm định</textarea>"),
                        containsString("Báo cáo thành tích.pdf"))));
  }

  @Test
  void shouldLetOnlyReopenedPartsBeChanged() throws Exception {
    given(nominations.details(Samples.ID, "head"))
        .willReturn(Samples.details(NominationStatus.SUPPLEMENT));

    mvc.perform(get(Samples.CASE + "/edit"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Giảm thời hạn thẩm định</textarea>"),
                        containsString("<input type=\"hidden\" id=\"awardCode\""),
                        containsString(
                            "<input type=\"hidden\" name=\"periodFrom\" value=\"2022-01-01\""),
                        not(containsString("<select")),
                        not(containsString("type=\"date\"")),
                        not(containsString("type=\"file\"")))));
  }

  @Test
  void shouldSayThatAPartIsClosed() throws Exception {
    willThrow(new NominationConflict("part-closed")).given(nominations).saveDraft(any(), any());

    mvc.perform(filled(post(Samples.CASE)))
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString("không mở lại phần này")));
  }

  @Test
  void shouldSaveAnUnplannedNominationWithoutACampaign() throws Exception {
    mvc.perform(
            post(Samples.CASE)
                .param("unplanned", "true")
                .param("campaignId", "1")
                .param("subjectKind", "COLLECTIVE")
                .with(csrf()))
        .andExpect(redirectedUrl(Samples.CASE + "/edit"));
    then(nominations)
        .should()
        .saveDraft(
            new NominationForm(
                Samples.ID, 0, null, SubjectKind.COLLECTIVE, null, null, null, null, null, null),
            "head");
  }

  @Test
  void shouldOfferAClosedCampaignWithTheQuestionWhy() throws Exception {
    var closed =
        new Campaign(
            2,
            "HTB-2021",
            "Học tập và làm theo Bác năm 2021",
            "",
            "",
            LocalDate.of(2021, 6, 1),
            "",
            "",
            Instant.parse("2021-05-31T17:00:00Z"),
            Instant.parse("2021-12-15T10:00:00Z"),
            LocalDate.of(2021, 1, 1),
            LocalDate.of(2021, 12, 31),
            false,
            List.of("GIAY_KHEN"),
            CommendationType.MOVEMENT);
    given(campaigns.all()).willReturn(List.of(Samples.CAMPAIGN, closed));

    mvc.perform(get(Samples.CASE + "/edit"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("năm 2021 (đã hết thời gian nhận)"),
                        containsString("data-closed=\"true\""),
                        containsString("name=\"lateReason\""))));
  }

  @Test
  void shouldSaveADraft() throws Exception {
    mvc.perform(filled(post(Samples.CASE)))
        .andExpect(redirectedUrl(Samples.CASE + "/edit"))
        .andExpect(flash().attribute("flash", "flash.saved"));
    then(nominations).should().saveDraft(Samples.form(), "head");
  }

  @Test
  void shouldSaveADraftThatIsFarFromComplete() throws Exception {
    mvc.perform(
            post(Samples.CASE)
                .param("campaignId", "1")
                .param("subjectKind", "COLLECTIVE")
                .param("personId", "20")
                .param("periodFrom", "")
                .with(csrf()))
        .andExpect(redirectedUrl(Samples.CASE + "/edit"));
    then(nominations)
        .should()
        .saveDraft(
            new NominationForm(
                Samples.ID, 0, 1L, SubjectKind.COLLECTIVE, null, null, null, null, null, null),
            "head");
  }

  @Test
  void shouldGoOnToTheReviewWhenAsked() throws Exception {
    mvc.perform(filled(post(Samples.CASE)).param("action", "review"))
        .andExpect(redirectedUrl(Samples.CASE + "/review"));
  }

  @ParameterizedTest
  @CsvSource({
    "campaignId, , Vui lòng chọn một mục.",
    "campaignId, abc, Giá trị không hợp lệ.",
    "subjectKind, NOBODY, Giá trị không hợp lệ.",
    "personId, x, Giá trị không hợp lệ.",
    "periodFrom, 31/31/2022, Giá trị không hợp lệ.",
    "version, x, Chưa lưu được"
  })
  void shouldRefuseWhatIsNoValueAndKeepTheRest(String field, String value, String message)
      throws Exception {
    mvc.perform(
            filled(post(Samples.CASE))
                .with(
                    request -> {
                      request.setParameter(field, value == null ? "" : value);
                      return request;
                    }))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString(message),
                        containsString("value=\"Cải tiến thủ tục\""),
                        containsString("Giảm thời hạn thẩm định</textarea>"))));
    then(nominations).should(never()).saveDraft(any(), any());
  }

  @Test
  void shouldRefuseATitleThatIsTooLong() throws Exception {
    mvc.perform(
            post(Samples.CASE)
                .param("campaignId", "1")
                .param("subjectKind", "INDIVIDUAL")
                .param("title", "x".repeat(301))
                .with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            content()
                .string(
                    allOf(containsString("Tối đa 300 ký tự."), containsString("x".repeat(301)))));
  }

  @ParameterizedTest
  @CsvSource({
    "campaign.unknown, campaignId, Phong trào thi đua không tồn tại.",
    "award.unknown, awardCode, không có trong danh mục.",
    "nominee.not-in-unit, personId, không thuộc đơn vị của bạn."
  })
  void shouldRefuseWhatDoesNotExist(String code, String field, String message) throws Exception {
    willThrow(new SubmissionRefused(List.of(new Problem(code, field, List.of()))))
        .given(nominations)
        .saveDraft(any(), any());

    mvc.perform(filled(post(Samples.CASE)))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            content()
                .string(
                    allOf(containsString(message), containsString("value=\"Cải tiến thủ tục\""))));
  }

  @Test
  void shouldKeepWhatWasTypedIntoAStaleForm() throws Exception {
    willThrow(new NominationConflict("stale")).given(nominations).saveDraft(any(), any());

    assertStale();
  }

  @Test
  void shouldTakeTheSecondOfTwoClicksForStale() throws Exception {
    willThrow(new OptimisticLockingFailureException("second"))
        .willThrow(new DataIntegrityViolationException("second"))
        .given(nominations)
        .saveDraft(any(), any());

    assertStale();
    assertStale();
  }

  @Test
  void shouldNotEditWhatIsBeingHandled() throws Exception {
    willThrow(new NominationConflict("not-editable")).given(nominations).saveDraft(any(), any());
    given(nominations.form(Samples.ID, "head")).willThrow(new NominationConflict("not-editable"));

    mvc.perform(filled(post(Samples.CASE)))
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString("nên không sửa được")));
    mvc.perform(get(Samples.CASE + "/edit")).andExpect(status().isConflict());
  }

  @Test
  void shouldNotSaveIntoAForeignCase() throws Exception {
    willThrow(new NominationNotFound(Samples.ID))
        .willThrow(new NominationForbidden(Samples.ID))
        .given(nominations)
        .saveDraft(any(), any());

    mvc.perform(filled(post(Samples.CASE))).andExpect(status().isNotFound());
    mvc.perform(filled(post(Samples.CASE))).andExpect(status().isForbidden());
  }

  @Test
  void shouldAttachFilesWithWhateverButtonIsPressed() throws Exception {
    mvc.perform(filled(multipart(Samples.CASE).file(file("a.pdf")).file(file("b.pdf"))))
        .andExpect(redirectedUrl(Samples.CASE + "/edit"));
    mvc.perform(filled(multipart(Samples.CASE + "/files").file(file("c.pdf"))))
        .andExpect(redirectedUrl(Samples.CASE + "/edit#files"));

    for (var name : List.of("a.pdf", "b.pdf", "c.pdf")) {
      then(nominations).should().addEvidence(eq(Samples.ID), eq("head"), eq(name), any());
    }
  }

  @Test
  void shouldPassOverAFileFieldLeftEmpty() throws Exception {
    mvc.perform(filled(multipart(Samples.CASE + "/files").file(file(""))))
        .andExpect(redirectedUrl(Samples.CASE + "/edit#files"));
    then(nominations).should(never()).addEvidence(any(), any(), any(), any());
  }

  @ParameterizedTest
  @CsvSource({
    "too-large, 413, vượt quá 20 MB.",
    "empty, 422, là tệp rỗng.",
    "type-not-allowed, 422, không thuộc loại được nhận",
    "content-mismatch, 422, không đúng với phần mở rộng",
    "too-many, 422, đã đủ số tài liệu"
  })
  void shouldSayWhyAFileWasNotTaken(String code, int status, String message) throws Exception {
    willThrow(new FileRefused(code, "bad.pdf"))
        .given(nominations)
        .addEvidence(any(), any(), eq("bad.pdf"), any());

    mvc.perform(
            filled(multipart(Samples.CASE + "/files").file(file("bad.pdf")).file(file("good.pdf"))))
        .andExpect(status().is(status))
        .andExpect(content().string(allOf(containsString("bad.pdf"), containsString(message))));
    then(nominations).should().addEvidence(any(), any(), eq("good.pdf"), any());
  }

  @Test
  void shouldRemoveAFileAndSaveWhatWasTyped() throws Exception {
    mvc.perform(filled(post(Samples.CASE + "/files/7/delete")))
        .andExpect(redirectedUrl(Samples.CASE + "/edit#files"));
    then(nominations).should().saveDraft(any(), eq("head"));
    then(nominations).should().removeEvidence(Samples.ID, 7, "head");
  }

  @Test
  void shouldShowWhatStandsAgainstSendingWithALinkToEachField() throws Exception {
    given(nominations.problems(Samples.ID, "head")).willReturn(List.of(NO_NOMINEE));
    given(nominations.warnings(Samples.ID, "head"))
        .willReturn(List.of(new Problem("other-award", null, List.of("Bằng khen"))));

    mvc.perform(get(Samples.CASE + "/review"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Chưa chọn cá nhân được đề nghị."),
                        containsString(Samples.CASE + "/edit#personId"),
                        containsString("hình thức khác: Bằng khen."),
                        not(containsString("Gửi đề nghị<")))));
  }

  @Test
  void shouldOfferToSendWhenNothingStandsAgainstIt() throws Exception {
    given(nominations.details(Samples.ID, "head"))
        .willReturn(
            Samples.details(NominationStatus.DRAFT), Samples.details(NominationStatus.SUPPLEMENT));

    mvc.perform(get(Samples.CASE + "/review"))
        .andExpect(content().string(containsString("Gửi đề nghị<")));
    mvc.perform(get(Samples.CASE + "/review"))
        .andExpect(content().string(containsString("Gửi bổ sung<")));
  }

  @Test
  void shouldLeadFromTheReviewToTheCaseOnceItWasSent() throws Exception {
    given(nominations.details(Samples.ID, "head"))
        .willReturn(Samples.details(NominationStatus.OFFICE_REVIEW));

    mvc.perform(get(Samples.CASE + "/review")).andExpect(redirectedUrl(Samples.CASE));
  }

  @Test
  void shouldSendTheVersionThatWasReviewed() throws Exception {
    mvc.perform(post(Samples.CASE + "/submit").param("version", "3").with(csrf()))
        .andExpect(redirectedUrl(Samples.CASE))
        .andExpect(flash().attribute("flash", "flash.submitted"));
    then(nominations).should().submit(Samples.ID, 3, "head");
  }

  @Test
  void shouldNotSendWithoutKnowingWhichVersionWasReviewed() throws Exception {
    mvc.perform(post(Samples.CASE + "/submit").with(csrf())).andExpect(status().isBadRequest());
    then(nominations).should(never()).submit(any(), anyInt(), any());
  }

  @Test
  void shouldShowTheReviewAgainWhenSendingIsRefused() throws Exception {
    willThrow(
            new SubmissionRefused(List.of(new Problem("campaign.closed", "campaignId", List.of()))))
        .given(nominations)
        .submit(Samples.ID, 3, "head");

    mvc.perform(post(Samples.CASE + "/submit").param("version", "3").with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            content()
                .string(
                    containsString("Phong trào đã hết thời gian nhận đề nghị: phải nêu lý do")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"already-submitted", "stale"})
  void shouldAnswerASecondClickOnSendWithTheWayToTheCase(String code) throws Exception {
    willThrow(new NominationConflict(code)).given(nominations).submit(Samples.ID, 3, "head");

    mvc.perform(post(Samples.CASE + "/submit").param("version", "3").with(csrf()))
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString("href=\"" + Samples.CASE + "\"")));
  }

  @Test
  void shouldAnswerTwoClicksAtOnceAsAConflict() throws Exception {
    willThrow(new OptimisticLockingFailureException("second"))
        .given(nominations)
        .submit(Samples.ID, 3, "head");

    mvc.perform(post(Samples.CASE + "/submit").param("version", "3").with(csrf()))
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString("không còn phù hợp")));
  }

  private void assertStale() throws Exception {
    mvc.perform(filled(post(Samples.CASE)))
        .andExpect(status().isConflict())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("đã được thay đổi ở nơi khác"),
                        containsString("value=\"Cải tiến thủ tục\""),
                        containsString("name=\"version\" value=\"3\""))));
  }

  private static MockMultipartFile file(String name) {
    return new MockMultipartFile("files", name, null, new byte[] {1});
  }

  private static <B extends AbstractMockHttpServletRequestBuilder<B>> B filled(B request) {
    return request
        .param("version", "3")
        .param("campaignId", "1")
        .param("subjectKind", "INDIVIDUAL")
        .param("personId", "20")
        .param("awardCode", "GIAY_KHEN")
        .param("title", "Cải tiến thủ tục")
        .param("achievements", "Giảm thời hạn thẩm định")
        .param("periodFrom", "2022-01-01")
        .param("periodTo", "2022-10-31")
        .with(csrf());
  }
}
