package vn.commendation.publication.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.portal.PortalSlice;
import vn.commendation.portal.Samples;
import vn.commendation.publication.DisclosureList;
import vn.commendation.publication.DisclosureView;
import vn.commendation.publication.Disclosures;
import vn.commendation.publication.Letter;
import vn.commendation.publication.ObjectionRefusals;
import vn.commendation.publication.Objections;
import vn.commendation.publication.PublicObjection;
import vn.commendation.publication.PublicObjections;

/** Objections of people without an account, and letters the Office enters. */
@PortalSlice
class OutsiderControllerTest {

  private static final String ID = "6f1f2d3c-0000-4000-8000-0000000000d1";
  private static final String FORM = "6f1f2d3c-0000-4000-8000-0000000000f1";
  private static final String LIST = "/disclosures/" + ID;
  private static final String TOKEN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP0";
  private static final String TEXT = "Thành tích này là của cả tổ, không phải của một người.";

  @Autowired MockMvc mvc;
  @Autowired Disclosures disclosures;
  @Autowired PublicObjections outsiders;
  @Autowired Objections objections;
  @Autowired Directory directory;

  @BeforeEach
  void publishAList() {
    var list =
        new DisclosureList(
            ID,
            "Danh sách tháng 11",
            Instant.parse("2026-11-20T02:00:00Z"),
            Instant.parse("2026-11-27T10:00:00Z"),
            List.of(
                new DisclosureList.Line(
                    "n-1", "Phạm Đình Khôi", "Phòng Quản lý Công nghệ", "Giấy khen", "Cải tiến")));
    given(disclosures.find(ID)).willReturn(Optional.of(new DisclosureView(list, true, 3)));
    given(outsiders.listOf(TOKEN)).willReturn(Optional.of(list));
    given(directory.account("officer")).willReturn(Samples.account("officer", Role.OFFICE_OFFICER));
    given(directory.account("head")).willReturn(Samples.account("head", Role.UNIT_HEAD));
  }

  @Test
  void shouldOfferAFormWithAConsentAndAFieldNobodySees() throws Exception {
    mvc.perform(get(LIST + "/object").param("nominee", "n-1"))
        .andExpect(status().isOk())
        .andExpect(header().string("Cache-Control", containsString("no-store")))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("value=\"n-1\" selected"),
                        containsString("name=\"consent\""),
                        containsString("class=\"trap\" aria-hidden=\"true\""),
                        containsString("vanphong@tayninh.example"))));
  }

  @Test
  void shouldSendWhoIsLoggedInToTheFormForAccounts() throws Exception {
    mvc.perform(get(LIST + "/object").with(user("head").roles("UNIT_HEAD")))
        .andExpect(redirectedUrl(LIST + "/objections/new"));
  }

  @Test
  void shouldHandOverWhatWasWrittenWithTheAddressItCameFrom() throws Exception {
    mvc.perform(
            filled()
                .with(
                    request -> {
                      request.setRemoteAddr("203.0.113.9");
                      return request;
                    }))
        .andExpect(redirectedUrl(LIST + "/object/sent"));

    then(outsiders)
        .should()
        .submit(
            new PublicObjection(
                FORM, ID, "n-1", "Ngô Thị Bưởi", "buoi@dan.example", TEXT, true, ""),
            "203.0.113.9");
  }

  @Test
  void shouldHandOverAFormWithoutTheConsentToBeRefused() throws Exception {
    mvc.perform(post(LIST + "/object").param("consent", "").with(csrf()));

    var written = ArgumentCaptor.forClass(PublicObjection.class);
    then(outsiders).should().submit(written.capture(), any());
    assertThat(written.getValue().consent()).isFalse();
  }

  @Test
  void shouldNotShowBackOnThePageThatFollowsWhatWasWritten() throws Exception {
    mvc.perform(get(LIST + "/object/sent"))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Vui lòng kiểm tra thư điện tử"),
                        not(containsString("buoi@dan.example")),
                        not(containsString(TEXT)))));
  }

  @ParameterizedTest
  @CsvSource({
    "email, publication.refused.email, 422, Địa chỉ thư điện tử không đúng.",
    ", publication.refused.closed, 409, Danh sách này đã hết thời gian nhận kiến nghị.",
    ", publication.refused.too-many, 429, Đã có quá nhiều kiến nghị"
  })
  void shouldSayWhyAnObjectionIsNotTakenAndLoseNothing(
      String field, String key, int status, String message) throws Exception {
    willThrow(ObjectionRefusals.of(field, key)).given(outsiders).submit(any(), any());

    mvc.perform(filled())
        .andExpect(status().is(status))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString(message),
                        containsString(HtmlUtils.htmlEscape(TEXT)),
                        containsString("value=\"" + FORM + "\""),
                        containsString(HtmlUtils.htmlEscape("Ngô Thị Bưởi")))));
  }

  /** A browser sends nothing for a box that is not ticked. */
  @Test
  void shouldAskForTheConsentThatWasNotGiven() throws Exception {
    willThrow(ObjectionRefusals.of("consent", "publication.refused.consent"))
        .given(outsiders)
        .submit(
            new PublicObjection(
                FORM, ID, "n-1", "Ngô Thị Bưởi", "buoi@dan.example", TEXT, false, ""),
            "127.0.0.1");

    mvc.perform(
            post(LIST + "/object")
                .param("id", FORM)
                .param("nominationId", "n-1")
                .param("name", "Ngô Thị Bưởi")
                .param("email", "buoi@dan.example")
                .param("text", TEXT)
                .param("website", "")
                .with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString(HtmlUtils.htmlEscape(TEXT))));
  }

  @Test
  void shouldTakeNoFormWithoutItsToken() throws Exception {
    mvc.perform(post(LIST + "/object")).andExpect(status().isForbidden());
  }

  @Test
  void shouldConfirmByAButtonAndNotByOpeningTheLink() throws Exception {
    mvc.perform(get("/disclosures/confirm/" + TOKEN))
        .andExpect(status().isOk())
        .andExpect(header().string("Cache-Control", containsString("no-store")))
        .andExpect(content().string(containsString("Xác nhận kiến nghị")));
    then(outsiders).should().listOf(TOKEN);
    then(outsiders).shouldHaveNoMoreInteractions();

    mvc.perform(post("/disclosures/confirm/" + TOKEN).with(csrf()))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Văn phòng Sở đã nhận kiến nghị"),
                        not(containsString("Phạm Đình Khôi")))));
    then(outsiders).should().confirm(TOKEN);
  }

  @Test
  void shouldSayThatALinkIsUnknownOrTooLate() throws Exception {
    mvc.perform(get("/disclosures/confirm/" + "x".repeat(43)))
        .andExpect(status().isNotFound())
        .andExpect(content().string(containsString("Liên kết này không đúng hoặc đã bị xóa.")));

    willThrow(ObjectionRefusals.of(null, "publication.refused.closed"))
        .given(outsiders)
        .confirm(TOKEN);
    mvc.perform(post("/disclosures/confirm/" + TOKEN).with(csrf()))
        .andExpect(status().isConflict())
        .andExpect(
            content().string(containsString("Danh sách này đã hết thời gian nhận kiến nghị.")));
  }

  @Test
  void shouldLetTheOfficeEnterALetter() throws Exception {
    var officer = user("officer").roles("OFFICE_OFFICER");
    mvc.perform(get(LIST + "/objections/letter").with(officer)).andExpect(status().isOk());

    mvc.perform(
            post(LIST + "/objections/letter")
                .param("id", FORM)
                .param("nominationId", "n-1")
                .param("name", " Ngô Thị\r\nBưởi ")
                .param("contact", "Ấp 3, xã Tân Bình")
                .param("email", "")
                .param("text", TEXT)
                .param("receivedOn", "2026-11-21")
                .with(officer)
                .with(csrf()))
        .andExpect(redirectedUrl(LIST + "/objections"));

    var letter = ArgumentCaptor.forClass(Letter.class);
    then(objections).should().enter(letter.capture(), eq("officer"));
    assertThat(letter.getValue())
        .isEqualTo(
            new Letter(
                FORM,
                ID,
                "n-1",
                "Ngô Thị Bưởi",
                "Ấp 3, xã Tân Bình",
                null,
                TEXT,
                LocalDate.of(2026, 11, 21)));
  }

  @Test
  void shouldAskForALettersDayAgain() throws Exception {
    mvc.perform(
            post(LIST + "/objections/letter")
                .param("receivedOn", "hôm qua")
                .param("text", TEXT)
                .with(user("officer").roles("OFFICE_OFFICER"))
                .with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString(HtmlUtils.htmlEscape(TEXT))));
    then(objections).shouldHaveNoInteractions();
  }

  @Test
  void shouldLetNobodyElseEnterALetter() throws Exception {
    mvc.perform(get(LIST + "/objections/letter").with(user("head").roles("UNIT_HEAD")))
        .andExpect(status().isForbidden());
  }

  private static MockHttpServletRequestBuilder filled() {
    return post(LIST + "/object")
        .param("id", FORM)
        .param("nominationId", "n-1")
        .param("name", "Ngô Thị Bưởi")
        .param("email", "buoi@dan.example")
        .param("text", TEXT)
        .param("consent", "true")
        .param("website", "")
        .with(csrf());
  }
}
