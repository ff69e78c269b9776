package vn.commendation.dossier;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.commendation.audit.AuditTrail;
import vn.commendation.directory.Account;
import vn.commendation.directory.Role;
import vn.commendation.engine.TakenFlows;
import vn.commendation.engine.UserTasks;
import vn.commendation.engine.Way;
import vn.commendation.publication.Objections;

/** Puts together what the pages show of a batch. */
@Component
class DossierViews {

  /** Elements a batch has been at once its timeline says so. */
  private static final Map<String, List<String>> VISITED =
      Map.ofEntries(
          Map.entry("dossier.opened", List.of("DossierOpened", "PrepareDossier")),
          Map.entry("dossier.followed-up", List.of("DossierOpened", "PrepareDossier")),
          Map.entry("dossier.ballot-recorded", List.of("CouncilBallot", "RecordBallot")),
          Map.entry(
              "dossier.votes-counted",
              List.of("Ballot", "RecordBallotResults", "Quota", "RecordQuota")),
          Map.entry("dossier.places-short", List.of("Quota", "RecordQuota")),
          Map.entry("dossier.selection-recorded", List.of("QuotaSelection", "RecordSelection")),
          Map.entry("dossier.disclosed", List.of("Quota", "RecordQuota", "PublishDisclosure")),
          Map.entry("dossier.disclosure-closed", List.of("DisclosureEnds", "CloseDisclosure")),
          Map.entry("dossier.signatory-chosen", List.of("Quota", "RecordQuota", "ChooseSignatory")),
          Map.entry(
              "dossier.signatory-conflict-noted",
              List.of("Quota", "RecordQuota", "ChooseSignatory")),
          Map.entry("dossier.signed", List.of("LeadershipSignature", "RecordSignature")),
          Map.entry("dossier.refused", List.of("LeadershipSignature", "RecordSignature")),
          Map.entry("dossier.returned", List.of("LeadershipSignature", "RecordSignature")),
          Map.entry("dossier.resubmitted", List.of("ReviseDossier", "RecordRevision")),
          Map.entry("dossier.dissolved", List.of("ReviseDossier", "RecordRevision")),
          Map.entry("dossier.numbered", List.of("RegisterNumber", "RecordNumber")),
          Map.entry("dossier.issued", List.of("IssueDecision")),
          Map.entry("dossier.sent-to-board", List.of("SubmitToBoard")),
          Map.entry("dossier.board-chased", List.of("BoardChaserDue", "ChaseBoard")),
          Map.entry("dossier.board-received", List.of("BoardResult", "RecordBoardResult")),
          Map.entry("dossier.board-asked", List.of("BoardResult", "RecordBoardResult")),
          Map.entry("dossier.board-answered", List.of("BoardSupplement", "RecordBoardSupplement")),
          Map.entry("dossier.results-recorded", List.of("BoardResult", "RecordBoardResult")));

  private final DossierRepository dossiers;
  private final Council council;
  private final Conflicts conflicts;
  private final Signatories signatories;
  private final Objections objections;
  private final UserTasks userTasks;
  private final TakenFlows flows;
  private final AuditTrail audit;
  private final Clock clock;

  DossierViews(
      DossierRepository dossiers,
      Council council,
      Conflicts conflicts,
      Signatories signatories,
      Objections objections,
      UserTasks userTasks,
      TakenFlows flows,
      AuditTrail audit,
      Clock clock) {
    this.dossiers = dossiers;
    this.council = council;
    this.conflicts = conflicts;
    this.signatories = signatories;
    this.objections = objections;
    this.userTasks = userTasks;
    this.flows = flows;
    this.audit = audit;
    this.clock = clock;
  }

  /** Lines of a list; the nominees are counted at once, not once a line. */
  List<DossierSummary> summaries(List<Dossier> list) {
    if (list.isEmpty()) {
      return List.of();
    }
    var sizes =
        dossiers.sizes(list.stream().map(Dossier::getId).toList()).stream()
            .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    return list.stream()
        .map(
            dossier ->
                new DossierSummary(
                    dossier.getId(),
                    dossier.code(),
                    dossier.title(),
                    dossier.authority(),
                    dossier.status(),
                    sizes.getOrDefault(dossier.getId(), 0L),
                    dossier.updatedAt(),
                    dossier.dueAt()))
        .toList();
  }

  DossierDetails details(Dossier dossier, Account account) {
    var id = dossier.getId();
    var voted = dossier.meetingDate() != null;
    var members = voted ? List.<CouncilMember>of() : council.inForce(LocalDate.now(clock));
    var timeline = DossierEvent.of(dossier, audit);
    return new DossierDetails(
        summaries(List.of(dossier)).getFirst(),
        Optional.ofNullable(dossier.followUpOf())
            .flatMap(dossiers::findById)
            .map(DossierViews::link)
            .orElse(null),
        dossiers.findByFollowUpOfOrderByCode(id).stream().map(DossierViews::link).toList(),
        dossier.ballotRequired(),
        dossier.disclosureRequired(),
        dossier.openedByName(),
        dossier.openedAt(),
        dossier.meetingDate(),
        dossier.minutes(),
        dossier.councilSize() == null ? members.size() : dossier.councilSize(),
        dossier.disclosedUntil(),
        dossier.signatoryName(),
        dossier.signatureLine(),
        dossier.signedAt(),
        dossier.conflictNoted(),
        dossier.numberSymbol(),
        dossier.numberDate(),
        dossier.sentToBoardAt(),
        dossier.boardReceipt(),
        dossier.boardReceivedOn(),
        dossier.boardQuestion(),
        dossier.boardAnswer(),
        dossier.items().stream().map(DossierItem::view).toList(),
        dossier.quotas().stream().map(Quota::view).toList(),
        voted || !dossier.ballotRequired() ? conflicts.stored(id) : conflicts.of(dossier, members),
        dossier.disclosedUntil() == null ? List.of() : objections.shownTo(account, id),
        timeline,
        mayDeclare(dossier, account),
        taskUrl(dossier, account),
        DossierAccess.watches(account)
                && dossier.processInstanceKey() != null
                && !dossier.status().ended()
            ? userTasks.monitorLink(dossier.processInstanceKey()).toString()
            : null,
        way(dossier, timeline));
  }

  /** Until the ballot is recorded: each member for himself, the secretary for everybody. */
  boolean mayDeclare(Dossier dossier, Account account) {
    return dossier.status() == DossierStatus.BALLOT
        && !declarable(account, council.inForce(LocalDate.now(clock))).isEmpty();
  }

  List<CouncilMember> declarable(Account account, List<CouncilMember> members) {
    return members.stream()
        .filter(
            member ->
                account.has(Role.COUNCIL_SECRETARY) || member.personId() == account.person().id())
        .toList();
  }

  /** Whether the account may see the batch: by its role, or because it signs or signed it. */
  boolean maySee(Account account, Dossier dossier) {
    return DossierAccess.maySee(account)
        || account.username().equals(dossier.signedBy())
        || desk(account).has(dossier);
  }

  /** What waits for this very account. */
  Desk desk(Account account) {
    return signatories.desk(account);
  }

  private String taskUrl(Dossier dossier, Account account) {
    if (!desk(account).has(dossier)) {
      return null;
    }
    return Optional.ofNullable(userTasks.links(List.of(dossier.getId())).get(dossier.getId()))
        .map(URI::toString)
        .orElse(null);
  }

  private Way way(Dossier dossier, List<DossierEvent> timeline) {
    var log = new Way.Log();
    timeline.forEach(
        event -> log.been(event.at(), VISITED.getOrDefault(event.action(), List.of())));
    return log.and(flows.of("/dossiers/" + dossier.getId()));
  }

  private static DossierDetails.Link link(Dossier dossier) {
    return new DossierDetails.Link(dossier.getId(), dossier.code());
  }
}
