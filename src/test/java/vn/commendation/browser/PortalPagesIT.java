package vn.commendation.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.junit.UsePlaywright;
import com.microsoft.playwright.options.LoadState;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.commendation.award.SubjectKind;
import vn.commendation.nomination.NominationForm;
import vn.commendation.nomination.Nominations;
import vn.commendation.platform.LocalPlatform;
import vn.commendation.platform.LocalPlatformTest;

/** Every page of the portal on a screen and on a phone. */
@LocalPlatformTest
@UsePlaywright(Chromium.class)
@Tag("browser")
class PortalPagesIT {

  /** A label leads to the first element with the id it names. */
  private static final String AMBIGUOUS_IDS =
      """
      () => [...document.querySelectorAll("[id]")]
          .map(element => element.id)
          .filter((id, index, ids) => ids.indexOf(id) < index)
      """;

  private static final String PAST_LIST = "/disclosures/70000000-0000-4000-8000-000000000001";

  private static final String HEAD = "chanhvp";

  @Autowired private Nominations nominations;
  @Autowired private JdbcClient jdbc;

  private final Screens screen = new Screens("pages");
  private final Screens phone = new Screens("pages", "phone");
  private final List<String> defects = new ArrayList<>();
  private final Set<String> refused = new HashSet<>();

  @Test
  void shouldBeInOrderOnScreenAndPhone(Browser browser, LocalPlatform platform) {
    var incomplete = draft(6L, null);
    var sent = draft(9L, "Lập sổ kế toán điện tử, đối chiếu công nợ hằng tháng thay vì hằng quý.");
    nominations.submit(sent, nominations.form(sent, HEAD).version(), HEAD);

    var head = new Person(browser, platform, HEAD);
    collectDefects(head.page());
    visit(head, "/login", 200, "login");
    head.logIn();
    visit(head, "/", 200, "home");
    visit(head, "/nominations", 200, "nominations");
    visit(head, "/nominations?q=khong-co-ho-so-nay", 200, "nominations-none");
    visit(head, "/nominations/new", 200, "nomination-new");
    visit(head, "/nominations/" + incomplete + "/edit", 200, "nomination-edit");
    visit(head, "/nominations/" + incomplete + "/review", 200, "nomination-review");
    visit(head, "/nominations/" + incomplete, 200, "nomination-draft");
    visit(head, "/nominations/" + sent, 200, "nomination");
    visit(head, "/campaigns", 200, "campaigns");
    visit(head, "/campaigns/1", 200, "campaign");
    visit(head, "/campaigns/new", 200, "campaign-new");
    visit(head, "/operations", 200, "operations");
    for (var path :
        List.of(
            "/dashboard",
            "/nominations?open=true&unit=2&overdue=true",
            "/dossiers",
            "/dossiers/new",
            "/dossiers/council",
            "/disclosures",
            "/awards",
            "/awards/CSTDCS",
            "/awards/rule-sets",
            "/awards/rule-sets/R4",
            "/awards/calendar",
            "/registers",
            "/registers/awards",
            "/registers/awards/new",
            "/registers/initiatives",
            "/registers/ratings",
            "/registers/discipline",
            "/registers/concerns",
            "/registers/import",
            "/registers/numbers",
            "/registers/signing",
            "/registers/signing/new",
            "/registers/relatives",
            "/relatives",
            "/roll",
            "/roll/withheld",
            PAST_LIST,
            PAST_LIST + "/objections",
            PAST_LIST + "/objections/new",
            PAST_LIST + "/objections/letter",
            "/roll/" + anAward() + "/withhold",
            "/revocations",
            "/revocations/new?award=" + anAward())) {
      visit(head, path, 200, path.substring(1).replaceAll("[^a-zA-Z0-9]+", "-"));
    }
    visit(head, "/nominations/" + UUID.randomUUID(), 404, "nomination-unknown");
    visit(head, "/khong-co-trang-nay", 404, "page-unknown");
    head.page().context().close();

    var clerk = new Person(browser, platform, "vanthu");
    collectDefects(clerk.page());
    clerk.logIn();
    visit(clerk, "/", 200, "home-without-work");
    visit(clerk, "/nominations/new", 403, "page-forbidden");
    clerk.page().context().close();

    var visitor = new Person(browser, platform, "nobody");
    collectDefects(visitor.page());
    visit(visitor, "/disclosures", 200, "disclosures-for-everybody");
    visit(visitor, PAST_LIST, 200, "disclosure-for-everybody");
    visit(visitor, PAST_LIST + "/object", 200, "object-for-everybody");
    visit(visitor, PAST_LIST + "/object/sent", 200, "object-sent");
    visit(visitor, "/", 200, "start-for-everybody");
    visit(visitor, "/roll?q=ngh%C4%A9a", 200, "roll-for-everybody");
    visit(visitor, "/decisions", 200, "decisions-for-everybody");
    visit(visitor, "/decisions/" + aDecision(), 200, "decision-for-everybody");
    visitor.page().context().close();

    assertThat(defects).isEmpty();
  }

  private void visit(Person person, String path, int status, String name) {
    see(person, path, status, name, 1280, screen);
    see(person, path, status, name, 390, phone);
  }

  private void see(
      Person person, String path, int status, String name, int width, Screens screens) {
    var page = person.page();
    page.setViewportSize(width, 800);
    if (status != 200) {
      refused.add(person.address(path));
    }
    var answer = person.open(path);
    if (page.locator("[data-process]").count() > 0) {
      // a script fetches the drawing of the process after everything else
      page.waitForLoadState(LoadState.NETWORKIDLE);
    }
    screens.take(page, name);
    var where = "%s at %d px".formatted(path, width);
    if (answer.status() != status) {
      defects.add(where + ": status " + answer.status());
    }
    if (page.locator("body").innerText().contains("??")) {
      defects.add(where + ": a text is missing");
    }
    if ((boolean)
        page.evaluate(
            "() => document.documentElement.scrollWidth > document.documentElement.clientWidth")) {
      defects.add(where + ": wider than the window");
    }
    if (page.evaluate(AMBIGUOUS_IDS) instanceof List<?> ids && !ids.isEmpty()) {
      defects.add(where + ": more than one element with the id " + ids);
    }
  }

  private void collectDefects(Page page) {
    page.onPageError(problem -> defects.add(page.url() + ": " + problem));
    page.onConsoleMessage(
        message -> {
          // the browser's remark on a page that is to answer 403 or 404 itself
          var ownStatus = refused.stream().anyMatch(message.location()::startsWith);
          if (message.type().equals("error") && !ownStatus) {
            defects.add(page.url() + ": " + message.text());
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
