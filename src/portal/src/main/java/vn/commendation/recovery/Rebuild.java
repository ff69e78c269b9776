package vn.commendation.recovery;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.commendation.engine.CannotPlace;
import vn.commendation.engine.CaseInstances;
import vn.commendation.engine.CaseProcess;
import vn.commendation.engine.EngineCommands;
import vn.commendation.engine.EngineInstances;
import vn.commendation.engine.EngineInstances.Running;
import vn.commendation.engine.Placement;
import vn.commendation.recovery.Reconciliations.Line;

/**
 * Gives every case that a comparison found without the right instance one at its step, from the
 * database alone. What has become right meanwhile is left alone.
 *
 * <p>A case has one instance, whatever dies in between: its claim is written before an instance is
 * created, the instance carries the claim's token, and only the instance that is noted for the
 * claim may do anything. Whoever comes upon a claim without an instance looks for one with its
 * token first.
 */
@Component
class Rebuild {

  private static final Logger log = LoggerFactory.getLogger(Rebuild.class);
  private static final int AT_ONCE = 100;

  private final Map<String, CaseProcess> processes;
  private final EngineInstances engine;
  private final CaseInstances instances;
  private final EngineCommands commands;
  private final Reconciliations reconciliations;
  private final TransactionTemplate transaction;

  Rebuild(
      List<CaseProcess> processes,
      EngineInstances engine,
      CaseInstances instances,
      EngineCommands commands,
      Reconciliations reconciliations,
      TransactionTemplate transaction) {
    this.processes =
        processes.stream().collect(Collectors.toMap(CaseProcess::processId, Function.identity()));
    this.engine = engine;
    this.instances = instances;
    this.commands = commands;
    this.reconciliations = reconciliations;
    this.transaction = transaction;
  }

  /**
   * Does what a comparison asks for. One case that cannot be rebuilt stops no other; if the engine
   * does not answer, the rest is done when this is tried again.
   */
  void run(String reconciliation) {
    try {
      rebuild(reconciliation);
    } catch (RuntimeException e) {
      reconciliations.fail(reconciliation, String.valueOf(e.getMessage()));
      throw e;
    }
  }

  private void rebuild(String reconciliation) {
    engine.renew();
    List<Line> lines;
    for (var after = 0L;
        !(lines = reconciliations.lines(reconciliation, after, AT_ONCE)).isEmpty();
        after = lines.getLast().id()) {
      lines.stream().filter(line -> line.outcome() == null).forEach(this::mend);
    }
    reconciliations.rebuilt(reconciliation);
  }

  private void mend(Line line) {
    try {
      reconciliations.done(line.id(), mend(line.drift()), null);
    } catch (CannotPlace e) {
      reconciliations.done(line.id(), Outcome.FAILED, e.getMessage());
    } catch (RuntimeException e) {
      if (!engine.answers()) {
        throw e;
      }
      log.warn("{} cannot be rebuilt", line.drift().businessId(), e);
      reconciliations.done(line.id(), Outcome.FAILED, String.valueOf(e.getMessage()));
    }
  }

  private Outcome mend(Drift drift) {
    var process = processes.get(drift.processId());
    if (drift.businessId() == null) {
      throw new CannotPlace("The instance names no case");
    }
    return mend(process, drift.businessId());
  }

  /** Sees to it that a case has one instance at its step, or none if it needs none. */
  Outcome mend(CaseProcess process, String businessId) {
    var running = engine.running(process, businessId);
    var open = process.find(businessId);
    if (open.isEmpty()) {
      running.forEach(instance -> engine.cancel(instance.key()));
      return running.isEmpty() ? Outcome.RIGHT : Outcome.CANCELLED;
    }
    var rebuilt = instances.of(businessId).orElse(null);
    if (!running.isEmpty()) {
      if (Comparison.kind(process, open.get(), rebuilt, running) == null
          && (rebuilt == null || rebuilt.processInstanceKey() != null)) {
        return Outcome.RIGHT;
      }
      var created = rebuilt != null && rebuilt.processInstanceKey() == null;
      if (created
          && running.size() == 1
          && running.getFirst().isOf(rebuilt)
          && Comparison.stands(process, open.get(), running.getFirst())
          && tie(process, businessId, rebuilt.token(), running.getFirst())) {
        return Outcome.TIED;
      }
    }
    running.forEach(instance -> engine.cancel(instance.key()));
    return create(process, businessId);
  }

  private record Claim(String token, Placement placement) {}

  private Outcome create(CaseProcess process, String businessId) {
    var claim =
        transaction.execute(
            status ->
                process
                    .release(businessId)
                    .map(
                        placement ->
                            new Claim(instances.claim(businessId, process.processId()), placement))
                    .orElse(null));
    if (claim == null) {
      return Outcome.RIGHT;
    }
    var key = engine.create(process, claim.placement(), claim.token());
    var noted =
        transaction.execute(
            status -> note(process, businessId, claim.token(), key, claim.placement()));
    if (!noted && !isCarriedBy(businessId, key)) {
      // somebody else has claimed the case meanwhile
      engine.cancel(key);
    }
    return Outcome.REBUILT;
  }

  private boolean isCarriedBy(String businessId, long key) {
    return instances
        .of(businessId)
        .filter(rebuilt -> Long.valueOf(key).equals(rebuilt.processInstanceKey()))
        .isPresent();
  }

  /** Ties a case to the instance that an earlier attempt created and could not note any more. */
  private boolean tie(CaseProcess process, String businessId, String token, Running instance) {
    return transaction.execute(
        status ->
            process
                .release(businessId)
                .map(placement -> note(process, businessId, token, instance.key(), placement))
                .orElse(false));
  }

  private boolean note(
      CaseProcess process, String businessId, String token, long key, Placement placement) {
    if (!instances.carried(businessId, token, key)) {
      return false;
    }
    process.carriedBy(businessId, key, placement);
    for (var message : placement.messages()) {
      commands.tell(
          message.name(),
          message.correlationKey(),
          message.id() + ":" + token,
          businessId,
          message.variables());
    }
    return true;
  }
}
