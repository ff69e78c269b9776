package vn.commendation.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageImpl;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.sheet.NominationSheets;
import vn.commendation.sheet.RowProblem;
import vn.commendation.sheet.RowState;
import vn.commendation.sheet.SheetColumn;
import vn.commendation.sheet.SheetLine;
import vn.commendation.sheet.SheetProgress;
import vn.commendation.sheet.SheetRefusals;
import vn.commendation.sheet.SheetStatus;
import vn.commendation.sheet.SheetSummary;
import vn.commendation.spreadsheet.Heading;
import vn.commendation.spreadsheet.SheetReader;

@PortalSlice
@WithMockUser(username = "head", roles = "UNIT_HEAD")
class SheetControllerTest {

  private static final String PATH = "/nominations/sheets";
  private static final String SHEET = PATH + "/" + Samples.ID;

  @Autowired MockMvc mvc;
  @Autowired Directory directory;
  @Autowired NominationSheets sheets;

  @BeforeEach
  void logIn() {
    given(directory.account(any())).willReturn(Samples.account("head", Role.UNIT_HEAD));
    given(sheets.campaigns(any())).willReturn(List.of(Samples.CAMPAIGN));
  }

  @Test
  void shouldOfferTemplateUploadAndTheSheetsOfTheUnit() throws Exception {
    given(sheets.list("head")).willReturn(List.of(summary(SheetStatus.READY)));

    mvc.perform(get(PATH))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Học tập và làm theo Bác năm 2022"),
                        containsString("tối đa 10 MB"),
                        containsString("3 dòng, 1 có lỗi, 0 đã nhập"),
                        containsString(SHEET))));
  }

  @Test
  void shouldSayInThePageWhyAFileIsRefused() throws Exception {
    given(sheets.upload(any(), any(), any(), any()))
        .willAnswer(
            call -> new SheetReader(10).read(call.getArgument(2), List.of(Heading.text("Mã"))));

    mvc.perform(upload("bang.xlsx", "a;b"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("không phải bảng tính Excel")));
    mvc.perform(upload("bang.xlsx", ""))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("Vui lòng chọn tệp.")));
    mvc.perform(upload("bang.xlsx", "x".repeat(10 * 1024 * 1024 + 1)))
        .andExpect(status().isPayloadTooLarge())
        .andExpect(content().string(containsString("Tệp vượt quá 10 MB.")));
  }

  @Test
  void shouldLeadFromTheUploadToThePreview() throws Exception {
    given(sheets.upload(eq(1L), eq("bang.xlsx"), any(), eq("head"))).willReturn(Samples.ID);

    mvc.perform(upload("bang.xlsx", "PK")).andExpect(redirectedUrl(SHEET));
  }

  @Test
  void shouldShowEveryProblemWhereItLiesAndTakeScriptForText() throws Exception {
    given(sheets.find(any(), any())).willReturn(summary(SheetStatus.READY));
    given(sheets.rows(any(), any(), any(), any())).willReturn(new PageImpl<>(List.of(badLine())));

    mvc.perform(get(SHEET))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Đơn vị không có mã &lt;script&gt;."),
                        containsString("1 trên 3 dòng có lỗi"),
                        containsString("Nhập 2 dòng"),
                        not(containsString("<script>alert")))));
  }

  @Test
  void shouldShowProgressInsteadOfStepsWhileOneIsUnderWay() throws Exception {
    given(sheets.find(any(), any())).willReturn(summary(SheetStatus.IMPORTING));
    given(sheets.rows(any(), any(), any(), any())).willReturn(new PageImpl<>(List.of()));

    mvc.perform(get(SHEET))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Đang nhập"),
                        containsString("value=\"2\" max=\"3\""),
                        containsString(SHEET + "/events"),
                        not(containsString("/confirm")))));
  }

  @Test
  void shouldPushTheProgressUntilTheStepIsDone() throws Exception {
    given(sheets.progress(anyString()))
        .willReturn(new SheetProgress(SheetStatus.IMPORTING, 2, 3))
        .willReturn(new SheetProgress(SheetStatus.READY, 3, 3));

    var answer =
        mvc.perform(get(SHEET + "/events")).andExpect(request().asyncStarted()).andReturn();
    answer.getAsyncResult(10_000);

    assertThat(answer.getResponse().getContentAsString())
        .contains("event:progress", "\"done\":2", "\"done\":3", "event:done");
    then(sheets).should().progress(Samples.ID, "head");
  }

  @Test
  void shouldTakeStepsAndSayWhenThePageWasOvertaken() throws Exception {
    mvc.perform(post(SHEET + "/confirm").with(csrf())).andExpect(redirectedUrl(SHEET));
    mvc.perform(post(SHEET + "/recheck").with(csrf())).andExpect(redirectedUrl(SHEET));
    mvc.perform(post(SHEET + "/send").param("withoutEvidence", "true").with(csrf()))
        .andExpect(redirectedUrl(SHEET));
    mvc.perform(post(SHEET + "/discard").with(csrf())).andExpect(redirectedUrl(PATH));
    then(sheets).should().confirm(Samples.ID, "head");
    then(sheets).should().recheck(Samples.ID, "head");
    then(sheets).should().send(Samples.ID, false, "head");
    then(sheets).should().discard(Samples.ID, "head");

    willThrow(SheetRefusals.underWay()).given(sheets).confirm(any(), any());
    mvc.perform(post(SHEET + "/confirm").with(csrf()))
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString("đang được xử lý")));
  }

  @Test
  void shouldKnowNoSheetOfAnotherUnit() throws Exception {
    given(sheets.find(any(), any())).willThrow(new NoSuchElementException());

    mvc.perform(get(SHEET)).andExpect(status().isNotFound());
  }

  @Test
  void shouldLetOnlyHeadsOfUnitsIn() throws Exception {
    mvc.perform(get(PATH).with(user("office").roles("OFFICE_OFFICER")))
        .andExpect(status().isForbidden());
    mvc.perform(post(SHEET + "/confirm").with(user("office").roles("OFFICE_OFFICER")).with(csrf()))
        .andExpect(status().isForbidden());
  }

  private static RequestBuilder upload(String name, String content) {
    return multipart(PATH)
        .file(
            new MockMultipartFile(
                "file", name, "application/x", content.getBytes(StandardCharsets.UTF_8)))
        .param("campaign", "1")
        .with(csrf());
  }

  private static SheetSummary summary(SheetStatus status) {
    return new SheetSummary(
        Samples.ID,
        Samples.CAMPAIGN.title(),
        "bang.xlsx",
        new SheetProgress(status, 2, 3),
        "Nguyễn Thị Ánh",
        Instant.parse("2026-11-20T03:25:00Z"),
        Map.of(RowState.BAD, 1, RowState.INCOMPLETE, 1, RowState.GOOD, 1));
  }

  private static SheetLine badLine() {
    return new SheetLine(
        2,
        List.of("Cá nhân", "<script>", "GK-SO", "<script>alert(1)</script>", "", "", "", ""),
        RowState.BAD,
        List.of(
            new RowProblem("sheet-problem.unknown-person", SheetColumn.PERSON, List.of("<script>")),
            new RowProblem("problem.achievements.missing", SheetColumn.ACHIEVEMENTS, List.of())),
        null);
  }
}
