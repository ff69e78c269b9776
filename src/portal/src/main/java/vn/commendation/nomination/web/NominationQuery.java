package vn.commendation.nomination.web;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriComponentsBuilder;
import vn.commendation.nomination.NominationFilter;
import vn.commendation.nomination.NominationStatus;

/** What the list of nominations is asked for, as its address says it. */
record NominationQuery(
    String q,
    NominationStatus status,
    Boolean open,
    Long unit,
    String award,
    Long campaign,
    Boolean overdue,
    @DateTimeFormat(iso = ISO.DATE) LocalDate from,
    @DateTimeFormat(iso = ISO.DATE) LocalDate to) {

  NominationQuery {
    q = StringUtils.hasText(q) ? q.strip() : null;
    award = StringUtils.hasText(award) ? award : null;
    open = Boolean.TRUE.equals(open);
    overdue = Boolean.TRUE.equals(overdue);
  }

  NominationFilter toFilter() {
    return new NominationFilter(q, status, open, unit, award, campaign, overdue, from, to);
  }

  public boolean empty() {
    return toFilter().equals(NominationFilter.NONE);
  }

  /** Whether something is asked that the first line of the form does not show. */
  public boolean detailed() {
    return unit != null
        || award != null
        || campaign != null
        || overdue
        || from != null
        || to != null;
  }

  /** Whether no day can be in the period. */
  public boolean backwards() {
    return from != null && to != null && to.isBefore(from);
  }

  /** The same question in an address, encoded, without what does not matter. */
  String toQuery() {
    var uri = UriComponentsBuilder.newInstance();
    put(uri, "q", q);
    put(uri, "status", status);
    put(uri, "open", open ? true : null);
    put(uri, "unit", unit);
    put(uri, "award", award);
    put(uri, "campaign", campaign);
    put(uri, "overdue", overdue ? true : null);
    put(uri, "from", from);
    put(uri, "to", to);
    var query = uri.encode().build().getQuery();
    return query == null ? "" : query;
  }

  private static void put(UriComponentsBuilder uri, String name, Object value) {
    if (value != null) {
      uri.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
    }
  }
}
