package vn.commendation.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.junit.UsePlaywright;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.commendation.award.SubjectKind;
import vn.commendation.nomination.NominationForm;
import vn.commendation.nomination.Nominations;
import vn.commendation.notification.Notice;
import vn.commendation.notification.NoticeKind;
import vn.commendation.notification.NoticeText;
import vn.commendation.notification.Notifications;
import vn.commendation.platform.LocalPlatform;
import vn.commendation.platform.LocalPlatformTest;

/**
 * Every page of the portal as everybody may meet it: both languages, light and dark, on a screen
 * and on a phone. Each is judged by axe and by what can be seen to be wrong, and photographed: see
 * {@code target/screens/index.html}. {@code -Dpages=home.*} looks only at those whose name matches.
 */
@LocalPlatformTest
@UsePlaywright(Chromium.class)
@TestInstance(Lifecycle.PER_CLASS)
@Tag("browser")
class PortalPagesIT {

  private static final String PAST_LIST = "/disclosures/70000000-0000-4000-8000-000000000001";

  private static final String STORY = "/stories/manage/71000000-0000-4000-8000-000000000001";
  private static final String DRAFT = "/stories/manage/71000000-0000-4000-8000-000000000004";

  private static final String HEAD = "chanhvp";
  private static final String OFFICER = "chuyenvien";
  private static final String CLERK = "vanthu";
  private static final String ADMIN = "quantri";

  private static final int DESKTOP = 1280;
  private static final int PHONE = 390;

  /** What a window of 1280 px shows at 400 %. */
  private static final int NARROWEST = 320;

  private static final String THEME = "theme => document.documentElement.dataset.bsTheme = theme";
  private static final String ZOOM = "size => document.documentElement.style.fontSize = size";

  @Autowired private Nominations nominations;
  @Autowired private Notifications notifications;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;
  @Autowired private PlatformTransactionManager transactions;

  private final Map<String, Person> people = new HashMap<>();
  private final Map<String, String> titles = new HashMap<>();
  private final Pictures pictures = new Pictures(Path.of("target", "screens"), "pages");

  /** What is wrong, and in which appearances. */
  private final Map<String, Set<String>> defects = new LinkedHashMap<>();

  private Scenes scenes;
  private Sight sight;
  private int number;
  private String appearance;

  /** A page more is a line more. */
  private List<Sight> pages() {
    var incomplete = draft(6L, null);
    var sent = draft(9L, "Lập sổ kế toán điện tử, đối chiếu công nợ hằng tháng thay vì hằng quý.");
    nominations.submit(sent, nominations.form(sent, HEAD).version(), HEAD);

    scenes = new Scenes(jdbc, clock, new TransactionTemplate(transactions));
    var ballot = scenes.dossier("BALLOT");
    var disclosed = scenes.dossier("DISCLOSURE");
    var list = disclosed.replace("/dossiers", "/disclosures");
    scenes.reviewable();
    scenes.drift();

    tell();
    return List.of(
        new Sight(Sight.ANYBODY, "/login", "login"),
        new Sight(Sight.ANYBODY, "/login?error", "login-failed"),
        new Sight(Sight.ANYBODY, "/", "start-for-everybody"),
        new Sight(Sight.ANYBODY, "/roll?q=ngh%C4%A9a", "roll-for-everybody"),
        new Sight(Sight.ANYBODY, "/decisions", "decisions-for-everybody"),
        new Sight(Sight.ANYBODY, "/decisions/" + aDecision(), "decision-for-everybody"),
        new Sight(Sight.ANYBODY, "/disclosures", "disclosures-for-everybody"),
        new Sight(Sight.ANYBODY, "/figures", "figures-for-everybody"),
        new Sight(Sight.ANYBODY, "/stories", "stories-for-everybody"),
        new Sight(Sight.ANYBODY, STORY.replace("/manage", ""), "story-for-everybody"),
        new Sight(Sight.ANYBODY, PAST_LIST, "disclosure-for-everybody"),
        new Sight(Sight.ANYBODY, PAST_LIST + "/object", "object-for-everybody"),
        new Sight(Sight.ANYBODY, PAST_LIST + "/object/sent", "object-sent"),
        new Sight(Sight.ANYBODY, list + "/object", "object-for-everybody")
            .when("refused", PortalPagesIT::sendEmpty),
        new Sight(HEAD, "/", "home"),
        new Sight(HEAD, "/", "home").when("menu", page -> openMenu(page, ".main-nav")),
        new Sight(HEAD, "/", "home").when("account", page -> openMenu(page, ".masthead-tools")),
        new Sight(HEAD, "/", "home").when("long-texts", PortalPagesIT::lengthen),
        new Sight(OFFICER, "/", "home-of-the-office"),
        new Sight(CLERK, "/", "home-without-work"),
        new Sight(HEAD, "/nominations", "nominations"),
        new Sight(HEAD, "/nominations?q=khong-co-ho-so-nay", "nominations-none"),
        new Sight(HEAD, "/nominations", "nominations").when("long-texts", PortalPagesIT::lengthen),
        new Sight(HEAD, "/nominations/sheets", "nomination-sheets"),
        new Sight(HEAD, "/nominations/sheets", "nomination-sheets")
            .when("refused", PortalPagesIT::sendEmpty),
        new Sight(HEAD, scenes.sheet("READY"), "nomination-sheet"),
        new Sight(HEAD, scenes.sheet("IMPORTING"), "nomination-sheet-under-way"),
        new Sight(HEAD, "/nominations/new", "nomination-new"),
        new Sight(HEAD, "/nominations/new", "nomination-new")
            .when("refused", PortalPagesIT::sayTooMuch),
        new Sight(HEAD, "/nominations/" + incomplete + "/edit", "nomination-edit"),
        new Sight(HEAD, "/nominations/" + incomplete + "/edit", "nomination-edit")
            .when("saved", page -> press(page, "main .form-actions [value=save]")),
        new Sight(HEAD, "/nominations/" + incomplete + "/review", "nomination-review"),
        new Sight(HEAD, "/nominations/" + incomplete, "nomination-draft"),
        new Sight(HEAD, "/nominations/" + sent, "nomination"),
        new Sight(HEAD, "/nominations/" + sent, "nomination")
            .when("open", PortalPagesIT::openDetails),
        new Sight(OFFICER, "/nominations/" + sent, "nomination-for-the-office"),
        new Sight(OFFICER, scenes.nomination("SUPPLEMENT"), "nomination-supplement"),
        new Sight(OFFICER, scenes.nomination("HOLD"), "nomination-hold"),
        new Sight(OFFICER, scenes.nomination("CONSENT"), "nomination-consent"),
        new Sight(OFFICER, scenes.lateNomination(), "nomination-late"),
        new Sight(OFFICER, scenes.nomination("AWARDED_IN_HOUSE"), "nomination-awarded"),
        new Sight(OFFICER, scenes.nomination("REJECTED"), "nomination-rejected"),
        new Sight(HEAD, "/nominations?open=true&unit=2&overdue=true", "nominations-overdue"),
        new Sight(HEAD, "/dashboard", "dashboard"),
        new Sight(OFFICER, "/bulk-acceptances", "bulk"),
        new Sight(OFFICER, "/bulk-acceptances", "bulk").when("preview", PortalPagesIT::previewBulk),
        new Sight(OFFICER, "/filters", "filters"),
        new Sight(OFFICER, "/nominations?status=HOLD&overdue=true", "nominations-filtered")
            .when("save", PortalPagesIT::openDetails),
        new Sight(HEAD, "/help/keyboard", "keyboard"),
        new Sight(HEAD, "/reports", "reports"),
        new Sight(HEAD, "/reports/forms/0601", "report-form-movements"),
        new Sight(HEAD, "/reports/forms/0603", "report-form-awards"),
        new Sight(HEAD, "/reports/forms/0602", "report-form-state"),
        new Sight(OFFICER, "/reports/forms/0605", "report-form-staff")
            .when("open", PortalPagesIT::openDetails),
        new Sight(HEAD, "/reports/forms/0603/cases?row=01&column=1", "report-cases"),
        new Sight(HEAD, "/reports/forms/0603/outside?award=LDTT", "report-outside"),
        new Sight(HEAD, "/reports/forms/0603/unclassified", "report-unclassified"),
        new Sight(OFFICER, scenes.issuedForm(), "report-form-issued"),
        new Sight(HEAD, "/reports/results?from=2021-01-01&to=2022-12-31", "report-result"),
        new Sight(OFFICER, "/reports/results?from=2021-01-01&to=2022-12-31", "report-result")
            .when("open", PortalPagesIT::openDetails),
        new Sight(
            HEAD,
            "/reports/results/cases?from=2021-01-01&to=2022-12-31&by=unit&key=2",
            "report-result-cases"),
        new Sight(CLERK, scenes.resultReport(), "report-result-issued"),
        new Sight(HEAD, "/dossiers", "dossiers"),
        new Sight(OFFICER, "/dossiers/new", "dossier-new"),
        new Sight(OFFICER, ballot, "dossier-ballot"),
        new Sight(OFFICER, scenes.dossier("QUOTA_SELECTION"), "dossier-quota"),
        new Sight(OFFICER, disclosed, "dossier-disclosed"),
        new Sight("qlkh", ballot + "/conflicts", "dossier-conflicts"),
        new Sight(OFFICER, scenes.dossier("NUMBER"), "dossier-number")
            .when("open", PortalPagesIT::openDetails),
        new Sight(HEAD, "/dossiers/council", "dossiers-council"),
        new Sight(HEAD, "/disclosures", "disclosures"),
        new Sight(Sight.ANYBODY, list, "disclosure-open-for-everybody"),
        new Sight(HEAD, list + "/objections/new", "objection-open-new")
            .when("refused", PortalPagesIT::sendEmpty),
        new Sight(OFFICER, list + "/objections", "objections-of-a-list"),
        new Sight(HEAD, PAST_LIST, "disclosure"),
        new Sight(HEAD, PAST_LIST + "/objections", "objections"),
        new Sight(HEAD, PAST_LIST + "/objections/new", "objection-new"),
        new Sight(HEAD, PAST_LIST + "/objections/letter", "objection-letter"),
        new Sight(HEAD, "/campaigns", "campaigns"),
        new Sight(HEAD, "/campaigns/1", "campaign"),
        new Sight(HEAD, "/campaigns/1", "campaign").when("open", PortalPagesIT::openDetails),
        new Sight(OFFICER, scenes.campaign("DRAFT"), "campaign-draft"),
        new Sight(OFFICER, scenes.campaign("GUIDELINE_DRAFT"), "campaign-guideline"),
        new Sight(OFFICER, scenes.campaign("OPEN"), "campaign-running"),
        new Sight(OFFICER, scenes.campaign("ARCHIVED"), "campaign-archived"),
        new Sight(OFFICER, "/campaigns/new", "campaign-new"),
        new Sight(OFFICER, "/campaigns/new", "campaign-new")
            .when("refused", PortalPagesIT::sendEmpty),
        new Sight(HEAD, "/awards", "awards"),
        new Sight(HEAD, "/awards/CSTDCS", "award"),
        new Sight(HEAD, "/awards/rule-sets", "rule-sets"),
        new Sight(HEAD, "/awards/rule-sets/R4", "rule-set"),
        new Sight(ADMIN, "/awards/rule-sets/DU-THAO-2027", "rule-set-draft"),
        new Sight(ADMIN, "/awards/rule-sets/DU-THAO-2027/rules/new", "rule-new"),
        new Sight(ADMIN, "/awards/rule-sets/DU-THAO-2027/rules/new", "rule-new")
            .when("refused", PortalPagesIT::sendEmpty),
        new Sight(ADMIN, "/awards/calendar", "calendar"),
        new Sight(HEAD, "/registers", "registers"),
        new Sight(HEAD, "/registers/awards", "register-awards"),
        new Sight(HEAD, "/registers/awards/new", "register-awards-new"),
        new Sight(OFFICER, "/registers/awards/new", "register-awards-new")
            .when("refused", PortalPagesIT::sendEmpty),
        new Sight(HEAD, "/registers/initiatives", "register-initiatives"),
        new Sight(OFFICER, "/registers/initiatives/new", "register-initiatives-new"),
        new Sight(OFFICER, "/registers/ratings/new", "register-ratings-new"),
        new Sight(OFFICER, "/registers/discipline/new", "register-discipline-new"),
        new Sight(OFFICER, "/registers/concerns/new", "register-concerns-new"),
        new Sight(HEAD, "/registers/ratings", "register-ratings"),
        new Sight(HEAD, "/registers/discipline", "register-discipline"),
        new Sight(OFFICER, "/registers/discipline", "register-discipline")
            .when("open", PortalPagesIT::openDetails),
        new Sight(HEAD, "/registers/concerns", "register-concerns"),
        new Sight(HEAD, "/registers/import", "register-import"),
        new Sight(HEAD, "/registers/numbers", "register-numbers"),
        new Sight(OFFICER, "/registers/templates", "document-templates"),
        new Sight(OFFICER, "/registers/templates/DECISION", "document-template"),
        new Sight(OFFICER, "/documents/PLAN/1", "document"),
        new Sight(HEAD, "/registers/signing", "register-signing"),
        new Sight(HEAD, "/registers/signing/new", "register-signing-new"),
        new Sight(HEAD, "/registers/signing/new", "register-signing-new")
            .when("refused", PortalPagesIT::sendEmpty),
        new Sight(HEAD, "/registers/relatives", "register-relatives"),
        new Sight(HEAD, "/relatives", "relatives"),
        new Sight(HEAD, "/roll", "roll"),
        new Sight(HEAD, "/roll/withheld", "roll-withheld"),
        new Sight(HEAD, "/stories/manage", "story-list"),
        new Sight(HEAD, "/stories/manage/new", "story-new"),
        new Sight(HEAD, STORY, "story-published"),
        new Sight(HEAD, DRAFT, "story-draft"),
        new Sight(HEAD, DRAFT + "/edit", "story-edit"),
        new Sight(HEAD, "/roll/" + anAward() + "/withhold", "roll-withhold"),
        new Sight(HEAD, "/revocations", "revocations"),
        new Sight(HEAD, "/revocations/new?award=" + anAward(), "revocation-new"),
        new Sight(OFFICER, "/revocations/new?award=" + anAward(), "revocation-new")
            .when("refused", PortalPagesIT::sendEmpty),
        new Sight(OFFICER, scenes.revocation("PROPOSED"), "revocation"),
        new Sight(OFFICER, scenes.revocation("BOARD"), "revocation-board"),
        new Sight(OFFICER, scenes.revocation("REVOKED"), "revocation-done"),
        new Sight(OFFICER, "/notifications", "notifications"),
        new Sight(OFFICER, "/notifications/settings", "notification-settings"),
        new Sight(HEAD, "/operations", "operations"),
        new Sight(HEAD, "/operations/mails", "undelivered-mails"),
        new Sight(ADMIN, "/operations/migrations", "migrations"),
        new Sight(ADMIN, scenes.migration("CHECKED"), "migration"),
        new Sight(HEAD, scenes.migration("DONE"), "migration-done"),
        new Sight(ADMIN, "/operations/reconciliation", "reconciliation"),
        new Sight(HEAD, "/notifications", "notifications-unread"),
        new Sight(CLERK, "/notifications?unread=true", "notifications-none"),
        new Sight(HEAD, "/nominations/" + UUID.randomUUID(), 404, "nomination-unknown"),
        new Sight(HEAD, "/khong-co-trang-nay", 404, "page-unknown"),
        new Sight(CLERK, "/nominations/new", 403, "page-forbidden"));
  }

  Stream<Arguments> numbered() {
    var pages = pages();
    var wanted = System.getProperty("pages", ".*");
    return IntStream.range(0, pages.size())
        .filter(i -> pages.get(i).name().matches(wanted))
        .mapToObj(i -> Arguments.of(i + 1, pages.get(i)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("numbered")
  void shouldBeInOrderForEverybody(
      int number, Sight sight, Browser browser, LocalPlatform platform) {
    this.number = number;
    this.sight = sight;
    defects.clear();
    var person = people.computeIfAbsent(sight.who(), who -> enter(browser, platform, who));

    for (var language : List.of("vi", "en")) {
      open(person, language);
      for (var width : new int[] {DESKTOP, PHONE}) {
        for (var theme : List.of("light", "dark")) {
          look(person.page(), language, width, theme);
        }
      }
      enlarge(person.page(), language);
    }

    assertThat(defects.entrySet().stream().map(d -> d.getKey() + " " + d.getValue())).isEmpty();
  }

  @BeforeAll
  void clear() {
    pictures.forgetEarlierOnes();
  }

  @AfterAll
  void putThePicturesTogether() {
    people.values().forEach(person -> person.page().context().close());
    scenes.close();
    pictures.writeContactSheet();
  }

  private Person enter(Browser browser, LocalPlatform platform, String who) {
    var person = new Person(browser, platform, who);
    collectDefects(person.page());
    if (!who.equals(Sight.ANYBODY)) {
      person.logIn();
    }
    return person;
  }

  private void open(Person person, String language) {
    appearance = language;
    person.speak(language);
    var page = person.page();
    page.setViewportSize(DESKTOP, 800);
    var answer = person.open(sight.path());
    if (answer.status() != sight.status()) {
      found("status " + answer.status());
    }
    sight.before().accept(page);
    if (page.locator("[data-process][open]").count() > 0) {
      // a script fetches the drawing of the process once it is asked for
      page.locator(".process-canvas svg").first().waitFor();
    }
    if (!language.equals(page.getAttribute("html", "lang"))) {
      found("says its language is " + page.getAttribute("html", "lang"));
    }
    if (page.locator("body").innerText().contains("??")) {
      found("a text is missing");
    }
    Appearance.ambiguousIds(page).forEach(id -> found("more than one element with the id " + id));
    checkTitle(page.title(), language);
  }

  /**
   * Two places may share a title only if they are one page, for another case or in another state.
   */
  private void checkTitle(String title, String language) {
    var place = sight.path().replaceAll("\\?.*", "").replaceAll("[0-9a-f-]{36}|\\d+", "…");
    if (!title.matches("\\S.*\\S · .+")) {
      found("titled \"" + title + "\"");
    } else if (sight.status() == 200) {
      var other = titles.putIfAbsent(language + sight.who() + title, place);
      if (other != null && !other.equals(place)) {
        found("titled \"%s\" like %s".formatted(title, other));
      }
    }
  }

  private void look(Page page, String language, int width, String theme) {
    appearance = "%s %d %s".formatted(language, width, theme);
    page.setViewportSize(width, 800);
    page.evaluate(THEME, theme);
    var light = theme.equals("light");
    (light ? Accessibility.violations(page) : Accessibility.violationsOfColour(page))
        .forEach(this::found);
    if (light) {
      checkFit(page);
    }
    if (language.equals("vi") || light && width == DESKTOP) {
      pictures.take(page, number, sight.name(), language, width, theme);
    }
  }

  /** Nothing leaves the window or its box at 400 %, nor with letters twice the size. */
  private void enlarge(Page page, String language) {
    appearance = language + " at 400 %";
    page.evaluate(THEME, "light");
    page.setViewportSize(NARROWEST, 800);
    checkFit(page);
    appearance = language + " with letters twice the size";
    page.setViewportSize(DESKTOP, 800);
    page.evaluate(ZOOM, "200%");
    checkFit(page);
  }

  private void checkFit(Page page) {
    Appearance.tooWide(page).forEach(this::found);
    Appearance.cutOffTexts(page).forEach(this::found);
  }

  private void found(String defect) {
    defects.computeIfAbsent(defect, key -> new TreeSet<>()).add(appearance);
  }

  private void collectDefects(Page page) {
    page.onPageError(this::found);
    page.onConsoleMessage(
        message -> {
          // the browser's remark on a page that is to answer 403 or 404 itself
          var ownStatus = sight.status() != 200 && message.location().contains(sight.path());
          // nor is it news that a form was refused
          var refused = message.text().matches(".*status of (409|422) .*");
          if (message.type().equals("error") && !ownStatus && !refused) {
            found(message.text());
          }
        });
  }

  /** Presses a button that leads to another page, or to this one again. */
  private static void press(Page page, String button) {
    page.evaluate("() => { window.left = false; }");
    page.locator(button).first().click();
    page.waitForFunction("() => !('left' in window) && document.readyState === 'complete'");
  }

  private static void previewBulk(Page page) {
    page.locator("main [name=case]").first().check();
    press(page, "main form[method=post] [type=submit]");
  }

  /** Sends the form of a page as it is, past what the browser would say. */
  private static void sendEmpty(Page page) {
    page.evaluate("() => document.querySelector('main form[method=post]').noValidate = true");
    press(page, "main form[method=post] [type=submit]:not([tabindex])");
  }

  private static void sayTooMuch(Page page) {
    page.evaluate("() => document.getElementById('title').removeAttribute('maxlength')");
    page.locator("#title").fill("Cải tiến thủ tục hành chính. ".repeat(20));
    press(page, "main .form-actions [value=save]");
  }

  private static void openMenu(Page page, String where) {
    page.locator(where + " [data-bs-toggle=dropdown]").first().click();
    // on a phone it stands behind a button, which a screen does not show; what it covers is judged
    // where it covers nothing
    page.evaluate(
        """
        () => {
          document.getElementById("menu").classList.add("show");
          document.querySelectorAll("main .actions, main .card").forEach((part) => (part.inert = true));
        }""");
  }

  /** What hides behind a word, as far as it is on the page for everything. */
  private static void openDetails(Page page) {
    page.evaluate(
        "() => [...document.querySelectorAll('main details')].slice(0, 6)"
            + ".forEach(details => details.open = true)");
  }

  /** Names and titles longer than the demonstration's. */
  private static void lengthen(Page page) {
    page.evaluate(
        """
        () => document.querySelectorAll("h1, .row-title, .row-note, td:not([class]):not(:has(*)):not(:empty)")
          .forEach((element) => (element.textContent = `${element.textContent}, Trung tâm Thông tin, Ứng dụng tiến bộ khoa học và công nghệ`.repeat(2)))""");
  }

  private long anAward() {
    return jdbc.sql("select min(id) from award_given where person_id is not null")
        .query(Long.class)
        .single();
  }

  private String aDecision() {
    return jdbc.sql("select id from public_decision where number = '176/QĐ-SKHCN'")
        .query(String.class)
        .single();
  }

  /** What the chief of Office finds on the bell, and a mail that did not arrive. */
  private void tell() {
    var due = Instant.parse("2026-11-20T10:00:00Z");
    var path = "/campaigns/1";
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              notifications.tellAll(
                  List.of(HEAD),
                  Notice.of(
                          NoticeKind.ESCALATION,
                          "task-escalated",
                          path,
                          "HTB-2022-0007 – Lê Thị Bích Ngọc",
                          NoticeText.of("status.OFFICE_REVIEW"),
                          due,
                          3,
                          "- Phạm Thị Minh Thư, Chuyên viên")
                      .task("none", due));
              notifications.tellAll(
                  List.of(HEAD),
                  Notice.of(
                      NoticeKind.CASE,
                      "case-returned",
                      path,
                      "HTB-2022-0008",
                      "Nguyễn Hữu Nghĩa",
                      "Bổ sung minh chứng sáng kiến",
                      due));
              jdbc.sql(
                      """
                  insert into mail (id, recipient, subject, body, created_at, status, attempts,
                    last_error)
                  values (uuid(), 'khong-co-nguoi-nay@tayninh.example',
                    '[Khen thưởng] Kết quả hồ sơ HTB-2022-0007: Tỉnh đã khen thưởng', '-',
                    utc_timestamp(), 'BLOCKED', 5,
                    '550 5.1.1 <khong-co-nguoi-nay@tayninh.example>: Recipient address rejected')""")
                  .update();
            });
  }

  private String draft(long person, String achievements) {
    var form =
        new NominationForm(
            UUID.randomUUID().toString(),
            0,
            1L,
            SubjectKind.INDIVIDUAL,
            person,
            "GK-SO",
            "Sáng kiến cải tiến công việc văn phòng",
            achievements,
            LocalDate.of(2022, 1, 1),
            LocalDate.of(2022, 5, 31));
    nominations.saveDraft(form, HEAD);
    nominations.addEvidence(
        form.id(), HEAD, Evidence.NAME, new ByteArrayInputStream(Evidence.content()));
    return form.id();
  }
}
