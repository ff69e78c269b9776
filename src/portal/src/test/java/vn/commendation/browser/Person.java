package vn.commendation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasValueOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import vn.commendation.nomination.Tasklist;
import vn.commendation.platform.LocalPlatform;

/** Somebody at a browser of their own: what they do in the portal and in Tasklist. */
final class Person {

  /** Generous, because the machine also runs the whole platform. */
  static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final Pattern TASK = Pattern.compile("\\?task=\\d+$");

  private final LocalPlatform platform;
  private final Tasklist tasklist;
  private final String username;
  private final Page page;
  private String lastTask = "";

  Person(Browser browser, LocalPlatform platform, String username) {
    this.platform = platform;
    this.tasklist = new Tasklist(platform);
    this.username = username;
    var context =
        browser.newContext(
            new NewContextOptions()
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh")
                // nothing is caught halfway to another colour
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(1280, 800));
    context.setDefaultTimeout(PATIENCE.toMillis());
    page = context.newPage();
  }

  Page page() {
    return page;
  }

  /** A page of the portal. */
  Response open(String path) {
    return page.navigate(address(path));
  }

  String address(String path) {
    return platform.portalUrl() + path;
  }

  /** Chooses the language of the portal, {@code vi} or {@code en}. */
  void speak(String language) {
    page.context()
        .addCookies(
            List.of(new Cookie("COMMENDATION_LANGUAGE", language).setUrl(platform.portalUrl())));
  }

  void logIn() {
    open("/login");
    page.getByLabel("Tên đăng nhập").fill(username);
    page.getByLabel("Mật khẩu").fill(LocalPlatform.DEMO_PASSWORD);
    button("Đăng nhập").click();
    assertThat(page).hasTitle("Trang chủ · Thi đua - Khen thưởng");
  }

  void openCase(String code) {
    open("/nominations?q=" + code);
    row(code).getByRole(AriaRole.LINK).click();
    assertThat(page).hasTitle(code + " · Thi đua - Khen thưởng");
  }

  /** The line of a case in a table. */
  Locator row(String code) {
    return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(code));
  }

  /** The line of something that waits, in a table or a list. */
  Locator work(String code) {
    return page.locator("tr, .work-list > li").filter(new Locator.FilterOptions().setHasText(code));
  }

  /**
   * Follows the portal's link to the task. It leads to the list of tasks until the new task is
   * known, and to the task done before until that decision is recorded. Tasklist reads the
   * variables of a task once: so they are waited for.
   *
   * @param variable what the form cannot do without, and a text it contains
   * @return the address of the task
   */
  String openTask(String code, String variable, String text) {
    open("/");
    var open =
        work(code)
            .getByRole(
                AriaRole.LINK, new Locator.GetByRoleOptions().setName("Xử lý trong Tasklist"));
    reloadUntil(
        () -> {
          assertThat(open).hasAttribute("href", TASK, new HasAttributeOptions().setTimeout(1));
          assertThat(open)
              .not()
              .hasAttribute("href", lastTask, new HasAttributeOptions().setTimeout(1));
        });
    lastTask = open.getAttribute("href");
    tasklist
        .task(username, lastTask.substring(lastTask.lastIndexOf('=') + 1))
        .awaitVariable(variable, text);
    open.click();
    return lastTask;
  }

  /** Pages of the portal do not renew themselves. */
  void reloadUntilVisible(Locator wanted) {
    reloadUntil(() -> assertThat(wanted).isVisible(new IsVisibleOptions().setTimeout(1)));
  }

  private void reloadUntil(Runnable assertion) {
    await()
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(500))
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              page.reload();
              assertion.run();
            });
  }

  /** One login is good for Tasklist and Cockpit. */
  void logInToTasklist() {
    var name = page.getByPlaceholder("Tên đăng nhập");
    var password = page.getByPlaceholder("Mật khẩu");
    // once it is there, the page moves the cursor into the first field
    await()
        .pollInSameThread()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              name.fill(username);
              password.fill(LocalPlatform.DEMO_PASSWORD);
              var soon = new HasValueOptions().setTimeout(1);
              assertThat(name).hasValue(username, soon);
              assertThat(password).hasValue(LocalPlatform.DEMO_PASSWORD, soon);
            });
    button("Đăng nhập").click();
  }

  void claim() {
    button("Nhận việc").click();
    // the button that gives it back, a cross without a name
    assertThat(page.locator("button.unclaim")).isVisible();
  }

  /** The label covers the button, so that a click has to come by script. */
  void choose(String label) {
    var radio =
        page.getByRole(AriaRole.RADIO, new GetByRoleOptions().setName(label).setExact(true));
    radio.dispatchEvent("click");
    assertThat(radio).isChecked();
  }

  void check(String label) {
    page.getByRole(AriaRole.CHECKBOX, new GetByRoleOptions().setName(label).setExact(true))
        .dispatchEvent("click");
  }

  /** Tasklist's drop-down lists are none of the browser's. */
  void pick(String label, String option) {
    // in the middle of the field stands the cross that empties it
    field(label).locator("xpath=..").click(new Locator.ClickOptions().setPosition(12, 12));
    page.locator(".fjs-dropdownlist-item").getByText(option, exactly()).click();
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  void fill(String label, String text) {
    var field = field(label);
    field.fill(text);
    // Tasklist takes over what was typed after a pause, or when the field is left
    field.blur();
  }

  /** Tasklist marks a field that must be filled with a star in its label. */
  private Locator field(String label) {
    return page.getByLabel(Pattern.compile("^" + label + "\\s*\\*?$")).last();
  }

  void complete() {
    button("Hoàn thành").click();
    assertThat(page.getByText("Chọn một việc trong danh sách.")).isVisible();
    assertThat(page.getByText("Có lỗi khi gửi biểu mẫu")).hasCount(0);
  }

  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
  }

  Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name)).first();
  }

  void sees(String text) {
    assertThat(page.getByText(text).first()).isVisible();
  }
}
