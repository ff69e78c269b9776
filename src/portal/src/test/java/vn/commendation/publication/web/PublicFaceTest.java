package vn.commendation.publication.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.io.WireFeedInput;
import jakarta.servlet.http.HttpSession;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.test.web.servlet.MockMvc;
import vn.commendation.award.Award;
import vn.commendation.award.AwardKind;
import vn.commendation.award.AwardSubject;
import vn.commendation.award.Awards;
import vn.commendation.award.SubjectKind;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.portal.PortalSlice;
import vn.commendation.portal.Samples;
import vn.commendation.publication.DecisionPapers;
import vn.commendation.publication.DecisionSummary;
import vn.commendation.publication.DecisionView;
import vn.commendation.publication.Decisions;
import vn.commendation.publication.Disclosures;
import vn.commendation.publication.FeedItem;
import vn.commendation.publication.Figures;
import vn.commendation.publication.HonourRoll;
import vn.commendation.publication.PublicFigures;
import vn.commendation.publication.PublicNews;
import vn.commendation.publication.PublicationRefusals;
import vn.commendation.publication.RollChoices;
import vn.commendation.publication.RollEntry;
import vn.commendation.publication.RollFilter;
import vn.commendation.publication.StartPage;
import vn.commendation.publication.Withholding;
import vn.commendation.publication.Withholdings;
import vn.commendation.storage.Download;

/** What everybody may read: the start page, the roll of honour, decisions. */
@PortalSlice
class PublicFaceTest {

  private static final String DECISION = "6f1f2d3c-0000-4000-8000-0000000000f1";
  private static final Award CERTIFICATE =
      new Award(
          "GK-SO",
          "Giấy khen của Giám đốc Sở",
          "Certificate of Merit of the Director",
          AwardKind.FORM,
          AwardSubject.BOTH);
  private static final DecisionSummary SUMMARY =
      new DecisionSummary(
          DECISION,
          "176/QĐ-SKHCN",
          LocalDate.of(2021, 12, 30),
          "Giám đốc Sở Khoa học và Công nghệ",
          "Khen thưởng phong trào năm 2021",
          2,
          Instant.parse("2021-12-30T03:00:00Z"));
  private static final RollEntry ENTRY =
      new RollEntry(
          7,
          "Nguyễn Hữu Nghĩa <script>",
          "Phó Trưởng phòng",
          "Phòng Quản lý Khoa học",
          SubjectKind.INDIVIDUAL,
          "GK-SO",
          2021,
          LocalDate.of(2021, 12, 30),
          DECISION,
          "176/QĐ-SKHCN",
          "Phong trào năm 2021");

  private static final PublicFigures FIGURES =
      new PublicFigures(
          5,
          42,
          null,
          new BigDecimal("31.5"),
          96L,
          List.of(
              new PublicFigures.Stage("REVIEW", new BigDecimal("3.2"), 96L, true),
              new PublicFigures.Stage("BOARD", null, null, true),
              new PublicFigures.Stage("NUMBER", new BigDecimal("0.1"), null, false)),
          Instant.parse("2026-11-20T02:00:00Z"));

  @Autowired DecisionPapers papers;
  @Autowired Figures figures;
  @Autowired PublicNews news;
  @Autowired MockMvc mvc;
  @Autowired HonourRoll roll;
  @Autowired Decisions decisions;
  @Autowired Disclosures disclosures;
  @Autowired Withholdings withholdings;
  @Autowired StartPage startPage;
  @Autowired Awards awards;
  @Autowired Directory directory;

  @BeforeEach
  void answer() {
    given(awards.all()).willReturn(List.of(CERTIFICATE));
    given(awards.find("GK-SO")).willReturn(Optional.of(CERTIFICATE));
    given(roll.choices())
        .willReturn(
            new RollChoices(
                List.of(new RollChoices.Named(2, "Phong trào năm 2021")),
                List.of(2021),
                List.of(new RollChoices.Named(5, "Phòng Quản lý Khoa học")),
                List.of(CERTIFICATE)));
    given(roll.search(any(), any())).willReturn(new PageImpl<>(List.of(ENTRY)));
    given(roll.find(7)).willReturn(Optional.of(ENTRY));
    given(decisions.list(any(), any())).willReturn(new PageImpl<>(List.of(SUMMARY)));
    given(decisions.years()).willReturn(List.of(2021));
    given(decisions.find(DECISION))
        .willReturn(
            Optional.of(
                new DecisionView(SUMMARY, "GIÁM ĐỐC Nguyễn Văn Hùng", null, List.of(ENTRY), 1, 2)));
    given(disclosures.list(any())).willReturn(Page.empty());
    given(startPage.latest())
        .willReturn(new StartPage.Latest(List.of(), List.of(SUMMARY), List.of(), 63, FIGURES));
    given(figures.of(any(), any())).willReturn(FIGURES);
    given(figures.choices())
        .willReturn(
            new Figures.Choices(
                List.of(2026, 2025), List.of(new RollChoices.Named(2, "Phong trào năm 2021"))));
    for (var role : Role.values()) {
      given(directory.account(role.name())).willReturn(Samples.account(role.name(), role));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/roll", "/decisions", "/decisions/" + DECISION, "/disclosures", "/figures"})
  void shouldAnswerReadersWithoutASessionAndLetCachesKeepThePage(String path) throws Exception {
    mvc.perform(get(path))
        .andExpect(status().isOk())
        .andExpect(header().string("Cache-Control", "max-age=60, public"))
        .andExpect(header().string("Vary", containsString("Cookie")))
        .andExpect(cookie().doesNotExist("COMMENDATION_SESSION"))
        .andExpect(request().sessionAttributeDoesNotExist("SPRING_SECURITY_SAVED_REQUEST"))
        .andExpect(
            result ->
                Matchers.nullValue(HttpSession.class)
                    .matches(result.getRequest().getSession(false)));
  }

  @Test
  void shouldKeepWhatSomebodyLoggedInSeesOutOfCaches() throws Exception {
    mvc.perform(get("/roll").with(user("OFFICE_OFFICER").roles("OFFICE_OFFICER")))
        .andExpect(header().string("Cache-Control", containsString("no-store")));
  }

  @Test
  void shouldShowTheLatestToWhoeverIsNotLoggedIn() throws Exception {
    mvc.perform(get("/"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Bảng vàng có 63 lượt khen thưởng"),
                        containsString("Quyết định số 176/QĐ-SKHCN ngày 30/12/2021"),
                        containsString("Hiện không có danh sách nào đang lấy ý kiến."),
                        containsString("href=\"/login\""))));
  }

  @Test
  void shouldSearchTheRollByEverythingThatIsPublic() throws Exception {
    mvc.perform(
            get("/roll")
                .param("q", " nghĩa ")
                .param("campaign", "2")
                .param("year", "2021")
                .param("unit", "5")
                .param("award", "GK-SO")
                .param("kind", "INDIVIDUAL")
                .param("page", "-3"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Nguyễn Hữu Nghĩa &lt;script&gt;"),
                        containsString("Phó Trưởng phòng, Phòng Quản lý Khoa học"),
                        containsString("/decisions/" + DECISION),
                        not(containsString("/roll/7/withhold")))));

    then(roll)
        .should()
        .search(
            new RollFilter("nghĩa", 2L, 2021, 5L, "GK-SO", SubjectKind.INDIVIDUAL),
            PageRequest.of(0, 25));
  }

  @Test
  void shouldSayThatASearchIsWrong() throws Exception {
    mvc.perform(get("/roll").param("kind", "SOMEBODY")).andExpect(status().isBadRequest());
    mvc.perform(get("/roll").param("year", "MMXXI")).andExpect(status().isBadRequest());
  }

  @Test
  void shouldShowADecisionWithoutNamingWhoIsNotOnItAnyMore() throws Exception {
    mvc.perform(get("/decisions/" + DECISION))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("GIÁM ĐỐC Nguyễn Văn Hùng"),
                        containsString("30/12/2021"),
                        containsString(
                            "1 trường hợp trong quyết định này đã bị hủy bỏ theo quyết định sau"
                                + " đó."),
                        containsString("2 trường hợp không công khai."))));
    mvc.perform(get("/decisions/6f1f2d3c-0000-4000-8000-0000000000f2"))
        .andExpect(status().isNotFound());
  }

  @Test
  void shouldOfferThePaperOfADecisionWhereItCanBeHad() throws Exception {
    var paper = "/decisions/" + DECISION + "/paper";
    mvc.perform(get("/decisions/" + DECISION))
        .andExpect(content().string(not(containsString(paper))));
    mvc.perform(get(paper)).andExpect(status().isNotFound());

    given(papers.of(any())).willReturn(Optional.of(new DecisionPapers.Paper(123_456, true)));
    given(papers.download(DECISION))
        .willReturn(Optional.of(new Download("quyet-dinh.pdf", "application/pdf", new byte[] {1})));

    mvc.perform(get("/decisions/" + DECISION))
        .andExpect(
            content()
                .string(
                    allOf(containsString(paper), containsString("Tải văn bản PDF có chữ ký số"))));
    mvc.perform(get(paper))
        .andExpect(status().isOk())
        .andExpect(content().contentType("application/pdf"))
        .andExpect(header().string("Content-Disposition", containsString("quyet-dinh.pdf")));
  }

  @Test
  void shouldSpeakEnglish() throws Exception {
    mvc.perform(get("/roll").param("lang", "en"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Roll of honour"),
                        containsString("Certificate of Merit of the Director"))));
  }

  @Test
  void shouldLetTheOfficeKeepAnAwardFromThePublicWithAReason() throws Exception {
    var officer = user("OFFICE_OFFICER").roles("OFFICE_OFFICER");
    mvc.perform(get("/roll").with(officer))
        .andExpect(content().string(containsString("/roll/7/withhold")));
    mvc.perform(get("/roll/7/withhold").with(officer)).andExpect(status().isOk());
    mvc.perform(get("/roll/8/withhold").with(officer)).andExpect(status().isNotFound());

    mvc.perform(
            post("/roll/7/withhold")
                .param("wholePerson", "true")
                .param("reason", "Cá nhân đề nghị")
                .with(officer)
                .with(csrf()))
        .andExpect(redirectedUrl("/roll/withheld"));

    then(withholdings).should().withhold(7, true, "Cá nhân đề nghị", "OFFICE_OFFICER");
  }

  @Test
  void shouldAskForTheReasonAgainAndKeepWhatWasChosen() throws Exception {
    willThrow(PublicationRefusals.of("reason", "publication.refused.reason"))
        .given(withholdings)
        .withhold(eq(7L), eq(true), any(), any());

    mvc.perform(
            post("/roll/7/withhold")
                .param("wholePerson", "true")
                .param("reason", " ")
                .with(user("OFFICE_CHIEF").roles("OFFICE_CHIEF"))
                .with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Vui lòng ghi lý do, tối đa 500 ký tự."),
                        containsString("value=\"true\" checked=\"checked\""))));
  }

  @Test
  void shouldListWhatIsKeptFromThePublicAndShowItAgain() throws Exception {
    var chief = user("OFFICE_CHIEF").roles("OFFICE_CHIEF");
    given(withholdings.list(eq("OFFICE_CHIEF"), any()))
        .willReturn(
            new PageImpl<>(
                List.of(
                    new Withholding(
                        "w-1",
                        "Nguyễn Hữu Nghĩa",
                        true,
                        "Cá nhân đề nghị",
                        "Võ Thanh Sơn",
                        Instant.parse("2026-11-20T02:00:00Z"),
                        null,
                        null,
                        null))));

    mvc.perform(get("/roll/withheld").with(chief))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Cá nhân đề nghị"),
                        containsString("Võ Thanh Sơn, 20/11/2026 09:00"))));
    mvc.perform(
            post("/roll/withheld/w-1/lift").param("reason", "Đã đồng ý").with(chief).with(csrf()))
        .andExpect(redirectedUrl("/roll/withheld"));

    then(withholdings).should().lift("w-1", "Đã đồng ý", "OFFICE_CHIEF");
  }

  @Test
  void shouldShowFiguresAndNoneThatFewCasesAreBehind() throws Exception {
    mvc.perform(get("/figures").param("year", "2026"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("31,5"),
                        containsString("96 %"),
                        containsString("&lt; 5"),
                        containsString("3,2 ngày"),
                        containsString("dưới 5 hồ sơ"),
                        containsString("Số liệu lúc 20/11/2026 09:00."))));
    given(figures.of(1999, null)).willThrow(new NoSuchElementException());
    mvc.perform(get("/figures").param("year", "1999")).andExpect(status().isNotFound());
  }

  @Test
  void shouldOfferAFeedThatReadersOfFeedsTake() throws Exception {
    given(news.latest())
        .willReturn(
            new PublicNews.News(
                "Thi đua, khen thưởng",
                "Tin mới",
                "Văn phòng Sở",
                List.of(
                    new FeedItem(
                        DECISION,
                        "/decisions/" + DECISION,
                        "decision",
                        "Quyết định khen thưởng",
                        "Quyết định số 176/QĐ-SKHCN <&>",
                        null,
                        Instant.parse("2021-12-30T03:00:00.123Z")))));

    var answer =
        mvc.perform(get("/feed.atom"))
            .andExpect(status().isOk())
            .andExpect(content().contentType("application/atom+xml;charset=UTF-8"))
            .andExpect(header().string("Cache-Control", "max-age=300, public"))
            .andExpect(header().string("Last-Modified", "Thu, 30 Dec 2021 03:00:00 GMT"))
            .andExpect(cookie().doesNotExist("COMMENDATION_SESSION"))
            .andReturn()
            .getResponse();

    var feed =
        (Feed)
            new WireFeedInput()
                .build(new StringReader(answer.getContentAsString(StandardCharsets.UTF_8)));
    assertThat(feed.getId()).isEqualTo("http://localhost:8090/feed.atom");
    assertThat(feed.getUpdated()).isEqualTo(Instant.parse("2021-12-30T03:00:00Z"));
    assertThat(feed.getAuthors()).hasSize(1);
    assertThat(feed.getOtherLinks())
        .extracting(Link::getRel, Link::getHref)
        .containsExactly(tuple("self", "http://localhost:8090/feed.atom"));
    var entry = feed.getEntries().getFirst();
    assertThat(entry.getId()).isEqualTo("urn:uuid:" + DECISION);
    assertThat(entry.getTitle()).isEqualTo("Quyết định số 176/QĐ-SKHCN <&>");
    assertThat(entry.getAlternateLinks())
        .extracting(Link::getHref)
        .containsExactly("http://localhost:8090/decisions/" + DECISION);
    mvc.perform(get("/feed.atom").header("If-None-Match", answer.getHeader("ETag")))
        .andExpect(status().isNotModified());
    mvc.perform(get("/feed.atom").header("If-Modified-Since", "Thu, 30 Dec 2021 03:00:00 GMT"))
        .andExpect(status().isNotModified());
    mvc.perform(get("/roll"))
        .andExpect(
            content().string(containsString("rel=\"alternate\" type=\"application/atom+xml\"")));
  }
}
