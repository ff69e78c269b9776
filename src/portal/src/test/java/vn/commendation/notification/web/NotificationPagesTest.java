package vn.commendation.notification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.userdetails.User;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.notification.Bell;
import vn.commendation.notification.Delivery;
import vn.commendation.notification.NoticeKind;
import vn.commendation.notification.NoticeSettings;
import vn.commendation.notification.UndeliveredMails;
import vn.commendation.portal.PortalSlice;
import vn.commendation.portal.Samples;

@PortalSlice
class NotificationPagesTest {

  private static final String ID = "6f1f2d3c-0000-4000-8000-0000000000f1";
  private static final String NOTICE = "/notifications/" + ID;
  private static final URI TASK =
      URI.create("http://localhost:8080/operaton/app/tasklist/default/#/?task=17");

  @Autowired private MockMvc mvc;
  @Autowired private Directory directory;
  @Autowired private Bell bell;
  @Autowired private NoticeSettings settings;
  @Autowired private UndeliveredMails mails;

  @BeforeEach
  void aReader() {
    given(directory.account("chanhvp")).willReturn(Samples.account("chanhvp", Role.OFFICE_CHIEF));
    given(settings.of("chanhvp")).willReturn(choices("vi", Delivery.IMMEDIATE));
  }

  @Test
  void shouldShowWhatIsUnreadInTheNameOfTheBellToo() throws Exception {
    given(bell.unread("chanhvp")).willReturn(3);
    given(bell.list(eq("chanhvp"), anyBoolean(), any(), any()))
        .willReturn(
            new PageImpl<>(
                List.of(entry("Hồ sơ <b>HTB</b> cần bổ sung", false), entry("Đã đọc rồi", true)),
                PageRequest.of(0, 20),
                2));

    mvc.perform(get("/notifications").with(chief()))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("aria-label=\"Thông báo: 3 chưa đọc\"")))
        .andExpect(content().string(containsString("Hồ sơ &lt;b&gt;HTB&lt;/b&gt; cần bổ sung")))
        .andExpect(content().string(containsString(NOTICE + "/read")))
        .andExpect(content().string(containsString("Đánh dấu đã đọc tất cả")));
    mvc.perform(get("/notifications").param("lang", "en").with(chief()))
        .andExpect(content().string(containsString("aria-label=\"Notifications: 3 unread\"")));
  }

  @Test
  void shouldCountNoFurtherThanAnybodyReads() throws Exception {
    given(bell.unread("chanhvp")).willReturn(Bell.MOST_COUNTED);
    given(bell.list(any(), anyBoolean(), any(), any())).willReturn(new PageImpl<>(List.of()));

    mvc.perform(get("/notifications").param("unread", "true").with(chief()))
        .andExpect(content().string(containsString("Thông báo: 99+ chưa đọc")))
        .andExpect(content().string(containsString("Không có thông báo nào chưa đọc.")));
  }

  @Test
  void shouldLeadOnToTheTask() throws Exception {
    given(bell.open(ID, "chanhvp")).willReturn(Optional.of(new Bell.Target(TASK, false)));

    mvc.perform(get(NOTICE).with(chief())).andExpect(redirectedUrl(TASK.toString()));
  }

  @Test
  void shouldSayThatATaskIsDone() throws Exception {
    given(bell.open(ID, "chanhvp"))
        .willReturn(Optional.of(new Bell.Target(URI.create("/campaigns/1#inspections"), true)));

    mvc.perform(get(NOTICE).with(chief()))
        .andExpect(redirectedUrl("/campaigns/1#inspections"))
        .andExpect(flash().attribute("flash", "flash.task-done"));
  }

  @Test
  void shouldKnowNoNoticeOfSomebodyElse() throws Exception {
    given(bell.open(ID, "chanhvp")).willReturn(Optional.empty());

    mvc.perform(get(NOTICE).with(chief())).andExpect(status().isNotFound());
  }

  @Test
  void shouldLeadOnAfterTheLogin() throws Exception {
    given(directory.loadUserByUsername("chanhvp"))
        .willAnswer(
            call ->
                User.withUsername("chanhvp")
                    .password("{noop}secret")
                    .roles("OFFICE_CHIEF")
                    .build());
    var session = new MockHttpSession();

    mvc.perform(get(NOTICE).session(session)).andExpect(redirectedUrlPattern("**/login"));
    mvc.perform(get("/login").param("lang", "en").session(session)).andExpect(status().isOk());
    mvc.perform(
            post("/login")
                .session(session)
                .param("username", "chanhvp")
                .param("password", "secret")
                .with(csrf()))
        .andExpect(redirectedUrlPattern("**" + NOTICE));
  }

  @Test
  void shouldLetTheBrowserFollowFromTheLoginToTasklistAndNowhereElse() throws Exception {
    mvc.perform(get("/login"))
        .andExpect(
            header()
                .string(
                    "Content-Security-Policy",
                    containsString("form-action 'self' http://localhost:8080;")));
  }

  @Test
  void shouldMarkAsReadOnlyUpToWhatWasShown() throws Exception {
    mvc.perform(
            post("/notifications/read")
                .param("shownAt", "1700000000000")
                .with(chief())
                .with(csrf()))
        .andExpect(redirectedUrl("/notifications"));
    then(bell).should().readAll("chanhvp", Instant.ofEpochMilli(1_700_000_000_000L));

    mvc.perform(
            post(NOTICE + "/read")
                .param("unread", "true")
                .param("page", "2")
                .with(chief())
                .with(csrf()))
        .andExpect(redirectedUrl("/notifications?unread=true&page=2"));
    then(bell).should().read(ID, "chanhvp");
    mvc.perform(post("/notifications/read").param("shownAt", "gestern").with(chief()).with(csrf()))
        .andExpect(status().isBadRequest());
  }

  @Test
  void shouldKeepWhatIsChosenAndNothingThatCannotBe() throws Exception {
    mvc.perform(
            post("/notifications/settings")
                .param("CASE", "OFF")
                .param("TASK", "OFF")
                .param("CAMPAIGN", "PIGEON")
                .param("language", "en")
                .param("digestHour", "25")
                .with(chief())
                .with(csrf()))
        .andExpect(status().is3xxRedirection());

    var expected = new EnumMap<>(choices("en", Delivery.IMMEDIATE).deliveries());
    expected.put(NoticeKind.CASE, Delivery.OFF);
    then(settings)
        .should()
        .choose("chanhvp", new NoticeSettings.Choices("en", 8, Map.copyOf(expected)));
  }

  @Test
  void shouldOfferNoWayToSwitchOffADuty() throws Exception {
    var page =
        mvc.perform(get("/notifications/settings").with(chief()))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString();

    assertThat(page.split("value=\"OFF\"", -1)).hasSize(3);
  }

  @Test
  void shouldRememberTheLanguageOfWhoIsLoggedInAndOfNobodyElse() throws Exception {
    given(bell.list(any(), anyBoolean(), any(), any())).willReturn(new PageImpl<>(List.of()));

    mvc.perform(get("/login").param("lang", "en"));
    then(settings).should(never()).speak(any(), any());
    mvc.perform(get("/notifications").param("lang", "en").with(chief()));

    then(settings).should().speak("chanhvp", Locale.ENGLISH);
  }

  @Test
  void shouldShowMailThatDidNotArriveAndSendItAgain() throws Exception {
    given(mails.failed()).willReturn(new UndeliveredMails.Failed(1, 1));
    given(mails.list(eq("chanhvp"), any()))
        .willReturn(
            new PageImpl<>(
                List.of(
                    undelivered("sai@tayninh.example", "Kết quả hồ sơ", true),
                    undelivered("cham@tayninh.example", null, false))));

    mvc.perform(get("/operations/mails").with(chief()))
        .andExpect(content().string(containsString("Đã dừng: 1. Đang gửi lại: 1.")))
        .andExpect(content().string(containsString("550 &lt;sai&gt; unknown")))
        .andExpect(content().string(containsString("Tiêu đề chỉ Văn phòng xem được")))
        .andExpect(content().string(containsString("Gửi lại: sai@tayninh.example")))
        .andExpect(content().string(not(containsString("Gửi lại: cham@tayninh.example"))));
    mvc.perform(post("/operations/mails/" + ID + "/send").with(chief()).with(csrf()))
        .andExpect(redirectedUrl("/operations/mails"));
    then(mails).should().sendAgain(ID, "chanhvp");
    mvc.perform(get("/operations/mails").with(user("giamdoc").roles("DIRECTOR")))
        .andExpect(status().isForbidden());
  }

  private static RequestPostProcessor chief() {
    return user("chanhvp").roles("OFFICE_CHIEF");
  }

  private static Bell.Entry entry(String subject, boolean read) {
    var now = Instant.parse("2026-11-20T03:25:00Z");
    return new Bell.Entry(
        ID, NoticeKind.TASK, subject, "Lý do: <script>", read ? null : now, now, read);
  }

  private static UndeliveredMails.Undelivered undelivered(
      String recipient, String subject, boolean blocked) {
    return new UndeliveredMails.Undelivered(
        ID,
        recipient,
        subject,
        5,
        "550 <sai> unknown",
        Instant.parse("2026-11-20T03:25:00Z"),
        blocked);
  }

  private static NoticeSettings.Choices choices(String language, Delivery delivery) {
    var deliveries = new EnumMap<NoticeKind, Delivery>(NoticeKind.class);
    for (var kind : NoticeKind.values()) {
      deliveries.put(kind, kind.choices().contains(delivery) ? delivery : kind.usual());
    }
    return new NoticeSettings.Choices(language, 8, deliveries);
  }
}
