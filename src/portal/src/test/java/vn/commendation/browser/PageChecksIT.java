package vn.commendation.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.junit.UsePlaywright;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What judges the pages finds what is wrong with one. */
@UsePlaywright(Chromium.class)
@Tag("browser")
class PageChecksIT {

  private static final String PAGE =
      """
      <!DOCTYPE html><html lang="vi"><head><title>Trang · Thử</title></head>
      <body><main><h1>Trang</h1>%s</main></body></html>""";

  @Test
  void shouldFindNothingWrongWithAPlainPage(Page page) {
    page.setContent(PAGE.formatted("<p>Hồ sơ đã gửi.</p>"));

    assertThat(Accessibility.violations(page)).isEmpty();
    assertThat(Accessibility.violationsOfColour(page)).isEmpty();
    assertThat(Appearance.cutOffTexts(page)).isEmpty();
    assertThat(Appearance.tooWide(page)).isEmpty();
    assertThat(Appearance.ambiguousIds(page)).isEmpty();
  }

  @Test
  void shouldFindAButtonWithoutANameAndTextTooPaleToRead(Page page) {
    page.setContent(
        PAGE.formatted(
            "<button></button><p style='color: #bbb; background: #fff'>Hồ sơ đã gửi.</p>"));

    assertThat(rules(Accessibility.violations(page))).contains("button-name", "color-contrast");
    assertThat(rules(Accessibility.violationsOfColour(page))).containsExactly("color-contrast");
  }

  @Test
  void shouldFindTargetsTooSmallToHit(Page page) {
    page.setContent(
        PAGE.formatted(
            "<button style='width: 12px; height: 12px; padding: 0' aria-label='Một'></button>"
                + "<button style='width: 12px; height: 12px; padding: 0' aria-label='Hai'></button>"));

    assertThat(rules(Accessibility.violations(page))).contains("target-size");
  }

  @Test
  void shouldFindTextThatEndsTooEarly(Page page) {
    page.setContent(
        PAGE.formatted(
            "<div style='width: 60px; overflow: hidden; white-space: nowrap'>Bằng khen của Chủ tịch"
                + "</div><p style='width: 60px; white-space: nowrap'>Quyết định khen thưởng</p>"));

    assertThat(Appearance.cutOffTexts(page))
        .anyMatch(text -> text.startsWith("\"Bằng khen của Chủ tịch\" is cut off by div"))
        .anyMatch(text -> text.startsWith("\"Quyết định khen thưởng\" runs out of p"));
  }

  @Test
  void shouldFindWhatMakesThePageScrollSideways(Page page) {
    page.setViewportSize(320, 600);
    page.setContent(PAGE.formatted("<div class='wide' style='width: 900px'>Rộng</div>"));

    assertThat(Appearance.tooWide(page)).contains("div.wide is wider than the window");
  }

  @Test
  void shouldFindTwoElementsWithOneId(Page page) {
    page.setContent(PAGE.formatted("<p id='a'>Một</p><p id='a'>Hai</p>"));

    assertThat(Appearance.ambiguousIds(page)).containsExactly("a");
  }

  private static List<String> rules(List<String> violations) {
    return violations.stream()
        .map(text -> text.substring(0, text.indexOf(' ')))
        .distinct()
        .toList();
  }
}
