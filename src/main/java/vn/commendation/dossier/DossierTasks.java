package vn.commendation.dossier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.commendation.audit.AuditTrail;
import vn.commendation.award.AwardRule;
import vn.commendation.calendar.WorkingCalendar;
import vn.commendation.nomination.AcceptedNomination;
import vn.commendation.nomination.BatchedNominations;
import vn.commendation.notification.Notices;

/** Puts together what the forms of a batch show; all of it Vietnamese, as the forms are. */
@Component
class DossierTasks {

  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration NEVER = Duration.ofDays(36_500);

  private final BatchedNominations nominations;
  private final Council council;
  private final Conflicts conflicts;
  private final Signatories signatories;
  private final AuditTrail audit;
  private final Notices notices;
  private final WorkingCalendar calendar;
  private final Clock clock;
  private final String portalUrl;

  DossierTasks(
      BatchedNominations nominations,
      Council council,
      Conflicts conflicts,
      Signatories signatories,
      AuditTrail audit,
      Notices notices,
      WorkingCalendar calendar,
      Clock clock,
      @Value("${commendation.portal.url}") String portalUrl) {
    this.nominations = nominations;
    this.council = council;
    this.conflicts = conflicts;
    this.signatories = signatories;
    this.audit = audit;
    this.notices = notices;
    this.calendar = calendar;
    this.clock = clock;
    this.portalUrl = portalUrl;
  }

  DossierTask of(Dossier dossier) {
    var standing = dossier.standing();
    var rules = rules(dossier).values();
    return new DossierTask(
        dossier.code(),
        dossier.title(),
        route(dossier),
        notices.get("dossier-route." + route(dossier)),
        dossier.ballotRequired(),
        dossier.disclosureRequired(),
        standing.size(),
        standing.stream().map(this::line).toList(),
        dossier.status() == DossierStatus.BALLOT ? ballotForm(dossier) : List.of(),
        form(
            standing.stream()
                .filter(item -> item.status() == ItemStatus.PASSED)
                .filter(item -> quotaExceeded(dossier, item))
                .toList(),
            "keep",
            "rank"),
        form(standing, "decision", "reason"),
        form(standing, "remove"),
        form(dossier.withStatus(ItemStatus.SIGNED), "result", "note"),
        form(dossier.withStatus(ItemStatus.SIGNED), "ask"),
        quotaText(dossier),
        history(dossier),
        portalUrl + "/dossiers/" + dossier.getId(),
        at(deadline(rules, AwardRule::reviewDays)),
        at(dossier.disclosedUntil()),
        dossier.status() == DossierStatus.SIGNATURE
            ? signatories.of(dossier).stream().map(Signatory::username).toList()
            : List.of(),
        dossier.signatoryName(),
        dossier.signatureLine(),
        at(deadline(rules, AwardRule::signatureDays)),
        dossier.numberSymbol(),
        dossier.boardReceipt(),
        dossier.boardQuestion(),
        boardChaser(dossier, rules));
  }

  /** The rule of each nominee's own case, by nomination. */
  Map<String, AwardRule> rules(Dossier dossier) {
    var ids = dossier.items().stream().map(DossierItem::nominationId).toList();
    return nominations.all(ids).stream()
        .collect(Collectors.toMap(AcceptedNomination::id, AcceptedNomination::rule));
  }

  /** The end of the longest time any of the rules gives. */
  Instant deadline(Dossier dossier, Function<AwardRule, Integer> days) {
    return deadline(rules(dossier).values(), days);
  }

  private Instant deadline(Collection<AwardRule> rules, Function<AwardRule, Integer> days) {
    return calendar.deadline(clock.instant(), longest(rules, days));
  }

  /** When the board is first reminded; {@code null} if no rule sets a time. */
  Instant boardDue(Dossier dossier) {
    return boardDue(dossier, rules(dossier).values());
  }

  private Instant boardDue(Dossier dossier, Collection<AwardRule> rules) {
    var days = longest(rules, AwardRule::boardDays);
    return days == 0 || dossier.sentToBoardAt() == null
        ? null
        : calendar.deadline(dossier.sentToBoardAt(), days);
  }

  private static int longest(Collection<AwardRule> rules, Function<AwardRule, Integer> days) {
    return rules.stream().map(days).filter(Objects::nonNull).max(Integer::compare).orElse(0);
  }

  /** From the due date on once a week; a date that has passed already would fire at once. */
  private String boardChaser(Dossier dossier, Collection<AwardRule> rules) {
    var now = clock.instant();
    var first = boardDue(dossier, rules);
    if (first == null) {
      first = now.plus(NEVER);
    } else if (!first.isAfter(now)) {
      first = first.plus(WEEK.multipliedBy(Duration.between(first, now).dividedBy(WEEK) + 1));
    }
    return "R/" + at(first.truncatedTo(ChronoUnit.SECONDS)) + "/P7D";
  }

  private List<Map<String, Object>> ballotForm(Dossier dossier) {
    var members = council.inForce(LocalDate.now(clock));
    var found = conflicts.of(dossier, members);
    return dossier.standing().stream()
        .map(
            item -> {
              var row = row(item);
              row.put("entitled", members.size() - Conflicts.count(found, item));
              for (var field :
                  List.of("votesFor", "votesAgainst", "votesBlank", "absent", "votesWritten")) {
                row.put(field, null);
              }
              return row;
            })
        .toList();
  }

  private static List<Map<String, Object>> form(List<DossierItem> items, String... fields) {
    return items.stream()
        .map(
            item -> {
              var row = row(item);
              for (var field : fields) {
                row.put(field, null);
              }
              return row;
            })
        .toList();
  }

  private static Map<String, Object> row(DossierItem item) {
    var row = new LinkedHashMap<String, Object>();
    row.put("itemId", item.nominationId());
    row.put("nominee", item.nomineeName());
    row.put("unit", item.unitName());
    row.put("award", item.awardName());
    return row;
  }

  private TaskLine line(DossierItem item) {
    return new TaskLine(
        item.nomineeName(),
        item.unitName(),
        item.awardName(),
        item.votesFor() == null
            ? ""
            : notices.get("dossier-votes", item.votesFor(), item.entitled()));
  }

  private static boolean quotaExceeded(Dossier dossier, DossierItem item) {
    return dossier.quotas().stream().anyMatch(quota -> quota.exceeded() && quota.covers(item));
  }

  private String quotaText(Dossier dossier) {
    return dossier.quotas().stream()
        .filter(Quota::exceeded)
        .map(quota -> notices.get("dossier-quota", quota.awardName(), quota.places()))
        .collect(Collectors.joining("\n"));
  }

  private List<DossierTask.HistoryLine> history(Dossier dossier) {
    return DossierEvent.of(dossier, audit).stream()
        .map(
            entry ->
                new DossierTask.HistoryLine(
                    notices.get("audit." + entry.action()),
                    "%s, %s".formatted(entry.who(), notices.dateTime(entry.at())),
                    entry.reason() == null ? "" : entry.reason()))
        .toList();
  }

  private static String route(Dossier dossier) {
    return dossier.inHouse() ? "IN_HOUSE" : dossier.authority().name();
  }

  private OffsetDateTime at(Instant instant) {
    return instant == null ? null : instant.atZone(clock.getZone()).toOffsetDateTime();
  }
}
