package vn.commendation.portal;

import static vn.commendation.directory.Role.ADMIN;
import static vn.commendation.directory.Role.CLERK;
import static vn.commendation.directory.Role.COUNCIL_SECRETARY;
import static vn.commendation.directory.Role.DEPUTY_DIRECTOR;
import static vn.commendation.directory.Role.DIRECTOR;
import static vn.commendation.directory.Role.OFFICE_CHIEF;
import static vn.commendation.directory.Role.OFFICE_OFFICER;
import static vn.commendation.directory.Role.UNIT_HEAD;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.commendation.directory.Account;
import vn.commendation.directory.Role;

/**
 * The main menu. A page more is a line more, in the group where somebody would look for it; a group
 * of which somebody sees one entry is no group for them.
 */
final class Menu {

  /** Who works on the cases of the whole Department. */
  static final Role[] DEPARTMENT = {
    OFFICE_OFFICER, OFFICE_CHIEF, DIRECTOR, DEPUTY_DIRECTOR, CLERK, COUNCIL_SECRETARY, ADMIN
  };

  /** Whose business the engine's troubles are. */
  static final Role[] OPERATORS = {OFFICE_OFFICER, OFFICE_CHIEF, ADMIN};

  /** Who looks after where everything stands. */
  static final Role[] LEADERS = {OFFICE_OFFICER, OFFICE_CHIEF, DIRECTOR, DEPUTY_DIRECTOR, ADMIN};

  private static final Role[] REVOKERS = {
    OFFICE_OFFICER, OFFICE_CHIEF, DIRECTOR, DEPUTY_DIRECTOR, CLERK, ADMIN
  };

  private static final List<Group> GROUPS =
      List.of(
          new Group("nav.home", forEverybody("/", "nav.home")),
          new Group(
              "nav.group.cases",
              forStaff("/nominations", "nav.nominations"),
              forRoles("/nominations/sheets", "sheet.title", UNIT_HEAD),
              forRoles("/bulk-acceptances", "nav.bulk", OFFICE_OFFICER, OFFICE_CHIEF),
              forRoles("/dossiers", "nav.dossiers", DEPARTMENT),
              forRoles("/dossiers/council", "nav.council", DEPARTMENT),
              forRoles("/revocations", "nav.revocations", REVOKERS)),
          new Group("nav.campaigns", forStaff("/campaigns", "nav.campaigns")),
          new Group(
              "nav.group.public",
              forEverybody("/roll", "public.roll"),
              forEverybody("/decisions", "public.decisions"),
              forEverybody("/stories", "public.stories"),
              forEverybody("/disclosures", "publication.lists"),
              forEverybody("/figures", "public.figures")),
          new Group("nav.registers", forRoles("/registers", "nav.registers", DEPARTMENT)),
          new Group(
              "nav.group.reports",
              forRoles("/dashboard", "nav.dashboard", LEADERS),
              forRoles("/reports", "nav.reports", DEPARTMENT)),
          new Group(
              "nav.group.rules",
              forStaff("/awards", "nav.awards"),
              forStaff("/awards/rule-sets", "nav.rule-sets"),
              forStaff("/awards/calendar", "nav.calendar")),
          new Group(
              "nav.group.system",
              forRoles("/operations", "nav.operations", OPERATORS),
              forRoles("/operations/mails", "undelivered.title", OPERATORS),
              forRoles("/operations/migrations", "migration.title", OPERATORS),
              forRoles("/operations/reconciliation", "recovery.title", OPERATORS),
              forRoles("/registers/templates", "register-name.templates", OPERATORS)));

  private Menu() {}

  /**
   * @param account who looks, or {@code null} for somebody who has not logged in
   * @param path the page they look at
   */
  static List<MenuGroup> seenBy(Account account, String path) {
    var current =
        GROUPS.stream()
            .flatMap(group -> group.entries.stream())
            .filter(entry -> entry.leadsTo(path))
            .max(Comparator.comparingInt(entry -> entry.path.length()))
            .orElse(null);
    return GROUPS.stream()
        .map(group -> group.seenBy(account, path, current))
        // the few pages for everybody stand side by side
        .flatMap(group -> account == null ? group.apart().stream() : Stream.of(group))
        .filter(group -> !group.entries().isEmpty())
        .toList();
  }

  private static Entry forEverybody(String path, String key) {
    return new Entry(path, key, account -> true);
  }

  private static Entry forStaff(String path, String key) {
    return new Entry(path, key, account -> account != null);
  }

  private static Entry forRoles(String path, String key, Role... roles) {
    return new Entry(path, key, account -> account != null && account.has(roles));
  }

  private record Group(String key, List<Entry> entries) {

    Group(String key, Entry... entries) {
      this(key, List.of(entries));
    }

    MenuGroup seenBy(Account account, String path, Entry current) {
      return new MenuGroup(
          key,
          entries.stream()
              .filter(entry -> entry.audience.test(account))
              .map(entry -> entry.seen(path, entry == current))
              .toList());
    }
  }

  private record Entry(String path, String key, Predicate<Account> audience) {

    boolean leadsTo(String page) {
      return page.equals(path) || !path.equals("/") && page.startsWith(path + "/");
    }

    MenuEntry seen(String page, boolean current) {
      var mark = page.equals(path) ? "page" : "true";
      return new MenuEntry(path, key, current ? mark : null);
    }
  }
}
