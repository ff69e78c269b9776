package vn.commendation.nomination;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.commendation.audit.AuditTrail;
import vn.commendation.award.Award;
import vn.commendation.award.Awards;
import vn.commendation.award.Certainty;
import vn.commendation.award.SubjectKind;
import vn.commendation.calendar.WorkingCalendar;
import vn.commendation.campaign.Campaign;
import vn.commendation.campaign.Campaigns;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.engine.TakenFlows;
import vn.commendation.engine.UserTasks;
import vn.commendation.engine.Way;
import vn.commendation.notification.Notices;

/** Puts together what pages and Tasklist's forms show. */
@Component
class NominationViews {

  private final Campaigns campaigns;
  private final Awards awards;
  private final Directory directory;
  private final DecisionRepository decisions;
  private final EvidenceStore evidence;
  private final NominationRepository nominations;
  private final CaseChecks checks;
  private final DecisionCheck decisionCheck;
  private final ReviewChoices choices;
  private final Holds holds;
  private final Duplicates duplicates;
  private final AuditTrail audit;
  private final UserTasks userTasks;
  private final TakenFlows flows;
  private final Notices notices;
  private final WorkingCalendar calendar;
  private final Clock clock;
  private final String portalUrl;
  private final int remindDays;

  NominationViews(
      Campaigns campaigns,
      Awards awards,
      Directory directory,
      DecisionRepository decisions,
      EvidenceStore evidence,
      NominationRepository nominations,
      CaseChecks checks,
      DecisionCheck decisionCheck,
      ReviewChoices choices,
      Holds holds,
      Duplicates duplicates,
      AuditTrail audit,
      UserTasks userTasks,
      TakenFlows flows,
      Notices notices,
      WorkingCalendar calendar,
      Clock clock,
      @Value("${commendation.portal.url}") String portalUrl,
      @Value("${commendation.nomination.remind-days}") int remindDays) {
    this.campaigns = campaigns;
    this.awards = awards;
    this.directory = directory;
    this.decisions = decisions;
    this.evidence = evidence;
    this.nominations = nominations;
    this.checks = checks;
    this.decisionCheck = decisionCheck;
    this.choices = choices;
    this.holds = holds;
    this.duplicates = duplicates;
    this.audit = audit;
    this.userTasks = userTasks;
    this.flows = flows;
    this.notices = notices;
    this.calendar = calendar;
    this.clock = clock;
    this.portalUrl = portalUrl;
    this.remindDays = remindDays;
  }

  /** Lines of a list: catalogue and campaigns are read once, not once a line. */
  List<NominationSummary> summaries(List<Nomination> nominations) {
    if (nominations.isEmpty()) {
      return List.of();
    }
    var awardNames = awards.all().stream().collect(Collectors.toMap(Award::code, Award::name));
    var campaignTitles =
        campaigns.all().stream().collect(Collectors.toMap(Campaign::id, Campaign::title));
    return nominations.stream()
        .map(nomination -> summary(nomination, awardNames, campaignTitles))
        .toList();
  }

  private NominationSummary summary(
      Nomination nomination, Map<String, String> awardNames, Map<Long, String> campaignTitles) {
    return new NominationSummary(
        nomination.getId(),
        nomination.code(),
        nomination.subjectKind() == SubjectKind.COLLECTIVE && nomination.nomineeName() == null
            ? nomination.unitName()
            : nomination.nomineeName(),
        nomination.subjectKind(),
        nomination.unitName(),
        nomination.awardCode() == null ? null : awardNames.get(nomination.awardCode()),
        nomination.campaignId() == null ? null : campaignTitles.get(nomination.campaignId()),
        nomination.status(),
        nomination.updatedAt(),
        nomination.dueAt());
  }

  NominationDetails details(Nomination nomination, Account account) {
    var id = nomination.getId();
    var status = nomination.status();
    var made =
        decisions.findByNominationIdOrderById(id).stream().map(DecisionEntity::toDecision).toList();
    var mayWrite = NominationAccess.mayWrite(account, nomination);
    var check = status == NominationStatus.DRAFT ? null : checks.of(nomination);
    var readsRegisters = NominationAccess.mayReadRegisters(account, nomination);
    if (check != null && !readsRegisters) {
      check = check.withoutRegisters();
    }
    return new NominationDetails(
        summaries(List.of(nomination)).getFirst(),
        nomination.version(),
        nomination.type(),
        nomination.nomineePosition(),
        nomination.title(),
        nomination.achievements(),
        nomination.periodFrom(),
        nomination.periodTo(),
        nomination.late() ? nomination.lateReason() : null,
        directory.account(nomination.nominator()).displayName(),
        nomination.unitName(),
        nomination.submittedAt(),
        evidence.filesOf(id),
        made,
        audit.of(id).stream()
            .map(
                entry ->
                    new TimelineEntry(
                        entry.at(),
                        entry.actorName(),
                        entry.action(),
                        // why the Office's decision does not count may quote a register
                        readsRegisters
                                || !entry.action().equals(NominationFlow.DENIED)
                                || entry.actor().equals(account.username())
                            ? entry.reason()
                            : null))
            .toList(),
        check,
        status == NominationStatus.HOLD ? holds.current(id).orElse(null) : null,
        status == NominationStatus.CONSENT ? awardName(nomination.proposedAward()) : null,
        nomination.revision(),
        nomination.dossierId() == null
            ? null
            : new DossierLink(nomination.dossierId(), nomination.dossierCode()),
        Optional.ofNullable(nomination.earlierId())
            .flatMap(nominations::findById)
            .filter(earlier -> NominationAccess.maySee(account, earlier))
            .map(NominationViews::link)
            .orElse(null),
        nominations.findByEarlierIdOrderByCreatedAt(id).stream()
            .filter(later -> NominationAccess.maySee(account, later))
            .map(NominationViews::link)
            .toList(),
        status != NominationStatus.DRAFT && NominationAccess.mayCompare(account)
            ? duplicates.similar(nomination).size()
            : 0,
        nomination.reopened(),
        status.editable() && mayWrite,
        status.withdrawable() && mayWrite,
        status == NominationStatus.HOLD && NominationAccess.mayLift(account, nomination),
        status.renewable() && mayWrite,
        taskUrl(nomination, account),
        NominationAccess.watches(account)
                && nomination.processInstanceKey() != null
                && !status.ended()
            ? userTasks.monitorLink(nomination.processInstanceKey()).toString()
            : null,
        status == NominationStatus.SUPPLEMENT
            ? made.reversed().stream()
                .filter(decision -> decision.outcome().equals("return"))
                .map(Decision::reason)
                .findFirst()
                .orElse(null)
            : null,
        way(nomination, made, check));
  }

  private static CaseLink link(Nomination nomination) {
    return new CaseLink(nomination.getId(), nomination.code(), nomination.status());
  }

  /** What waits for an account, with the task where the work is not done in the portal. */
  List<WaitingItem> waiting(List<Nomination> nominations, Account account) {
    var links =
        userTasks.links(
            nominations.stream()
                .filter(nomination -> !nomination.status().editable())
                .filter(nomination -> decidesInTasklist(nomination, account))
                .map(Nomination::getId)
                .toList());
    return summaries(nominations).stream()
        .map(
            summary ->
                new WaitingItem(
                    summary,
                    Optional.ofNullable(links.get(summary.id())).map(URI::toString).orElse(null)))
        .toList();
  }

  /** What Tasklist shows; all of it Vietnamese, as its forms are. */
  TaskView taskView(Nomination nomination) {
    var id = nomination.getId();
    var check = checks.of(nomination);
    var rule = check.rule();
    var hold = holds.current(id);
    var files = evidence.filesOf(id);
    var campaign =
        nomination.campaignId() == null
            ? null
            : campaigns.find(nomination.campaignId()).orElseThrow();
    return new TaskView(
        campaign == null ? notices.get("nomination-case.unplanned") : campaign.title(),
        nomination.nomineeName(),
        Optional.ofNullable(nomination.nomineePosition()).orElse(""),
        nomination.unitName(),
        notices.get("subject." + nomination.subjectKind()),
        awardName(nomination.awardCode()),
        rule == null ? "" : notices.get("authority." + rule.authority()),
        Notices.date(nomination.periodFrom()) + " – " + Notices.date(nomination.periodTo()),
        nomination.title(),
        nomination.achievements(),
        nomination.late(),
        nomination.late() ? nomination.lateReason() : "",
        check.ruleSetName() + certainty(rule == null ? null : rule.certainty()),
        transitionNote(check.transition()),
        !decisionCheck.toJudge(nomination, check.findings(), check.transition()).isEmpty(),
        files.stream()
            .map(file -> new TaskView.FileLine(file.name(), Notices.size(file.size())))
            .toList(),
        findingLines(check.findings()),
        findingLines(check.withoutRegisters().findings()),
        check.documents().stream()
            .map(
                document ->
                    new TaskView.DocumentLine(
                        document.name(),
                        notices.get("nomination-provider." + document.provider()),
                        notices.get("nomination-document." + document.state(!files.isEmpty()))))
            .toList(),
        check.facts().stream().map(TaskView.FactLine::new).toList(),
        decisions.findByNominationIdOrderById(id).stream()
            .map(DecisionEntity::toDecision)
            .map(this::historyLine)
            .toList(),
        choices.awards(nomination),
        choices.campaigns(nomination),
        choices.ruleSets(check.transition()),
        awardName(nomination.proposedAward()),
        caseUrl(nomination),
        due(nomination, NominationStatus.OFFICE_REVIEW, rule == null ? 0 : rule.reviewDays()),
        due(nomination, NominationStatus.SUPPLEMENT, rule == null ? 0 : rule.supplementDays()),
        due(
            calendar.deadline(
                clock.instant(), rule == null ? 0 : reminderDays(rule.supplementDays()))),
        due(nomination, NominationStatus.CONSENT, rule == null ? 0 : rule.supplementDays()),
        hold.map(Hold::id).orElse(null),
        hold.map(current -> due(current.reviewOn().atStartOfDay(clock.getZone()).toInstant()))
            .orElse(null),
        nomination.revision());
  }

  private List<TaskView.FindingLine> findingLines(List<Finding> findings) {
    return findings.stream()
        .map(
            finding ->
                new TaskView.FindingLine(
                    notices.get("nomination-severity." + finding.severity()),
                    finding.basis() == null
                        ? finding.text()
                        : "%s (%s)".formatted(finding.text(), finding.basis())))
        .toList();
  }

  private String transitionNote(CaseTransition transition) {
    if (transition == null) {
      return "";
    }
    var clause = transition.clause();
    return notices.get(
        "nomination-case.transition",
        Notices.date(transition.received()),
        Notices.date(clause.receivedBefore()),
        clause.legalBasis() + certainty(clause.certainty()));
  }

  private String certainty(Certainty certainty) {
    return certainty == Certainty.UNVERIFIED
        ? " – " + notices.get("nomination-case.unverified")
        : "";
  }

  private int reminderDays(int supplementDays) {
    return Math.max(1, supplementDays - remindDays);
  }

  String caseUrl(Nomination nomination) {
    return portalUrl + "/nominations/" + nomination.getId();
  }

  private TaskView.DecisionLine historyLine(Decision decision) {
    return new TaskView.DecisionLine(
        notices.get("step." + decision.step())
            + ": "
            + notices.get("outcome." + decision.outcome()),
        decision.decidedBy() + ", " + notices.dateTime(decision.decidedAt()),
        Optional.ofNullable(decision.reason()).orElse(""));
  }

  /** The step it stands at is due as the portal and the mail say; the others count from now. */
  private OffsetDateTime due(Nomination nomination, NominationStatus step, int workingDays) {
    return due(
        nomination.status() == step
            ? nomination.dueAt()
            : calendar.deadline(clock.instant(), workingDays));
  }

  /**
   * When the unit is reminded of a supplement it was asked for at a time; never again if it was.
   */
  String reminder(Nomination nomination, Instant asked, boolean reminded) {
    var days = checks.of(nomination).rule().supplementDays();
    return due(reminded
            ? nomination.dueAt().plus(Duration.ofDays(1))
            : calendar.deadline(asked, reminderDays(days)))
        .toString();
  }

  private OffsetDateTime due(Instant at) {
    return at.atZone(clock.getZone()).toOffsetDateTime();
  }

  private String taskUrl(Nomination nomination, Account account) {
    if (!decidesInTasklist(nomination, account)) {
      return null;
    }
    return Optional.ofNullable(userTasks.links(List.of(nomination.getId())).get(nomination.getId()))
        .map(URI::toString)
        .orElse(null);
  }

  private static boolean decidesInTasklist(Nomination nomination, Account account) {
    return Step.of(nomination.status())
        .map(step -> NominationAccess.denial(step, account, nomination) == null)
        .orElse(false);
  }

  private Way way(Nomination nomination, List<Decision> decisions, CaseCheck check) {
    var log = new Way.Log();
    if (nomination.submittedAt() != null) {
      log.been(nomination.submittedAt(), List.of("NominationSubmitted", "GatherFacts"));
    }
    if (check != null && check.checkedAt() != null) {
      log.been(
          check.checkedAt(), List.of("Eligibility", "Routing", "RequiredDocuments", "RecordCheck"));
    }
    for (var decision : decisions) {
      for (var step : Step.values()) {
        if (step.key().equals(decision.step())) {
          log.been(decision.decidedAt(), List.of(step.element()));
        }
      }
      log.been(decision.decidedAt(), leadsTo(decision));
    }
    if (nomination.status().element() != null) {
      log.been(nomination.updatedAt(), List.of(nomination.status().element()));
    }
    return log.and(flows.of("/nominations/" + nomination.getId()));
  }

  private static List<String> leadsTo(Decision decision) {
    return switch (decision.outcome()) {
      case "accept" -> List.of("RecordOfficeReview", "OfficeGateway", "AwaitDossier");
      case "return" -> List.of("RecordOfficeReview", "OfficeGateway", "Supplement");
      case "hold" -> List.of("RecordOfficeReview", "OfficeGateway", "Hold");
      case "change-form" -> List.of("RecordOfficeReview", "OfficeGateway", "ConsentToChange");
      case "choose-rules" -> List.of("RecordOfficeReview", "OfficeGateway");
      case "reopen" -> List.of("NominationReopened", "RecordReopening");
      default -> List.of();
    };
  }

  private String awardName(String code) {
    return code == null ? "" : awards.find(code).map(Award::name).orElse(code);
  }
}
