package vn.commendation.revocation;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.directory.Account;
import vn.commendation.directory.Role;
import vn.commendation.engine.UserTasks;
import vn.commendation.work.WaitingWork;
import vn.commendation.work.WorkSource;

/** Revocations that wait for somebody. */
@Component
class RevocationWork implements WorkSource {

  private static final int MOST = 50;

  private final RevocationRepository revocations;
  private final RevocationAccess access;
  private final Rechecks rechecks;
  private final UserTasks userTasks;

  RevocationWork(
      RevocationRepository revocations,
      RevocationAccess access,
      Rechecks rechecks,
      UserTasks userTasks) {
    this.revocations = revocations;
    this.access = access;
    this.rechecks = rechecks;
    this.userTasks = userTasks;
  }

  @Override
  @Transactional(readOnly = true)
  public List<WaitingWork> waitingFor(Account account) {
    return Stream.concat(inTasklist(account).stream(), inPortal(account).stream()).toList();
  }

  private List<WaitingWork> inTasklist(Account account) {
    var statuses = new ArrayList<RevocationStatus>();
    if (account.has(Role.DIRECTOR, Role.DEPUTY_DIRECTOR)) {
      statuses.add(RevocationStatus.DECISION);
    }
    if (account.has(Role.CLERK)) {
      statuses.add(RevocationStatus.NUMBER);
    }
    if (statuses.isEmpty()) {
      return List.of();
    }
    var judge = access.judge(account);
    var waiting =
        revocations.waiting(statuses, PageRequest.of(0, MOST)).stream()
            .filter(revocation -> RevocationViews.decides(revocation, judge))
            .toList();
    var links = userTasks.links(waiting.stream().map(Revocation::id).toList());
    return waiting.stream()
        .map(
            revocation ->
                work(
                    revocation,
                    revocation.status() == RevocationStatus.DECISION
                        ? "revocation.step.decision"
                        : "revocation.step.number",
                    links))
        .toList();
  }

  private List<WaitingWork> inPortal(Account account) {
    if (!RevocationAccess.isOffice(account)) {
      return List.of();
    }
    var answers = revocations.waiting(List.of(RevocationStatus.BOARD), PageRequest.of(0, MOST));
    var checks = revocations.findByIdIn(rechecks.open(MOST));
    return Stream.concat(
            answers.stream().map(revocation -> work(revocation, "revocation.step.board", Map.of())),
            checks.stream()
                .map(revocation -> work(revocation, "revocation.step.recheck", Map.of())))
        .toList();
  }

  private static WaitingWork work(Revocation revocation, String step, Map<String, URI> links) {
    return new WaitingWork(
        "%s · %s".formatted(revocation.code(), revocation.nomineeName()),
        step,
        revocation.dueAt(),
        "/revocations/" + revocation.id(),
        Optional.ofNullable(links.get(revocation.id())).map(URI::toString).orElse(null));
  }
}
