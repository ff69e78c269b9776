package vn.commendation.nomination;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.engine.CaseProcess;
import vn.commendation.engine.OpenCase;
import vn.commendation.engine.Placement;
import vn.commendation.engine.UserTasks;
import vn.commendation.storage.Utc;

/** Where the instance of a case ought to stand, by its status. */
@Component
class NominationInstances implements CaseProcess {

  private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};

  private static final Set<String> CHECK =
      Set.of(
          "GatherFacts",
          "CheckFailed",
          "Eligibility",
          "Routing",
          "RequiredDocuments",
          "RecordCheck");

  private static final Set<String> REVIEW =
      Set.of("OfficeReview", "RecordOfficeReview", "OfficeGateway", "RecordReopening");

  private final NominationRepository nominations;
  private final NominationViews views;
  private final DecisionRepository decisions;
  private final UserTasks userTasks;
  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Clock clock;

  NominationInstances(
      NominationRepository nominations,
      NominationViews views,
      DecisionRepository decisions,
      UserTasks userTasks,
      JdbcClient jdbc,
      ObjectMapper json,
      Clock clock) {
    this.nominations = nominations;
    this.views = views;
    this.decisions = decisions;
    this.userTasks = userTasks;
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /** Where an instance may stand while its case has a status; the worker that leaves it counts. */
  private static Set<String> elements(NominationStatus status) {
    return switch (status) {
      case DRAFT -> Set.of();
      case SUBMITTED -> CHECK;
      case OFFICE_REVIEW -> REVIEW;
      case SUPPLEMENT -> Set.of("Supplement", "RecordSupplement", "ExpireSupplement");
      case HOLD -> Set.of("Hold", "ReviewHold");
      case CONSENT -> Set.of("ConsentToChange", "RecordConsent", "ConsentGateway", "ExpireConsent");
      case ACCEPTED, IN_DOSSIER, SIGNED -> Set.of("AwaitDossier");
      case AWARDED_IN_HOUSE, AWARDED, NOT_AWARDED, NOT_PASSED, REFUSED, OBJECTION_UPHELD ->
          Set.of("OutcomeGateway", status.element());
      case REJECTED, WITHDRAWN, EXPIRED, INELIGIBLE, ROLLED_OVER -> Set.of(status.element());
    };
  }

  @Override
  public String processId() {
    return "nomination";
  }

  @Override
  public String idVariable() {
    return "nominationId";
  }

  @Override
  public Set<String> passing() {
    return Set.of("RemindSupplement", "EndReminded");
  }

  @Override
  public Set<String> elements() {
    var elements = new HashSet<String>();
    Stream.of(NominationStatus.values()).forEach(status -> elements.addAll(elements(status)));
    return elements;
  }

  @Override
  @Transactional(readOnly = true)
  public List<OpenCase> open(String after, int most) {
    return select("id > ? order by id limit ?", after, most);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<OpenCase> find(String businessId) {
    return select("id = ?", businessId).stream().findFirst();
  }

  private List<OpenCase> select(String condition, Object... params) {
    return jdbc.sql(
            """
            select id, code, nominee_name, process_instance_key, status from nomination
            where status <> 'DRAFT' and closed_at is null and\s"""
                + condition)
        .params(params)
        .query(
            (row, n) ->
                new OpenCase(
                    row.getString("id"),
                    row.getString("code") + " – " + row.getString("nominee_name"),
                    "/nominations/" + row.getString("id"),
                    row.getObject("process_instance_key", Long.class),
                    row.getString("status"),
                    elements(NominationStatus.valueOf(row.getString("status"))),
                    List.of()))
        .list();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Placement> release(String businessId) {
    var nomination = nominations.lock(businessId).orElse(null);
    if (nomination == null || find(businessId).isEmpty()) {
      return Optional.empty();
    }
    var placement = placement(nomination);
    nomination.givenUp(clock.instant());
    return Optional.of(placement);
  }

  private Placement placement(Nomination nomination) {
    var id = nomination.getId();
    var variables = new HashMap<String, Object>();
    variables.put("nominationId", id);
    variables.put("code", nomination.code());
    variables.put("nominator", nomination.nominator());
    var element = nomination.status().element();
    var step = Step.of(nomination.status());
    if (nomination.status() != NominationStatus.SUBMITTED && !nomination.status().ended()) {
      variables.putAll(json.convertValue(views.taskView(nomination), VARIABLES));
      variables.put("problem", null);
    }
    if (nomination.status() == NominationStatus.SUPPLEMENT) {
      variables.put("supplementReminder", views.reminder(nomination, returnedAt(id), reminded(id)));
    }
    if (step.equals(Optional.of(Step.OFFICE_REVIEW)) && !userTasks.noted(id)) {
      // a batch gave the case back and the Office has not been told
      return new Placement(List.of("RecordReopening"), variables, List.of(), List.of());
    }
    return new Placement(
        List.of(element),
        variables,
        step.map(each -> new Placement.Task(id, each.element(), Map.of())).stream().toList(),
        List.of());
  }

  /** When the case was last given back to its unit. */
  private Instant returnedAt(String id) {
    return decisions.findByNominationIdOrderById(id).reversed().stream()
        .map(DecisionEntity::toDecision)
        .filter(decision -> decision.outcome().equals("return"))
        .map(Decision::decidedAt)
        .findFirst()
        .orElse(clock.instant());
  }

  private boolean reminded(String id) {
    return jdbc.sql(
                """
                select count(*) from audit_entry
                where subject_id = ? and action = 'nomination.reminded' and at >= ?""")
            .params(id, Utc.of(returnedAt(id)))
            .query(Long.class)
            .single()
        > 0;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void carriedBy(String businessId, long processInstanceKey, Placement placement) {
    nominations.lock(businessId).orElseThrow().carriedBy(processInstanceKey);
    userTasks.opened(processInstanceKey, placement.tasks());
  }
}
