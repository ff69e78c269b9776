package vn.commendation.dossier;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.publication.Objection;
import vn.commendation.publication.Objections;
import vn.commendation.work.OpenStep;
import vn.commendation.work.StepSource;

/** The steps of batches, and the objections, that wait for somebody. */
@Component
@Transactional(readOnly = true)
class DossierSteps implements StepSource {

  private static final Set<DossierStatus> DECIDED_BY_PEOPLE =
      Arrays.stream(DossierStatus.values())
          .filter(DossierStatus::decidedByPeople)
          .collect(Collectors.toUnmodifiableSet());

  private final DossierRepository dossiers;
  private final Signatories signatories;
  private final Objections objections;
  private final Directory directory;

  DossierSteps(
      DossierRepository dossiers,
      Signatories signatories,
      Objections objections,
      Directory directory) {
    this.dossiers = dossiers;
    this.signatories = signatories;
    this.objections = objections;
    this.directory = directory;
  }

  /** An objection is due when the disclosure ends: then its nominee is left behind. */
  @Override
  public List<OpenStep> dueUntil(Instant until, int most) {
    var steps =
        dossiers.due(DECIDED_BY_PEOPLE, until, PageRequest.of(0, most)).stream().map(this::of);
    var open = objections.openUntil(until, most);
    if (open.isEmpty()) {
      return steps.toList();
    }
    var lists =
        dossiers
            .findByIdIn(open.stream().map(Objection::dossierId).collect(Collectors.toSet()))
            .stream()
            .collect(Collectors.toMap(Dossier::getId, dossier -> dossier));
    return Stream.concat(
            steps,
            open.stream()
                .filter(objection -> lists.containsKey(objection.dossierId()))
                .map(objection -> of(objection, lists.get(objection.dossierId()))))
        .toList();
  }

  @Override
  public Optional<OpenStep> open(String id) {
    return dossiers
        .findById(id)
        .filter(dossier -> dossier.status().decidedByPeople())
        .map(this::of)
        .or(
            () ->
                objections
                    .find(id)
                    .filter(objection -> objection.upheld() == null)
                    .flatMap(
                        objection ->
                            dossiers
                                .findById(objection.dossierId())
                                .map(dossier -> of(objection, dossier))));
  }

  /** The step a batch waits at. */
  OpenStep of(Dossier dossier) {
    return new OpenStep(
        dossier.getId(),
        "dossier-status." + dossier.status(),
        "%s – %s".formatted(dossier.code(), dossier.title()),
        dossier.dueAt(),
        path(dossier),
        actors(dossier));
  }

  /** The answer an objection waits for. */
  OpenStep of(Objection objection, Dossier dossier) {
    return new OpenStep(
        objection.id(),
        "dossier-objection-open",
        "%s – %s".formatted(dossier.code(), objection.nomineeName()),
        dossier.disclosedUntil(),
        path(dossier),
        accounts(DossierAccess.deciders(DossierStatus.REVISION)).stream()
            .filter(account -> !account.username().equals(objection.raisedBy()))
            .filter(
                account ->
                    dossier
                        .item(objection.nominationId())
                        .filter(item -> DossierAccess.isNominee(account.person().id(), item))
                        .isEmpty())
            .toList());
  }

  private List<Account> actors(Dossier dossier) {
    if (dossier.status() == DossierStatus.SIGNATURE) {
      return signatories.of(dossier).stream()
          .map(Signatory::username)
          .filter(Objects::nonNull)
          .distinct()
          .flatMap(username -> directory.activeAccount(username).stream())
          .toList();
    }
    return accounts(DossierAccess.deciders(dossier.status())).stream()
        .filter(account -> !DossierAccess.onList(account, dossier))
        .toList();
  }

  private List<Account> accounts(Set<Role> roles) {
    return directory.accountsWith(roles);
  }

  private static String path(Dossier dossier) {
    return "/dossiers/" + dossier.getId();
  }
}
