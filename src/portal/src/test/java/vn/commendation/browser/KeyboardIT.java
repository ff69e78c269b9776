package vn.commendation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.junit.UsePlaywright;
import java.time.Clock;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.commendation.platform.LocalPlatform;
import vn.commendation.platform.LocalPlatformTest;

/** An officer whose mouse is broken. */
@LocalPlatformTest
@UsePlaywright(Chromium.class)
@Tag("browser")
class KeyboardIT {

  private static final int MOST_STOPS = 80;

  /** What has the focus is to be seen, whatever it is drawn with. */
  private static final String FOCUS_IS_SEEN =
      """
      element => {
        const shown = [element, element.closest("label")].filter(Boolean).map(getComputedStyle);
        return shown.some(style => style.outlineStyle !== "none" && style.outlineWidth !== "0px"
          || style.boxShadow !== "none");
      }""";

  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;
  @Autowired private PlatformTransactionManager transactions;

  private Scenes scenes;
  private Person officer;
  private Page page;

  @BeforeEach
  void openTheLogin(Browser browser, LocalPlatform platform) {
    scenes = new Scenes(jdbc, clock, new TransactionTemplate(transactions));
    officer = new Person(browser, platform, "chuyenvien");
    page = officer.page();
  }

  @AfterEach
  void close() {
    page.context().close();
    scenes.close();
  }

  @Test
  void shouldLeadFromTheLoginToACaseAndItsPicture() {
    var path = scenes.nomination("HOLD");
    var code =
        jdbc.sql("select code from nomination where id = ?")
            .param(path.substring(path.lastIndexOf('/') + 1))
            .query(String.class)
            .single();

    logIn();
    openFromTheMenu("/nominations");
    assertThat(page).hasTitle("Hồ sơ đề nghị · Thi đua - Khen thưởng");
    press("/");
    assertThat(page.locator("#q")).isFocused();
    page.keyboard().type(code);
    press("Enter");
    tabTo(page.locator("main td a[href$='" + path + "']"));
    press("Enter");
    assertThat(page).hasTitle(code + " · Thi đua - Khen thưởng");

    tabTo(page.locator("[data-process] summary"));
    press("Enter");
    assertThat(page.locator("[data-process] svg .djs-shape").first()).isVisible();
    tabTo(page.locator("[data-show=in]"));
    var before = page.locator("[data-process] .viewport").first().getAttribute("transform");
    press("Enter");
    Assertions.assertThat(
            page.locator("[data-process] .viewport").first().getAttribute("transform"))
        .isNotEqualTo(before);
  }

  @Test
  void shouldTickCasesAndLookAtWhatWillHappen() {
    scenes.reviewable();
    logIn();
    openFromTheMenu("/bulk-acceptances");
    assertThat(page).hasTitle("Đồng ý các hồ sơ không có vướng mắc · Thi đua - Khen thưởng");
    var boxes = page.locator("main [name=case]");
    var number = boxes.count();

    tabTo(page.locator("[data-select-all-box] input"));
    press("Space");
    assertThat(page.locator("main [name=case]:checked")).hasCount(number);
    tabTo(boxes.last());
    press("Space");
    assertThat(page.locator("main [name=case]:checked")).hasCount(number - 1);
    press("Space");
    assertThat(page.locator("[data-selected]"))
        .hasText("Đã chọn %d / %d".formatted(number, number));
    tabTo(page.locator("main form [type=submit]"));
    press("Enter");
    assertThat(page).hasTitle("Xác nhận đồng ý · Thi đua - Khen thưởng");
  }

  @Test
  void shouldLetSingleKeysBeSwitchedOff() {
    logIn();
    press("?");
    assertThat(page).hasTitle("Dùng bàn phím · Thi đua - Khen thưởng");
    page.waitForLoadState();
    tabTo(page.locator("[data-shortcuts] input"));
    press("Space");

    officer.open("/nominations");
    press("/");
    assertThat(page.locator("#q")).not().isFocused();

    officer.open("/help/keyboard");
    tabTo(page.locator("[data-shortcuts] input"));
    press("Space");
    officer.open("/nominations");
    press("/");
    assertThat(page.locator("#q")).isFocused();
    // what is typed into a field is text
    page.keyboard().type("?/");
    assertThat(page.locator("#q")).hasValue("?/");
  }

  @Test
  void shouldSkipToWhatAPageIsAbout() {
    logIn();
    officer.open("/dashboard");
    press("Tab");
    assertThat(page.locator(".skip-link")).isFocused();
    press("Enter");
    press("Tab");
    Assertions.assertThat(
            (boolean) page.evaluate("() => document.activeElement.closest('main') !== null"))
        .isTrue();
    tabTo(page.locator(".tile").first());
    press("Enter");
    Assertions.assertThat(page.url()).endsWith("/dashboard#stages");
  }

  private void logIn() {
    officer.open("/login");
    tabTo(page.locator("#username"));
    page.keyboard().type("chuyenvien");
    press("Tab");
    page.keyboard().type(LocalPlatform.DEMO_PASSWORD);
    press("Enter");
    assertThat(page).hasTitle("Trang chủ · Thi đua - Khen thưởng");
    // scripts listen to keys once the page is there
    page.waitForLoadState();
  }

  /** Opens the group of the menu with the arrow keys and goes down to the entry. */
  private void openFromTheMenu(String path) {
    var entry = page.locator(".main-nav a[href='" + path + "']");
    var group =
        page.locator(".main-nav > li")
            .filter(new Locator.FilterOptions().setHas(page.locator("a[href='" + path + "']")));
    tabTo(group.locator("button").first());
    press("Enter");
    assertThat(entry).isVisible();
    for (var n = 0; n < MOST_STOPS && !focused(entry); n++) {
      press("ArrowDown");
    }
    press("Enter");
    page.waitForURL(url -> url.endsWith(path));
    page.waitForLoadState();
  }

  /** Goes on with Tab until the element has the focus, and sees that it does. */
  private void tabTo(Locator element) {
    for (var n = 0; n < MOST_STOPS && !focused(element); n++) {
      press("Tab");
    }
    assertThat(element).isFocused();
    Assertions.assertThat((boolean) element.evaluate(FOCUS_IS_SEEN))
        .as("the focus on %s is seen", element)
        .isTrue();
  }

  private static boolean focused(Locator element) {
    return (boolean) element.evaluate("element => element === document.activeElement");
  }

  private void press(String key) {
    page.keyboard().press(key);
  }
}
