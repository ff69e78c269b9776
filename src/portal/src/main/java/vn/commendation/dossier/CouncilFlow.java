package vn.commendation.dossier;

import static vn.commendation.dossier.Requirements.byItem;
import static vn.commendation.dossier.Requirements.choices;
import static vn.commendation.dossier.Requirements.chosen;
import static vn.commendation.dossier.Requirements.denyLong;
import static vn.commendation.dossier.Requirements.requireChoice;
import static vn.commendation.dossier.Requirements.requireDay;
import static vn.commendation.dossier.Requirements.requireReason;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.directory.Account;
import vn.commendation.directory.Relatives;
import vn.commendation.engine.DecisionResult;
import vn.commendation.nomination.BatchedNominations;
import vn.commendation.nomination.NominationStatus;

/**
 * The council's part of the {@code dossier} process, from {@code CouncilBallot} to {@code
 * RecordSelection}: it votes on each nominee, and chooses among those who passed if places are
 * short.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CouncilFlow {

  private final Steps steps;
  private final Cases cases;
  private final Council council;
  private final Conflicts conflicts;
  private final Quotas quotas;
  private final Relatives relatives;
  private final BatchedNominations nominations;
  private final Clock clock;

  CouncilFlow(
      Steps steps,
      Cases cases,
      Council council,
      Conflicts conflicts,
      Quotas quotas,
      Relatives relatives,
      BatchedNominations nominations,
      Clock clock) {
    this.steps = steps;
    this.cases = cases;
    this.council = council;
    this.conflicts = conflicts;
    this.quotas = quotas;
    this.relatives = relatives;
    this.nominations = nominations;
    this.clock = clock;
  }

  /** {@code RecordBallot}: the votes the secretary entered, if they can be right. */
  public DecisionResult recordBallot(String id, String username, BallotEntry entry) {
    return steps.decide(
        id,
        DossierStatus.BALLOT,
        username,
        (dossier, by) -> {
          denyRelatives(by, dossier);
          denyLong(entry.minutes());
          var day = entry.meetingDate();
          var opened = LocalDate.ofInstant(dossier.openedAt(), clock.getZone());
          requireDay(day, opened, LocalDate.now(clock), "denial.dossier.meeting-date");
          var members = council.inForce(day);
          if (members.isEmpty()) {
            throw new Denied("denial.dossier.no-council", day);
          }
          var found = conflicts.of(dossier, members);
          var rows = byItem(dossier, entry.rows(), BallotRow::itemId);
          for (var item : dossier.standing()) {
            checkVotes(
                item, rows.get(item.nominationId()), Conflicts.entitled(members, found, item));
          }
          for (var item : dossier.standing()) {
            item.votes(rows.get(item.nominationId()), Conflicts.entitled(members, found, item));
          }
          conflicts.writeDown(id, found);
          dossier.met(day, entry.minutes(), members.size(), by.username());
          steps.moveTo(DossierStatus.PROCESSING, dossier);
          steps.audit(by, "dossier.ballot-recorded", dossier, entry.minutes());
          return "recorded";
        });
  }

  /** {@code Ballot}: the votes as the decision {@code ballot} takes them. */
  @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
  public List<BallotLine> ballotLines(String id) {
    var dossier = steps.find(id);
    var rules = cases.rules(dossier);
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
    var dossier = steps.at(DossierStatus.PROCESSING, id);
    for (var result : results) {
      dossier
          .item(result.itemId())
          .filter(item -> item.status() == ItemStatus.IN)
          .ifPresent(item -> judge(dossier, item, result));
    }
    dossier.quotas(quotas.of(dossier));
    steps.bySystem("dossier.votes-counted", dossier, null);
  }

  /** {@code Quota}: the places as the decision {@code quota} takes them. */
  @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
  public List<QuotaLine> quotaLines(String id) {
    return steps.find(id).quotas().stream().map(Quota::line).toList();
  }

  /**
   * {@code RecordQuota}: if places are short, the council has to choose.
   *
   * @return whether they are
   */
  public boolean recordQuota(String id, List<QuotaResult> results) {
    var dossier = steps.at(DossierStatus.PROCESSING, id);
    for (var quota : dossier.quotas()) {
      results.stream().filter(result -> result.award().equals(quota.key())).forEach(quota::decide);
    }
    dossier.touch(clock.instant());
    if (dossier.exceededQuotas().isEmpty()) {
      steps.proceed(dossier);
      return false;
    }
    steps.waitFor(DossierStatus.QUOTA_SELECTION, dossier);
    steps.bySystem(
        "dossier.places-short",
        dossier,
        dossier.exceededQuotas().stream().map(Quota::name).collect(Collectors.joining("; ")));
    return true;
  }

  /** {@code RecordSelection}: whom the council chose for the places. */
  public DecisionResult recordSelection(String id, String username, TaskEntry entry) {
    return steps.decide(
        id,
        DossierStatus.QUOTA_SELECTION,
        username,
        (dossier, by) -> {
          requireReason(entry);
          var choices = choices(dossier, entry);
          quotas.countAgain(dossier);
          for (var item : candidates(dossier, choices)) {
            item.rank(choices.get(item.nominationId()).rank());
            if (chosen(item, choices).equals("drop")) {
              item.become(ItemStatus.LEFT_OUT, entry.reason());
              notPassed(dossier, item, by.username(), entry.reason());
            }
          }
          steps.audit(by, "dossier.selection-recorded", dossier, entry.reason());
          steps.proceed(dossier);
          return "recorded";
        });
  }

  private void denyRelatives(Account account, Dossier dossier) {
    var related = relatives.of(account.person().id());
    if (dossier.standing().stream().anyMatch(item -> DossierAccess.isRelative(related, item))) {
      throw new Denied("denial.dossier.relative-on-list", account.displayName());
    }
  }

  private static void checkVotes(DossierItem item, BallotRow row, int entitled) {
    var fault = row == null ? "votes-missing" : row.fault(entitled);
    if (fault != null) {
      throw new Denied("denial.dossier." + fault, item.nomineeName(), entitled);
    }
  }

  private void judge(Dossier dossier, DossierItem item, BallotResult result) {
    if (result.passed()) {
      item.become(ItemStatus.PASSED, result.text());
    } else {
      item.become(ItemStatus.NOT_PASSED, result.text());
      notPassed(dossier, item, dossier.ballotRecordedBy(), result.text());
    }
  }

  private void notPassed(Dossier dossier, DossierItem item, String username, String reason) {
    nominations.end(
        item.nominationId(),
        NominationStatus.NOT_PASSED,
        username,
        reason,
        null,
        dossier.meetingDate());
  }

  /** Those the council had to choose among, if it chose no more than there are places. */
  private static Set<DossierItem> candidates(Dossier dossier, Map<String, Choice> choices) {
    var candidates = new LinkedHashSet<DossierItem>();
    for (var quota : dossier.exceededQuotas()) {
      var covered = dossier.standing().stream().filter(quota::covers).toList();
      covered.forEach(item -> requireChoice(item, choices, Set.of("keep", "drop")));
      var kept = covered.stream().filter(item -> chosen(item, choices).equals("keep")).count();
      if (kept > quota.places()) {
        throw new Denied("denial.dossier.too-many-kept", quota.name(), quota.places(), kept);
      }
      candidates.addAll(covered);
    }
    return candidates;
  }
}
