package vn.commendation.revocation;

import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.commendation.audit.AuditTrail;
import vn.commendation.award.Award;
import vn.commendation.award.Awards;
import vn.commendation.directory.Account;
import vn.commendation.directory.Role;
import vn.commendation.engine.TakenFlows;
import vn.commendation.engine.UserTasks;
import vn.commendation.engine.Way;
import vn.commendation.facts.AwardDependents;
import vn.commendation.facts.AwardGiven;
import vn.commendation.notification.Notices;

/** Puts together what pages and Tasklist's forms show. */
@Component
class RevocationViews {

  private final RevocationAccess access;
  private final Rechecks rechecks;
  private final Recoveries recoveries;
  private final AwardDependents chain;
  private final Awards awards;
  private final AuditTrail audit;
  private final UserTasks userTasks;
  private final TakenFlows flows;
  private final Notices notices;
  private final Clock clock;
  private final String portalUrl;

  RevocationViews(
      RevocationAccess access,
      Rechecks rechecks,
      Recoveries recoveries,
      AwardDependents chain,
      Awards awards,
      AuditTrail audit,
      UserTasks userTasks,
      TakenFlows flows,
      Notices notices,
      Clock clock,
      @Value("${commendation.portal.url}") String portalUrl) {
    this.access = access;
    this.rechecks = rechecks;
    this.recoveries = recoveries;
    this.chain = chain;
    this.awards = awards;
    this.audit = audit;
    this.userTasks = userTasks;
    this.flows = flows;
    this.notices = notices;
    this.clock = clock;
    this.portalUrl = portalUrl;
  }

  static RevocationSummary summary(Revocation revocation) {
    return new RevocationSummary(
        revocation.id(),
        revocation.code(),
        revocation.nomineeName(),
        revocation.unitName(),
        revocation.awardName(),
        revocation.status(),
        revocation.dueAt(),
        revocation.proposedAt());
  }

  RevocationDetails details(Revocation revocation, Account reader) {
    var id = revocation.id();
    var carriedOut = revocation.status() == RevocationStatus.REVOKED;
    return new RevocationDetails(
        summary(revocation),
        revocation.authority(),
        revocation.decisionNumber(),
        revocation.decidedOn(),
        revocation.nominationId(),
        revocation.cause(),
        revocation.explanation(),
        revocation.reference(),
        revocation.proposedByName(),
        revocation.judgedByName(),
        revocation.judgedAt(),
        revocation.judgementReason(),
        revocation.numberSymbol(),
        revocation.numberDate(),
        revocation.boardReference(),
        revocation.boardAnsweredOn(),
        revocation.boardNote(),
        carriedOut ? rechecks.of(id) : preview(revocation),
        carriedOut,
        recoveries.of(id),
        audit.of(id),
        RevocationAccess.mayRecord(reader, revocation),
        taskUrl(revocation, reader),
        RevocationAccess.operates(reader)
                && revocation.processInstanceKey() != null
                && revocation.status().inProcess()
            ? userTasks.monitorLink(revocation.processInstanceKey()).toString()
            : null,
        revocation.status().element(),
        new Way.Log().and(flows.of("/revocations/" + id)));
  }

  /** What would have to be checked; nothing if the register's entry was cancelled meanwhile. */
  private List<Dependent> preview(Revocation revocation) {
    if (revocation.status().ended()) {
      return List.of();
    }
    try {
      return dependents(revocation);
    } catch (NoSuchElementException cancelled) {
      return List.of();
    }
  }

  /** Awards that count the one in question. */
  List<Dependent> dependents(Revocation revocation) {
    var names = awards.all().stream().collect(Collectors.toMap(Award::code, Award::name));
    return chain.of(revocation.awardId()).stream().map(given -> dependent(given, names)).toList();
  }

  /** The same names as the forms' fields; all of it Vietnamese, as they are. */
  RevocationTaskView taskView(Revocation revocation) {
    return new RevocationTaskView(
        revocation.code(),
        revocation.nomineeName(),
        revocation.unitName(),
        revocation.awardName(),
        notices.get("authority." + revocation.authority()),
        awardDecision(revocation),
        notices.get("revocation.cause." + revocation.cause()),
        revocation.explanation(),
        Optional.ofNullable(revocation.reference()).orElse(""),
        revocation.proposedByName(),
        preview(revocation).stream()
            .map(
                dependent ->
                    new RevocationTaskView.DependentLine(
                        dependent.nomineeName(),
                        dependent.awardName(),
                        Integer.toString(dependent.year())))
            .toList(),
        caseUrl(revocation),
        revocation.dueAt() == null ? null : due(revocation),
        access.signatories(revocation),
        revocation.code(),
        documentTitle(revocation),
        notices.get("revocation.notice.symbol." + revocation.documentType()),
        revocation.judgedByName(),
        null);
  }

  /** What the document that revokes, or asks to, is about. */
  String documentTitle(Revocation revocation) {
    return notices.get(
        "revocation.notice.title." + revocation.documentType(),
        revocation.awardName(),
        revocation.nomineeName());
  }

  /** The decision that gave the award; older ones may have lost their number. */
  String awardDecision(Revocation revocation) {
    return notices.get(
        revocation.decisionNumber() == null
            ? "revocation.notice.undocumented"
            : "revocation.notice.document",
        Optional.ofNullable(revocation.decisionNumber()).orElse(""),
        Notices.date(revocation.decidedOn()));
  }

  String caseUrl(Revocation revocation) {
    return portalUrl + "/revocations/" + revocation.id();
  }

  /** The step somebody else waits for is no link for the reader. */
  private String taskUrl(Revocation revocation, Account reader) {
    return decides(revocation, access.judge(reader))
        ? Optional.ofNullable(userTasks.links(List.of(revocation.id())).get(revocation.id()))
            .map(URI::toString)
            .orElse(null)
        : null;
  }

  static boolean decides(Revocation revocation, RevocationAccess.Judge reader) {
    return switch (revocation.status()) {
      case DECISION -> reader.denial(revocation) == null;
      case NUMBER -> reader.account().has(Role.CLERK);
      default -> false;
    };
  }

  private OffsetDateTime due(Revocation revocation) {
    return revocation.dueAt().atZone(clock.getZone()).toOffsetDateTime();
  }

  private static Dependent dependent(AwardGiven given, Map<String, String> awardNames) {
    return new Dependent(
        given.id(),
        given.nomineeName(),
        awardNames.getOrDefault(given.awardCode(), given.awardCode()),
        given.year(),
        given.decisionNumber(),
        given.nominationId(),
        null,
        null,
        null);
  }
}
