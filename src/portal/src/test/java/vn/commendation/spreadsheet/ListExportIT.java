package vn.commendation.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import vn.commendation.platform.LocalPlatform;
import vn.commendation.platform.LocalPlatformTest;

/** Every list of the portal as a spreadsheet, over the real database and with the real rights. */
@LocalPlatformTest
class ListExportIT {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final int HEADING = 5;
  private static final List<String> LISTS =
      List.of(
          "/nominations?q=a",
          "/dossiers",
          "/dossiers/council",
          "/campaigns",
          "/disclosures",
          "/roll",
          "/roll/withheld",
          "/decisions",
          "/awards?on=2022-06-01",
          "/awards/rule-sets",
          "/awards/rule-sets/R4",
          "/awards/calendar?year=2026",
          "/registers/awards?year=2021",
          "/registers/initiatives",
          "/registers/ratings",
          "/registers/discipline",
          "/registers/concerns?open=true",
          "/registers/numbers",
          "/registers/signing",
          "/registers/relatives",
          "/revocations",
          "/operations");

  @Test
  void shouldExportEveryList(LocalPlatform platform) throws Exception {
    var office = loggedIn(platform, "chanhvp");
    for (var list : LISTS) {
      var answer = get(office, platform, asXlsx(list));

      assertThat(answer.status()).as(list).isEqualTo(200);
      try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(answer.body()))) {
        var sheet = workbook.getSheetAt(0);
        assertThat(sheet.getRow(0).getCell(0).getStringCellValue())
            .as(list)
            .isEqualTo("Sở Khoa học và Công nghệ tỉnh Tây Ninh");
        assertThat(sheet.getRow(HEADING).getLastCellNum()).as(list).isGreaterThan((short) 2);
      }
    }
  }

  @Test
  void shouldShowTheRowsOfTheFilteredList(LocalPlatform platform) throws Exception {
    var body =
        get(loggedIn(platform, "chuyenvien"), platform, "/registers/discipline?format=xlsx").body();

    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(body))) {
      var sheet = workbook.getSheetAt(0);
      var names = new ArrayList<String>();
      for (var row = HEADING + 1; row <= sheet.getLastRowNum(); row++) {
        names.add(sheet.getRow(row).getCell(0).getStringCellValue());
      }
      assertThat(names).isNotEmpty().doesNotContain("");
    }
  }

  /** Whoever may not see a list may not have it as a file, and the other way round. */
  @Test
  void shouldGiveAFileToWhoSeesTheListAndToNobodyElse(LocalPlatform platform) throws Exception {
    for (var account : List.of("nhanvien1", "qlkh", "vanthu", "thuky", "quantri", "")) {
      var browser = account.isEmpty() ? browser() : loggedIn(platform, account);
      for (var list : LISTS) {
        var page = get(browser, platform, list).status();
        assertThat(get(browser, platform, asXlsx(list)).status())
            .as("%s for %s", list, account)
            .isEqualTo(page);
      }
    }
  }

  private static String asXlsx(String list) {
    return list + (list.contains("?") ? "&" : "?") + "format=xlsx";
  }

  private record Answer(int status, byte[] body) {}

  private static HttpClient browser() {
    return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  }

  private static HttpClient loggedIn(LocalPlatform platform, String account) throws Exception {
    var browser = browser();
    var page = new String(get(browser, platform, "/login").body(), StandardCharsets.UTF_8);
    var token = TOKEN.matcher(page);
    assertThat(token.find()).isTrue();
    var answer =
        browser.send(
            HttpRequest.newBuilder(URI.create(platform.portalUrl() + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString(
                        "username=%s&password=%s&_csrf=%s"
                            .formatted(account, LocalPlatform.DEMO_PASSWORD, token.group(1))))
                .build(),
            BodyHandlers.discarding());
    assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("error");
    return browser;
  }

  private static Answer get(HttpClient browser, LocalPlatform platform, String path)
      throws IOException, InterruptedException {
    var answer =
        browser.send(
            HttpRequest.newBuilder(URI.create(platform.portalUrl() + path)).build(),
            BodyHandlers.ofByteArray());
    return new Answer(answer.statusCode(), answer.body());
  }
}
