package vn.commendation.recovery;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.commendation.audit.AuditTrail;
import vn.commendation.engine.EngineInstances;

/**
 * Compares, and rebuilds if that is wanted, for who has no browser: {@code
 * --rebuild-engine=preview} changes nothing, {@code --rebuild-engine=run} does what that shows. The
 * application ends afterwards, with 0 if cases and engine agree.
 */
@Component
@ConditionalOnProperty("rebuild-engine")
class RebuildCommand implements ApplicationRunner, ExitCodeGenerator {

  private static final Logger log = LoggerFactory.getLogger(RebuildCommand.class);
  private static final String WHO = "--rebuild-engine";
  private static final int AT_ONCE = 500;

  private final EngineInstances engine;
  private final Reconciler reconciler;
  private final Reconciliations reconciliations;
  private final Rebuild rebuild;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private int exitCode = 1;

  RebuildCommand(
      EngineInstances engine,
      Reconciler reconciler,
      Reconciliations reconciliations,
      Rebuild rebuild,
      AuditTrail audit,
      TransactionTemplate transaction) {
    this.engine = engine;
    this.reconciler = reconciler;
    this.reconciliations = reconciliations;
    this.rebuild = rebuild;
    this.audit = audit;
    this.transaction = transaction;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    var wish = arguments.getOptionValues("rebuild-engine");
    if (!List.of("preview").equals(wish) && !List.of("run").equals(wish)) {
      log.error("Say --rebuild-engine=preview or --rebuild-engine=run; nothing was done");
      return;
    }
    engine.renew();
    var found = compare();
    if (wish.equals(List.of("run")) && found.drifts() > 0 && wanted(found.id())) {
      rebuild.run(found.id());
      show(found.id());
      found = compare();
    }
    exitCode = found.drifts() == 0 ? 0 : 1;
  }

  private record Found(String id, long drifts) {}

  private Found compare() {
    var id = reconciliations.begin(WHO);
    reconciler.run(id);
    show(id);
    return new Found(
        id, reconciliations.counts(id).values().stream().mapToLong(Long::longValue).sum());
  }

  private boolean wanted(String id) {
    return transaction.execute(
        status -> {
          if (!reconciliations.wanted(id, WHO)) {
            log.error("There is a newer comparison: somebody else is at it. Nothing was rebuilt");
            return false;
          }
          audit.append(AuditTrail.SYSTEM, WHO, "engine.rebuild", id, null);
          return true;
        });
  }

  private void show(String id) {
    var after = 0L;
    for (var lines = reconciliations.lines(id, after, AT_ONCE);
        !lines.isEmpty();
        lines = reconciliations.lines(id, after, AT_ONCE)) {
      for (var line : lines) {
        var drift = line.drift();
        log.info(
            "{} {} at {}: {}, in the engine at [{}]{}{}",
            drift.processId(),
            drift.title() == null ? drift.businessId() : drift.title(),
            drift.state(),
            drift.kind(),
            drift.found(),
            line.outcome() == null ? "" : ": " + line.outcome(),
            line.problem() == null ? "" : ", " + line.problem());
      }
      after = lines.getLast().id();
    }
  }

  @Override
  public int getExitCode() {
    return exitCode;
  }
}
