package vn.commendation.localengine.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.camunda.client.protocol.rest.CorrelatedMessageSubscriptionResult;
import io.camunda.client.protocol.rest.CorrelatedMessageSubscriptionSearchQueryResult;
import io.camunda.client.protocol.rest.DecisionDefinitionResult;
import io.camunda.client.protocol.rest.DecisionDefinitionSearchQueryResult;
import io.camunda.client.protocol.rest.DecisionInstanceGetQueryResult;
import io.camunda.client.protocol.rest.DecisionInstanceResult;
import io.camunda.client.protocol.rest.DecisionInstanceSearchQueryResult;
import io.camunda.client.protocol.rest.DecisionRequirementsResult;
import io.camunda.client.protocol.rest.DecisionRequirementsSearchQueryResult;
import io.camunda.client.protocol.rest.ElementInstanceResult;
import io.camunda.client.protocol.rest.ElementInstanceSearchQueryResult;
import io.camunda.client.protocol.rest.IncidentResult;
import io.camunda.client.protocol.rest.IncidentSearchQueryResult;
import io.camunda.client.protocol.rest.MessageSubscriptionResult;
import io.camunda.client.protocol.rest.MessageSubscriptionSearchQueryResult;
import io.camunda.client.protocol.rest.ProcessDefinitionResult;
import io.camunda.client.protocol.rest.ProcessDefinitionSearchQueryResult;
import io.camunda.client.protocol.rest.ProcessInstanceResult;
import io.camunda.client.protocol.rest.ProcessInstanceSearchQueryResult;
import io.camunda.client.protocol.rest.ProcessInstanceSequenceFlowResult;
import io.camunda.client.protocol.rest.ProcessInstanceSequenceFlowsQueryResult;
import io.camunda.client.protocol.rest.UserTaskResult;
import io.camunda.client.protocol.rest.UserTaskSearchQueryResult;
import io.camunda.client.protocol.rest.VariableResult;
import io.camunda.client.protocol.rest.VariableSearchQueryResult;
import io.camunda.client.protocol.rest.VariableSearchResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import vn.commendation.localengine.kernel.Json;
import vn.commendation.localengine.kernel.Refusal;

/**
 * Finds what is and what was. What is committed is found at once. Requests are the JSON of the
 * interface: {@code filter}, {@code sort}, {@code page}.
 *
 * @see <a
 *     href="https://docs.camunda.io/docs/apis-tools/orchestration-cluster-api-rest/orchestration-cluster-api-rest-data-fetching/">Data
 *     fetching</a>
 */
public final class Searches {

  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private final DataSource database;

  public Searches(DataSource database) {
    this.database = database;
  }

  /**
   * @throws Refusal INVALID_ARGUMENT naming a filter, sort field, operator or value it does not
   *     know
   */
  public ProcessInstanceSearchQueryResult processInstances(JsonNode request) {
    var found = find(Tables.PROCESS_INSTANCES, request, Condition.ALWAYS);
    return new ProcessInstanceSearchQueryResult()
        .page(found.page())
        .items(all(found, ProcessInstanceResult.class));
  }

  /**
   * @throws Refusal NOT_FOUND
   */
  public ProcessInstanceResult processInstance(long key) {
    return one(Tables.PROCESS_INSTANCES, key, "Process Instance", ProcessInstanceResult.class);
  }

  /** Flows an instance took, each once. */
  public ProcessInstanceSequenceFlowsQueryResult sequenceFlows(long processInstanceKey) {
    var instance = processInstance(processInstanceKey);
    var key = instance.getProcessInstanceKey();
    var flows =
        query(
            "SELECT DISTINCT sequence_flow_id FROM ENG_SEQUENCE_FLOW WHERE process_instance_key = ?",
            processInstanceKey);
    return new ProcessInstanceSequenceFlowsQueryResult()
        .items(
            flows.stream()
                .map(
                    flow ->
                        new ProcessInstanceSequenceFlowResult()
                            .sequenceFlowId(key + "_" + flow)
                            .processInstanceKey(key)
                            .processDefinitionKey(instance.getProcessDefinitionKey())
                            .processDefinitionId(instance.getProcessDefinitionId())
                            .elementId(flow)
                            .tenantId(instance.getTenantId()))
                .toList());
  }

  /** Incidents of an instance and of those it called. */
  public IncidentSearchQueryResult incidentsOf(long processInstanceKey, JsonNode request) {
    processInstance(processInstanceKey);
    return incidents(
        request,
        Condition.of(
            "i.process_instance_key IN (WITH RECURSIVE tree AS ("
                + "SELECT r.ID_ FROM ACT_HI_PROCINST r WHERE r.ID_ = ? UNION ALL"
                + " SELECT c.ID_ FROM ACT_HI_PROCINST c JOIN tree"
                + " ON c.SUPER_PROCESS_INSTANCE_ID_ = tree.ID_) SELECT ID_ FROM tree)",
            String.valueOf(processInstanceKey)));
  }

  /**
   * @throws Refusal INVALID_ARGUMENT
   */
  public ElementInstanceSearchQueryResult elementInstances(JsonNode request) {
    var found = find(Tables.ELEMENT_INSTANCES, request, Condition.ALWAYS);
    return new ElementInstanceSearchQueryResult()
        .page(found.page())
        .items(all(found, ElementInstanceResult.class));
  }

  /**
   * @throws Refusal NOT_FOUND
   */
  public ElementInstanceResult elementInstance(long key) {
    return one(Tables.ELEMENT_INSTANCES, key, "Element Instance", ElementInstanceResult.class);
  }

  /**
   * @param whole whether long values are answered whole
   * @throws Refusal INVALID_ARGUMENT
   */
  public VariableSearchQueryResult variables(JsonNode request, boolean whole) {
    return variables(request, whole, Condition.ALWAYS);
  }

  private VariableSearchQueryResult variables(JsonNode request, boolean whole, Condition which) {
    var found =
        find(
            whole ? Tables.WHOLE_VARIABLES : Tables.VARIABLES,
            request,
            Condition.all(List.of(Condition.of(VariableValues.VISIBLE), which)));
    return new VariableSearchQueryResult()
        .page(found.page())
        .items(all(found, VariableSearchResult.class));
  }

  /**
   * Variables a user task can see: its own and those of the scopes around it.
   *
   * @throws Refusal NOT_FOUND, INVALID_ARGUMENT
   */
  public VariableSearchQueryResult variablesOfUserTask(long key, JsonNode request, boolean whole) {
    var task = userTask(key);
    return variables(
        request,
        whole,
        Condition.of(
            "v.PROC_INST_ID_ = ? AND (v.ACT_INST_ID_ = v.PROC_INST_ID_ OR v.ACT_INST_ID_ IN ("
                + "WITH RECURSIVE scope AS (SELECT a.ID_, a.PARENT_ACT_INST_ID_"
                + " FROM ACT_HI_ACTINST a WHERE a.ENG_KEY_ = ? UNION ALL"
                + " SELECT a.ID_, a.PARENT_ACT_INST_ID_ FROM ACT_HI_ACTINST a JOIN scope"
                + " ON a.ID_ = scope.PARENT_ACT_INST_ID_) SELECT ID_ FROM scope))",
            task.getProcessInstanceKey(),
            task.getElementInstanceKey()));
  }

  /**
   * A variable with its whole value.
   *
   * @throws Refusal NOT_FOUND
   */
  public VariableResult variable(long key) {
    var found = one(Tables.WHOLE_VARIABLES, key, "Variable", VariableSearchResult.class);
    return new VariableResult()
        .variableKey(found.getVariableKey())
        .name(found.getName())
        .value(found.getValue())
        .scopeKey(found.getScopeKey())
        .processInstanceKey(found.getProcessInstanceKey())
        .tenantId(found.getTenantId());
  }

  /**
   * @throws Refusal INVALID_ARGUMENT
   */
  public IncidentSearchQueryResult incidents(JsonNode request) {
    return incidents(request, Condition.ALWAYS);
  }

  private IncidentSearchQueryResult incidents(JsonNode request, Condition which) {
    var found = find(Tables.INCIDENTS, request, which);
    return new IncidentSearchQueryResult()
        .page(found.page())
        .items(all(found, IncidentResult.class));
  }

  /**
   * @throws Refusal NOT_FOUND
   */
  public IncidentResult incident(long key) {
    return one(Tables.INCIDENTS, key, "Incident", IncidentResult.class);
  }

  /**
   * @throws Refusal INVALID_ARGUMENT
   */
  public UserTaskSearchQueryResult userTasks(JsonNode request) {
    var found = find(Tables.USER_TASKS, request, Condition.ALWAYS);
    addCandidates(found.items());
    return new UserTaskSearchQueryResult()
        .page(found.page())
        .items(all(found, UserTaskResult.class));
  }

  /**
   * @throws Refusal NOT_FOUND
   */
  public UserTaskResult userTask(long key) {
    var found = row(Tables.USER_TASKS, key, "User Task");
    addCandidates(List.of(found));
    return Json.mapper().convertValue(found, UserTaskResult.class);
  }

  private void addCandidates(List<Map<String, Object>> tasks) {
    if (tasks.isEmpty()) {
      return;
    }
    var byKey = new LinkedHashMap<String, Map<String, Object>>();
    for (var task : tasks) {
      task.put("candidateGroups", new ArrayList<String>());
      task.put("candidateUsers", new ArrayList<String>());
      task.put("customHeaders", texts((String) task.get("customHeaders")));
      byKey.put((String) task.get("userTaskKey"), task);
    }
    var marks = String.join(", ", Collections.nCopies(tasks.size(), "?"));
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement(
                "SELECT user_task_key, kind, name FROM ENG_USER_TASK_CANDIDATE"
                    + " WHERE user_task_key IN ("
                    + marks
                    + ") ORDER BY user_task_key, kind, position")) {
      var index = 1;
      for (var key : byKey.keySet()) {
        select.setLong(index++, Long.parseLong(key));
      }
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          var field = "group".equals(rows.getString(2)) ? "candidateGroups" : "candidateUsers";
          @SuppressWarnings("unchecked")
          var names = (List<String>) byKey.get(rows.getString(1)).get(field);
          names.add(rows.getString(3));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> texts(String json) {
    try {
      return Json.mapper().readValue(json, TEXTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws Refusal INVALID_ARGUMENT
   */
  public ProcessDefinitionSearchQueryResult processDefinitions(JsonNode request) {
    var found = find(Tables.PROCESS_DEFINITIONS, request, Condition.ALWAYS);
    return new ProcessDefinitionSearchQueryResult()
        .page(found.page())
        .items(all(found, ProcessDefinitionResult.class));
  }

  /**
   * @throws Refusal NOT_FOUND
   */
  public ProcessDefinitionResult processDefinition(long key) {
    return one(
        Tables.PROCESS_DEFINITIONS, key, "Process Definition", ProcessDefinitionResult.class);
  }

  /**
   * @throws Refusal INVALID_ARGUMENT
   */
  public DecisionDefinitionSearchQueryResult decisionDefinitions(JsonNode request) {
    var found = find(Tables.DECISION_DEFINITIONS, request, Condition.ALWAYS);
    return new DecisionDefinitionSearchQueryResult()
        .page(found.page())
        .items(all(found, DecisionDefinitionResult.class));
  }

  /**
   * @throws Refusal NOT_FOUND
   */
  public DecisionDefinitionResult decisionDefinition(long key) {
    return one(
        Tables.DECISION_DEFINITIONS, key, "Decision Definition", DecisionDefinitionResult.class);
  }

  /**
   * @throws Refusal INVALID_ARGUMENT
   */
  public DecisionRequirementsSearchQueryResult decisionRequirements(JsonNode request) {
    var found = find(Tables.DECISION_REQUIREMENTS, request, Condition.ALWAYS);
    return new DecisionRequirementsSearchQueryResult()
        .page(found.page())
        .items(all(found, DecisionRequirementsResult.class));
  }

  /**
   * @throws Refusal NOT_FOUND
   */
  public DecisionRequirementsResult decisionRequirements(long key) {
    return one(
        Tables.DECISION_REQUIREMENTS,
        key,
        "Decision Requirements",
        DecisionRequirementsResult.class);
  }

  /**
   * The file of decisions.
   *
   * @throws Refusal NOT_FOUND
   */
  public String decisionRequirementsXml(long key) {
    return query("SELECT CONVERT(content USING utf8mb4) FROM ENG_DRG WHERE drg_key = ?", key)
        .stream()
        .findFirst()
        .orElseThrow(
            () -> Refusal.notFound("Decision Requirements with key '%d' not found".formatted(key)));
  }

  /**
   * @throws Refusal INVALID_ARGUMENT
   */
  public DecisionInstanceSearchQueryResult decisionInstances(JsonNode request) {
    var found = find(Tables.DECISION_INSTANCES, request, Condition.ALWAYS);
    return new DecisionInstanceSearchQueryResult()
        .page(found.page())
        .items(all(found, DecisionInstanceResult.class));
  }

  /**
   * What was decided, with inputs and rules.
   *
   * @param key of one decision of an evaluation, such as {@code 17-1}
   * @throws Refusal NOT_FOUND
   */
  public DecisionInstanceGetQueryResult decisionInstance(String key) {
    if (!key.matches("\\d{1,18}-\\d{1,9}")) {
      throw Refusal.notFound("Decision Instance with key '%s' not found".formatted(key));
    }
    var filter =
        Json.mapper()
            .createObjectNode()
            .put("decisionEvaluationKey", key.substring(0, key.indexOf('-')))
            .put("decisionEvaluationInstanceKey", key);
    var found = row(Tables.WHOLE_DECISION_INSTANCES, filter, "Decision Instance", key);
    found.put("evaluatedInputs", values(found.get("evaluatedInputs"), "input"));
    var rules = new ArrayList<Map<String, Object>>();
    for (var rule : list(found.get("matchedRules"))) {
      rules.add(
          Map.of(
              "ruleId", rule.path("id").asText(),
              "ruleIndex", rule.path("index").asInt(),
              "evaluatedOutputs", values(rule.path("outputs").toString(), "output")));
    }
    found.put("matchedRules", rules);
    return Json.mapper().convertValue(found, DecisionInstanceGetQueryResult.class);
  }

  private static List<Map<String, String>> values(Object json, String kind) {
    var values = new ArrayList<Map<String, String>>();
    for (var value : list(json)) {
      var named = new LinkedHashMap<String, String>();
      named.put(kind + "Id", value.path("id").asText(null));
      named.put(kind + "Name", value.path("name").asText(null));
      named.put(kind + "Value", value.path("value").asText(null));
      values.add(named);
    }
    return values;
  }

  private static JsonNode list(Object json) {
    try {
      return Json.mapper().readTree((String) json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What waits for a message, or waited until it had one.
   *
   * @throws Refusal INVALID_ARGUMENT
   */
  public MessageSubscriptionSearchQueryResult messageSubscriptions(JsonNode request) {
    var found = find(Tables.MESSAGE_SUBSCRIPTIONS, request, Condition.ALWAYS);
    return new MessageSubscriptionSearchQueryResult()
        .page(found.page())
        .items(all(found, MessageSubscriptionResult.class));
  }

  /**
   * Messages and who had them.
   *
   * @throws Refusal INVALID_ARGUMENT
   */
  public CorrelatedMessageSubscriptionSearchQueryResult correlatedMessageSubscriptions(
      JsonNode request) {
    var found = find(Tables.CORRELATED_MESSAGES, request, Condition.ALWAYS);
    return new CorrelatedMessageSubscriptionSearchQueryResult()
        .page(found.page())
        .items(all(found, CorrelatedMessageSubscriptionResult.class));
  }

  private <T> T one(Table table, long key, String name, Class<T> type) {
    return Json.mapper().convertValue(row(table, key, name), type);
  }

  private Map<String, Object> row(Table table, long key, String name) {
    var filter = Json.mapper().createObjectNode().put(table.key().name(), key);
    return row(table, filter, name, String.valueOf(key));
  }

  private Map<String, Object> row(Table table, JsonNode filter, String name, String key) {
    var request = Json.mapper().createObjectNode();
    request.set("filter", filter);
    var items = find(table, request, Condition.ALWAYS).items();
    if (items.isEmpty()) {
      throw Refusal.notFound("%s with key '%s' not found".formatted(name, key));
    }
    return items.getFirst();
  }

  private Rows find(Table table, JsonNode request, Condition always) {
    try (var connection = database.getConnection()) {
      return Rows.of(
          connection, table, request == null ? MissingNode.getInstance() : request, always);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> List<T> all(Rows rows, Class<T> type) {
    return rows.items().stream().map(row -> Json.mapper().convertValue(row, type)).toList();
  }

  private List<String> query(String sql, long value) {
    try (Connection connection = database.getConnection();
        var select = connection.prepareStatement(sql)) {
      select.setLong(1, value);
      try (var rows = select.executeQuery()) {
        var found = new ArrayList<String>();
        while (rows.next()) {
          found.add(rows.getString(1));
        }
        return found;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
