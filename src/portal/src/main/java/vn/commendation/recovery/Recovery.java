package vn.commendation.recovery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.audit.AuditTrail;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.scheduling.DurableTasks;

/**
 * Comparing cases with instances, and rebuilding what is found; both are done in the background.
 */
@Service
@Transactional
public class Recovery {

  static final String RECONCILE = "reconciliation";
  static final String REBUILD = "engine-rebuild";

  private static final int MOST_SHOWN = 200;

  private final Reconciliations reconciliations;
  private final DurableTasks tasks;
  private final Directory directory;
  private final AuditTrail audit;

  Recovery(
      Reconciliations reconciliations, DurableTasks tasks, Directory directory, AuditTrail audit) {
    this.reconciliations = reconciliations;
    this.tasks = tasks;
    this.directory = directory;
    this.audit = audit;
  }

  /**
   * The latest comparison.
   *
   * @param counts drifts by kind
   * @param lines the first of them
   */
  public record Report(
      Reconciliation reconciliation, Map<DriftKind, Long> counts, List<DriftLine> lines) {

    public long drifts() {
      return counts.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * A drift as a page shows it.
   *
   * @param named whether the instance names a case
   * @param state where the case stands, as its module names it; {@code null} if there is no case
   * @param found where its instances stand; empty if there are none
   */
  public record DriftLine(
      DriftKind kind,
      String processId,
      boolean named,
      String title,
      String path,
      String state,
      String found,
      List<Long> instances,
      Outcome outcome,
      String problem) {

    /** Name of what will be done about it. */
    public String remedy() {
      return switch (kind) {
        case MISSING, ENDED -> "create";
        case ELSEWHERE, BESIDE, SECOND -> "replace";
        case UNKNOWN -> named ? "cancel" : "look";
      };
    }

    /** Text of the step of the case. */
    public String stateKey() {
      return switch (processId) {
        case "nomination" -> "status." + state;
        case "revocation" -> "revocation.status." + state;
        default -> processId + "-status." + state;
      };
    }
  }

  /** What was found last; empty before the first comparison. */
  @Transactional(readOnly = true)
  public Optional<Report> report() {
    return reconciliations
        .latest()
        .map(
            latest ->
                new Report(
                    latest,
                    reconciliations.counts(latest.id()),
                    reconciliations.lines(latest.id(), 0, MOST_SHOWN).stream()
                        .map(Recovery::line)
                        .toList()));
  }

  private static DriftLine line(Reconciliations.Line line) {
    var drift = line.drift();
    return new DriftLine(
        drift.kind(),
        drift.processId(),
        drift.businessId() != null,
        drift.title(),
        drift.path(),
        drift.state(),
        drift.found(),
        drift.instances(),
        line.outcome(),
        line.problem());
  }

  /** What an account may have done. */
  public record Rights(boolean compare, boolean rebuild) {}

  @Transactional(readOnly = true)
  public Rights rights(String username) {
    return rights(directory.account(username));
  }

  private static Rights rights(Account account) {
    return new Rights(account.has(Role.ADMIN, Role.OFFICE_CHIEF), account.has(Role.ADMIN));
  }

  /** Compares as soon as can be; does nothing while a comparison or a rebuild runs. */
  public void compare(String username) {
    if (!rights(directory.account(username)).compare()) {
      throw new AccessDeniedException("compare");
    }
    if (reconciliations.latest().filter(Reconciliation::running).isEmpty()) {
      request(directory.account(username).displayName());
    }
  }

  /** Compares at night. */
  void compare() {
    if (reconciliations.latest().filter(Reconciliation::running).isEmpty()) {
      request(null);
    }
  }

  /** Compares after a rebuild. */
  void request(String by) {
    tasks.schedule(RECONCILE, reconciliations.begin(by));
  }

  /**
   * Rebuilds what a comparison has found.
   *
   * @param id of the comparison whose result was seen
   * @return false if it is not the latest any more, or was done before
   */
  public boolean rebuild(String id, String username) {
    var account = directory.account(username);
    if (!rights(account).rebuild()) {
      throw new AccessDeniedException("rebuild");
    }
    if (!reconciliations.wanted(id, account.displayName())) {
      return false;
    }
    audit.append(username, account.displayName(), "engine.rebuild", id, null);
    tasks.schedule(REBUILD, id);
    return true;
  }
}
