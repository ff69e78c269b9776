package vn.commendation.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.junit.UsePlaywright;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.commendation.award.SubjectKind;
import vn.commendation.nomination.NominationForm;
import vn.commendation.nomination.Nominations;
import vn.commendation.platform.LocalPlatform;
import vn.commendation.platform.LocalPlatformTest;

/**
 * Every page of the portal as everybody may meet it: both languages, light and dark, on a screen
 * and on a phone. Each is judged by axe and by what can be seen to be wrong, and photographed: see
 * {@code target/screens/index.html}.
 */
@LocalPlatformTest
@UsePlaywright(Chromium.class)
@TestInstance(Lifecycle.PER_CLASS)
@Tag("browser")
class PortalPagesIT {

  private static final String PAST_LIST = "/disclosures/70000000-0000-4000-8000-000000000001";

  private static final String HEAD = "chanhvp";
  private static final String CLERK = "vanthu";

  private static final int DESKTOP = 1280;
  private static final int PHONE = 390;

  /** What a window of 1280 px shows at 400 %. */
  private static final int NARROWEST = 320;

  private static final String THEME = "theme => document.documentElement.dataset.bsTheme = theme";
  private static final String ZOOM = "size => document.documentElement.style.fontSize = size";

  @Autowired private Nominations nominations;
  @Autowired private JdbcClient jdbc;

  private final Map<String, Person> people = new HashMap<>();
  private final Map<String, String> titles = new HashMap<>();
  private final Pictures pictures = new Pictures(Path.of("target", "screens"), "pages");

  /** What is wrong, and in which appearances. */
  private final Map<String, Set<String>> defects = new LinkedHashMap<>();

  private Sight sight;
  private int number;
  private String appearance;

  /** A page more is a line more. */
  private List<Sight> pages() {
    var incomplete = draft(6L, null);
    var sent = draft(9L, "Lập sổ kế toán điện tử, đối chiếu công nợ hằng tháng thay vì hằng quý.");
    nominations.submit(sent, nominations.form(sent, HEAD).version(), HEAD);

    return List.of(
        new Sight(Sight.ANYBODY, "/login", "login"),
        new Sight(Sight.ANYBODY, "/login?error", "login-failed"),
        new Sight(Sight.ANYBODY, "/", "start-for-everybody"),
        new Sight(Sight.ANYBODY, "/roll?q=ngh%C4%A9a", "roll-for-everybody"),
        new Sight(Sight.ANYBODY, "/decisions", "decisions-for-everybody"),
        new Sight(Sight.ANYBODY, "/decisions/" + aDecision(), "decision-for-everybody"),
        new Sight(Sight.ANYBODY, "/disclosures", "disclosures-for-everybody"),
        new Sight(Sight.ANYBODY, PAST_LIST, "disclosure-for-everybody"),
        new Sight(Sight.ANYBODY, PAST_LIST + "/object", "object-for-everybody"),
        new Sight(Sight.ANYBODY, PAST_LIST + "/object/sent", "object-sent"),
        new Sight(HEAD, "/", "home"),
        new Sight(CLERK, "/", "home-without-work"),
        new Sight(HEAD, "/nominations", "nominations"),
        new Sight(HEAD, "/nominations?q=khong-co-ho-so-nay", "nominations-none"),
        new Sight(HEAD, "/nominations/new", "nomination-new"),
        new Sight(HEAD, "/nominations/" + incomplete + "/edit", "nomination-edit"),
        new Sight(HEAD, "/nominations/" + incomplete + "/review", "nomination-review"),
        new Sight(HEAD, "/nominations/" + incomplete, "nomination-draft"),
        new Sight(HEAD, "/nominations/" + sent, "nomination"),
        new Sight(HEAD, "/nominations?open=true&unit=2&overdue=true", "nominations-overdue"),
        new Sight(HEAD, "/dashboard", "dashboard"),
        new Sight(HEAD, "/reports", "reports"),
        new Sight(HEAD, "/dossiers", "dossiers"),
        new Sight(HEAD, "/dossiers/new", "dossier-new"),
        new Sight(HEAD, "/dossiers/council", "dossiers-council"),
        new Sight(HEAD, "/disclosures", "disclosures"),
        new Sight(HEAD, PAST_LIST, "disclosure"),
        new Sight(HEAD, PAST_LIST + "/objections", "objections"),
        new Sight(HEAD, PAST_LIST + "/objections/new", "objection-new"),
        new Sight(HEAD, PAST_LIST + "/objections/letter", "objection-letter"),
        new Sight(HEAD, "/campaigns", "campaigns"),
        new Sight(HEAD, "/campaigns/1", "campaign"),
        new Sight(HEAD, "/campaigns/new", "campaign-new"),
        new Sight(HEAD, "/awards", "awards"),
        new Sight(HEAD, "/awards/CSTDCS", "award"),
        new Sight(HEAD, "/awards/rule-sets", "rule-sets"),
        new Sight(HEAD, "/awards/rule-sets/R4", "rule-set"),
        new Sight(HEAD, "/awards/calendar", "calendar"),
        new Sight(HEAD, "/registers", "registers"),
        new Sight(HEAD, "/registers/awards", "register-awards"),
        new Sight(HEAD, "/registers/awards/new", "register-awards-new"),
        new Sight(HEAD, "/registers/initiatives", "register-initiatives"),
        new Sight(HEAD, "/registers/ratings", "register-ratings"),
        new Sight(HEAD, "/registers/discipline", "register-discipline"),
        new Sight(HEAD, "/registers/concerns", "register-concerns"),
        new Sight(HEAD, "/registers/import", "register-import"),
        new Sight(HEAD, "/registers/numbers", "register-numbers"),
        new Sight(HEAD, "/registers/signing", "register-signing"),
        new Sight(HEAD, "/registers/signing/new", "register-signing-new"),
        new Sight(HEAD, "/registers/relatives", "register-relatives"),
        new Sight(HEAD, "/relatives", "relatives"),
        new Sight(HEAD, "/roll", "roll"),
        new Sight(HEAD, "/roll/withheld", "roll-withheld"),
        new Sight(HEAD, "/roll/" + anAward() + "/withhold", "roll-withhold"),
        new Sight(HEAD, "/revocations", "revocations"),
        new Sight(HEAD, "/revocations/new?award=" + anAward(), "revocation-new"),
        new Sight(HEAD, "/operations", "operations"),
        new Sight(HEAD, "/nominations/" + UUID.randomUUID(), 404, "nomination-unknown"),
        new Sight(HEAD, "/khong-co-trang-nay", 404, "page-unknown"),
        new Sight(CLERK, "/nominations/new", 403, "page-forbidden"));
  }

  Stream<Arguments> numbered() {
    var pages = pages();
    return IntStream.range(0, pages.size()).mapToObj(i -> Arguments.of(i + 1, pages.get(i)));
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

  @AfterAll
  void putThePicturesTogether() {
    people.values().forEach(person -> person.page().context().close());
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
    if (page.locator("[data-process]").count() > 0) {
      // a script fetches the drawing of the process after everything else
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

  /** Two places may share a title only if they are one page, for others or in another state. */
  private void checkTitle(String title, String language) {
    var place = sight.path().replaceAll("\\?.*", "");
    if (!title.matches("\\S.*\\S · .+")) {
      found("titled \"" + title + "\"");
    } else if (sight.status() == 200) {
      var other = titles.putIfAbsent(language + title, place);
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
          if (message.type().equals("error") && !ownStatus) {
            found(message.text());
          }
        });
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
