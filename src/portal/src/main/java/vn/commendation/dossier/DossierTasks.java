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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.commendation.audit.AuditTrail;
import vn.commendation.award.AwardRule;
import vn.commendation.notification.Notices;

/** Puts together what the forms of a batch show; all of it Vietnamese, as the forms are. */
@Component
class DossierTasks {

  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration NEVER = Duration.ofDays(36_500);

  private final Cases cases;
  private final Council council;
  private final Conflicts conflicts;
  private final Signatories signatories;
  private final AuditTrail audit;
  private final Notices notices;
  private final Clock clock;
  private final String portalUrl;

  DossierTasks(
      Cases cases,
      Council council,
      Conflicts conflicts,
      Signatories signatories,
      AuditTrail audit,
      Notices notices,
      Clock clock,
      @Value("${commendation.portal.url}") String portalUrl) {
    this.cases = cases;
    this.council = council;
    this.conflicts = conflicts;
    this.signatories = signatories;
    this.audit = audit;
    this.notices = notices;
    this.clock = clock;
    this.portalUrl = portalUrl;
  }

  DossierTask of(Dossier dossier) {
    var standing = dossier.standing();
    var exceeded = dossier.exceededQuotas();
    var rules = cases.rules(dossier).values();
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
                .filter(item -> exceeded.stream().anyMatch(quota -> quota.covers(item)))
                .toList(),
            "keep",
            "rank"),
        form(standing, "decision", "reason"),
        form(standing, "remove"),
        form(dossier.withStatus(ItemStatus.SIGNED), "result", "note"),
        form(dossier.withStatus(ItemStatus.SIGNED), "ask"),
        quotaText(exceeded),
        history(dossier),
        portalUrl + "/dossiers/" + dossier.getId(),
        at(due(dossier, DossierStatus.BALLOT, rules, AwardRule::reviewDays)),
        at(dossier.disclosedUntil()),
        dossier.status() == DossierStatus.SIGNATURE
            ? signatories.of(dossier).stream().map(Signatory::username).toList()
            : List.of(),
        dossier.signatoryName(),
        dossier.signatureLine(),
        at(due(dossier, DossierStatus.SIGNATURE, rules, AwardRule::signatureDays)),
        dossier.numberSymbol(),
        dossier.boardReceipt(),
        dossier.boardQuestion(),
        boardChaser(dossier, rules));
  }

  /** The step it stands at is due as the portal says; the others count from now. */
  private Instant due(
      Dossier dossier,
      DossierStatus step,
      Collection<AwardRule> rules,
      Function<AwardRule, Integer> days) {
    return dossier.status() == step && dossier.dueAt() != null
        ? dossier.dueAt()
        : cases.deadline(rules, days);
  }

  /** From the due date on once a week; a date that has passed already would fire at once. */
  private String boardChaser(Dossier dossier, Collection<AwardRule> rules) {
    var now = clock.instant();
    var first = cases.boardDue(dossier, rules);
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
              row.put("entitled", Conflicts.entitled(members, found, item));
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

  private DossierTask.NomineeLine line(DossierItem item) {
    return new DossierTask.NomineeLine(
        item.nomineeName(),
        item.unitName(),
        item.awardName(),
        item.votesFor() == null
            ? ""
            : notices.get("dossier-votes", item.votesFor(), item.entitled()));
  }

  private String quotaText(List<Quota> exceeded) {
    return exceeded.stream()
        .map(quota -> notices.get("dossier-quota", quota.name(), quota.places()))
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
