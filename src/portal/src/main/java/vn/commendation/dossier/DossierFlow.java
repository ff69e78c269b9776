package vn.commendation.dossier;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.award.AwardRule;
import vn.commendation.engine.UserTasks;
import vn.commendation.nomination.NominationLeftBatch;

/**
 * The {@code dossier} process from {@code DossierOpened} to its ends; {@link CouncilFlow}, {@link
 * DisclosureFlow}, {@link SignatureFlow} and {@link BoardFlow} are what lies between. All have one
 * method per service task, which runs in the transaction that notes its job as handled.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class DossierFlow {

  private final Steps steps;
  private final DossierTasks tasks;
  private final Cases cases;
  private final Quotas quotas;
  private final UserTasks userTasks;
  private final Clock clock;

  DossierFlow(
      Steps steps,
      DossierTasks tasks,
      Cases cases,
      Quotas quotas,
      UserTasks userTasks,
      Clock clock) {
    this.steps = steps;
    this.tasks = tasks;
    this.cases = cases;
    this.quotas = quotas;
    this.userTasks = userTasks;
    this.clock = clock;
  }

  /** What the next task's form shows. */
  @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
  public DossierTask taskView(String id) {
    return tasks.of(steps.find(id));
  }

  /**
   * {@code PrepareDossier}: on to the ballot, if the rules ask for one; else the places are counted
   * at once. A follow-up batch has both behind it.
   */
  public void prepare(String id, long processInstanceKey) {
    var dossier = steps.at(DossierStatus.PROCESSING, id);
    dossier.carriedBy(processInstanceKey);
    if (dossier.ballotRequired()) {
      var due = cases.deadline(dossier, AwardRule::reviewDays);
      steps.waitFor(DossierStatus.BALLOT, due, dossier);
    } else if (dossier.followUpOf() == null) {
      dossier.quotas(quotas.of(dossier));
    }
  }

  /** Every end event: the batch is closed as it was decided. */
  public void recordOutcome(String id, DossierStatus outcome) {
    var dossier = steps.at(outcome, id);
    dossier.close(clock.instant());
    userTasks.closed(id);
    steps.bySystem("dossier.closed", dossier, null);
  }

  /** A unit withdrew its nomination; the others go on. */
  @EventListener
  public void nominationLeft(NominationLeftBatch left) {
    var dossier = steps.lock(left.dossierId());
    dossier
        .item(left.nominationId())
        .ifPresent(
            item -> {
              item.become(ItemStatus.WITHDRAWN, null);
              dossier.touch(clock.instant());
              steps.bySystem("dossier.nominee-withdrawn", dossier, item.nomineeName());
            });
  }
}
