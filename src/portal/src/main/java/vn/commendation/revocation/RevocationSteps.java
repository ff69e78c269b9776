package vn.commendation.revocation;

import static vn.commendation.revocation.RevocationStatus.DECISION;
import static vn.commendation.revocation.RevocationStatus.NUMBER;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.work.OpenStep;
import vn.commendation.work.StepSource;

/** The steps of revocations that wait for somebody. */
@Component
@Transactional(readOnly = true)
class RevocationSteps implements StepSource {

  private static final Set<RevocationStatus> STEPS = Set.of(DECISION, NUMBER);

  private final RevocationRepository revocations;
  private final RevocationAccess access;
  private final Directory directory;

  RevocationSteps(RevocationRepository revocations, RevocationAccess access, Directory directory) {
    this.revocations = revocations;
    this.access = access;
    this.directory = directory;
  }

  @Override
  public List<OpenStep> dueUntil(Instant until, int most) {
    return revocations.due(STEPS, until, PageRequest.of(0, most)).stream().map(this::of).toList();
  }

  @Override
  public Optional<OpenStep> open(String id) {
    return revocations
        .findById(id)
        .filter(revocation -> STEPS.contains(revocation.status()))
        .map(this::of);
  }

  /** The step a revocation waits at. */
  OpenStep of(Revocation revocation) {
    return new OpenStep(
        revocation.id(),
        revocation.status() == DECISION ? "revocation.step.decision" : "revocation.step.number",
        "%s – %s".formatted(revocation.code(), revocation.nomineeName()),
        revocation.dueAt(),
        "/revocations/" + revocation.id(),
        actors(revocation));
  }

  private List<Account> actors(Revocation revocation) {
    if (revocation.status() == DECISION) {
      return access.signatories(revocation).stream()
          .flatMap(username -> directory.activeAccount(username).stream())
          .toList();
    }
    return directory.accountsWith(Set.of(Role.CLERK)).stream()
        .filter(account -> !revocation.isAbout(account))
        .toList();
  }
}
