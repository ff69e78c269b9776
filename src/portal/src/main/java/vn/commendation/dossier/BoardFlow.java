package vn.commendation.dossier;

import static vn.commendation.dossier.Requirements.choices;
import static vn.commendation.dossier.Requirements.chosen;
import static vn.commendation.dossier.Requirements.denyLong;
import static vn.commendation.dossier.Requirements.denyLongReference;
import static vn.commendation.dossier.Requirements.requireChoice;
import static vn.commendation.dossier.Requirements.requireDay;
import static vn.commendation.dossier.Requirements.requireDecision;
import static vn.commendation.dossier.Requirements.requireReason;
import static vn.commendation.dossier.Requirements.requireReference;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.directory.Account;
import vn.commendation.engine.DecisionResult;
import vn.commendation.nomination.AcceptedNomination;
import vn.commendation.nomination.BatchedNominations;
import vn.commendation.nomination.NominationStatus;

/**
 * The province's part of the {@code dossier} process, from {@code SubmitToBoard} to {@code
 * RecordBoardResult}: the signed list goes to the board until it has decided on every nominee.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class BoardFlow {

  private final Steps steps;
  private final Cases cases;
  private final BoardDispatch board;
  private final Awarding awarding;
  private final BatchedNominations nominations;
  private final Clock clock;

  BoardFlow(
      Steps steps,
      Cases cases,
      BoardDispatch board,
      Awarding awarding,
      BatchedNominations nominations,
      Clock clock) {
    this.steps = steps;
    this.cases = cases;
    this.board = board;
    this.awarding = awarding;
    this.nominations = nominations;
    this.clock = clock;
  }

  /** {@code SubmitToBoard}: the signed list goes out, or the answer to what the board asked. */
  public void submit(String id) {
    var dossier = steps.at(DossierStatus.PROCESSING, id);
    var recipient = board.send(dossier);
    dossier.sentToBoard(clock.instant());
    steps.waitFor(DossierStatus.BOARD, cases.boardDue(dossier), dossier);
    steps.bySystem("dossier.sent-to-board", dossier, recipient);
  }

  /** {@code ChaseBoard}: the legal time has passed, and every week after. */
  public void chase(String id) {
    var dossier = steps.lock(id);
    if (dossier.status() == DossierStatus.BOARD) {
      steps.bySystem("dossier.board-chased", dossier, board.chase(dossier));
    }
  }

  /** {@code RecordBoardResult}: receipt, question, or what the province decided per nominee. */
  public DecisionResult recordResult(String id, String username, TaskEntry entry) {
    return steps.decide(
        id,
        DossierStatus.BOARD,
        username,
        (dossier, by) -> {
          requireDecision(entry, Set.of("receipt", "supplement", "result"));
          denyLongReference(entry);
          return switch (entry.decision()) {
            case "receipt" -> received(dossier, by, entry);
            case "supplement" -> asked(dossier, by, entry);
            default -> decided(dossier, by, entry);
          };
        });
  }

  /** {@code RecordBoardSupplement}: the answer to the board; units concerned are told. */
  public DecisionResult recordSupplement(String id, String username, TaskEntry entry) {
    return steps.decide(
        id,
        DossierStatus.BOARD_SUPPLEMENT,
        username,
        (dossier, by) -> {
          requireReason(entry);
          var choices = choices(dossier, entry);
          dossier.answered(entry.reason());
          for (var item : dossier.withStatus(ItemStatus.SIGNED)) {
            if ("ask".equals(chosen(item, choices))) {
              board.askUnit(dossier, item);
            }
          }
          steps.moveTo(DossierStatus.PROCESSING, dossier);
          steps.audit(by, "dossier.board-answered", dossier, entry.reason());
          return "recorded";
        });
  }

  private String received(Dossier dossier, Account by, TaskEntry entry) {
    requireReference(entry);
    requireSinceSent(dossier, entry);
    dossier.received(entry.reference(), entry.date());
    steps.waitFor(DossierStatus.BOARD, dossier.dueAt(), dossier);
    steps.audit(by, "dossier.board-received", dossier, entry.reference());
    return "receipt";
  }

  private String asked(Dossier dossier, Account by, TaskEntry entry) {
    requireReason(entry);
    dossier.asked(entry.reason());
    steps.waitFor(DossierStatus.BOARD_SUPPLEMENT, dossier);
    steps.audit(by, "dossier.board-asked", dossier, entry.reason());
    return "supplement";
  }

  private String decided(Dossier dossier, Account by, TaskEntry entry) {
    requireSinceSent(dossier, entry);
    var choices = choices(dossier, entry);
    var decided =
        choices.values().stream()
            .filter(choice -> choice.choice() != null && !choice.choice().equals("none"))
            .map(choice -> dossier.item(choice.itemId()).orElseThrow())
            .toList();
    if (decided.isEmpty()) {
      throw new Denied("denial.dossier.no-result");
    }
    decided.forEach(item -> requireResult(item, choices, entry));
    record(dossier, decided, choices, by, entry);
    steps.audit(by, "dossier.results-recorded", dossier, entry.reference());
    if (dossier.withStatus(ItemStatus.SIGNED).isEmpty()) {
      steps.moveTo(DossierStatus.ANNOUNCED, dossier);
      return "results-complete";
    }
    steps.waitFor(DossierStatus.BOARD, dossier.dueAt(), dossier);
    return "results-open";
  }

  private static void requireResult(
      DossierItem item, Map<String, Choice> choices, TaskEntry entry) {
    if (item.status() != ItemStatus.SIGNED) {
      throw new Denied("denial.dossier.result-known", item.nomineeName());
    }
    requireChoice(item, choices, Set.of("award", "not-award"));
    if (chosen(item, choices).equals("award")) {
      requireReference(entry);
    } else {
      requireReason(item, reason(item, choices, entry));
    }
    denyLong(choices.get(item.nominationId()).reason());
  }

  private void record(
      Dossier dossier,
      List<DossierItem> decided,
      Map<String, Choice> choices,
      Account by,
      TaskEntry entry) {
    var described = cases.of(decided);
    var awarded = new ArrayList<AcceptedNomination>();
    for (var item : decided) {
      var reason = reason(item, choices, entry);
      if (chosen(item, choices).equals("award")) {
        awarding.award(
            dossier,
            item,
            described.get(item.nominationId()),
            by.username(),
            reason,
            entry.reference(),
            entry.date());
        awarded.add(described.get(item.nominationId()));
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
    if (!awarded.isEmpty()) {
      awarding.publish(dossier, awarded, entry.reference(), entry.date());
    }
  }

  /** What was noted on the nominee, else on all. */
  private static String reason(DossierItem item, Map<String, Choice> choices, TaskEntry entry) {
    var own = choices.get(item.nominationId()).reason();
    return own == null ? entry.reason() : own;
  }

  private void requireSinceSent(Dossier dossier, TaskEntry entry) {
    var sent = LocalDate.ofInstant(dossier.sentToBoardAt(), clock.getZone());
    requireDay(entry.date(), sent, LocalDate.now(clock), "denial.dossier.board-date");
  }
}
