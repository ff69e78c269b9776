package vn.commendation.publication.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.portal.PortalSlice;
import vn.commendation.portal.Samples;
import vn.commendation.publication.DisclosureList;
import vn.commendation.publication.DisclosureSummary;
import vn.commendation.publication.DisclosureView;
import vn.commendation.publication.Disclosures;
import vn.commendation.publication.Objection;
import vn.commendation.publication.ObjectionRefusals;
import vn.commendation.publication.ObjectionSource;
import vn.commendation.publication.ObjectionView;
import vn.commendation.publication.Objections;

@PortalSlice
class DisclosureControllerTest {

  private static final String ID = "6f1f2d3c-0000-4000-8000-0000000000d1";
  private static final String FORM = "6f1f2d3c-0000-4000-8000-0000000000f1";
  private static final String LIST = "/disclosures/" + ID;
  private static final String TEXT = "Thành tích này là của cả tổ, không phải của riêng một người.";
  private static final Instant FROM = Instant.parse("2026-11-16T01:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-11-27T10:00:00Z");

  @Autowired MockMvc mvc;
  @Autowired Directory directory;
  @Autowired Disclosures disclosures;
  @Autowired Objections objections;

  @BeforeEach
  void oneOpenList() {
    given(directory.account("staff")).willReturn(Samples.account("staff", Role.UNIT_HEAD));
    given(directory.account("office")).willReturn(Samples.account("office", Role.OFFICE_OFFICER));
    given(disclosures.find(ID)).willReturn(Optional.of(list(true)));
  }

  @Test
  void shouldShowListsToWhoeverIsNotLoggedIn() throws Exception {
    given(disclosures.list(any()))
        .willReturn(
            new PageImpl<>(
                List.of(new DisclosureSummary(ID, "Danh sách đợt 1", FROM, UNTIL, 2, true)),
                PageRequest.of(1, 20),
                41));

    mvc.perform(get("/disclosures").param("page", "1"))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Danh sách đợt 1"),
                        containsString("16/11/2026 08:00 – 27/11/2026 17:00"),
                        containsString("2 cá nhân, tập thể"),
                        containsString("href=\"/login\""),
                        containsString("/disclosures?page=2"),
                        not(containsString("/logout")))));
    then(directory).shouldHaveNoInteractions();
  }

  @Test
  void shouldShowWhoIsOnAListAndHowToObject() throws Exception {
    mvc.perform(get(LIST))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Phạm Đình Khôi"),
                        containsString("Phòng Quản lý Công nghệ"),
                        containsString("Cải tiến thủ tục"),
                        containsString("Còn 5 ngày làm việc"),
                        containsString(LIST + "/object"),
                        containsString("vanphong@tayninh.example"))));
  }

  @Test
  void shouldSayWhatATableHeadIsAboutAndHaveOneMainHeading() throws Exception {
    var page = page(get(LIST));

    assertThat(found("<h1[ >]", page)).hasSize(1);
    assertThat(found("<h2[ >]", page)).hasSize(2);
    assertThat(found("<th[ >]", page)).isNotEmpty().hasSameSizeAs(found("<th scope=", page));
  }

  @Test
  void shouldLabelEveryFieldOfTheForm() throws Exception {
    var page =
        page(as("staff", Role.UNIT_HEAD, get(LIST + "/objections/new").param("nominee", "n-2")));

    assertThat(found("<(?:select|textarea|input class)[^>]* id=\"(\\w+)\"", page))
        .containsExactlyInAnyOrder("nominationId", "text", "contact")
        .isEqualTo(found("<label [^>]*for=\"(\\w+)\"", page));
    assertThat(page).containsPattern("value=\"n-2\" selected");
  }

  @Test
  void shouldOfferNoObjectionToAListThatIsClosed() throws Exception {
    given(disclosures.find(ID)).willReturn(Optional.of(list(false)));

    mvc.perform(as("staff", Role.UNIT_HEAD, get(LIST)))
        .andExpect(
            content()
                .string(
                    allOf(containsString("Đã kết thúc"), not(containsString("/objections/new")))));
  }

  @Test
  void shouldNotKnowAListThatDoesNotExist() throws Exception {
    mvc.perform(get("/disclosures/6f1f2d3c-0000-4000-8000-00000000dead"))
        .andExpect(status().isNotFound());
    mvc.perform(get("/disclosures/x")).andExpect(status().isNotFound());
  }

  @Test
  void shouldAskWhoeverObjectsToLogIn() throws Exception {
    mvc.perform(get(LIST + "/objections/new")).andExpect(redirectedUrlPattern("**/login"));
    mvc.perform(get(LIST + "/objections")).andExpect(redirectedUrlPattern("**/login"));
    mvc.perform(objection().with(csrf())).andExpect(redirectedUrlPattern("**/login"));
    then(objections).shouldHaveNoInteractions();
  }

  @Test
  void shouldTakeAnObjection() throws Exception {
    mvc.perform(as("staff", Role.UNIT_HEAD, objection()).with(csrf()))
        .andExpect(redirectedUrl(LIST + "/objections"))
        .andExpect(flash().attribute("flash", "publication.flash.raised"));

    then(objections).should().raise(FORM, ID, "n-1", TEXT, "0912 000 111", "staff");
  }

  @Test
  void shouldSayWhyAnObjectionIsNotTakenAndKeepWhatWasTyped() throws Exception {
    willThrow(ObjectionRefusals.textLength())
        .given(objections)
        .raise(any(), any(), any(), any(), any(), any());

    mvc.perform(as("staff", Role.UNIT_HEAD, objection()).with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Nội dung kiến nghị cần từ 30 đến 4.000 ký tự."),
                        containsString("0912 000 111"),
                        containsString(FORM))));
  }

  @Test
  void shouldSayThatTheTimeIsOver() throws Exception {
    willThrow(ObjectionRefusals.closed())
        .given(objections)
        .raise(any(), any(), any(), any(), any(), any());

    mvc.perform(as("staff", Role.UNIT_HEAD, objection()).with(csrf()))
        .andExpect(status().isConflict())
        .andExpect(
            content().string(containsString("Danh sách này đã hết thời gian nhận kiến nghị.")));
  }

  @Test
  void shouldTellTheOfficeOnlyWhoObjects() throws Exception {
    given(objections.seenBy(any(), any()))
        .willReturn(
            List.of(
                new ObjectionView(
                    objectionOf("staff"),
                    "Nguyễn Người Kiến Nghị",
                    "http://localhost:8080/operaton/app/tasklist/default/#/?task=17")));

    mvc.perform(as("office", Role.OFFICE_OFFICER, get(LIST + "/objections")))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Nguyễn Người Kiến Nghị"),
                        containsString(
                            "http://localhost:8080/operaton/app/tasklist/default/#/?task=17"),
                        containsString("0912 000 111"),
                        containsString("Không đủ căn cứ"))));
    mvc.perform(as("staff", Role.UNIT_HEAD, get(LIST + "/objections")))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Không đủ căn cứ"),
                        not(containsString("Nguyễn Người Kiến Nghị")),
                        not(containsString("0912 000 111")))));
  }

  private String page(MockHttpServletRequestBuilder request) throws Exception {
    return mvc.perform(request)
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private static List<String> found(String pattern, String page) {
    return Pattern.compile(pattern)
        .matcher(page)
        .results()
        .map(match -> match.group(match.groupCount()))
        .toList();
  }

  private static MockHttpServletRequestBuilder objection() {
    return post(LIST + "/objections")
        .param("id", FORM)
        .param("nominationId", "n-1")
        .param("text", "  " + TEXT + "\r\n")
        .param("contact", "0912 000 111");
  }

  private static MockHttpServletRequestBuilder as(
      String username, Role role, MockHttpServletRequestBuilder request) {
    return request.with(user(username).roles(role.name()));
  }

  private static DisclosureView list(boolean open) {
    return new DisclosureView(
        new DisclosureList(
            ID,
            "Danh sách đợt 1",
            FROM,
            UNTIL,
            List.of(
                new DisclosureList.Line(
                    "n-1",
                    "Phạm Đình Khôi",
                    "Phòng Quản lý Công nghệ",
                    "Giấy khen",
                    "Cải tiến thủ tục"),
                new DisclosureList.Line(
                    "n-2", "Lâm Chí Cường", "Trung tâm", "Giấy khen", "Sáng kiến"))),
        open,
        open ? 5 : 0);
  }

  private static Objection objectionOf(String username) {
    return new Objection(
        FORM,
        ID,
        "n-1",
        "Phạm Đình Khôi",
        ObjectionSource.ACCOUNT,
        username,
        "0912 000 111",
        null,
        null,
        null,
        TEXT,
        FROM,
        false,
        "Không đủ căn cứ",
        "chanhvp",
        UNTIL);
  }
}
