package vn.commendation.nomination;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.audit.AuditTrail;
import vn.commendation.award.AwardRule;
import vn.commendation.calendar.WorkingCalendar;
import vn.commendation.campaign.Campaigns;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.engine.DecisionResult;
import vn.commendation.engine.UserTasks;
import vn.commendation.facts.Facts;
import vn.commendation.facts.NomineeFacts;
import vn.commendation.nomination.Finding.Severity;
import vn.commendation.notification.Notice;
import vn.commendation.notification.NoticeKind;
import vn.commendation.notification.NoticeText;
import vn.commendation.notification.Notices;
import vn.commendation.notification.Notifications;
import vn.commendation.notification.StepNotices;

/**
 * What the {@code nomination} process asks for, one method per service task. Every method runs in
 * the transaction that notes its job as handled.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class NominationFlow {

  /** The log's name of a decision made in Tasklist that does not count. */
  static final String DENIED = "nomination.decision-denied";

  private final NominationRepository nominations;
  private final DecisionRepository decisions;
  private final NominationViews views;
  private final SubmissionCheck check;
  private final DecisionCheck decisionCheck;
  private final CaseRules rules;
  private final CaseChecks checks;
  private final Duplicates duplicates;
  private final Holds holds;
  private final Versions versions;
  private final Submission submission;
  private final Renewal renewal;
  private final Facts facts;
  private final Campaigns campaigns;
  private final Notices notices;
  private final Directory directory;
  private final UserTasks userTasks;
  private final Notifications notifications;
  private final NominationSteps steps;
  private final StepNotices stepNotices;
  private final AuditTrail audit;
  private final WorkingCalendar calendar;
  private final Clock clock;

  NominationFlow(
      NominationRepository nominations,
      DecisionRepository decisions,
      NominationViews views,
      SubmissionCheck check,
      DecisionCheck decisionCheck,
      CaseRules rules,
      CaseChecks checks,
      Duplicates duplicates,
      Holds holds,
      Versions versions,
      Submission submission,
      Renewal renewal,
      Facts facts,
      Campaigns campaigns,
      Notices notices,
      Directory directory,
      UserTasks userTasks,
      Notifications notifications,
      NominationSteps steps,
      StepNotices stepNotices,
      AuditTrail audit,
      WorkingCalendar calendar,
      Clock clock) {
    this.nominations = nominations;
    this.decisions = decisions;
    this.views = views;
    this.check = check;
    this.decisionCheck = decisionCheck;
    this.rules = rules;
    this.checks = checks;
    this.duplicates = duplicates;
    this.holds = holds;
    this.versions = versions;
    this.submission = submission;
    this.renewal = renewal;
    this.facts = facts;
    this.campaigns = campaigns;
    this.notices = notices;
    this.directory = directory;
    this.userTasks = userTasks;
    this.notifications = notifications;
    this.steps = steps;
    this.stepNotices = stepNotices;
    this.audit = audit;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * What the decisions judge by.
   *
   * @param rule the rule of the case's set, with the set's regime in {@code rule.regime}
   * @param campaignCeiling most that its campaign allows of the award; {@code null} if it sets none
   */
  public record CaseFacts(
      AwardRule rule,
      String regime,
      NomineeFacts facts,
      String subject,
      String commendationType,
      Integer campaignCeiling) {}

  /** {@code GatherFacts}: binds the case to its instance and its rules, or finds it ineligible. */
  public CheckResult gatherFacts(String id, long processInstanceKey) {
    var nomination = standing(id, NominationStatus.SUBMITTED);
    nomination.carriedBy(processInstanceKey);
    var nominator = directory.account(nomination.nominator());
    var problems = check.afterSubmission(nomination, nominator, clock.instant());
    var rule = rules.ruleOf(nomination);
    nomination.governedBy(
        rules.setOf(nomination).code(), rule.map(AwardRule::authority).orElse(null));
    if (problems.isEmpty()) {
      checks.keepFacts(id, factsOf(nomination, rule.orElseThrow()).lines());
      return new CheckResult(null);
    }
    var problem = Problem.in(notices, problems);
    nomination.moveTo(NominationStatus.INELIGIBLE, null, clock.instant());
    bySystem("nomination.check-failed", nomination, problem);
    return new CheckResult(problem);
  }

  /** What {@code Eligibility}, {@code Routing} and {@code RequiredDocuments} decide by. */
  @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
  public CaseFacts caseFacts(String id) {
    var nomination = find(id);
    var rule = rules.ruleOf(nomination).orElseThrow();
    return new CaseFacts(
        rule,
        rules.setOf(nomination).regime(),
        factsOf(nomination, rule),
        nomination.subjectKind().name(),
        nomination.type().name(),
        nomination.campaignId() == null
            ? null
            : campaigns.ceilings(nomination.campaignId()).get(nomination.awardCode()));
  }

  /** {@code RecordCheck}: keeps what the decisions answered; on to the Office's review. */
  public void recordCheck(
      String id, Routing routing, List<Finding> eligibility, List<RequiredDocument> documents) {
    var nomination = standing(id, NominationStatus.SUBMITTED);
    var findings = new ArrayList<>(eligibility);
    findings.addAll(duplicates.findings(nomination));
    check.warnings(nomination).stream()
        .map(warning -> new Finding(warning.code(), Severity.NOTE, warning.in(notices), null))
        .forEach(findings::add);
    checks.keep(id, routing, findings, documents);
    waitFor(Step.OFFICE_REVIEW, nomination);
    bySystem("nomination.checked", nomination, null);
  }

  /** What the next task's form shows. */
  @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
  public TaskView taskView(String id) {
    return views.taskView(find(id));
  }

  /**
   * {@code RecordOfficeReview} and the like: takes a decision made in a user task, if whoever made
   * it may, or says why it does not count.
   */
  public DecisionResult record(Step step, String id, TaskDecision decision) {
    if (step == Step.SUPPLEMENT && find(id).status() == NominationStatus.SUBMITTED) {
      // the portal's supplement came first; the check that follows sees it
      return DecisionResult.recorded("supplement");
    }
    var nomination = standing(id, step.status());
    var account = directory.activeAccount(decision.username()).orElse(null);
    var denial = decisionCheck.denial(step, nomination, account, decision);
    if (denial != null) {
      audit.append(
          decision.username(),
          account == null ? decision.username() : account.displayName(),
          DENIED,
          id,
          denial);
      userTasks.opened(id, nomination.processInstanceKey(), step.element());
      return DecisionResult.denied(denial);
    }
    userTasks.closed(id);
    var outcome = step == Step.SUPPLEMENT ? "supplement" : decision.decision();
    decisions.save(
        new DecisionEntity(
            id,
            step.key(),
            outcome,
            decision.reason(),
            null,
            null,
            account.username(),
            account.displayName(),
            clock.instant()));
    audit.append(
        account.username(),
        account.displayName(),
        step == Step.SUPPLEMENT
            ? "nomination.supplemented"
            : "nomination.%s.%s".formatted(step.key(), outcome),
        id,
        decision.reason());
    switch (step) {
      case OFFICE_REVIEW -> proceed(nomination, decision, account);
      case SUPPLEMENT -> submission.send(nomination, account.username());
      case CONSENT -> answer(nomination, outcome, account);
    }
    return DecisionResult.recorded(outcome);
  }

  /**
   * {@code ExpireSupplement}: the unit did not answer in time.
   *
   * @return false if the unit's supplement came in before
   */
  public boolean expireSupplement(String id) {
    var nomination = find(id);
    if (nomination.status() == NominationStatus.SUBMITTED) {
      return false;
    }
    standing(id, NominationStatus.SUPPLEMENT)
        .moveTo(NominationStatus.EXPIRED, null, clock.instant());
    userTasks.closed(id);
    bySystem("nomination.expired", nomination, null);
    return true;
  }

  /** {@code RemindSupplement}: the unit is told once more, unless it has answered meanwhile. */
  public void remindSupplement(String id) {
    var nomination = find(id);
    if (nomination.status() == NominationStatus.SUPPLEMENT) {
      tellNominator(
          Notice.of(NoticeKind.REMINDER, "supplement-due", path(nomination), args(nomination, ""))
              .task(id, nomination.dueAt()),
          nomination);
      bySystem("nomination.reminded", nomination, null);
    }
  }

  /** {@code ReviewHold}: the day has come to look again, unless the Office has lifted the hold. */
  public void reviewHold(String id) {
    if (find(id).status() != NominationStatus.SUBMITTED) {
      var nomination = standing(id, NominationStatus.HOLD);
      holds.end(id);
      nomination.moveTo(NominationStatus.SUBMITTED, null, clock.instant());
      bySystem("nomination.hold-reviewed", nomination, null);
    }
  }

  /** {@code ExpireConsent}: no answer is no consent; back to the Office. */
  public void expireConsent(String id) {
    var nomination = standing(id, NominationStatus.CONSENT);
    nomination.propose(null);
    userTasks.closed(id);
    waitFor(Step.OFFICE_REVIEW, nomination);
    bySystem("nomination.consent-expired", nomination, null);
  }

  /** {@code RecordReopening}: the Office's task is there again after a batch gave the case back. */
  public void recordReopening(String id) {
    var nomination = standing(id, NominationStatus.OFFICE_REVIEW);
    userTasks.opened(id, nomination.processInstanceKey(), Step.OFFICE_REVIEW.element());
    stepNotices.opened(steps.of(nomination));
  }

  /** Every end event: the outcome is final and the nominator is told. */
  public void recordOutcome(String id, NominationStatus outcome) {
    var nomination = find(id);
    if (nomination.status() != outcome) {
      throw new IllegalStateException(
          "Nomination %s is %s, its process ended as %s"
              .formatted(id, nomination.status(), outcome));
    }
    nomination.close(clock.instant());
    userTasks.closed(id);
    tellNominator(
        Notice.of(
            NoticeKind.CASE,
            "case-ended",
            path(nomination),
            args(nomination, NoticeText.of("status." + outcome))),
        nomination);
    bySystem("nomination.outcome-notified", nomination, null);
  }

  private void proceed(Nomination nomination, TaskDecision decision, Account account) {
    var now = clock.instant();
    switch (decision.decision()) {
      case "accept" -> nomination.moveTo(NominationStatus.ACCEPTED, null, now);
      case "return" -> {
        nomination.reopen(decision.parts());
        waitFor(Step.SUPPLEMENT, nomination);
        tellNominator(
            Notice.of(
                    NoticeKind.TASK,
                    "case-returned",
                    path(nomination),
                    args(nomination, decision.reason()))
                .task(nomination.getId(), nomination.dueAt()),
            nomination);
      }
      case "hold" -> {
        holds.begin(
            nomination.getId(),
            HoldKind.valueOf(decision.holdKind()),
            decision.reason(),
            decision.reviewOn(),
            account);
        var reviewAt = decision.reviewOn().atStartOfDay(clock.getZone()).toInstant();
        nomination.moveTo(NominationStatus.HOLD, reviewAt, now);
        tellNominator(
            Notice.of(
                NoticeKind.CASE,
                "case-held",
                path(nomination),
                nomination.code(),
                nomination.nomineeName(),
                decision.reason(),
                decision.reviewOn()),
            nomination);
      }
      case "change-form" -> {
        nomination.propose(decision.award());
        waitFor(Step.CONSENT, nomination);
        tellNominator(
            Notice.of(
                    NoticeKind.TASK,
                    "consent-asked",
                    path(nomination),
                    args(nomination, decision.reason()))
                .task(nomination.getId(), nomination.dueAt()),
            nomination);
      }
      case "choose-rules" -> {
        var before = rules.setOf(nomination);
        nomination.chooseRules(decision.ruleSet(), now);
        audit.append(
            account.username(),
            account.displayName(),
            "nomination.rules-chosen",
            nomination.getId(),
            "%s → %s".formatted(before.name(), rules.setOf(nomination).name()));
      }
      case "roll-over" -> {
        nomination.moveTo(NominationStatus.ROLLED_OVER, null, now);
        renewal.rollOver(nomination, decision.campaign(), account);
      }
      default -> nomination.moveTo(NominationStatus.REJECTED, null, now);
    }
  }

  private void answer(Nomination nomination, String outcome, Account account) {
    if (outcome.equals("agree")) {
      nomination.agree(clock.instant());
      versions.keep(nomination, account.username());
    } else {
      nomination.propose(null);
      waitFor(Step.OFFICE_REVIEW, nomination);
    }
  }

  private NomineeFacts factsOf(Nomination nomination, AwardRule rule) {
    return facts.of(
        nomination.personId(),
        nomination.unitId(),
        rule,
        nomination.periodFrom(),
        nomination.periodTo());
  }

  private void waitFor(Step step, Nomination nomination) {
    var rule = rules.ruleOf(nomination).orElseThrow();
    var days =
        switch (step) {
          case OFFICE_REVIEW -> rule.reviewDays();
          case SUPPLEMENT, CONSENT -> rule.supplementDays();
        };
    var now = clock.instant();
    nomination.moveTo(step.status(), calendar.deadline(now, days), now);
    userTasks.opened(nomination.getId(), nomination.processInstanceKey(), step.element());
    if (step == Step.OFFICE_REVIEW) {
      stepNotices.opened(steps.of(nomination));
    }
  }

  private void tellNominator(Notice notice, Nomination nomination) {
    notifications.tellAll(List.of(nomination.nominator()), notice);
  }

  private static Object[] args(Nomination nomination, Object detail) {
    return new Object[] {nomination.code(), nomination.nomineeName(), detail, nomination.dueAt()};
  }

  private static String path(Nomination nomination) {
    return "/nominations/" + nomination.getId();
  }

  private void bySystem(String action, Nomination nomination, String reason) {
    audit.append(
        AuditTrail.SYSTEM, notices.get("audit-actor.system"), action, nomination.getId(), reason);
  }

  private Nomination standing(String id, NominationStatus expected) {
    var nomination = find(id);
    // once its process has ended, what still asks is another one, which nothing will end
    if (nomination.status() == NominationStatus.WITHDRAWN && !nomination.closed()) {
      throw new NominationWithdrawn(id);
    }
    if (nomination.status() != expected) {
      throw new IllegalStateException(
          "Nomination %s is %s, not %s".formatted(id, nomination.status(), expected));
    }
    return nomination;
  }

  private Nomination find(String id) {
    return nominations.findById(id).orElseThrow(() -> new NominationNotFound(id));
  }
}
