package vn.commendation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.junit.UsePlaywright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import vn.commendation.platform.LocalPlatform;
import vn.commendation.platform.LocalPlatformTest;

/** The whole way of a nomination as people walk it, in a real browser on the real platform. */
@LocalPlatformTest
@UsePlaywright(Chromium.class)
@Tag("browser")
class BrowserJourneyIT {

  private static final String NOMINEE = "Nguyễn Ngọc Hân";
  private static final String AWARD = "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh";

  @Autowired private Clock clock;

  private final Map<String, Person> people = new HashMap<>();
  private Browser browser;
  private LocalPlatform platform;
  private Screens screens;

  @BeforeEach
  void open(Browser browser, LocalPlatform platform) {
    this.browser = browser;
    this.platform = platform;
    PlaywrightAssertions.setDefaultAssertionTimeout(Person.PATIENCE.toMillis());
  }

  @AfterEach
  void close(TestInfo test) {
    var last = new Screens("last", test.getTestMethod().orElseThrow().getName());
    people.forEach(
        (username, person) -> {
          last.take(person.page(), username);
          person.page().context().close();
        });
  }

  @Test
  void shouldLeadANominationFromTheUnitToTheAwardOfTheProvince() {
    screens = new Screens();
    var code = nominate("ttud", NOMINEE + " – Kỹ thuật viên");

    var officer = loggedIn("chuyenvien");
    officer.reloadUntilVisible(officer.row(code));
    screens.take(officer.page(), "home-of-the-office");
    officer.openTask(code, "code", code);
    assertThat(officer.page().getByPlaceholder("Mật khẩu")).isVisible();
    screens.take(officer.page(), "tasklist-login");
    officer.logInToTasklist();
    officer.claim();
    officer.choose("Trả lại để đơn vị bổ sung");
    officer.check("Thành tích");
    officer.fill("Lý do", "Bổ sung số liệu chứng minh hiệu quả của sáng kiến");
    screens.take(officer.page(), "office-review");
    officer.complete();
    screens.take(officer.page(), "task-completed");

    supplement(code);

    officer.openTask(code, "history", "Bổ sung số liệu chứng minh hiệu quả của sáng kiến");
    officer.sees("Bổ sung số liệu chứng minh hiệu quả của sáng kiến");
    officer.claim();
    officer.choose("Đồng ý, đưa vào đợt trình");
    screens.take(officer.page(), "office-review-again");
    officer.complete();
    var batch = openBatch(officer, code);

    vote(batch);
    sign(batch);
    registerNumber(batch);
    readMailToTheBoard(code);
    var instance = watchTheInstance(officer, code);

    var chief = loggedIn("chanhvp");
    chief.openTask(batch, "results", NOMINEE);
    chief.logInToTasklist();
    chief.claim();
    chief.choose("Kết quả xét khen thưởng");
    chief.fill("Số văn bản của tỉnh", "1234/QĐ-UBND");
    chief.fill("Ngày văn bản", today());
    chief.pick("Kết quả", "Khen thưởng");
    screens.take(chief.page(), "board-result");
    chief.complete();

    seeTheAward(code);
    seeThatItHasEnded(officer, code, instance);
  }

  @Test
  void shouldSayOnTheFormWhyADecisionDoesNotCount() {
    screens = new Screens("denied");
    var code = nominate("chanhvp", "Huỳnh Thị Ngọc Ánh – Kế toán");
    var officer = loggedIn("chuyenvien");
    var task = officer.openTask(code, "code", code);
    officer.logInToTasklist();
    assertThat(officer.button("Nhận việc")).isVisible();

    // of the Office, but the nominator
    var chief = people.get("chanhvp");
    chief.page().navigate(task);
    chief.logInToTasklist();
    chief.claim();
    chief.choose("Đồng ý, đưa vào đợt trình");
    chief.complete();

    officer.openTask(code, "problem", "Võ Thanh Sơn");
    officer.sees("Quyết định trước chưa được ghi nhận:");
    officer.sees("Võ Thanh Sơn là người đề nghị trong hồ sơ này nên không được quyết định.");
    assertThat(officer.button("Nhận việc")).isVisible();
    screens.take(officer.page(), "task-open-again");
    officer.openCase(code);
    officer.sees("Quyết định không được ghi nhận");
    screens.take(officer.page(), "attempt-in-the-log");
  }

  @Test
  void shouldShowATaskToNobodyOutsideItsGroup() {
    screens = new Screens("hidden");
    var code = nominate("ttud", "Lâm Chí Cường – Kỹ thuật viên");
    var officer = loggedIn("chuyenvien");
    var task = officer.openTask(code, "code", code);
    officer.logInToTasklist();
    assertThat(officer.button("Nhận việc")).isVisible();

    var clerk = person("vanthu");
    clerk.page().navigate(task);
    clerk.logInToTasklist();
    clerk.sees("Việc không còn nữa");
    clerk.sees("Chọn một việc trong danh sách.");
    assertThat(clerk.button("Nhận việc")).hasCount(0);
    assertThat(clerk.page().getByText(code)).hasCount(0);
    screens.take(clerk.page(), "task-of-others");
  }

  private String nominate(String nominator, String nominee) {
    var head = person(nominator);
    head.open("/login");
    screens.take(head.page(), "login");
    head.logIn();
    screens.take(head.page(), "home-of-the-unit");
    head.link("Đề nghị khen thưởng").click();
    var page = head.page();
    // other tests may have left campaigns that take nominations, too
    page.getByLabel("Phong trào thi đua", new Page.GetByLabelOptions().setExact(true))
        .selectOption("1");
    page.getByLabel("Cá nhân, tập thể được đề nghị")
        .selectOption(new SelectOption().setLabel(nominee));
    page.getByLabel("Danh hiệu, hình thức khen thưởng").selectOption("BK-TINH");
    page.getByLabel("Tóm tắt thành tích").fill("Sáng kiến số hóa quy trình tiếp nhận hồ sơ");
    page.getByLabel("Lập thành tích từ ngày").fill("2022-01-01");
    page.getByLabel("Đến ngày").fill("2022-05-31");
    page.getByLabel("Báo cáo thành tích")
        .fill(
            "Chủ trì xây dựng quy trình tiếp nhận hồ sơ trực tuyến tại Trung tâm.\n\n"
                + "Thời gian xử lý một hồ sơ giảm từ 5 ngày xuống còn 3 ngày.");
    page.getByLabel("Thêm tài liệu minh chứng")
        .setInputFiles(new FilePayload(Evidence.NAME, "application/pdf", Evidence.content()));
    screens.take(page, "nomination");
    head.button("Xem lại và gửi").click();
    head.sees("Kiểm tra lần cuối trước khi gửi Văn phòng Sở thẩm định.");
    head.sees(AWARD);
    head.sees(Evidence.NAME);
    screens.take(page, "review");
    head.button("Gửi đề nghị").click();
    head.sees("Đã gửi hồ sơ. Văn phòng Sở sẽ thẩm định.");
    screens.take(page, "sent");
    return page.locator(".breadcrumb [aria-current=page]").textContent().strip();
  }

  private void supplement(String code) {
    var head = people.get("ttud");
    var page = head.page();
    head.open("/");
    head.reloadUntilVisible(head.row(code).getByText("Bổ sung hồ sơ"));
    screens.take(page, "home-with-a-returned-case");
    head.row(code).getByText("Bổ sung hồ sơ").click();
    head.sees("Văn phòng đề nghị bổ sung");
    head.sees("Bổ sung số liệu chứng minh hiệu quả của sáng kiến");
    screens.take(page, "supplement");
    var report = page.getByLabel("Báo cáo thành tích");
    report.fill(report.inputValue() + "\n\nĐã tiếp nhận 1.250 hồ sơ trong 5 tháng đầu năm 2022.");
    head.button("Xem lại và gửi").click();
    screens.take(page, "review-of-the-supplement");
    head.button("Gửi bổ sung").click();
    head.sees("Đã gửi hồ sơ.");
    screens.take(page, "supplement-sent");
  }

  private String openBatch(Person officer, String code) {
    officer.openCase(code);
    officer.reloadUntilVisible(
        officer.page().locator("[aria-current=step]").getByText("Chờ đưa vào đợt trình"));
    screens.take(officer.page(), "case-accepted");
    officer.open("/dossiers/new?authority=PROVINCE");
    officer.row(code).getByRole(AriaRole.CHECKBOX).check();
    officer.fill("Nội dung trình", "Trình khen thưởng phong trào học tập và làm theo Bác");
    screens.take(officer.page(), "batch-new");
    officer.button("Lập đợt trình").click();
    var batch = officer.page().locator(".breadcrumb [aria-current=page]").textContent().strip();
    screens.take(officer.page(), "batch");
    return batch;
  }

  private void vote(String batch) {
    var secretary = loggedIn("thuky");
    secretary.openTask(batch, "ballots", NOMINEE);
    secretary.logInToTasklist();
    secretary.claim();
    secretary.fill("Ngày họp", today());
    secretary.fill("Nội dung biên bản", "Hội đồng nhất trí đề nghị khen thưởng.");
    // nine members, of whom the nominator may not vote
    secretary.fill("Tán thành", "7");
    secretary.fill("Không tán thành", "1");
    secretary.fill("Phiếu trắng", "0");
    secretary.fill("Vắng", "0");
    secretary.fill("Gửi bằng văn bản", "1");
    screens.take(secretary.page(), "ballot");
    secretary.complete();
  }

  private void sign(String batch) {
    var director = loggedIn("giamdoc");
    director.reloadUntilVisible(director.work(batch));
    screens.take(director.page(), "home-of-the-director");
    director.openTask(batch, "signatures", NOMINEE);
    director.logInToTasklist();
    director.claim();
    director.choose("Ký, theo lựa chọn cho từng cá nhân, tập thể dưới đây");
    screens.take(director.page(), "signature");
    director.complete();
  }

  private void registerNumber(String batch) {
    var clerk = loggedIn("vanthu");
    clerk.openTask(batch, "dossierCode", batch);
    clerk.logInToTasklist();
    clerk.claim();
    clerk.fill("Ngày văn bản", today());
    screens.take(clerk.page(), "register-number");
    clerk.complete();
  }

  private void readMailToTheBoard(String code) {
    var reader = person("hoidong");
    reader.page().navigate(platform.mailPageUrl());
    // staff are told of the same batch, by mails of their own
    var mail = reader.row("hoidong.tdkt@tayninh.example").getByRole(AriaRole.LINK).first();
    reader.reloadUntilVisible(mail);
    screens.take(reader.page(), "mails");
    mail.click();
    reader.sees(code);
    reader.sees(Evidence.NAME);
    screens.take(reader.page(), "mail-to-the-board");
  }

  private void seeTheAward(String code) {
    var head = people.get("ttud");
    head.openCase(code);
    head.reloadUntilVisible(head.page().getByText("Thông báo kết quả cho người đề nghị"));
    var page = head.page();
    assertThat(page.locator(".eyebrow")).containsText("Tỉnh đã khen thưởng");
    assertThat(page.locator(".eyebrow")).containsText(code);
    head.sees("Số văn bản: 1234/QĐ-UBND");
    head.sees("Ngày văn bản: " + today());
    assertThat(page.locator(".timeline-what").allTextContents())
        .containsSubsequence(
            "Gửi hồ sơ đề nghị",
            "Kiểm tra hồ sơ: đạt",
            "Văn phòng trả lại, đề nghị bổ sung",
            "Đơn vị bổ sung hồ sơ",
            "Kiểm tra hồ sơ: đạt",
            "Văn phòng đồng ý",
            "Đưa vào đợt trình",
            "Lãnh đạo Sở đã ký",
            "Ghi nhận kết quả xét khen thưởng");
    screens.take(page, "awarded");
  }

  /**
   * @return where Cockpit shows it
   */
  private String watchTheInstance(Person officer, String code) {
    officer.openCase(code);
    screens.take(officer.page(), "case-for-the-office");
    var watch = officer.link("Mở trong Cockpit");
    var instance = watch.getAttribute("href");
    watch.click();
    officer.sees("Xét đề nghị khen thưởng");
    assertThat(officer.page().locator("[data-container-id=AwaitDossier] .instance-count"))
        .hasText("1");
    // its variables, which come last
    officer.sees("achievementTitle");
    screens.takeWindow(officer.page(), "cockpit");
    return instance;
  }

  private void seeThatItHasEnded(Person officer, String code, String instance) {
    officer.openCase(code);
    assertThat(officer.link("Mở trong Cockpit")).hasCount(0);
    officer.page().navigate(instance);
    // Cockpit, which shows what runs, leads from there to the process
    assertThat(officer.page()).hasURL(Pattern.compile("#/process-definition/nomination:"));
    officer.sees("Instances Running:");
    screens.takeWindow(officer.page(), "ended");
  }

  private Person person(String username) {
    return people.computeIfAbsent(username, name -> new Person(browser, platform, name));
  }

  private Person loggedIn(String username) {
    var person = person(username);
    person.logIn();
    return person;
  }

  /** As people in Tây Ninh write it; the application may be ahead of this machine's clock. */
  private String today() {
    return LocalDate.now(clock).format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
  }
}
