package vn.commendation.dossier;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
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
import vn.commendation.engine.CannotPlace;
import vn.commendation.engine.CaseProcess;
import vn.commendation.engine.OpenCase;
import vn.commendation.engine.Placement;
import vn.commendation.engine.UserTasks;
import vn.commendation.publication.Objection;
import vn.commendation.publication.Objections;

/**
 * Where the instance of a batch ought to stand: by its status, and while the system is at work by
 * what it has done. An objection is answered beside that, even after the batch has ended.
 */
@Component
class DossierInstances implements CaseProcess {

  private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};

  /** Service tasks and what lies between them. */
  private static final Set<String> AT_WORK =
      Set.of(
          "PrepareDossier",
          "BallotGateway",
          "Ballot",
          "RecordBallotResults",
          "Quota",
          "RecordQuota",
          "QuotaGateway",
          "RemainingGateway",
          "DisclosureGateway",
          "PublishDisclosure",
          "AfterDisclosureGateway",
          "ChooseSignatory",
          "RouteGateway",
          "IssueDecision",
          "SubmitToBoard");

  private static final Set<String> OBJECTION = Set.of("ResolveObjection", "RecordObjection");

  private final Steps steps;
  private final DossierRepository dossiers;
  private final DossierTasks tasks;
  private final CouncilFlow council;
  private final DisclosureFlow disclosure;
  private final Objections objections;
  private final UserTasks userTasks;
  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Clock clock;

  DossierInstances(
      Steps steps,
      DossierRepository dossiers,
      DossierTasks tasks,
      CouncilFlow council,
      DisclosureFlow disclosure,
      Objections objections,
      UserTasks userTasks,
      JdbcClient jdbc,
      ObjectMapper json,
      Clock clock) {
    this.steps = steps;
    this.dossiers = dossiers;
    this.tasks = tasks;
    this.council = council;
    this.disclosure = disclosure;
    this.objections = objections;
    this.userTasks = userTasks;
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /** Where an instance may stand while its batch has a status; the worker that leaves it counts. */
  private static Set<String> elements(DossierStatus status) {
    return switch (status) {
      case PROCESSING -> AT_WORK;
      case BALLOT -> Set.of("CouncilBallot", "RecordBallot");
      case QUOTA_SELECTION -> Set.of("QuotaSelection", "RecordSelection");
      case DISCLOSURE -> Set.of("DisclosureEnds", "CloseDisclosure");
      case SIGNATURE -> Set.of("LeadershipSignature", "RecordSignature", "SignatureGateway");
      case REVISION -> Set.of("ReviseDossier", "RecordRevision", "RevisionGateway");
      case NUMBER -> Set.of("RegisterNumber", "RecordNumber");
      case BOARD -> Set.of("BoardResult", "RecordBoardResult", "BoardGateway");
      case BOARD_SUPPLEMENT -> Set.of("BoardSupplement", "RecordBoardSupplement");
      case ISSUED, ANNOUNCED, REFUSED, NO_NOMINEE, DISSOLVED -> Set.of(status.element());
    };
  }

  @Override
  public String processId() {
    return "dossier";
  }

  @Override
  public String idVariable() {
    return "dossierId";
  }

  @Override
  public Set<String> passing() {
    return Set.of("ChaseBoard", "EndChased", "EndObjectionResolved");
  }

  @Override
  public Set<String> besides() {
    return OBJECTION;
  }

  @Override
  public Set<String> elements() {
    var elements = new HashSet<>(OBJECTION);
    Stream.of(DossierStatus.values()).forEach(status -> elements.addAll(elements(status)));
    return elements;
  }

  @Override
  @Transactional(readOnly = true)
  public List<OpenCase> open(String after, int most) {
    return select("d.id > ? order by d.id limit ?", after, most);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<OpenCase> find(String businessId) {
    return select("d.id = ?", businessId).stream().findFirst();
  }

  private List<OpenCase> select(String condition, Object... params) {
    return jdbc.sql(
            """
            select d.id, d.code, d.title, d.process_instance_key, d.status, d.closed_at,
              coalesce(o.open, 0) as objections
            from dossier d left join (
              select dossier_id, count(*) as open from objection where upheld is null
              group by dossier_id) o on o.dossier_id = d.id
            where (d.closed_at is null or o.open > 0) and\s"""
                + condition)
        .params(params)
        .query(
            (row, n) ->
                new OpenCase(
                    row.getString("id"),
                    row.getString("code") + " – " + row.getString("title"),
                    "/dossiers/" + row.getString("id"),
                    row.getObject("process_instance_key", Long.class),
                    row.getString("status"),
                    row.getObject("closed_at") == null
                        ? elements(DossierStatus.valueOf(row.getString("status")))
                        : Set.of(),
                    Collections.nCopies(row.getInt("objections"), OBJECTION)))
        .list();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Placement> release(String businessId) {
    var dossier = dossiers.lock(businessId).orElse(null);
    if (dossier == null || find(businessId).isEmpty()) {
      return Optional.empty();
    }
    var placement = placement(dossier);
    dossier.givenUp(clock.instant());
    return Optional.of(placement);
  }

  private Placement placement(Dossier dossier) {
    var id = dossier.getId();
    var open = objections.of(id).stream().filter(one -> one.upheld() == null).toList();
    var variables = new HashMap<String, Object>();
    variables.put("dossierId", id);
    variables.put("code", dossier.code());
    variables.putAll(json.convertValue(tasks.of(dossier), VARIABLES));
    variables.put("problem", null);
    var elements = new ArrayList<String>();
    var opened = new ArrayList<Placement.Task>();
    var announced = new ArrayList<>(open);
    if (dossier.closed()) {
      // nothing of the batch runs any more that an objection could be raised beside
      variables.putAll(disclosure.variables(announced.removeFirst()));
      elements.add("ResolveObjection");
    } else {
      elements.add(element(dossier, variables));
      if (dossier.status().decidedByPeople()) {
        opened.add(new Placement.Task(id, dossier.status().element(), Map.of()));
      }
    }
    for (var objection : open) {
      var place = DisclosureFlow.answer(0, objection.id());
      opened.add(new Placement.Task(objection.id(), place.elementId(), place.locals()));
    }
    return new Placement(
        elements,
        variables,
        opened,
        announced.stream().map(objection -> raised(dossier, objection)).toList());
  }

  private Placement.Message raised(Dossier dossier, Objection objection) {
    return new Placement.Message(
        "objection-raised", dossier.getId(), objection.id(), disclosure.variables(objection));
  }

  private String element(Dossier dossier, Map<String, Object> variables) {
    var id = dossier.getId();
    if (dossier.status() != DossierStatus.PROCESSING) {
      return dossier.status().element();
    }
    if (dossier.numberSymbol() != null) {
      return dossier.inHouse() ? "IssueDecision" : "SubmitToBoard";
    }
    if (dossier.signatoryName() != null || dossier.disclosedUntil() != null) {
      return "ChooseSignatory";
    }
    if (dossier.followUpOf() != null) {
      return "PrepareDossier";
    }
    if (!dossier.placesCounted()) {
      if (dossier.meetingDate() == null) {
        return "PrepareDossier";
      }
      variables.put("ballotLines", council.ballotLines(id));
      return "Ballot";
    }
    if (dossier.withStatus(ItemStatus.LEFT_OUT).isEmpty()) {
      variables.put("quotaLines", council.quotaLines(id));
      return "Quota";
    }
    if (dossier.standing().isEmpty()) {
      throw new CannotPlace("Nobody is left in batch " + dossier.code());
    }
    return dossier.disclosureRequired() ? "PublishDisclosure" : "ChooseSignatory";
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void carriedBy(String businessId, long processInstanceKey, Placement placement) {
    steps.lock(businessId).carriedBy(processInstanceKey);
    userTasks.opened(processInstanceKey, placement.tasks());
  }
}
