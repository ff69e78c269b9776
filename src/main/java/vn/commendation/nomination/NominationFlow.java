package vn.commendation.nomination;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.audit.AuditTrail;
import vn.commendation.award.DecidingAuthority;
import vn.commendation.calendar.WorkingCalendar;
import vn.commendation.campaign.Campaign;
import vn.commendation.campaign.Campaigns;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.engine.DecisionResult;
import vn.commendation.engine.UserTasks;
import vn.commendation.notification.MailMessage;
import vn.commendation.notification.Mails;
import vn.commendation.notification.Notices;

/**
 * What the {@code nomination} process asks for, one method per service task. Every method runs in
 * the transaction that notes its job as handled.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class NominationFlow {

  private static final Set<String> WITHOUT_REASON = Set.of("accept", "sign", "award");

  private final NominationRepository nominations;
  private final DecisionRepository decisions;
  private final NominationViews views;
  private final SubmissionCheck check;
  private final Submission submission;
  private final Notices notices;
  private final BoardDispatch board;
  private final Campaigns campaigns;
  private final Directory directory;
  private final UserTasks userTasks;
  private final Mails mails;
  private final AuditTrail audit;
  private final WorkingCalendar calendar;
  private final Clock clock;

  NominationFlow(
      NominationRepository nominations,
      DecisionRepository decisions,
      NominationViews views,
      SubmissionCheck check,
      Submission submission,
      Notices notices,
      BoardDispatch board,
      Campaigns campaigns,
      Directory directory,
      UserTasks userTasks,
      Mails mails,
      AuditTrail audit,
      WorkingCalendar calendar,
      Clock clock) {
    this.nominations = nominations;
    this.decisions = decisions;
    this.views = views;
    this.check = check;
    this.submission = submission;
    this.notices = notices;
    this.board = board;
    this.campaigns = campaigns;
    this.directory = directory;
    this.userTasks = userTasks;
    this.mails = mails;
    this.audit = audit;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** {@code CheckNomination}: on to the Office's review, or ineligible. */
  public CheckResult check(String id, long processInstanceKey) {
    var nomination = standing(id, NominationStatus.SUBMITTED);
    nomination.carriedBy(processInstanceKey);
    var nominator = directory.account(nomination.nominator());
    var problems = check.afterSubmission(nomination, nominator, clock.instant());
    if (problems.isEmpty()) {
      waitFor(Step.OFFICE_REVIEW, nomination);
      bySystem("nomination.checked", nomination, null);
      return new CheckResult(null);
    }
    var problem = Problem.in(notices, problems);
    nomination.moveTo(NominationStatus.INELIGIBLE, null, clock.instant());
    bySystem("nomination.check-failed", nomination, problem);
    return new CheckResult(problem);
  }

  /** What the next task's form shows. */
  @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
  public TaskView taskView(String id) {
    var nomination = find(id);
    return views.taskView(nomination, campaign(nomination));
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
    var denial = denial(step, nomination, account, decision);
    if (denial != null) {
      audit.append(
          decision.username(),
          account == null ? decision.username() : account.displayName(),
          "nomination.decision-denied",
          id,
          denial);
      userTasks.opened(id, nomination.processInstanceKey(), step.element());
      return DecisionResult.denied(denial);
    }
    userTasks.closed(id);
    var outcome = step == Step.SUPPLEMENT ? "supplement" : decision.decision();
    var now = clock.instant();
    decisions.save(new DecisionEntity(id, step, decision, outcome, account, now));
    audit.append(
        account.username(),
        account.displayName(),
        step == Step.SUPPLEMENT
            ? "nomination.supplemented"
            : "nomination.%s.%s".formatted(step.key(), outcome),
        id,
        decision.reason());
    proceed(step, outcome, decision.reason(), nomination, now);
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

  /** {@code SubmitToBoard}: the submission goes out to the provincial council. */
  public void submitToBoard(String id) {
    var nomination = standing(id, NominationStatus.BOARD_SUBMISSION);
    var recipient = board.send(nomination, taskView(id));
    nomination.moveTo(NominationStatus.BOARD_REVIEW, null, clock.instant());
    userTasks.opened(id, nomination.processInstanceKey(), Step.BOARD_RESULT.element());
    bySystem("nomination.sent-to-board", nomination, recipient);
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
    tellNominator(nomination, "outcome-notice", notices.get("status." + outcome));
    bySystem("nomination.outcome-notified", nomination, null);
  }

  private void proceed(
      Step step, String outcome, String reason, Nomination nomination, Instant now) {
    switch (step) {
      case OFFICE_REVIEW -> {
        switch (outcome) {
          case "accept" -> waitFor(Step.SIGNATURE, nomination);
          case "return" -> {
            waitFor(Step.SUPPLEMENT, nomination);
            tellNominator(nomination, "return-notice", reason);
          }
          default -> nomination.moveTo(NominationStatus.REJECTED, null, now);
        }
      }
      case SUPPLEMENT -> submission.send(nomination, null);
      case SIGNATURE -> {
        switch (outcome) {
          case "sign" ->
              nomination.moveTo(
                  views.authority(nomination) == DecidingAuthority.DIRECTOR
                      ? NominationStatus.AWARDED_IN_HOUSE
                      : NominationStatus.BOARD_SUBMISSION,
                  null,
                  now);
          case "return" -> waitFor(Step.OFFICE_REVIEW, nomination);
          default -> nomination.moveTo(NominationStatus.REFUSED, null, now);
        }
      }
      case BOARD_RESULT ->
          nomination.moveTo(
              outcome.equals("award") ? NominationStatus.AWARDED : NominationStatus.NOT_AWARDED,
              null,
              now);
    }
  }

  /** Why the decision does not count; {@code null} if it does. */
  private String denial(Step step, Nomination nomination, Account account, TaskDecision decision) {
    if (account == null) {
      return notices.get("denial.unknown-account", decision.username());
    }
    var access = NominationAccess.denial(step, account, nomination);
    if (access != null) {
      return notices.get("denial." + access, account.displayName());
    }
    if (step == Step.SUPPLEMENT) {
      var problems = check.beforeSubmission(nomination, account, clock.instant());
      return problems.isEmpty()
          ? null
          : notices.get("denial.supplement-incomplete", Problem.in(notices, problems));
    }
    if (decision.decision() == null || !choices(step).contains(decision.decision())) {
      return notices.get("denial.no-choice");
    }
    if (decision.reason() == null && !WITHOUT_REASON.contains(decision.decision())) {
      return notices.get("denial.no-reason");
    }
    if (decision.reason() != null && decision.reason().length() > 4000) {
      return notices.get("denial.long-reason");
    }
    if (step == Step.BOARD_RESULT) {
      return resultDenial(nomination, decision);
    }
    return null;
  }

  private String resultDenial(Nomination nomination, TaskDecision decision) {
    if (decision.decision().equals("award") && decision.reference() == null) {
      return notices.get("denial.no-reference");
    }
    if (decision.reference() != null && decision.reference().length() > 100) {
      return notices.get("denial.long-reference");
    }
    var signed = LocalDateTime.ofInstant(nomination.submittedAt(), clock.getZone()).toLocalDate();
    var today = LocalDateTime.ofInstant(clock.instant(), clock.getZone()).toLocalDate();
    if (decision.resultDate() == null
        || decision.resultDate().isAfter(today)
        || decision.resultDate().isBefore(signed)) {
      return notices.get("denial.result-date", Notices.date(signed), Notices.date(today));
    }
    return null;
  }

  private static Set<String> choices(Step step) {
    return switch (step) {
      case OFFICE_REVIEW -> Set.of("accept", "return", "reject");
      case SIGNATURE -> Set.of("sign", "return", "refuse");
      case BOARD_RESULT -> Set.of("award", "not-award");
      case SUPPLEMENT -> Set.of();
    };
  }

  private void waitFor(Step step, Nomination nomination) {
    var campaign = campaign(nomination);
    var days =
        switch (step) {
          case OFFICE_REVIEW -> campaign.reviewWorkingDays();
          case SUPPLEMENT -> campaign.supplementWorkingDays();
          case SIGNATURE -> campaign.signatureWorkingDays();
          case BOARD_RESULT -> throw new IllegalArgumentException("The board sets its own time");
        };
    var now = clock.instant();
    nomination.moveTo(step.status(), calendar.deadline(now, days), now);
    userTasks.opened(nomination.getId(), nomination.processInstanceKey(), step.element());
  }

  private void tellNominator(Nomination nomination, String notice, String detail) {
    var nominator = directory.account(nomination.nominator());
    Object[] args = {
      nomination.code(),
      nomination.nomineeName(),
      detail,
      views.caseUrl(nomination),
      nominator.displayName(),
      nomination.dueAt() == null ? "" : notices.dateTime(nomination.dueAt())
    };
    mails.queue(
        new MailMessage(
            nominator.email(),
            notices.get("mail." + notice + ".subject", args),
            notices.get("mail." + notice + ".body", args),
            List.of()));
  }

  private void bySystem(String action, Nomination nomination, String reason) {
    audit.append(
        AuditTrail.SYSTEM, notices.get("audit-actor.system"), action, nomination.getId(), reason);
  }

  private Nomination standing(String id, NominationStatus expected) {
    var nomination = find(id);
    if (nomination.status() == NominationStatus.WITHDRAWN) {
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

  private Campaign campaign(Nomination nomination) {
    return campaigns.find(nomination.campaignId()).orElseThrow();
  }
}
