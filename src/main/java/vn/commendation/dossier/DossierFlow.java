package vn.commendation.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.audit.AuditTrail;
import vn.commendation.award.AwardRule;
import vn.commendation.award.QuotaScope;
import vn.commendation.calendar.WorkingCalendar;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Relatives;
import vn.commendation.document.DocumentType;
import vn.commendation.document.NumberRefused;
import vn.commendation.document.NumberRegister;
import vn.commendation.engine.DecisionResult;
import vn.commendation.engine.EngineCommands;
import vn.commendation.engine.UserTasks;
import vn.commendation.facts.AwardGiven;
import vn.commendation.facts.AwardHistory;
import vn.commendation.nomination.AcceptedNomination;
import vn.commendation.nomination.BatchedNominations;
import vn.commendation.nomination.NominationLeftBatch;
import vn.commendation.nomination.NominationStatus;
import vn.commendation.notification.MailMessage;
import vn.commendation.notification.Mails;
import vn.commendation.notification.Notices;
import vn.commendation.publication.DisclosureList;
import vn.commendation.publication.Disclosures;
import vn.commendation.publication.Objection;
import vn.commendation.publication.ObjectionRaised;
import vn.commendation.publication.Objections;

/**
 * What the {@code dossier} process asks for, one method per service task. Every method runs in the
 * transaction that notes its job as handled, and locks the batch first.
 *
 * <p>A decision that breaks a rule changes nothing: it is denied with the reason, the attempt is in
 * the audit trail and the task opens again.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class DossierFlow {

  private static final int LONGEST_TEXT = 4000;
  private static final int LONGEST_REFERENCE = 100;

  private final DossierRepository dossiers;
  private final DossierTasks tasks;
  private final Opening opening;
  private final Council council;
  private final Conflicts conflicts;
  private final Signatories signatories;
  private final BatchedNominations nominations;
  private final AwardHistory history;
  private final NumberRegister numbers;
  private final Disclosures disclosures;
  private final Objections objections;
  private final BoardDispatch board;
  private final Directory directory;
  private final Relatives relatives;
  private final UserTasks userTasks;
  private final EngineCommands engine;
  private final Mails mails;
  private final Notices notices;
  private final AuditTrail audit;
  private final WorkingCalendar calendar;
  private final Clock clock;

  DossierFlow(
      DossierRepository dossiers,
      DossierTasks tasks,
      Opening opening,
      Council council,
      Conflicts conflicts,
      Signatories signatories,
      BatchedNominations nominations,
      AwardHistory history,
      NumberRegister numbers,
      Disclosures disclosures,
      Objections objections,
      BoardDispatch board,
      Directory directory,
      Relatives relatives,
      UserTasks userTasks,
      EngineCommands engine,
      Mails mails,
      Notices notices,
      AuditTrail audit,
      WorkingCalendar calendar,
      Clock clock) {
    this.dossiers = dossiers;
    this.tasks = tasks;
    this.opening = opening;
    this.council = council;
    this.conflicts = conflicts;
    this.signatories = signatories;
    this.nominations = nominations;
    this.history = history;
    this.numbers = numbers;
    this.disclosures = disclosures;
    this.objections = objections;
    this.board = board;
    this.directory = directory;
    this.relatives = relatives;
    this.userTasks = userTasks;
    this.engine = engine;
    this.mails = mails;
    this.notices = notices;
    this.audit = audit;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** Why a decision does not count, in Vietnamese. Thrown before anything is changed. */
  private static final class Denied extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Denied(String reason) {
      super(reason);
    }
  }

  @FunctionalInterface
  private interface Decision {
    String by(Dossier dossier, Account account);
  }

  /** What the next task's form shows. */
  @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
  public DossierTask taskView(String id) {
    return tasks.of(dossiers.findById(id).orElseThrow());
  }

  /** {@code PrepareDossier}: on to the ballot, if the rules ask for one. */
  public void prepare(String id, long processInstanceKey) {
    var dossier = standing(id, DossierStatus.PROCESSING);
    dossier.carriedBy(processInstanceKey);
    if (dossier.ballotRequired()) {
      waitFor(DossierStatus.BALLOT, tasks.deadline(dossier, AwardRule::reviewDays), dossier);
    } else {
      proceed(dossier);
    }
  }

  /** {@code RecordBallot}: the votes the secretary entered, if they can be right. */
  public DecisionResult recordBallot(String id, String username, BallotEntry entry) {
    return decide(
        id,
        DossierStatus.BALLOT,
        username,
        (dossier, by) -> {
          denyRelatives(by, dossier);
          denyLong(entry.minutes());
          var day = entry.meetingDate();
          var opened = date(dossier.openedAt());
          if (day == null || day.isAfter(today()) || day.isBefore(opened)) {
            throw denied("meeting-date", Notices.date(opened), Notices.date(today()));
          }
          var members = council.inForce(day);
          if (members.isEmpty()) {
            throw denied("no-council", Notices.date(day));
          }
          var found = conflicts.of(dossier, members);
          var rows = byItem(dossier, entry.rows(), BallotRow::itemId);
          for (var item : dossier.standing()) {
            checkVotes(item, rows.get(item.nominationId()), entitled(members, found, item));
          }
          for (var item : dossier.standing()) {
            item.votes(rows.get(item.nominationId()), entitled(members, found, item));
          }
          conflicts.writeDown(id, found);
          dossier.met(day, entry.minutes(), members.size(), by.username());
          dossier.moveTo(DossierStatus.PROCESSING, null, clock.instant());
          audit(by, "dossier.ballot-recorded", dossier, entry.minutes());
          return "recorded";
        });
  }

  /** The votes as the decision {@code ballot} takes them. */
  @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
  public List<BallotLine> ballotLines(String id) {
    var dossier = dossiers.findById(id).orElseThrow();
    var rules = tasks.rules(dossier);
    return dossier.withStatus(ItemStatus.IN).stream()
        .map(
            item -> {
              var rule = rules.get(item.nominationId());
              return new BallotLine(
                  item.nominationId(),
                  item.votesFor(),
                  dossier.councilSize(),
                  item.entitled(),
                  rule.voteThreshold(),
                  rule.voteDenominator() == null ? null : rule.voteDenominator().name());
            })
        .toList();
  }

  /** {@code RecordBallotResults}: who did not pass is out, and the places are counted. */
  public void recordBallotResults(String id, List<BallotResult> results) {
    var dossier = standing(id, DossierStatus.PROCESSING);
    for (var result : results) {
      dossier
          .item(result.itemId())
          .filter(item -> item.status() == ItemStatus.IN)
          .ifPresent(item -> judge(dossier, item, result));
    }
    dossier.quotas(quotas(dossier));
    bySystem("dossier.votes-counted", dossier, null);
  }

  /** The places as the decision {@code quota} takes them. */
  @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
  public List<QuotaLine> quotaLines(String id) {
    return dossiers.findById(id).orElseThrow().quotas().stream().map(Quota::line).toList();
  }

  /**
   * {@code RecordQuota}: if places are short, the council has to choose.
   *
   * @return whether they are
   */
  public boolean recordQuota(String id, List<QuotaResult> results) {
    var dossier = standing(id, DossierStatus.PROCESSING);
    for (var quota : dossier.quotas()) {
      results.stream().filter(result -> result.award().equals(quota.key())).forEach(quota::decide);
    }
    dossier.touch(clock.instant());
    if (dossier.quotas().stream().noneMatch(Quota::exceeded)) {
      proceed(dossier);
      return false;
    }
    waitFor(DossierStatus.QUOTA_SELECTION, null, dossier);
    return true;
  }

  /** {@code RecordSelection}: whom the council chose for the places. */
  public DecisionResult recordSelection(String id, String username, TaskEntry entry) {
    return decide(
        id,
        DossierStatus.QUOTA_SELECTION,
        username,
        (dossier, by) -> {
          requireReason(entry.reason());
          var choices = byItem(dossier, entry.choices(), Choice::itemId);
          var candidates = new ArrayList<DossierItem>();
          for (var quota : dossier.quotas()) {
            if (!quota.exceeded()) {
              continue;
            }
            var of = dossier.withStatus(ItemStatus.PASSED).stream().filter(quota::covers).toList();
            of.forEach(item -> requireChoice(item, choices, Set.of("keep", "drop")));
            var kept =
                of.stream().filter(item -> chosen(item, choices).equals("keep")).toList().size();
            if (kept > quota.places()) {
              throw denied("too-many-kept", quota.awardName(), quota.places(), kept);
            }
            candidates.addAll(of);
          }
          for (var item : candidates) {
            item.rank(choices.get(item.nominationId()).rank());
            if (chosen(item, choices).equals("drop")) {
              item.become(ItemStatus.LEFT_OUT, entry.reason());
              end(item, NominationStatus.NOT_PASSED, by.username(), entry.reason(), dossier);
            }
          }
          audit(by, "dossier.selection-recorded", dossier, entry.reason());
          proceed(dossier);
          return "recorded";
        });
  }

  /** {@code PublishDisclosure}: everybody may see the list, and object. */
  public void publishDisclosure(String id) {
    var dossier = standing(id, DossierStatus.PROCESSING);
    var now = clock.instant();
    var until = tasks.deadline(dossier, AwardRule::disclosureDays);
    var titles =
        nominations
            .all(dossier.standing().stream().map(DossierItem::nominationId).toList())
            .stream()
            .collect(Collectors.toMap(AcceptedNomination::id, AcceptedNomination::title));
    disclosures.publish(
        new DisclosureList(
            id,
            dossier.title(),
            now,
            until,
            dossier.standing().stream()
                .map(
                    item ->
                        new DisclosureList.Line(
                            item.nominationId(),
                            item.nomineeName(),
                            item.unitName(),
                            item.awardName(),
                            titles.get(item.nominationId())))
                .toList()));
    dossier.disclosed(until);
    dossier.moveTo(DossierStatus.DISCLOSURE, until, now);
    bySystem("dossier.disclosed", dossier, null);
  }

  /** An objection pauses its nominee and nobody else. */
  @EventListener
  public void objectionRaised(ObjectionRaised raised) {
    var dossier = standing(raised.dossierId(), DossierStatus.DISCLOSURE);
    dossier
        .item(raised.nominationId())
        .filter(DossierItem::standing)
        .ifPresent(item -> item.become(ItemStatus.PAUSED, null));
    dossier.touch(clock.instant());
    var objection = objections.get(raised.objectionId());
    engine.publish(
        "objection-raised",
        dossier.getId(),
        raised.objectionId(),
        dossier.getId(),
        Map.of(
            "objectionId",
            raised.objectionId(),
            "objectionNominee",
            objection.nomineeName(),
            "objectionText",
            objection.text(),
            "objectionRaisedAt",
            notices.dateTime(objection.raisedAt())));
    bySystem("dossier.objection-raised", dossier, objection.nomineeName());
  }

  /** {@code RecordObjection}: the Office's answer. It may come after the batch has gone on. */
  public DecisionResult recordObjection(
      String id, String objectionId, String username, TaskEntry entry) {
    var dossier = lock(id);
    var account = directory.activeAccount(username).orElse(null);
    var objection = objections.get(objectionId);
    try {
      if (account == null) {
        throw new Denied(notices.get("denial.unknown-account", username));
      }
      if (!DossierAccess.mayOpen(account)) {
        throw new Denied(notices.get("denial.role", account.displayName()));
      }
      var item = dossier.item(objection.nominationId()).orElseThrow();
      if (DossierAccess.isNominee(account.person().id(), item)) {
        throw denied("on-list", account.displayName());
      }
      if (objection.raisedBy().equals(username)) {
        throw denied("own-objection", account.displayName());
      }
      requireDecision(entry, Set.of("uphold", "dismiss"));
      requireReason(entry.reason());
      resolve(dossier, item, objection, account, entry);
    } catch (Denied denied) {
      return deny(dossier, username, account, denied);
    }
    return DecisionResult.recorded(entry.decision());
  }

  /** {@code CloseDisclosure}: whoever's objection is still open does not hold up the others. */
  public void closeDisclosure(String id) {
    // the list first, as whoever objects does: nobody waits for the other
    disclosures.close(id);
    var dossier = standing(id, DossierStatus.DISCLOSURE);
    dossier.withStatus(ItemStatus.PAUSED).forEach(item -> item.become(ItemStatus.SPLIT_OFF, null));
    bySystem("dossier.disclosure-closed", dossier, null);
    proceed(dossier);
  }

  /** {@code ChooseSignatory}: who may sign; what they may not sign goes into batches of its own. */
  public void chooseSignatory(String id) {
    var dossier = standing(id, DossierStatus.PROCESSING);
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
    waitFor(DossierStatus.SIGNATURE, tasks.deadline(dossier, AwardRule::signatureDays), dossier);
    bySystem(
        dossier.conflictNoted() ? "dossier.signatory-conflict-noted" : "dossier.signatory-chosen",
        dossier,
        own.signatories().stream().map(Signatory::name).collect(Collectors.joining(", ")));
  }

  /** {@code RecordSignature}: per nominee, by somebody who is assigned to sign today. */
  public DecisionResult recordSignature(String id, String username, TaskEntry entry) {
    return decide(
        id,
        DossierStatus.SIGNATURE,
        username,
        (dossier, by) -> {
          requireDecision(entry, Set.of("sign", "return"));
          if (entry.decision().equals("return")) {
            requireReason(entry.reason());
            waitFor(DossierStatus.REVISION, null, dossier);
            audit(by, "dossier.returned", dossier, entry.reason());
            return "return";
          }
          var choices = byItem(dossier, entry.choices(), Choice::itemId);
          for (var item : dossier.standing()) {
            requireChoice(item, choices, Set.of("sign", "refuse"));
            var choice = choices.get(item.nominationId());
            if (choice.choice().equals("refuse") && choice.reason() == null) {
              throw denied("no-item-reason", item.nomineeName());
            }
            denyLong(choice.reason());
          }
          var line = signatories.line(signatory(by, dossier));
          for (var item : dossier.standing()) {
            var choice = choices.get(item.nominationId());
            if (choice.choice().equals("sign")) {
              item.become(ItemStatus.SIGNED, null);
              nominations.signed(item.nominationId(), by.username());
            } else {
              item.become(ItemStatus.REFUSED, choice.reason());
              end(item, NominationStatus.REFUSED, by.username(), choice.reason(), dossier);
            }
          }
          if (dossier.standing().isEmpty()) {
            dossier.moveTo(DossierStatus.REFUSED, null, clock.instant());
            audit(by, "dossier.refused", dossier, entry.reason());
            return "refuse";
          }
          dossier.signed(by, line, clock.instant());
          waitFor(DossierStatus.NUMBER, null, dossier);
          audit(by, "dossier.signed", dossier, entry.reason());
          return "sign";
        });
  }

  /** {@code RecordRevision}: the Office takes nominees out, or the whole batch back. */
  public DecisionResult recordRevision(String id, String username, TaskEntry entry) {
    return decide(
        id,
        DossierStatus.REVISION,
        username,
        (dossier, by) -> {
          requireDecision(entry, Set.of("resubmit", "dissolve"));
          requireReason(entry.reason());
          if (entry.decision().equals("dissolve")) {
            for (var item : dossier.standing()) {
              item.become(ItemStatus.REMOVED, entry.reason());
              nominations.leave(item.nominationId(), by.username(), entry.reason());
            }
            dossier.moveTo(DossierStatus.DISSOLVED, null, clock.instant());
            audit(by, "dossier.dissolved", dossier, entry.reason());
            return "dissolve";
          }
          var choices = byItem(dossier, entry.choices(), Choice::itemId);
          var removed =
              dossier.standing().stream()
                  .filter(item -> "remove".equals(chosen(item, choices)))
                  .toList();
          if (removed.size() == dossier.standing().size()) {
            throw denied("nobody-left");
          }
          for (var item : removed) {
            item.become(ItemStatus.REMOVED, entry.reason());
            nominations.reopen(item.nominationId(), by.username(), entry.reason());
          }
          dossier.moveTo(DossierStatus.PROCESSING, null, clock.instant());
          audit(by, "dossier.resubmitted", dossier, entry.reason());
          return "resubmit";
        });
  }

  /** {@code RecordNumber}: the clerk enters the signed document in the register. */
  public DecisionResult recordNumber(String id, String username, TaskEntry entry) {
    return decide(
        id,
        DossierStatus.NUMBER,
        username,
        (dossier, by) -> {
          var signed = date(dossier.signedAt());
          if (entry.date() == null || entry.date().isBefore(signed)) {
            throw denied("number-date", Notices.date(signed), Notices.date(today()));
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
            throw denied("number-" + refused.reason(), texts(refused.args()));
          }
          dossier.moveTo(DossierStatus.PROCESSING, null, clock.instant());
          audit(by, "dossier.numbered", dossier, dossier.numberSymbol());
          return "recorded";
        });
  }

  /** {@code IssueDecision}: the Director's decision awards everybody on the signed list. */
  public void issueDecision(String id) {
    var dossier = standing(id, DossierStatus.PROCESSING);
    var signed = dossier.withStatus(ItemStatus.SIGNED);
    var cases = cases(signed);
    for (var item : signed) {
      award(
          dossier,
          item,
          cases.get(item.nominationId()),
          NominationStatus.AWARDED_IN_HOUSE,
          dossier.signedBy(),
          null,
          dossier.numberSymbol(),
          dossier.numberDate());
    }
    dossier.moveTo(DossierStatus.ISSUED, null, clock.instant());
    bySystem("dossier.issued", dossier, dossier.numberSymbol());
  }

  /** {@code SubmitToBoard}: the signed list goes out, or the answer to what the board asked. */
  public void submitToBoard(String id) {
    var dossier = standing(id, DossierStatus.PROCESSING);
    var recipient = board.send(dossier);
    dossier.sentToBoard(clock.instant());
    waitFor(DossierStatus.BOARD, tasks.boardDue(dossier), dossier);
    bySystem("dossier.sent-to-board", dossier, recipient);
  }

  /** {@code ChaseBoard}: the legal time has passed, and every week after. */
  public void chaseBoard(String id) {
    var dossier = lock(id);
    if (dossier.status() == DossierStatus.BOARD) {
      bySystem("dossier.board-chased", dossier, board.chase(dossier));
    }
  }

  /** {@code RecordBoardResult}: receipt, question, or what the province decided per nominee. */
  public DecisionResult recordBoardResult(String id, String username, TaskEntry entry) {
    return decide(
        id,
        DossierStatus.BOARD,
        username,
        (dossier, by) -> {
          requireDecision(entry, Set.of("receipt", "supplement", "result"));
          if (entry.reference() != null && entry.reference().length() > LONGEST_REFERENCE) {
            throw denied("long-reference");
          }
          return switch (entry.decision()) {
            case "receipt" -> {
              requireReference(entry);
              requireBoardDate(dossier, entry);
              dossier.received(entry.reference(), entry.date());
              waitFor(DossierStatus.BOARD, dossier.dueAt(), dossier);
              audit(by, "dossier.board-received", dossier, entry.reference());
              yield "receipt";
            }
            case "supplement" -> {
              requireReason(entry.reason());
              dossier.asked(entry.reason());
              waitFor(DossierStatus.BOARD_SUPPLEMENT, null, dossier);
              audit(by, "dossier.board-asked", dossier, entry.reason());
              yield "supplement";
            }
            default -> boardResults(dossier, by, entry);
          };
        });
  }

  /** {@code RecordBoardSupplement}: the answer to the board; units concerned are told. */
  public DecisionResult recordBoardSupplement(String id, String username, TaskEntry entry) {
    return decide(
        id,
        DossierStatus.BOARD_SUPPLEMENT,
        username,
        (dossier, by) -> {
          requireReason(entry.reason());
          var choices = byItem(dossier, entry.choices(), Choice::itemId);
          dossier.answered(entry.reason());
          for (var item : dossier.withStatus(ItemStatus.SIGNED)) {
            if ("ask".equals(chosen(item, choices))) {
              askUnit(dossier, item);
            }
          }
          dossier.moveTo(DossierStatus.PROCESSING, null, clock.instant());
          audit(by, "dossier.board-answered", dossier, entry.reason());
          return "recorded";
        });
  }

  /** Every end event: the batch is closed as it was decided. */
  public void recordOutcome(String id, DossierStatus outcome) {
    var dossier = lock(id);
    if (dossier.status() != outcome) {
      throw new IllegalStateException(
          "Dossier %s is %s, its process ended as %s".formatted(id, dossier.status(), outcome));
    }
    dossier.close(clock.instant());
    userTasks.closed(id);
    bySystem("dossier.closed", dossier, null);
  }

  /** A unit withdrew its nomination; the others go on. */
  @EventListener
  public void nominationLeft(NominationLeftBatch left) {
    var dossier = lock(left.dossierId());
    dossier
        .item(left.nominationId())
        .ifPresent(
            item -> {
              item.become(ItemStatus.WITHDRAWN, null);
              dossier.touch(clock.instant());
              bySystem("dossier.nominee-withdrawn", dossier, item.nomineeName());
            });
  }

  private DecisionResult decide(String id, DossierStatus step, String username, Decision decision) {
    var dossier = standing(id, step);
    var account = directory.activeAccount(username).orElse(null);
    try {
      if (account == null) {
        throw new Denied(notices.get("denial.unknown-account", username));
      }
      if (step == DossierStatus.SIGNATURE) {
        signatory(account, dossier);
      } else if (!DossierAccess.decides(account, step)) {
        throw new Denied(notices.get("denial.role", account.displayName()));
      } else if (DossierAccess.onList(account, dossier)) {
        throw denied("on-list", account.displayName());
      }
      userTasks.closed(id);
      return DecisionResult.recorded(decision.by(dossier, account));
    } catch (Denied denied) {
      userTasks.opened(id, dossier.processInstanceKey(), step.element());
      return deny(dossier, username, account, denied);
    }
  }

  private DecisionResult deny(Dossier dossier, String username, Account account, Denied denied) {
    audit.append(
        username,
        account == null ? username : account.displayName(),
        "dossier.decision-denied",
        dossier.getId(),
        denied.getMessage());
    return DecisionResult.denied(denied.getMessage());
  }

  /** Assigned today, and neither on the list nor a relative of somebody on it. */
  private Signatory signatory(Account account, Dossier dossier) {
    var assigned =
        signatories.assigned(dossier).stream()
            .filter(one -> one.username().equals(account.username()))
            .findFirst()
            .orElseThrow(
                () ->
                    DossierAccess.decides(account, DossierStatus.SIGNATURE)
                        ? denied("no-assignment", account.displayName(), Notices.date(today()))
                        : new Denied(notices.get("denial.role", account.displayName())));
    if (!signatories.of(dossier).contains(assigned)) {
      throw denied(
          DossierAccess.onList(account, dossier) ? "on-list" : "relative-on-list",
          account.displayName());
    }
    return assigned;
  }

  private void denyRelatives(Account account, Dossier dossier) {
    var related = relatives.of(account.person().id());
    if (dossier.standing().stream()
        .anyMatch(item -> item.personId() != null && related.contains(item.personId()))) {
      throw denied("relative-on-list", account.displayName());
    }
  }

  private void checkVotes(DossierItem item, BallotRow row, int entitled) {
    var fault = row == null ? "votes-missing" : row.fault(entitled);
    if (fault != null) {
      throw denied(fault, item.nomineeName(), entitled);
    }
  }

  private static int entitled(List<CouncilMember> members, List<Conflict> found, DossierItem item) {
    return members.size() - Conflicts.count(found, item);
  }

  private void judge(Dossier dossier, DossierItem item, BallotResult result) {
    if (result.passed()) {
      item.become(ItemStatus.PASSED, result.text());
      return;
    }
    item.become(ItemStatus.NOT_PASSED, result.text());
    end(item, NominationStatus.NOT_PASSED, dossier.ballotRecordedBy(), result.text(), dossier);
  }

  private record Places(String award, Long unitId, int year) {}

  private List<Quota> quotas(Dossier dossier) {
    var rules = tasks.rules(dossier);
    Map<Places, List<DossierItem>> candidates = new LinkedHashMap<>();
    for (var item : dossier.withStatus(ItemStatus.PASSED)) {
      var rule = rules.get(item.nominationId());
      if (rule.quotaPercent() != null || rule.quotaCeiling() != null) {
        candidates
            .computeIfAbsent(
                new Places(item.awardCode(), unit(rule, item), item.year()),
                places -> new ArrayList<>())
            .add(item);
      }
    }
    return candidates.entrySet().stream()
        .map(
            entry -> {
              var places = entry.getKey();
              var first = entry.getValue().getFirst();
              var rule = rules.get(first.nominationId());
              return new Quota(
                  places.award(),
                  first.awardName(),
                  places.unitId(),
                  places.year(),
                  entry.getValue().size(),
                  history.holders(places.award(), places.year(), places.unitId()),
                  base(dossier, rule.quotaOf(), places),
                  rule.quotaPercent(),
                  rule.quotaCeiling());
            })
        .toList();
  }

  private static Long unit(AwardRule rule, DossierItem item) {
    return rule.quotaScope() == QuotaScope.UNIT ? (Long) item.unitId() : null;
  }

  /** Who has the award the share is taken of, or passed for it in this very batch. */
  private int base(Dossier dossier, String quotaOf, Places places) {
    if (quotaOf == null) {
      return 0;
    }
    var here =
        dossier.withStatus(ItemStatus.PASSED).stream()
            .filter(item -> item.awardCode().equals(quotaOf) && item.year() == places.year())
            .filter(item -> places.unitId() == null || places.unitId() == item.unitId())
            .count();
    return history.holders(quotaOf, places.year(), places.unitId()) + (int) here;
  }

  private void resolve(
      Dossier dossier, DossierItem item, Objection objection, Account by, TaskEntry entry) {
    var upheld = entry.decision().equals("uphold");
    objections.resolve(objection.id(), upheld, entry.reason(), by.username());
    audit(
        by,
        upheld ? "dossier.objection-upheld" : "dossier.objection-dismissed",
        dossier,
        item.nomineeName() + ": " + entry.reason());
    dossier.touch(clock.instant());
    if (item.status() != ItemStatus.PAUSED && item.status() != ItemStatus.SPLIT_OFF) {
      return;
    }
    if (upheld) {
      item.become(ItemStatus.OBJECTION_UPHELD, entry.reason());
      end(item, NominationStatus.OBJECTION_UPHELD, by.username(), entry.reason(), dossier);
    } else if (noneOpen(dossier, item, objection)) {
      if (item.status() == ItemStatus.PAUSED) {
        item.resume();
      } else {
        opening.splitOff(
            dossier, List.of(item), false, by.username(), notices.get("dossier-split.objection"));
      }
    }
  }

  private boolean noneOpen(Dossier dossier, DossierItem item, Objection resolved) {
    return objections.of(dossier.getId()).stream()
        .filter(other -> !other.id().equals(resolved.id()))
        .filter(other -> other.nominationId().equals(item.nominationId()))
        .noneMatch(other -> other.upheld() == null);
  }

  private String boardResults(Dossier dossier, Account by, TaskEntry entry) {
    requireBoardDate(dossier, entry);
    var choices = byItem(dossier, entry.choices(), Choice::itemId);
    var decided =
        choices.values().stream()
            .filter(choice -> choice.choice() != null && !choice.choice().equals("none"))
            .toList();
    if (decided.isEmpty()) {
      throw denied("no-result");
    }
    for (var choice : decided) {
      var item = dossier.item(choice.itemId()).orElseThrow();
      if (item.status() != ItemStatus.SIGNED) {
        throw denied("result-known", item.nomineeName());
      }
      requireChoice(item, choices, Set.of("award", "not-award"));
      if (choice.choice().equals("award")) {
        requireReference(entry);
      } else if (choice.reason() == null && entry.reason() == null) {
        throw denied("no-item-reason", item.nomineeName());
      }
      denyLong(choice.reason());
    }
    denyLong(entry.reason());
    var cases = cases(dossier.withStatus(ItemStatus.SIGNED));
    for (var choice : decided) {
      var item = dossier.item(choice.itemId()).orElseThrow();
      var reason = choice.reason() == null ? entry.reason() : choice.reason();
      if (choice.choice().equals("award")) {
        award(
            dossier,
            item,
            cases.get(item.nominationId()),
            NominationStatus.AWARDED,
            by.username(),
            reason,
            entry.reference(),
            entry.date());
      } else {
        item.result(ItemStatus.NOT_AWARDED, reason, entry.reference(), entry.date());
        nominations.end(
            item.nominationId(),
            NominationStatus.NOT_AWARDED,
            by.username(),
            reason,
            entry.reference(),
            entry.date());
      }
    }
    audit(by, "dossier.results-recorded", dossier, entry.reference());
    if (dossier.withStatus(ItemStatus.SIGNED).isEmpty()) {
      dossier.moveTo(DossierStatus.ANNOUNCED, null, clock.instant());
      return "results-complete";
    }
    waitFor(DossierStatus.BOARD, dossier.dueAt(), dossier);
    return "results-open";
  }

  private void award(
      Dossier dossier,
      DossierItem item,
      AcceptedNomination nomination,
      NominationStatus outcome,
      String username,
      String reason,
      String number,
      LocalDate on) {
    item.result(ItemStatus.AWARDED, null, number, on);
    history.add(
        new AwardGiven(
            0,
            item.personId(),
            item.unitId(),
            item.nomineeName(),
            item.awardCode(),
            item.year(),
            nomination.periodFrom(),
            nomination.periodTo(),
            number,
            on,
            notices.get("dossier-decided-by." + dossier.authority()),
            item.nominationId(),
            null));
    nominations.end(item.nominationId(), outcome, username, reason, number, on);
  }

  private Map<String, AcceptedNomination> cases(List<DossierItem> items) {
    return nominations.all(items.stream().map(DossierItem::nominationId).toList()).stream()
        .collect(Collectors.toMap(AcceptedNomination::id, one -> one));
  }

  private void askUnit(Dossier dossier, DossierItem item) {
    var nominator = directory.account(item.nominator());
    Object[] args = {
      item.nominationCode(),
      item.nomineeName(),
      dossier.code(),
      dossier.boardQuestion(),
      dossier.boardAnswer(),
      nominator.displayName()
    };
    mails.queue(
        new MailMessage(
            nominator.email(),
            notices.get("mail.dossier-question.subject", args),
            notices.get("mail.dossier-question.body", args),
            List.of()));
  }

  /** Ends a nomination without a document of its own. */
  private void end(
      DossierItem item, NominationStatus outcome, String username, String reason, Dossier dossier) {
    nominations.end(
        item.nominationId(),
        outcome,
        username,
        reason,
        null,
        outcome == NominationStatus.NOT_PASSED ? dossier.meetingDate() : today());
  }

  /** What was entered, by nominee; rows of nominees that have left meanwhile do not matter. */
  private <T> Map<String, T> byItem(Dossier dossier, List<T> rows, Function<T, String> itemId) {
    Map<String, T> byItem = new LinkedHashMap<>();
    for (var row : rows) {
      var id = itemId.apply(row);
      if (id == null || dossier.item(id).isEmpty()) {
        throw denied("not-in-batch", id == null ? "–" : id);
      }
      if (byItem.put(id, row) != null) {
        throw denied("twice", dossier.item(id).orElseThrow().nomineeName());
      }
    }
    return byItem;
  }

  private static String chosen(DossierItem item, Map<String, Choice> choices) {
    var choice = choices.get(item.nominationId());
    return choice == null ? null : choice.choice();
  }

  private void requireChoice(DossierItem item, Map<String, Choice> choices, Set<String> allowed) {
    var choice = chosen(item, choices);
    if (choice == null || !allowed.contains(choice)) {
      throw denied("no-item-choice", item.nomineeName());
    }
  }

  private void requireDecision(TaskEntry entry, Set<String> allowed) {
    if (entry.decision() == null || !allowed.contains(entry.decision())) {
      throw new Denied(notices.get("denial.no-choice"));
    }
    denyLong(entry.reason());
  }

  private void requireReason(String reason) {
    if (reason == null) {
      throw new Denied(notices.get("denial.no-reason"));
    }
    denyLong(reason);
  }

  private void denyLong(String text) {
    if (text != null && text.length() > LONGEST_TEXT) {
      throw new Denied(notices.get("denial.long-reason"));
    }
  }

  private void requireReference(TaskEntry entry) {
    if (entry.reference() == null) {
      throw denied("no-reference");
    }
  }

  private void requireBoardDate(Dossier dossier, TaskEntry entry) {
    var sent = date(dossier.sentToBoardAt());
    if (entry.date() == null || entry.date().isBefore(sent) || entry.date().isAfter(today())) {
      throw denied("board-date", Notices.date(sent), Notices.date(today()));
    }
  }

  private Denied denied(String key, Object... args) {
    return new Denied(notices.get("denial.dossier." + key, args));
  }

  private static Object[] texts(Object[] args) {
    return Arrays.stream(args)
        .map(arg -> arg instanceof LocalDate day ? Notices.date(day) : String.valueOf(arg))
        .toArray();
  }

  /** On to what comes without a person, or to the end if there is nobody left. */
  private void proceed(Dossier dossier) {
    dossier.moveTo(
        dossier.standing().isEmpty() ? DossierStatus.NO_NOMINEE : DossierStatus.PROCESSING,
        null,
        clock.instant());
  }

  private void waitFor(DossierStatus step, Instant due, Dossier dossier) {
    dossier.moveTo(step, due, clock.instant());
    userTasks.opened(dossier.getId(), dossier.processInstanceKey(), step.element());
  }

  private void audit(Account by, String action, Dossier dossier, String reason) {
    audit.append(by.username(), by.displayName(), action, dossier.getId(), reason);
  }

  private void bySystem(String action, Dossier dossier, String reason) {
    audit.append(
        AuditTrail.SYSTEM, notices.get("audit-actor.system"), action, dossier.getId(), reason);
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private LocalDate date(Instant instant) {
    return LocalDate.ofInstant(instant, clock.getZone());
  }

  private Dossier standing(String id, DossierStatus expected) {
    var dossier = lock(id);
    if (dossier.status() != expected) {
      throw new IllegalStateException(
          "Dossier %s is %s, not %s".formatted(id, dossier.status(), expected));
    }
    return dossier;
  }

  private Dossier lock(String id) {
    return dossiers
        .lock(id)
        .orElseThrow(() -> new IllegalStateException("There is no dossier " + id));
  }
}
