package vn.commendation.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.engine.CaseProcess;
import vn.commendation.engine.EngineCommands;
import vn.commendation.notification.Notice;
import vn.commendation.notification.NoticeKind;
import vn.commendation.notification.Notifications;

/**
 * Compares all open cases with all running instances. A case that moves is seen half-way now and
 * then, and a search may lag: only what looks the same a while later is drift, and only of a case
 * that no command is on its way to.
 */
@Component
class Reconciler {

  private static final Logger log = LoggerFactory.getLogger(Reconciler.class);
  private static final int CASES_AT_ONCE = 500;

  private final List<CaseProcess> processes;
  private final Comparison comparison;
  private final Reconciliations reconciliations;
  private final EngineCommands commands;
  private final Notifications notifications;
  private final Directory directory;
  private final TransactionTemplate transaction;
  private final RecoveryProperties properties;

  Reconciler(
      List<CaseProcess> processes,
      Comparison comparison,
      Reconciliations reconciliations,
      EngineCommands commands,
      Notifications notifications,
      Directory directory,
      TransactionTemplate transaction,
      RecoveryProperties properties) {
    this.processes = processes;
    this.comparison = comparison;
    this.reconciliations = reconciliations;
    this.commands = commands;
    this.notifications = notifications;
    this.directory = directory;
    this.transaction = transaction;
    this.properties = properties;
  }

  /** Compares and keeps what was found. */
  void run(String id) {
    try {
      var before = reconciliations.latestFinished();
      var known = before.map(last -> reconciliations.identities(last.id())).orElse(Set.of());
      var drifts = new ArrayList<Drift>();
      var suspected = look();
      if (!suspected.drifts().isEmpty()) {
        Thread.sleep(properties.pause());
        drifts.addAll(confirmed(suspected));
      }
      transaction.executeWithoutResult(
          status -> {
            reconciliations.finish(id, drifts, suspected.cases(), suspected.running());
            if (drifts.stream().anyMatch(drift -> !known.contains(drift.identity()))) {
              tell(drifts.size());
            }
          });
      log.info(
          "{} open cases and {} running instances, {} of them disagree",
          suspected.cases(),
          suspected.running(),
          drifts.size());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (RuntimeException e) {
      reconciliations.fail(id, String.valueOf(e.getMessage()));
      throw e;
    }
  }

  private Comparison.Look look() {
    var looks = processes.stream().map(comparison::look).toList();
    return new Comparison.Look(
        looks.stream().flatMap(look -> look.drifts().stream()).toList(),
        looks.stream().mapToInt(Comparison.Look::cases).sum(),
        looks.stream().mapToInt(Comparison.Look::running).sum());
  }

  private List<Drift> confirmed(Comparison.Look suspected) {
    var first = suspected.drifts().stream().map(Drift::identity).collect(Collectors.toSet());
    var again = look().drifts().stream().filter(drift -> first.contains(drift.identity())).toList();
    var confirmed = new ArrayList<Drift>();
    for (var from = 0; from < again.size(); from += CASES_AT_ONCE) {
      var part = again.subList(from, Math.min(from + CASES_AT_ONCE, again.size()));
      var moving =
          commands.pending(part.stream().map(Drift::businessId).filter(Objects::nonNull).toList());
      part.stream()
          .filter(drift -> drift.businessId() == null || !moving.contains(drift.businessId()))
          .forEach(confirmed::add);
    }
    return confirmed;
  }

  private void tell(int drifts) {
    notifications.tell(
        directory.accountsWith(Set.of(Role.ADMIN)),
        Notice.of(NoticeKind.SYSTEM, "engine-drift", "/operations/reconciliation", drifts));
  }
}
