package vn.commendation.nomination;

import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.commendation.audit.AuditTrail;
import vn.commendation.award.Award;
import vn.commendation.award.Awards;
import vn.commendation.award.DecidingAuthority;
import vn.commendation.award.SubjectKind;
import vn.commendation.calendar.WorkingCalendar;
import vn.commendation.campaign.Campaign;
import vn.commendation.campaign.Campaigns;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.engine.UserTasks;
import vn.commendation.notification.Notices;
import vn.commendation.storage.Utc;

/** Puts together what pages and Tasklist's forms show. */
@Component
class NominationViews {

  private final Campaigns campaigns;
  private final Awards awards;
  private final Directory directory;
  private final DecisionRepository decisions;
  private final EvidenceStore evidence;
  private final SubmissionCheck check;
  private final AuditTrail audit;
  private final UserTasks userTasks;
  private final Notices notices;
  private final JdbcClient jdbc;
  private final WorkingCalendar calendar;
  private final Clock clock;
  private final String portalUrl;

  NominationViews(
      Campaigns campaigns,
      Awards awards,
      Directory directory,
      DecisionRepository decisions,
      EvidenceStore evidence,
      SubmissionCheck check,
      AuditTrail audit,
      UserTasks userTasks,
      Notices notices,
      JdbcClient jdbc,
      WorkingCalendar calendar,
      Clock clock,
      @Value("${commendation.portal.url}") String portalUrl) {
    this.campaigns = campaigns;
    this.awards = awards;
    this.directory = directory;
    this.decisions = decisions;
    this.evidence = evidence;
    this.check = check;
    this.audit = audit;
    this.userTasks = userTasks;
    this.notices = notices;
    this.jdbc = jdbc;
    this.calendar = calendar;
    this.clock = clock;
    this.portalUrl = portalUrl;
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
        campaignTitles.get(nomination.campaignId()),
        nomination.status(),
        nomination.updatedAt(),
        nomination.dueAt());
  }

  NominationDetails details(Nomination nomination, Account account) {
    var id = nomination.getId();
    var made =
        decisions.findByNominationIdOrderById(id).stream().map(DecisionEntity::toDecision).toList();
    var board = board(id);
    return new NominationDetails(
        summaries(List.of(nomination)).getFirst(),
        nomination.version(),
        nomination.nomineePosition(),
        nomination.title(),
        nomination.achievements(),
        nomination.periodFrom(),
        nomination.periodTo(),
        Optional.ofNullable(nomination.awardCode())
            .flatMap(awards::find)
            .map(award -> award.authority().name())
            .orElse(null),
        directory.account(nomination.nominator()).displayName(),
        nomination.unitName(),
        nomination.submittedAt(),
        evidence.filesOf(id),
        made,
        audit.of(id).stream()
            .map(
                entry ->
                    new TimelineEntry(
                        entry.at(), entry.actorName(), entry.action(), entry.reason()))
            .toList(),
        board,
        nomination.status().editable() && NominationAccess.mayWrite(account, nomination),
        nomination.status().withdrawable() && NominationAccess.mayWrite(account, nomination),
        taskUrl(nomination, account),
        NominationAccess.watches(account) && nomination.processInstanceKey() != null
            ? userTasks.operateLink(nomination.processInstanceKey()).toString()
            : null,
        nomination.status() == NominationStatus.SUPPLEMENT
            ? made.reversed().stream()
                .filter(decision -> decision.outcome().equals("return"))
                .map(Decision::reason)
                .findFirst()
                .orElse(null)
            : null,
        visited(nomination, made, board));
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
  TaskView taskView(Nomination nomination, Campaign campaign) {
    var award = awards.find(nomination.awardCode()).orElseThrow();
    var findings =
        check.warnings(nomination).stream()
            .map(
                problem ->
                    new TaskView.FindingLine(notices.get("finding.warning"), problem.in(notices)))
            .toList();
    return new TaskView(
        campaign.title(),
        nomination.nomineeName(),
        Optional.ofNullable(nomination.nomineePosition()).orElse(""),
        nomination.unitName(),
        notices.get("subject." + nomination.subjectKind()),
        award.name(),
        notices.get("authority." + award.authority()),
        award.authority().name(),
        Notices.date(nomination.periodFrom()) + " – " + Notices.date(nomination.periodTo()),
        nomination.title(),
        nomination.achievements(),
        evidence.filesOf(nomination.getId()).stream()
            .map(file -> new TaskView.FileLine(file.name(), Notices.size(file.size())))
            .toList(),
        findings.isEmpty()
            ? List.of(
                new TaskView.FindingLine(
                    notices.get("finding.passed"), notices.get("finding.none")))
            : findings,
        decisions.findByNominationIdOrderById(nomination.getId()).stream()
            .map(DecisionEntity::toDecision)
            .map(this::historyLine)
            .toList(),
        caseUrl(nomination),
        due(nomination, NominationStatus.OFFICE_REVIEW, campaign.reviewWorkingDays()),
        due(nomination, NominationStatus.SUPPLEMENT, campaign.supplementWorkingDays()),
        due(nomination, NominationStatus.SIGNATURE, campaign.signatureWorkingDays()),
        nomination.revision());
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
    var due =
        nomination.status() == step
            ? nomination.dueAt()
            : calendar.deadline(clock.instant(), workingDays);
    return due.atZone(clock.getZone()).toOffsetDateTime();
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

  private BoardSubmission board(String id) {
    return jdbc.sql("select recipient, sent_at from board_submission where nomination_id = ?")
        .param(id)
        .query(
            (row, n) ->
                new BoardSubmission(row.getString("recipient"), Utc.instant(row, "sent_at")))
        .optional()
        .orElse(null);
  }

  private static List<String> visited(
      Nomination nomination, List<Decision> decisions, BoardSubmission board) {
    var elements = new LinkedHashSet<String>();
    if (nomination.submittedAt() != null) {
      elements.add("NominationSubmitted");
      elements.add("CheckNomination");
    }
    for (var decision : decisions) {
      if (decision.step().equals(Step.OFFICE_REVIEW.key()) && decision.outcome().equals("return")) {
        elements.add(Step.SUPPLEMENT.element());
      }
      for (var step : Step.values()) {
        if (step.key().equals(decision.step())) {
          elements.add(step.element());
        }
      }
    }
    if (board != null) {
      elements.add("SubmitToBoard");
    }
    if (nomination.status().element() != null) {
      elements.add(nomination.status().element());
    }
    return new ArrayList<>(elements);
  }

  /** The authority in whose name the award is given decides whether the board is asked. */
  DecidingAuthority authority(Nomination nomination) {
    return awards.find(nomination.awardCode()).orElseThrow().authority();
  }
}
