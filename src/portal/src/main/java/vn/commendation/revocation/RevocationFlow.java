package vn.commendation.revocation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.audit.AuditTrail;
import vn.commendation.calendar.WorkingCalendar;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.document.NumberRefused;
import vn.commendation.document.NumberRegister;
import vn.commendation.document.RegisteredNumber;
import vn.commendation.engine.DecisionResult;
import vn.commendation.engine.UserTasks;
import vn.commendation.notification.Notices;
import vn.commendation.notification.StepNotices;

/**
 * What the {@code revocation} process asks for, one method per service task. Every method runs in
 * the transaction that notes its job as handled.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class RevocationFlow {

  private static final int LONGEST_REASON = 4000;
  private static final String REVOKE = "revoke";
  private static final Set<String> CHOICES = Set.of(REVOKE, "dismiss");

  private final RevocationRepository revocations;
  private final RevocationViews views;
  private final RevocationAccess access;
  private final Revoking revoking;
  private final RevocationMails mails;
  private final RevocationSteps steps;
  private final StepNotices stepNotices;
  private final NumberRegister numbers;
  private final Directory directory;
  private final UserTasks userTasks;
  private final AuditTrail audit;
  private final Notices notices;
  private final WorkingCalendar calendar;
  private final Clock clock;
  private final int decisionDays;

  RevocationFlow(
      RevocationRepository revocations,
      RevocationViews views,
      RevocationAccess access,
      Revoking revoking,
      RevocationMails mails,
      RevocationSteps steps,
      StepNotices stepNotices,
      NumberRegister numbers,
      Directory directory,
      UserTasks userTasks,
      AuditTrail audit,
      Notices notices,
      WorkingCalendar calendar,
      Clock clock,
      @Value("${commendation.revocation.decision-days}") int decisionDays) {
    this.revocations = revocations;
    this.views = views;
    this.access = access;
    this.revoking = revoking;
    this.mails = mails;
    this.steps = steps;
    this.stepNotices = stepNotices;
    this.numbers = numbers;
    this.directory = directory;
    this.userTasks = userTasks;
    this.audit = audit;
    this.notices = notices;
    this.calendar = calendar;
    this.clock = clock;
    this.decisionDays = decisionDays;
  }

  /** {@code PrepareRevocation}: on to the leadership's decision. */
  public void prepare(String id, long processInstanceKey) {
    var revocation = standing(id, RevocationStatus.PROPOSED);
    revocation.carriedBy(processInstanceKey);
    revocation.awaitJudgement(calendar.deadline(clock.instant(), decisionDays));
    opened(revocation, "RevocationDecision");
    stepNotices.opened(steps.of(revocation));
    bySystem("revocation.prepared", revocation, null);
  }

  /** What the next task's form shows. */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public RevocationTaskView taskView(String id) {
    return views.taskView(find(id));
  }

  /** {@code RecordRevocationDecision}: takes the leadership's decision, or says why it does not. */
  public DecisionResult recordDecision(String id, RevocationDecision decision) {
    var revocation = standing(id, RevocationStatus.DECISION);
    var account = directory.activeAccount(decision.username()).orElse(null);
    var denial = denial(revocation, account, decision);
    if (denial != null) {
      return denied(revocation, decision.username(), account, denial, "RevocationDecision");
    }
    var revoke = decision.decision().equals(REVOKE);
    revocation.judge(revoke, decision.reason(), account, clock.instant());
    if (revoke) {
      opened(revocation, "RegisterRevocationNumber");
      stepNotices.opened(steps.of(revocation));
    } else {
      userTasks.closed(id);
    }
    audit.append(
        account.username(),
        account.displayName(),
        revoke ? "revocation.approved" : "revocation.dismissed",
        id,
        decision.reason());
    return DecisionResult.recorded(decision.decision());
  }

  /**
   * {@code RecordRevocationNumber}: gives the clerk's document its number, or says why not. The
   * register itself tells the audit trail.
   */
  public DecisionResult recordNumber(String id, RevocationNumber entered) {
    var revocation = standing(id, RevocationStatus.NUMBER);
    var account = directory.activeAccount(entered.username()).orElse(null);
    var denial = denial(revocation, account, entered);
    RegisteredNumber number = null;
    if (denial == null) {
      try {
        number =
            numbers.register(
                revocation.documentType(),
                entered.date(),
                id,
                views.documentTitle(revocation),
                entered.wanted(),
                account.username());
      } catch (NumberRefused refusal) {
        denial = denial(refusal);
      }
    }
    if (denial != null) {
      return denied(revocation, entered.username(), account, denial, "RegisterRevocationNumber");
    }
    revocation.number(number);
    userTasks.closed(id);
    return DecisionResult.recorded("registered");
  }

  /**
   * {@code CarryOutRevocation}: an award of the Director falls; for a higher one the board is
   * asked.
   */
  public void carryOut(String id) {
    var revocation = standing(id, RevocationStatus.EXECUTION);
    if (revocation.inHouse()) {
      revoking.carryOut(revocation, revocation.numberSymbol(), revocation.numberDate());
      bySystem("revocation.carried-out", revocation, document(revocation));
    } else {
      revocation.askBoard();
      var recipient = mails.askBoard(revocation, document(revocation));
      bySystem("revocation.sent-to-board", revocation, recipient);
    }
  }

  /** Every end event: what the process ended with is what the register says. */
  public void recordOutcome(String id, RevocationStatus outcome) {
    var revocation = find(id);
    var expected =
        outcome == RevocationStatus.DISMISSED
            ? Set.of(RevocationStatus.DISMISSED)
            : Set.of(RevocationStatus.REVOKED, RevocationStatus.BOARD, RevocationStatus.UPHELD);
    if (!expected.contains(revocation.status())) {
      throw new IllegalStateException(
          "Revocation %s is %s, its process ended as %s"
              .formatted(id, revocation.status(), outcome));
    }
    revocation.processEnded(clock.instant());
    if (outcome == RevocationStatus.DISMISSED) {
      mails.tellProposerOfDismissal(revocation);
    }
  }

  private String denial(Revocation revocation, Account account, RevocationDecision decision) {
    if (account == null) {
      return notices.get("denial.unknown-account", decision.username());
    }
    var reason = access.judge(account).denial(revocation);
    if (reason != null) {
      return notices.get("revocation.denial." + reason, account.displayName());
    }
    if (decision.decision() == null || !CHOICES.contains(decision.decision())) {
      return notices.get("denial.no-choice");
    }
    if (decision.reason() == null) {
      return notices.get("denial.no-reason");
    }
    return decision.reason().length() > LONGEST_REASON ? notices.get("denial.long-reason") : null;
  }

  private String denial(Revocation revocation, Account account, RevocationNumber entered) {
    if (account == null) {
      return notices.get("denial.unknown-account", entered.username());
    }
    if (!account.has(Role.CLERK)) {
      return notices.get("revocation.denial.role", account.displayName());
    }
    if (revocation.isAbout(account)) {
      return notices.get("revocation.denial.own-award", account.displayName());
    }
    return entered.date() == null ? notices.get("revocation.denial.date") : null;
  }

  private String denial(NumberRefused refusal) {
    var args =
        Arrays.stream(refusal.args())
            .map(arg -> arg instanceof LocalDate date ? Notices.date(date) : arg)
            .toArray();
    return notices.get("revocation.number." + refusal.reason(), args);
  }

  private DecisionResult denied(
      Revocation revocation, String username, Account account, String denial, String element) {
    audit.append(
        username,
        account == null ? username : account.displayName(),
        "revocation.decision-denied",
        revocation.id(),
        denial);
    opened(revocation, element);
    return DecisionResult.denied(denial);
  }

  private String document(Revocation revocation) {
    return notices.get(
        "revocation.notice.document",
        revocation.numberSymbol(),
        Notices.date(revocation.numberDate()));
  }

  private void opened(Revocation revocation, String element) {
    userTasks.opened(revocation.id(), revocation.processInstanceKey(), element);
  }

  private void bySystem(String action, Revocation revocation, String reason) {
    audit.append(
        AuditTrail.SYSTEM, notices.get("audit-actor.system"), action, revocation.id(), reason);
  }

  private Revocation standing(String id, RevocationStatus expected) {
    var revocation =
        revocations.lock(id).orElseThrow(() -> new NoSuchElementException("Revocation " + id));
    if (revocation.status() != expected) {
      throw new IllegalStateException(
          "Revocation %s is %s, not %s".formatted(id, revocation.status(), expected));
    }
    return revocation;
  }

  private Revocation find(String id) {
    return revocations
        .findById(id)
        .orElseThrow(() -> new NoSuchElementException("Revocation " + id));
  }
}
