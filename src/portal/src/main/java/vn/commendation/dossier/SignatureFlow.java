package vn.commendation.dossier;

import static vn.commendation.dossier.Requirements.choices;
import static vn.commendation.dossier.Requirements.chosen;
import static vn.commendation.dossier.Requirements.denyLong;
import static vn.commendation.dossier.Requirements.requireChoice;
import static vn.commendation.dossier.Requirements.requireDecision;
import static vn.commendation.dossier.Requirements.requireReason;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.award.AwardRule;
import vn.commendation.directory.Account;
import vn.commendation.document.DocumentType;
import vn.commendation.document.NumberRefused;
import vn.commendation.document.NumberRegister;
import vn.commendation.engine.DecisionResult;
import vn.commendation.nomination.BatchedNominations;
import vn.commendation.nomination.NominationStatus;
import vn.commendation.notification.Notices;

/**
 * The leadership's part of the {@code dossier} process, from {@code ChooseSignatory} to {@code
 * IssueDecision}: who signs, the signature or the revision it asks for, and the number of what was
 * signed.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class SignatureFlow {

  private final Steps steps;
  private final Cases cases;
  private final Opening opening;
  private final Signatories signatories;
  private final Awarding awarding;
  private final BatchedNominations nominations;
  private final NumberRegister numbers;
  private final Notices notices;
  private final Clock clock;

  SignatureFlow(
      Steps steps,
      Cases cases,
      Opening opening,
      Signatories signatories,
      Awarding awarding,
      BatchedNominations nominations,
      NumberRegister numbers,
      Notices notices,
      Clock clock) {
    this.steps = steps;
    this.cases = cases;
    this.opening = opening;
    this.signatories = signatories;
    this.awarding = awarding;
    this.nominations = nominations;
    this.numbers = numbers;
    this.notices = notices;
    this.clock = clock;
  }

  /** {@code ChooseSignatory}: who may sign; what they may not sign goes into batches of its own. */
  public void chooseSignatory(String id) {
    var dossier = steps.at(DossierStatus.PROCESSING, id);
    var shares = signatories.split(dossier);
    var own = shares.getFirst();
    if (own.conflictNoted()) {
      dossier.noteConflict();
    }
    for (var share : shares.subList(1, shares.size())) {
      opening.splitOff(
          dossier,
          share.items(),
          share.conflictNoted(),
          dossier.openedBy(),
          notices.get("dossier-split.signatory"));
    }
    if (own.signatories().isEmpty()) {
      throw new IllegalStateException("There is no head to sign " + dossier.code() + " today");
    }
    var first = own.signatories().getFirst();
    dossier.signatory(first.name(), signatories.line(first));
    var due = cases.deadline(dossier, AwardRule::signatureDays);
    steps.waitFor(DossierStatus.SIGNATURE, due, dossier);
    steps.bySystem(
        dossier.conflictNoted() ? "dossier.signatory-conflict-noted" : "dossier.signatory-chosen",
        dossier,
        own.signatories().stream().map(Signatory::name).collect(Collectors.joining(", ")));
  }

  /** {@code RecordSignature}: per nominee, by somebody who is assigned to sign today. */
  public DecisionResult recordSignature(String id, String username, TaskEntry entry) {
    return steps.decide(
        id,
        DossierStatus.SIGNATURE,
        username,
        this::signatory,
        (dossier, by) -> {
          requireDecision(entry, Set.of("sign", "return"));
          if (entry.decision().equals("sign")) {
            return sign(dossier, by, entry);
          }
          requireReason(entry);
          steps.waitFor(DossierStatus.REVISION, dossier);
          steps.audit(by, "dossier.returned", dossier, entry.reason());
          return "return";
        });
  }

  /** {@code RecordRevision}: the Office takes nominees out, or the whole batch back. */
  public DecisionResult recordRevision(String id, String username, TaskEntry entry) {
    return steps.decide(
        id,
        DossierStatus.REVISION,
        username,
        (dossier, by) -> {
          requireDecision(entry, Set.of("resubmit", "dissolve"));
          requireReason(entry);
          return entry.decision().equals("dissolve")
              ? dissolve(dossier, by, entry)
              : resubmit(dossier, by, entry);
        });
  }

  /** {@code RecordNumber}: the clerk enters the signed document in the register. */
  public DecisionResult recordNumber(String id, String username, TaskEntry entry) {
    return steps.decide(
        id,
        DossierStatus.NUMBER,
        username,
        (dossier, by) -> {
          var signed = LocalDate.ofInstant(dossier.signedAt(), clock.getZone());
          if (entry.date() == null || entry.date().isBefore(signed)) {
            throw new Denied("denial.dossier.number-date", signed, LocalDate.now(clock));
          }
          try {
            var given =
                numbers.register(
                    dossier.inHouse() ? DocumentType.DECISION : DocumentType.PROPOSAL,
                    entry.date(),
                    id,
                    dossier.title(),
                    entry.number(),
                    by.username());
            dossier.numbered(given.symbol(), given.date());
          } catch (NumberRefused refused) {
            throw new Denied("denial.dossier.number-" + refused.reason(), refused.args());
          }
          steps.moveTo(DossierStatus.PROCESSING, dossier);
          steps.audit(by, "dossier.numbered", dossier, dossier.numberSymbol());
          return "recorded";
        });
  }

  /** {@code IssueDecision}: the Director's decision awards everybody on the signed list. */
  public void issueDecision(String id) {
    var dossier = steps.at(DossierStatus.PROCESSING, id);
    var signed = dossier.withStatus(ItemStatus.SIGNED);
    var described = cases.of(signed);
    for (var item : signed) {
      awarding.award(
          dossier,
          item,
          described.get(item.nominationId()),
          dossier.signedBy(),
          null,
          dossier.numberSymbol(),
          dossier.numberDate());
    }
    awarding.publish(dossier, described.values(), dossier.numberSymbol(), dossier.numberDate());
    steps.moveTo(DossierStatus.ISSUED, dossier);
    steps.bySystem("dossier.issued", dossier, dossier.numberSymbol());
  }

  /** Assigned today, and neither on the list nor a relative of somebody on it. */
  private Signatory signatory(Dossier dossier, Account account) {
    var assigned =
        signatories.assigned(dossier).stream()
            .filter(one -> one.username().equals(account.username()))
            .findFirst()
            .orElse(null);
    if (assigned == null) {
      throw signatories.unassigned(dossier, account);
    }
    if (!signatories.of(dossier).contains(assigned)) {
      throw new Denied(
          DossierAccess.onList(account, dossier)
              ? "denial.dossier.on-list"
              : "denial.dossier.relative-on-list",
          account.displayName());
    }
    return assigned;
  }

  private String sign(Dossier dossier, Account by, TaskEntry entry) {
    var choices = choices(dossier, entry);
    for (var item : dossier.standing()) {
      requireSignatureOrReason(item, choices);
    }
    var line = signatories.line(signatory(dossier, by));
    for (var item : dossier.standing()) {
      if (chosen(item, choices).equals("sign")) {
        item.become(ItemStatus.SIGNED, null);
        nominations.signed(item.nominationId(), by.username());
      } else {
        refuse(item, by, choices.get(item.nominationId()).reason());
      }
    }
    if (dossier.standing().isEmpty()) {
      steps.moveTo(DossierStatus.REFUSED, dossier);
      steps.audit(by, "dossier.refused", dossier, entry.reason());
      return "refuse";
    }
    dossier.signed(by, line, clock.instant());
    steps.waitFor(DossierStatus.NUMBER, dossier);
    steps.audit(by, "dossier.signed", dossier, entry.reason());
    return "sign";
  }

  private static void requireSignatureOrReason(DossierItem item, Map<String, Choice> choices) {
    requireChoice(item, choices, Set.of("sign", "refuse"));
    var reason = choices.get(item.nominationId()).reason();
    if (chosen(item, choices).equals("refuse")) {
      requireReason(item, reason);
    }
    denyLong(reason);
  }

  private void refuse(DossierItem item, Account by, String reason) {
    item.become(ItemStatus.REFUSED, reason);
    nominations.end(
        item.nominationId(),
        NominationStatus.REFUSED,
        by.username(),
        reason,
        null,
        LocalDate.now(clock));
  }

  private String dissolve(Dossier dossier, Account by, TaskEntry entry) {
    for (var item : dossier.standing()) {
      item.become(ItemStatus.REMOVED, entry.reason());
      nominations.leave(item.nominationId(), by.username(), entry.reason());
    }
    steps.moveTo(DossierStatus.DISSOLVED, dossier);
    steps.audit(by, "dossier.dissolved", dossier, entry.reason());
    return "dissolve";
  }

  private String resubmit(Dossier dossier, Account by, TaskEntry entry) {
    var choices = choices(dossier, entry);
    var removed =
        dossier.standing().stream().filter(item -> "remove".equals(chosen(item, choices))).toList();
    if (removed.size() == dossier.standing().size()) {
      throw new Denied("denial.dossier.nobody-left");
    }
    for (var item : removed) {
      item.become(ItemStatus.REMOVED, entry.reason());
      nominations.reopen(item.nominationId(), by.username(), entry.reason());
    }
    steps.moveTo(DossierStatus.PROCESSING, dossier);
    steps.audit(by, "dossier.resubmitted", dossier, entry.reason());
    return "resubmit";
  }
}
