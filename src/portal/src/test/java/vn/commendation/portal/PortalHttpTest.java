package vn.commendation.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.MultipartAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.userdetails.User;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import vn.commendation.award.Awards;
import vn.commendation.award.Rules;
import vn.commendation.campaign.CampaignPlanning;
import vn.commendation.campaign.Campaigns;
import vn.commendation.campaign.GuidelineRevisions;
import vn.commendation.campaign.Inspections;
import vn.commendation.campaign.StudyLibrary;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.document.FormalDocuments;
import vn.commendation.engine.EngineCommands;
import vn.commendation.engine.ProcessMigrations;
import vn.commendation.filter.SavedFilters;
import vn.commendation.nomination.BulkAcceptances;
import vn.commendation.nomination.Nominations;
import vn.commendation.notification.Bell;
import vn.commendation.notification.NoticeSettings;
import vn.commendation.publication.StartPage;

/** What only a real server shows: its own limits and the dispatch to the error page. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@MockitoBean(types = {Bell.class, NoticeSettings.class, SavedFilters.class, BulkAcceptances.class})
@MockitoBean(types = FormalDocuments.class)
@MockitoBean(types = {Campaigns.class, Awards.class, Nominations.class, EngineCommands.class})
@MockitoBean(types = ProcessMigrations.class)
@MockitoBean(
    types = {
      CampaignPlanning.class,
      GuidelineRevisions.class,
      StudyLibrary.class,
      Inspections.class,
      Rules.class,
      StartPage.class
    })
class PortalHttpTest {

  @Configuration
  @ComponentScan({
    "vn.commendation.portal",
    "vn.commendation.nomination.web",
    "vn.commendation.campaign.web"
  })
  @Import(FixedClock.class)
  @ImportAutoConfiguration({
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    ValidationAutoConfiguration.class,
    MessageSourceAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
  })
  static class Pages {}

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  @LocalServerPort int port;
  @MockitoBean Directory directory;

  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  @BeforeEach
  void logIn() throws Exception {
    given(directory.loadUserByUsername("head"))
        .willReturn(User.withUsername("head").password("{noop}secret").roles("UNIT_HEAD").build());
    given(directory.account("head")).willReturn(Samples.account("head", Role.UNIT_HEAD));
    var home = post("/login", "username=head&password=secret&_csrf=" + token(get("/login")));
    assertThat(home.body()).contains("Xin chào, Nguyễn Thị Ánh");
  }

  @Test
  void shouldKeepItsSessionApartFromCamundasPages() throws Exception {
    var answer =
        HttpClient.newHttpClient().send(request("/login").build(), BodyHandlers.discarding());

    assertThat(answer.headers().firstValue("Set-Cookie"))
        .hasValueSatisfying(
            cookie ->
                assertThat(cookie)
                    .startsWith("COMMENDATION_SESSION=")
                    .contains("HttpOnly", "SameSite=Lax"));
  }

  @Test
  void shouldExplainThatAPageDoesNotExist() throws Exception {
    var answer = get("/nowhere");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("Không tìm thấy", "Về trang chủ").doesNotContain("??");
  }

  @Test
  void shouldExplainInEnglishThatAPageIsNotForThisAccount() throws Exception {
    var answer = get("/operations?lang=en");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("<html lang=\"en\"", "You may not do this");
  }

  @Test
  void shouldExplainThatAFormHasExpired() throws Exception {
    var answer = post(Samples.CASE + "/submit", "version=3&_csrf=of-yesterday");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("Biểu mẫu đã hết hiệu lực");
  }

  @Test
  void shouldExplainThatAnUploadIsTooLarge() throws Exception {
    var head =
        """
        --x\r
        Content-Disposition: form-data; name="_csrf"\r
        \r
        %s\r
        --x\r
        Content-Disposition: form-data; name="files"; filename="a.pdf"\r
        Content-Type: application/pdf\r
        \r
        """
            .formatted(token(get("/")))
            .getBytes(StandardCharsets.US_ASCII);
    var tail = "\r\n--x--\r\n".getBytes(StandardCharsets.US_ASCII);
    var body = new byte[head.length + 21 * 1024 * 1024 + tail.length];
    System.arraycopy(head, 0, body, 0, head.length);
    System.arraycopy(tail, 0, body, body.length - tail.length, tail.length);

    var answer =
        send(
            Samples.CASE + "/files",
            "multipart/form-data; boundary=x",
            BodyPublishers.ofByteArray(body));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("Tệp tải lên quá lớn", "20 MB");
  }

  @Test
  void shouldRefuseAQueryWithoutTellingInternals() throws Exception {
    var answer = get("/nominations?status=NONSENSE");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("Yêu cầu không hợp lệ")
        .doesNotContain("NominationStatus", "Exception");
  }

  @Test
  void shouldServeItsOwnAssetsForLong() throws Exception {
    var stylesheet = Pattern.compile("/css/portal-[0-9a-f]+\\.css").matcher(get("/login").body());
    assertThat(stylesheet.find()).isTrue();

    assertThat(get(stylesheet.group()).headers().firstValue("Cache-Control"))
        .hasValueSatisfying(value -> assertThat(value).contains("max-age=2592000"));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return browser.send(request(path).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String form) throws Exception {
    return send(path, "application/x-www-form-urlencoded", BodyPublishers.ofString(form));
  }

  private HttpResponse<String> send(String path, String contentType, BodyPublisher body)
      throws Exception {
    return browser.send(
        request(path).header("Content-Type", contentType).POST(body).build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Accept", "text/html");
  }

  private static String token(HttpResponse<String> page) {
    var token = TOKEN.matcher(page.body());
    assertThat(token.find()).isTrue();
    return token.group(1);
  }
}
