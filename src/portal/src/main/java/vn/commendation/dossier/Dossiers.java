package vn.commendation.dossier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.audit.AuditTrail;
import vn.commendation.award.DecidingAuthority;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.nomination.AcceptedNomination;
import vn.commendation.nomination.BatchedNominations;
import vn.commendation.nomination.NominationConflict;

/** What people do with batches in the portal. */
@Service
@Transactional
public class Dossiers {

  /** More would not fit into one mail to the board. */
  static final int MOST_ITEMS = 100;

  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_REASON = 1000;

  private final DossierRepository dossiers;
  private final DossierViews views;
  private final Opening opening;
  private final BatchedNominations nominations;
  private final Council council;
  private final Conflicts conflicts;
  private final Directory directory;
  private final AuditTrail audit;
  private final Clock clock;

  Dossiers(
      DossierRepository dossiers,
      DossierViews views,
      Opening opening,
      BatchedNominations nominations,
      Council council,
      Conflicts conflicts,
      Directory directory,
      AuditTrail audit,
      Clock clock) {
    this.dossiers = dossiers;
    this.views = views;
    this.opening = opening;
    this.nominations = nominations;
    this.council = council;
    this.conflicts = conflicts;
    this.directory = directory;
    this.audit = audit;
    this.clock = clock;
  }

  /** Batches, the latest change first. */
  @Transactional(readOnly = true)
  public Page<DossierSummary> search(DossierFilter filter, Pageable pageable) {
    var page =
        dossiers.search(
            filter.status(),
            filter.overdue() ? clock.instant() : null,
            containing(filter.text()),
            pageable);
    return new PageImpl<>(
        views.summaries(page.getContent()), page.getPageable(), page.getTotalElements());
  }

  /** Everything about one batch; empty if there is none. */
  @Transactional(readOnly = true)
  public Optional<DossierDetails> details(String id, String username) {
    var account = directory.account(username);
    return dossiers
        .findById(id)
        .filter(dossier -> views.maySee(account, dossier))
        .map(dossier -> views.details(dossier, account));
  }

  /** Whether this account may open batches. */
  @Transactional(readOnly = true)
  public boolean mayOpen(String username) {
    return DossierAccess.mayOpen(directory.account(username));
  }

  /** Accepted nominations of an authority that are in no batch, by award. */
  @Transactional(readOnly = true)
  public Map<String, List<Candidate>> candidates(DecidingAuthority authority) {
    return nominations.accepted(authority).stream()
        .map(
            one ->
                new Candidate(
                    one.id(),
                    one.code(),
                    one.nomineeName(),
                    one.unitName(),
                    one.awardName(),
                    one.campaignTitle(),
                    one.title(),
                    one.routing().ballot(),
                    one.routing().disclosure()))
        .collect(
            Collectors.groupingBy(Candidate::awardName, LinkedHashMap::new, Collectors.toList()));
  }

  /**
   * Opens a batch and starts its process.
   *
   * @return its id
   * @throws DossierRefused if nothing was chosen, the chosen do not go the same way, one of them is
   *     in another batch by now or is about the account itself
   */
  public String open(NewDossier form, String username) {
    var account = directory.account(username);
    if (!DossierAccess.mayOpen(account)) {
      throw new DossierRefused("role");
    }
    var title = form.title() == null ? "" : form.title().strip();
    if (title.isEmpty() || title.length() > LONGEST_TITLE) {
      throw new DossierRefused("title", LONGEST_TITLE);
    }
    var ids = new HashSet<>(form.nominationIds());
    if (form.authority() == null || ids.isEmpty() || ids.size() > MOST_ITEMS) {
      throw new DossierRefused("nobody-chosen", MOST_ITEMS);
    }
    var chosen =
        nominations.accepted(form.authority()).stream()
            .filter(one -> ids.contains(one.id()))
            .toList();
    if (chosen.size() != ids.size()) {
      throw new DossierRefused("taken");
    }
    requireSameWay(chosen);
    for (var one : chosen) {
      if (one.personId() != null && one.personId() == account.person().id()) {
        throw new DossierRefused("own-case", one.code());
      }
    }
    var way = chosen.getFirst().routing();
    var dossier =
        Dossier.open(
            opening.nextCode(),
            title,
            form.authority(),
            way.ballot(),
            way.disclosure(),
            account,
            clock.instant());
    for (var one : chosen) {
      dossier.add(one, directory.account(one.nominator()).person().id());
    }
    try {
      opening.start(dossier);
    } catch (NominationConflict overtaken) {
      throw new DossierRefused("taken");
    }
    audit(account, "dossier.opened", dossier.getId(), dossier.code());
    return dossier.getId();
  }

  /** What may be declared by whom; empty if there is no such batch or nothing may be. */
  @Transactional(readOnly = true)
  public Optional<ConflictForm> conflictForm(String id, String username) {
    var account = directory.account(username);
    return dossiers
        .findById(id)
        .filter(dossier -> views.mayDeclare(dossier, account))
        .map(
            dossier -> {
              var members = council.inForce(LocalDate.now(clock));
              return new ConflictForm(
                  views.summaries(List.of(dossier)).getFirst(),
                  views.declarable(account, members),
                  dossier.standing().stream().map(DossierItem::view).toList(),
                  conflicts.of(dossier, members));
            });
  }

  /**
   * Declares that a council member has no vote on a nominee.
   *
   * @throws DossierRefused if the ballot was recorded, the account may not declare for the member,
   *     there is such a conflict already, or the reason is missing
   */
  public void declareConflict(
      String id, String nominationId, long memberId, String reason, String username) {
    var account = directory.account(username);
    var dossier = dossiers.lock(id).orElseThrow(() -> new DossierRefused("unknown"));
    if (!dossier.ballotRequired() || dossier.status() != DossierStatus.BALLOT) {
      throw new DossierRefused("ballot-over");
    }
    var members = council.inForce(LocalDate.now(clock));
    var member =
        views.declarable(account, members).stream()
            .filter(one -> one.personId() == memberId)
            .findFirst()
            .orElseThrow(() -> new DossierRefused("role"));
    var item =
        dossier
            .item(nominationId)
            .filter(DossierItem::standing)
            .orElseThrow(() -> new DossierRefused("not-in-batch"));
    if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new DossierRefused("reason", LONGEST_REASON);
    }
    if (conflicts.of(dossier, members).stream()
        .anyMatch(one -> one.nominationId().equals(nominationId) && one.personId() == memberId)) {
      throw new DossierRefused("conflict-known", member.name(), item.nomineeName());
    }
    conflicts.declare(
        id,
        new Conflict(nominationId, memberId, member.name(), ConflictKind.DECLARED, reason.strip()),
        account);
    dossier.touch(clock.instant());
    audit(
        account,
        "dossier.conflict-declared",
        id,
        "%s – %s: %s".formatted(member.name(), item.nomineeName(), reason.strip()));
  }

  /** All go the same way through the process, or the list could not stay together. */
  private static void requireSameWay(List<AcceptedNomination> chosen) {
    var first = chosen.getFirst();
    for (var one : chosen) {
      if (one.routing().ballot() != first.routing().ballot()) {
        throw new DossierRefused("mixed-ballot", first.code(), one.code());
      }
      if (one.routing().disclosure() != first.routing().disclosure()) {
        throw new DossierRefused("mixed-disclosure", first.code(), one.code());
      }
    }
  }

  private void audit(Account by, String action, String id, String reason) {
    audit.append(by.username(), by.displayName(), action, id, reason);
  }

  private static String containing(String text) {
    return text == null
        ? null
        : "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
  }
}
