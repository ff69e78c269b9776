package vn.commendation.dossier;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.commendation.audit.AuditTrail;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.engine.DecisionResult;
import vn.commendation.engine.UserTasks;
import vn.commendation.notification.Notices;
import vn.commendation.notification.StepNotices;
import vn.commendation.publication.Objection;

/**
 * What all steps of the {@code dossier} process have in common: the batch is locked first, who
 * decides must be allowed to, and where the batch goes next is noted with it.
 *
 * <p>A decision that breaks a rule changes nothing: it is denied with the reason, the attempt is in
 * the audit trail and the task opens again. Not transactional itself, for a {@link Denied} passing
 * a transaction's boundary would roll back that very entry.
 */
@Component
class Steps {

  private final DossierRepository dossiers;
  private final Directory directory;
  private final UserTasks userTasks;
  private final DossierSteps openSteps;
  private final StepNotices stepNotices;
  private final AuditTrail audit;
  private final Notices notices;
  private final Clock clock;

  Steps(
      DossierRepository dossiers,
      Directory directory,
      UserTasks userTasks,
      DossierSteps openSteps,
      StepNotices stepNotices,
      AuditTrail audit,
      Notices notices,
      Clock clock) {
    this.dossiers = dossiers;
    this.directory = directory;
    this.userTasks = userTasks;
    this.openSteps = openSteps;
    this.stepNotices = stepNotices;
    this.audit = audit;
    this.notices = notices;
    this.clock = clock;
  }

  /** Throws {@link Denied} if the account may not decide on the batch. */
  @FunctionalInterface
  interface Access {
    void check(Dossier dossier, Account by);
  }

  /** Answers the outcome; throws {@link Denied} before it changes anything. */
  @FunctionalInterface
  interface Decision {
    String by(Dossier dossier, Account account);
  }

  Dossier find(String id) {
    return dossiers.findById(id).orElseThrow();
  }

  Dossier lock(String id) {
    return dossiers
        .lock(id)
        .orElseThrow(() -> new IllegalStateException("There is no dossier " + id));
  }

  /** The batch, locked. */
  Dossier at(DossierStatus expected, String id) {
    var dossier = lock(id);
    if (dossier.status() != expected) {
      throw new IllegalStateException(
          "Dossier %s is %s, not %s".formatted(id, dossier.status(), expected));
    }
    return dossier;
  }

  /** Records what somebody with the step's role and off the list decided in its user task. */
  DecisionResult decide(String id, DossierStatus step, String username, Decision decision) {
    return decide(
        id,
        step,
        username,
        (dossier, by) -> {
          requireRole(DossierAccess.decides(by, step), by);
          if (DossierAccess.onList(by, dossier)) {
            throw new Denied("denial.dossier.on-list", by.displayName());
          }
        },
        decision);
  }

  /** Records what somebody decided in the user task of a step. */
  DecisionResult decide(
      String id, DossierStatus step, String username, Access access, Decision decision) {
    var dossier = at(step, id);
    var result =
        decide(
            dossier,
            username,
            access,
            (locked, by) -> {
              userTasks.closed(id);
              return decision.by(locked, by);
            });
    if (result.denial() != null) {
      userTasks.opened(id, dossier.processInstanceKey(), step.element());
    }
    return result;
  }

  /** Records what somebody decided beside the step the batch is at. */
  DecisionResult decide(Dossier dossier, String username, Access access, Decision decision) {
    var account = directory.activeAccount(username).orElse(null);
    try {
      if (account == null) {
        throw new Denied("denial.unknown-account", username);
      }
      access.check(dossier, account);
      return DecisionResult.recorded(decision.by(dossier, account));
    } catch (Denied denied) {
      var reason = denied.reason(notices);
      audit.append(
          username,
          account == null ? username : account.displayName(),
          "dossier.decision-denied",
          dossier.getId(),
          reason);
      return DecisionResult.denied(reason);
    }
  }

  static void requireRole(boolean held, Account account) {
    if (!held) {
      throw new Denied("denial.role", account.displayName());
    }
  }

  /** On to what comes without a person, or to the end if there is nobody left. */
  void proceed(Dossier dossier) {
    moveTo(
        dossier.standing().isEmpty() ? DossierStatus.NO_NOMINEE : DossierStatus.PROCESSING,
        dossier);
  }

  /** On to a status nobody has to decide in. */
  void moveTo(DossierStatus next, Dossier dossier) {
    dossier.moveTo(next, null, clock.instant());
  }

  /** On to a user task, without a time for it. */
  void waitFor(DossierStatus step, Dossier dossier) {
    waitFor(step, null, dossier);
  }

  /** On to a user task. */
  void waitFor(DossierStatus step, Instant due, Dossier dossier) {
    dossier.moveTo(step, due, clock.instant());
    userTasks.opened(dossier.getId(), dossier.processInstanceKey(), step.element());
    if (step != DossierStatus.BOARD) {
      // there is nothing to do before the province answers; its delay is reminded of
      stepNotices.opened(openSteps.of(dossier));
    }
  }

  /** Tells whom an objection waits for. */
  void tell(Objection objection, Dossier dossier) {
    stepNotices.opened(openSteps.of(objection, dossier));
  }

  void audit(Account by, String action, Dossier dossier, String reason) {
    audit.append(by.username(), by.displayName(), action, dossier.getId(), reason);
  }

  void bySystem(String action, Dossier dossier, String reason) {
    audit.append(
        AuditTrail.SYSTEM, notices.get("audit-actor.system"), action, dossier.getId(), reason);
  }
}
