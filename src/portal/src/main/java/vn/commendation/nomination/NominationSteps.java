package vn.commendation.nomination;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.work.OpenStep;
import vn.commendation.work.StepSource;

/** The steps of cases that wait for somebody. */
@Component
@Transactional(readOnly = true)
class NominationSteps implements StepSource {

  /**
   * The end of a supplement is not among them: the process reminds of it, and ends the case with
   * it.
   */
  private static final Set<NominationStatus> REMINDED_OF =
      Set.of(NominationStatus.OFFICE_REVIEW, NominationStatus.CONSENT);

  private final NominationRepository nominations;
  private final Directory directory;

  NominationSteps(NominationRepository nominations, Directory directory) {
    this.nominations = nominations;
    this.directory = directory;
  }

  @Override
  public List<OpenStep> dueUntil(Instant until, int most) {
    var due = nominations.due(REMINDED_OF, until, PageRequest.of(0, most));
    if (due.isEmpty()) {
      return List.of();
    }
    var accounts =
        directory.accountsWith(
            Set.copyOf(
                Stream.of(Step.values())
                    .flatMap(step -> NominationAccess.deciders(step).stream())
                    .distinct()
                    .toList()));
    return due.stream().map(nomination -> step(nomination, accounts)).toList();
  }

  @Override
  public Optional<OpenStep> open(String id) {
    return nominations
        .findById(id)
        .filter(nomination -> Step.of(nomination.status()).isPresent())
        .map(this::of);
  }

  /** The step a case waits at. */
  OpenStep of(Nomination nomination) {
    var step = Step.of(nomination.status()).orElseThrow();
    return step(nomination, directory.accountsWith(NominationAccess.deciders(step)));
  }

  private static OpenStep step(Nomination nomination, List<Account> accounts) {
    var step = Step.of(nomination.status()).orElseThrow();
    return new OpenStep(
        nomination.getId(),
        "status." + nomination.status(),
        "%s – %s".formatted(nomination.code(), nomination.nomineeName()),
        nomination.dueAt(),
        "/nominations/" + nomination.getId(),
        accounts.stream()
            .filter(account -> NominationAccess.denial(step, account, nomination) == null)
            .toList());
  }
}
