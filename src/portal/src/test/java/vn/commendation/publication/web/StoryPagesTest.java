package vn.commendation.publication.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageImpl;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.portal.PortalSlice;
import vn.commendation.portal.Samples;
import vn.commendation.publication.PublicationRefusals;
import vn.commendation.publication.Stories;
import vn.commendation.publication.Story;
import vn.commendation.publication.StoryDetails;
import vn.commendation.publication.StoryForm;
import vn.commendation.publication.StoryStatus;

@PortalSlice
class StoryPagesTest {

  private static final String ID = "71000000-0000-4000-8000-0000000000a1";
  private static final StoryForm FORM =
      new StoryForm(
          ID,
          3,
          "Đưa tiến bộ kỹ thuật về hợp tác xã",
          "Bốn hợp tác xã tự nhân rộng mô hình.",
          "Đoạn một <script>alert(1)</script>\n\nĐoạn hai",
          null,
          "Cánh đồng",
          "Nguyễn Thị Diễm Hương",
          LocalDate.of(2025, 2, 10));

  @Autowired MockMvc mvc;
  @Autowired Stories stories;
  @Autowired Directory directory;

  @BeforeEach
  void answer() {
    given(stories.find(ID)).willReturn(Optional.of(story(StoryStatus.PUBLISHED)));
    given(stories.published(any()))
        .willReturn(new PageImpl<>(List.of(story(StoryStatus.PUBLISHED))));
    given(stories.all(any(), any())).willReturn(new PageImpl<>(List.of(story(StoryStatus.DRAFT))));
    given(stories.subjects()).willReturn(List.of());
    given(stories.details(eq(ID), any()))
        .willReturn(new StoryDetails(story(StoryStatus.DRAFT), true, true, null, false));
    for (var role : Role.values()) {
      given(directory.account(role.name())).willReturn(Samples.account(role.name(), role));
    }
  }

  @Test
  void shouldShowAStoryAsParagraphsOfPlainTextWithItsPicture() throws Exception {
    mvc.perform(get("/stories/" + ID))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Đoạn một &lt;script&gt;alert(1)&lt;/script&gt;</p>"),
                        containsString("<p class=\"prose\">Đoạn hai</p>"),
                        containsString("/stories/" + ID + "/picture?v=abcdef01"),
                        containsString("alt=\"Cánh đồng\""),
                        not(containsString("10/02/2025")))));
    mvc.perform(get("/stories")).andExpect(content().string(not(containsString("/manage"))));
    mvc.perform(get("/stories/71000000-0000-4000-8000-0000000000a2"))
        .andExpect(status().isNotFound());
  }

  @Test
  void shouldServePicturesWithAnEtag() throws Exception {
    given(stories.picture(ID, true, null))
        .willReturn(Optional.of(new Stories.Picture(new byte[] {1, 2, 3}, "abcdef0123456789abcd")));

    mvc.perform(get("/stories/" + ID + "/thumbnail"))
        .andExpect(header().string("Content-Type", "image/jpeg"))
        .andExpect(header().string("Cache-Control", "max-age=60, public"))
        .andExpect(header().string("ETag", "\"abcdef0123456789-t\""));
    mvc.perform(
            get("/stories/" + ID + "/thumbnail").header("If-None-Match", "\"abcdef0123456789-t\""))
        .andExpect(status().isNotModified());
    mvc.perform(get("/stories/" + ID + "/picture")).andExpect(status().isNotFound());
  }

  @ParameterizedTest
  @CsvSource({
    "OFFICE_OFFICER, 200, 200",
    "OFFICE_CHIEF, 200, 200",
    "DIRECTOR, 200, 403",
    "DEPUTY_DIRECTOR, 200, 403",
    "UNIT_HEAD, 403, 403",
    "CLERK, 403, 403",
    "ADMIN, 403, 403"
  })
  void shouldOpenTheDeskByRole(Role role, int list, int write) throws Exception {
    var account = user(role.name()).roles(role.name());
    mvc.perform(get("/stories/manage").with(account)).andExpect(status().is(list));
    mvc.perform(get("/stories/manage/" + ID).with(account)).andExpect(status().is(list));
    mvc.perform(get("/stories/manage/new").with(account)).andExpect(status().is(write));
    mvc.perform(get("/stories/manage/" + ID + "/edit").with(account)).andExpect(status().is(write));
    mvc.perform(get("/stories/manage")).andExpect(redirectedUrlPattern("**/login"));
  }

  @Test
  void shouldSaveWhatWasWrittenWithItsPicture() throws Exception {
    mvc.perform(
            filled()
                .file(new MockMultipartFile("picture", "anh.jpg", "image/jpeg", new byte[] {9}))
                .with(user("OFFICE_OFFICER").roles("OFFICE_OFFICER"))
                .with(csrf()))
        .andExpect(redirectedUrl("/stories/manage/" + ID));

    then(stories).should().save(eq(FORM), eq("anh.jpg"), any(), eq(false), eq("OFFICE_OFFICER"));
  }

  @ParameterizedTest
  @CsvSource({
    ", publication.refused.overtaken, 409, Bài viết đã được người khác thay đổi",
    "picture, publication.refused.picture-pixels, 422, Ảnh có quá nhiều điểm ảnh",
    "pictureAlt, publication.refused.alt, 422, Vui lòng mô tả ảnh"
  })
  void shouldSayWhyAStoryIsNotTakenAndLoseNothing(
      String field, String key, int status, String message) throws Exception {
    willThrow(PublicationRefusals.of(field, key))
        .given(stories)
        .save(any(), any(), any(), anyBoolean(), any());

    var page =
        mvc.perform(filled().with(user("OFFICE_OFFICER").roles("OFFICE_OFFICER")).with(csrf()))
            .andExpect(status().is(status))
            .andReturn()
            .getResponse()
            .getContentAsString();

    assertThat(page)
        .contains(
            message,
            HtmlUtils.htmlEscape("Bốn hợp tác xã tự nhân rộng mô hình."),
            "name=\"version\" value=\"3\"");
  }

  @Test
  void shouldPublishTheVersionThatWasRead() throws Exception {
    var chief = user("OFFICE_CHIEF").roles("OFFICE_CHIEF");
    mvc.perform(get("/stories/manage/" + ID).with(chief))
        .andExpect(content().string(containsString("name=\"version\" value=\"3\"")));
    mvc.perform(
            post("/stories/manage/" + ID + "/publish")
                .param("version", "3")
                .with(chief)
                .with(csrf()))
        .andExpect(redirectedUrl("/stories/manage/" + ID))
        .andExpect(flash().attribute("flash", "publication.flash.story-published"));
    then(stories).should().publish(ID, 3, "OFFICE_CHIEF");

    mvc.perform(
            post("/stories/manage/" + ID + "/publish")
                .param("version", "3")
                .with(user("OFFICE_OFFICER").roles("OFFICE_OFFICER"))
                .with(csrf()))
        .andExpect(status().isForbidden());
  }

  @Test
  void shouldSayWhyAStoryIsNotWithdrawn() throws Exception {
    willThrow(PublicationRefusals.of("reason", "publication.refused.reason"))
        .given(stories)
        .withdraw(ID, "", "DIRECTOR");

    mvc.perform(
            post("/stories/manage/" + ID + "/withdraw")
                .param("reason", "")
                .with(user("DIRECTOR").roles("DIRECTOR"))
                .with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("Vui lòng ghi lý do, tối đa 500 ký tự.")));
  }

  private static MockMultipartHttpServletRequestBuilder filled() {
    var request = multipart("/stories/manage");
    request
        .param("id", ID)
        .param("version", "3")
        .param("title", " Đưa tiến bộ kỹ thuật\r\nvề hợp tác xã ")
        .param("lead", FORM.lead())
        .param("body", FORM.body().replace("\n", "\r\n"))
        .param("awardId", "")
        .param("pictureAlt", "Cánh đồng")
        .param("consentBy", "Nguyễn Thị Diễm Hương")
        .param("consentOn", "2025-02-10");
    return request;
  }

  private static Story story(StoryStatus status) {
    return new Story(
        FORM,
        status,
        "abcdef0123456789",
        960,
        540,
        "Phạm Thị Minh Thư",
        "Phạm Thị Minh Thư",
        Instant.parse("2025-02-12T02:00:00Z"),
        "Võ Thanh Sơn",
        Instant.parse("2025-02-20T02:00:00Z"),
        null,
        null,
        null);
  }
}
