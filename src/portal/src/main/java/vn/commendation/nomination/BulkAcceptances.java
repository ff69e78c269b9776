package vn.commendation.nomination;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.audit.AuditTrail;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.engine.TaskCompletion;
import vn.commendation.engine.TaskCompletions;
import vn.commendation.nomination.BulkLine.Obstacle;
import vn.commendation.nomination.BulkOutcome.State;
import vn.commendation.nomination.Finding.Severity;
import vn.commendation.storage.Utc;

/**
 * The Office accepts several cases at once, where nothing asks for a look of its own: no finding,
 * no likeness, no late sending, no choice of rules, and not a case of one's own side.
 *
 * <p>Each case goes the way it would go from Tasklist: its task is completed in the engine in the
 * name of the person, and the worker that records the decision checks it like any other.
 */
@Service
@Transactional
public class BulkAcceptances {

  /** Most cases at once. */
  public static final int MOST = 200;

  /** Says something of the rule, not of the case, and asks for no opinion. */
  private static final String UNVERIFIED_RULE = "unverified-rule";

  private static final int MOST_RECENT = 5;

  private final NominationRepository nominations;
  private final NominationViews views;
  private final CaseChecks checks;
  private final CaseRules rules;
  private final DecisionCheck decisionCheck;
  private final TaskCompletions completions;
  private final Directory directory;
  private final AuditTrail audit;
  private final JdbcClient jdbc;
  private final Clock clock;

  BulkAcceptances(
      NominationRepository nominations,
      NominationViews views,
      CaseChecks checks,
      CaseRules rules,
      DecisionCheck decisionCheck,
      TaskCompletions completions,
      Directory directory,
      AuditTrail audit,
      JdbcClient jdbc,
      Clock clock) {
    this.nominations = nominations;
    this.views = views;
    this.checks = checks;
    this.rules = rules;
    this.decisionCheck = decisionCheck;
    this.completions = completions;
    this.directory = directory;
    this.audit = audit;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The cases that wait for the Office's review, the most urgent first, and what stands against
   * accepting each of them together with others; at most {@link #MOST}.
   *
   * @throws NominationForbidden if reviewing is not this account's task
   */
  @Transactional(readOnly = true)
  public List<BulkLine> waiting(String username) {
    var account = reviewer(username);
    return lines(
        nominations.findByStatusOrderByDueAtAscIdAsc(
            NominationStatus.OFFICE_REVIEW, PageRequest.of(0, MOST)),
        account);
  }

  /** The same for some cases; what does not exist or was never sent is left out. */
  @Transactional(readOnly = true)
  public List<BulkLine> preview(Collection<String> ids, String username) {
    var account = reviewer(username);
    return lines(sent(ids), account);
  }

  /**
   * Accepts those cases among them that nothing stands against by now. The same form sent twice is
   * one acceptance.
   *
   * @param id chosen by the form
   * @throws NominationForbidden if reviewing is not this account's task, or the id is another's
   * @throws IllegalArgumentException if there are more than {@link #MOST}
   */
  public void accept(String id, Collection<String> ids, String username) {
    var account = reviewer(username);
    if (ids.size() > MOST) {
      throw new IllegalArgumentException("At most " + MOST + " cases at once");
    }
    try {
      jdbc.sql("insert into bulk_acceptance values (?, ?, ?, ?)")
          .params(id, account.username(), account.displayName(), Utc.now(clock))
          .update();
    } catch (DuplicateKeyException e) {
      requireOwn(id, account);
      return;
    }
    for (var line : lines(sent(ids), account)) {
      var nominationId = line.nomination().id();
      var completion =
          line.acceptable()
              ? completions
                  .complete(
                      nominationId,
                      Step.OFFICE_REVIEW.element(),
                      username,
                      // without a reason: a finding that has come up meanwhile asks for one
                      Map.of("decision", "accept"))
                  .orElse(null)
              : null;
      jdbc.sql("insert into bulk_acceptance_case values (?, ?, ?, ?)")
          .params(id, nominationId, completion, completion == null ? refusal(line) : null)
          .update();
      if (completion != null) {
        audit.append(
            account.username(),
            account.displayName(),
            "nomination.bulk-acceptance-sent",
            nominationId,
            null);
      }
    }
  }

  private static String refusal(BulkLine line) {
    return line.acceptable() ? "task-unknown" : line.obstacles().getFirst().code();
  }

  private void requireOwn(String id, Account account) {
    var owner =
        jdbc.sql("select accepted_by from bulk_acceptance where id = ?")
            .param(id)
            .query(String.class)
            .optional();
    if (!owner.equals(Optional.of(account.username()))) {
      throw new NominationForbidden(id);
    }
  }

  /** An acceptance of the past, for the list. */
  public record Recent(String id, Instant acceptedAt, long cases) {}

  /** What this account accepted last, the latest first. */
  @Transactional(readOnly = true)
  public List<Recent> recent(String username) {
    return jdbc.sql(
            """
            select b.id, b.accepted_at,
              (select count(*) from bulk_acceptance_case c where c.acceptance_id = b.id) as cases
            from bulk_acceptance b where b.accepted_by = ?
            order by b.accepted_at desc limit ?""")
        .params(username, MOST_RECENT)
        .query(
            (row, n) ->
                new Recent(
                    row.getString("id"), Utc.instant(row, "accepted_at"), row.getLong("cases")))
        .list();
  }

  private record Head(String username, String name, Instant at) {}

  private record Sent(String nominationId, String completionId, String refusal) {}

  private record Made(
      String nominationId, String decidedBy, String decidedByName, String outcome) {}

  private record Denied(String nominationId, String reason) {}

  /**
   * What became of an acceptance, as the cases themselves say.
   *
   * @throws NominationForbidden if reviewing is not this account's task
   * @throws NominationNotFound if there is none
   */
  @Transactional(readOnly = true)
  public BulkOutcome outcome(String id, String username) {
    reviewer(username);
    var head =
        jdbc.sql(
                """
                select accepted_by, accepted_by_name, accepted_at from bulk_acceptance
                where id = ?""")
            .param(id)
            .query(
                (row, n) ->
                    new Head(
                        row.getString("accepted_by"),
                        row.getString("accepted_by_name"),
                        Utc.instant(row, "accepted_at")))
            .optional()
            .orElseThrow(() -> new NominationNotFound(id));
    var sent =
        jdbc.sql(
                """
                select nomination_id, completion_id, refusal from bulk_acceptance_case
                where acceptance_id = ?""")
            .param(id)
            .query(Sent.class)
            .list();
    var made = decisionsSince(id);
    var denied = denialsSince(id);
    var completed =
        completions.of(sent.stream().map(Sent::completionId).filter(Objects::nonNull).toList());
    var cases =
        views
            .summaries(nominations.findByIdIn(sent.stream().map(Sent::nominationId).toList()))
            .stream()
            .collect(Collectors.toMap(NominationSummary::id, Function.identity()));
    return new BulkOutcome(
        id,
        head.name(),
        head.at(),
        sent.stream()
            .map(
                one ->
                    line(
                        cases.get(one.nominationId()),
                        one,
                        head.username(),
                        made.get(one.nominationId()),
                        denied.get(one.nominationId()),
                        completed.get(one.completionId())))
            .sorted(Comparator.comparing(line -> line.nomination().code()))
            .toList());
  }

  private static BulkOutcome.Line line(
      NominationSummary nomination,
      Sent sent,
      String acceptedBy,
      Made made,
      Denied denied,
      TaskCompletion completion) {
    if (sent.completionId() == null) {
      return new BulkOutcome.Line(nomination, State.NOT_SENT, null, sent.refusal());
    }
    if (made != null) {
      return made.decidedBy().equals(acceptedBy) && made.outcome().equals("accept")
          ? new BulkOutcome.Line(nomination, State.ACCEPTED, null, null)
          : new BulkOutcome.Line(nomination, State.OVERTAKEN, made.decidedByName(), null);
    }
    if (denied != null) {
      return new BulkOutcome.Line(nomination, State.DENIED, denied.reason(), null);
    }
    return new BulkOutcome.Line(
        nomination,
        switch (completion.status()) {
          case PENDING -> State.WAITING;
          case DONE -> State.RECORDING;
          case GONE -> State.GONE;
          case TAKEN -> State.TAKEN;
          case BLOCKED -> State.BLOCKED;
        },
        completion.status() == TaskCompletion.Status.BLOCKED ? completion.lastError() : null,
        null);
  }

  /** The first decision of the Office on each case since it was accepted here. */
  private Map<String, Made> decisionsSince(String id) {
    return jdbc
        .sql(
            """
            select d.nomination_id, d.decided_by, d.decided_by_name, d.outcome
            from nomination_decision d where d.id in (
              select min(f.id) from bulk_acceptance b
              join bulk_acceptance_case c on c.acceptance_id = b.id
              join nomination_decision f on f.nomination_id = c.nomination_id
                and f.step = 'office-review' and f.decided_at >= b.accepted_at
              where b.id = ? group by f.nomination_id)""")
        .param(id)
        .query(Made.class)
        .list()
        .stream()
        .collect(Collectors.toMap(Made::nominationId, Function.identity()));
  }

  private Map<String, Denied> denialsSince(String id) {
    return jdbc
        .sql(
            """
            select e.subject_id as nomination_id, e.reason from audit_entry e where e.id in (
              select min(f.id) from bulk_acceptance b
              join bulk_acceptance_case c on c.acceptance_id = b.id
              join audit_entry f on f.subject_id = c.nomination_id and f.actor = b.accepted_by
                and f.action = :denied and f.at >= b.accepted_at
              where b.id = :id group by f.subject_id)""")
        .param("denied", NominationFlow.DENIED)
        .param("id", id)
        .query(Denied.class)
        .list()
        .stream()
        .collect(Collectors.toMap(Denied::nominationId, Function.identity()));
  }

  private List<Nomination> sent(Collection<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : nominations.findByIdIn(ids).stream()
            .filter(nomination -> nomination.status() != NominationStatus.DRAFT)
            .sorted(Comparator.comparing(Nomination::code))
            .toList();
  }

  private List<BulkLine> lines(List<Nomination> cases, Account account) {
    var ids = cases.stream().map(Nomination::getId).toList();
    var ready = completions.ready(ids, Step.OFFICE_REVIEW.element());
    var checked = checks.last(ids).keySet();
    var findings = checks.findingsOf(ids);
    var summaries =
        views.summaries(cases).stream()
            .collect(Collectors.toMap(NominationSummary::id, Function.identity()));
    return cases.stream()
        .map(
            nomination ->
                new BulkLine(
                    summaries.get(nomination.getId()),
                    obstacles(
                        nomination,
                        account,
                        findings.getOrDefault(nomination.getId(), List.of()),
                        checked,
                        ready)))
        .toList();
  }

  private List<Obstacle> obstacles(
      Nomination nomination,
      Account account,
      List<Finding> findings,
      Set<String> checked,
      Set<String> ready) {
    if (nomination.status() != NominationStatus.OFFICE_REVIEW) {
      return List.of(new Obstacle("moved-on", null));
    }
    var bar = NominationAccess.denial(Step.OFFICE_REVIEW, account, nomination);
    if (bar != null) {
      // what the registers say of the own side is not shown to it
      return List.of(new Obstacle(bar, null));
    }
    var obstacles = new ArrayList<Obstacle>();
    if (!checked.contains(nomination.getId())) {
      obstacles.add(new Obstacle("not-checked", null));
    }
    findings.stream()
        .filter(finding -> !finding.code().equals(UNVERIFIED_RULE))
        .map(
            finding ->
                new Obstacle(
                    finding.severity() == Severity.NOTE ? "note" : "finding", finding.text()))
        .forEach(obstacles::add);
    if (nomination.late()) {
      obstacles.add(new Obstacle("late", nomination.lateReason()));
    }
    if (obstacles.isEmpty() && choiceOfRules(nomination, findings)) {
      obstacles.add(new Obstacle("transition", null));
    }
    if (obstacles.isEmpty() && !ready.contains(nomination.getId())) {
      obstacles.add(new Obstacle("task-unknown", null));
    }
    return obstacles;
  }

  private boolean choiceOfRules(Nomination nomination, List<Finding> findings) {
    var transition = rules.transition(nomination).orElse(null);
    return transition != null && !decisionCheck.toJudge(nomination, findings, transition).isEmpty();
  }

  private Account reviewer(String username) {
    var account = directory.account(username);
    if (NominationAccess.deciders(Step.OFFICE_REVIEW).stream().noneMatch(account::has)) {
      throw new NominationForbidden(username);
    }
    return account;
  }
}
