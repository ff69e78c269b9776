package vn.commendation.revocation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/** Where the instance of a revocation ought to stand, by its status. */
@Component
class RevocationInstances implements CaseProcess {

  private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};

  private final RevocationRepository revocations;
  private final RevocationFlow flow;
  private final UserTasks userTasks;
  private final JdbcClient jdbc;
  private final ObjectMapper json;

  RevocationInstances(
      RevocationRepository revocations,
      RevocationFlow flow,
      UserTasks userTasks,
      JdbcClient jdbc,
      ObjectMapper json) {
    this.revocations = revocations;
    this.flow = flow;
    this.userTasks = userTasks;
    this.jdbc = jdbc;
    this.json = json;
  }

  /** The first is where a new instance begins. */
  private static List<String> elements(RevocationStatus status) {
    return switch (status) {
      case PROPOSED -> List.of("PrepareRevocation");
      case DECISION ->
          List.of("RevocationDecision", "RecordRevocationDecision", "RevocationGateway");
      case NUMBER ->
          List.of("RegisterRevocationNumber", "RecordRevocationNumber", "RevocationGateway");
      case EXECUTION -> List.of("CarryOutRevocation");
      case DISMISSED -> List.of("EndDismissed", "RevocationGateway");
      case BOARD, REVOKED, UPHELD -> List.of("EndRevoked");
    };
  }

  @Override
  public String processId() {
    return "revocation";
  }

  @Override
  public String idVariable() {
    return "revocationId";
  }

  @Override
  public Set<String> elements() {
    var elements = new HashSet<String>();
    Stream.of(RevocationStatus.values()).forEach(status -> elements.addAll(elements(status)));
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
            select id, code, nominee_name, process_instance_key, status from revocation
            where process_ended_at is null and\s"""
                + condition)
        .params(params)
        .query(
            (row, n) ->
                new OpenCase(
                    row.getString("id"),
                    row.getString("code") + " – " + row.getString("nominee_name"),
                    "/revocations/" + row.getString("id"),
                    row.getObject("process_instance_key", Long.class),
                    row.getString("status"),
                    Set.copyOf(elements(RevocationStatus.valueOf(row.getString("status")))),
                    List.of()))
        .list();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Placement> release(String businessId) {
    var revocation = revocations.lock(businessId).orElse(null);
    if (revocation == null || find(businessId).isEmpty()) {
      return Optional.empty();
    }
    var variables = new HashMap<String, Object>();
    variables.put("revocationId", businessId);
    variables.putAll(json.convertValue(flow.taskView(businessId), VARIABLES));
    variables.put("problem", null);
    var element = elements(revocation.status()).getFirst();
    var tasks =
        switch (revocation.status()) {
          case DECISION, NUMBER -> List.of(new Placement.Task(businessId, element, Map.of()));
          default -> List.<Placement.Task>of();
        };
    revocation.givenUp();
    return Optional.of(new Placement(List.of(element), variables, tasks, List.of()));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void carriedBy(String businessId, long processInstanceKey, Placement placement) {
    revocations.lock(businessId).orElseThrow().carriedBy(processInstanceKey);
    userTasks.opened(processInstanceKey, placement.tasks());
  }
}
