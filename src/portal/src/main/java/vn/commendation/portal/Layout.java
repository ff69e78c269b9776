package vn.commendation.portal;

import static vn.commendation.directory.Role.OFFICE_CHIEF;
import static vn.commendation.directory.Role.OFFICE_OFFICER;
import static vn.commendation.directory.Role.UNIT_HEAD;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.web.util.UriComponentsBuilder;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.engine.EngineLinks;
import vn.commendation.filter.FilteredList;
import vn.commendation.filter.SavedFilter;
import vn.commendation.filter.SavedFilters;
import vn.commendation.notification.Bell;

/** What the frame around every page shows; read only when a page asks for it. */
public class Layout {

  /** Errors that have a text of their own. */
  private static final Set<Integer> EXPLAINED = Set.of(400, 403, 404, 405, 409, 413, 422);

  private final HttpServletRequest request;
  private final Directory directory;
  private final Bell bell;
  private final EngineLinks links;
  private final SavedFilters filters;
  private final Clock clock;
  private Account account;
  private Integer unread;

  Layout(
      HttpServletRequest request,
      Directory directory,
      Bell bell,
      EngineLinks links,
      SavedFilters filters,
      Clock clock) {
    this.request = request;
    this.directory = directory;
    this.bell = bell;
    this.links = links;
    this.filters = filters;
    this.clock = clock;
  }

  /** Who is logged in, or {@code null}. */
  public Account getAccount() {
    if (account == null && request.getRemoteUser() != null) {
      account = directory.account(request.getRemoteUser());
    }
    return account;
  }

  /** How many notices whoever is logged in has not read. */
  public int getUnread() {
    if (unread == null) {
      unread = bell.unread(request.getRemoteUser());
    }
    return unread;
  }

  /** That number as the bell shows it. */
  public String getUnreadShown() {
    return getUnread() < Bell.MOST_COUNTED
        ? String.valueOf(getUnread())
        : (Bell.MOST_COUNTED - 1) + "+";
  }

  public boolean isMayNominate() {
    return getAccount().has(UNIT_HEAD);
  }

  /** Whether this person works on the cases of the whole Department. */
  public boolean isMayWatch() {
    return getAccount().has(Menu.DEPARTMENT);
  }

  /** Whether this person reviews cases. */
  public boolean isMayReview() {
    return getAccount().has(OFFICE_OFFICER, OFFICE_CHIEF);
  }

  /** Whether the engine's troubles are this person's business. */
  public boolean isMayOperate() {
    return getAccount().has(Menu.OPERATORS);
  }

  /** What this person, or somebody who has not logged in, may open. */
  public List<MenuGroup> getMenu() {
    return Menu.seenBy(getAccount(), getPath());
  }

  public URI getTasksUrl() {
    return links.tasks();
  }

  public URI getMonitorUrl() {
    return links.monitor();
  }

  public String getMonitorName() {
    return links.monitorName();
  }

  public boolean isOverdue(Instant due) {
    return due.isBefore(clock.instant());
  }

  /** The page being shown, whichever dispatch shows it. */
  public String getPath() {
    var failed = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return failed == null ? request.getRequestURI() : failed;
  }

  /** The status whose text explains another, which has none of its own. */
  public int explained(int status) {
    if (EXPLAINED.contains(status)) {
      return status;
    }
    return status < 500 ? 400 : 500;
  }

  /** Whether the page can be asked for again, in another language for example. */
  public boolean isRepeatable() {
    return "GET".equals(request.getMethod());
  }

  /** The filters this person keeps for the list being shown, by name. */
  public List<SavedFilter> getSavedFilters() {
    return FilteredList.at(getPath())
        .map(list -> filters.of(list, request.getRemoteUser()))
        .orElse(List.of());
  }

  /** The list being shown, as filters know it. */
  public FilteredList getFilteredList() {
    return FilteredList.at(getPath()).orElseThrow();
  }

  /** What the list is narrowed to; empty if to nothing. */
  public String getFilter() {
    return SavedFilters.filterOf(request.getQueryString());
  }

  /** This list, with what it is narrowed to, as a spreadsheet. */
  public String getExport() {
    return UriComponentsBuilder.fromPath(getPath())
        .query(request.getQueryString())
        .replaceQueryParam("page")
        .replaceQueryParam("lang")
        .replaceQueryParam("format", "xlsx")
        .build()
        .toUriString();
  }

  /** This page in another language. */
  public String in(String language) {
    return UriComponentsBuilder.fromPath(getPath())
        .query(request.getQueryString())
        .replaceQueryParam("lang", language)
        .build()
        .toUriString();
  }
}
