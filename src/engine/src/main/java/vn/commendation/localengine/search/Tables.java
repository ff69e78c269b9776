package vn.commendation.localengine.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.protocol.rest.DecisionDefinitionTypeEnum;
import io.camunda.client.protocol.rest.DecisionInstanceStateEnum;
import io.camunda.client.protocol.rest.IncidentResult;
import io.camunda.client.protocol.rest.UserTaskStateEnum;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import vn.commendation.localengine.kernel.Refusal;

/**
 * What can be searched. Rows are Operaton's history and the engine's own tables; the names of
 * fields are those of the interface.
 */
final class Tables {

  private static final String NEVER = "1 = 0";

  /** What the client's enumerations call what they do not know. */
  private static final String UNKNOWN = "unknown_default_open_api";

  /** Cut in the answers of a search unless the whole is asked for. */
  static final int PREVIEW = 8_191;

  static final Table PROCESS_DEFINITIONS =
      new Table("process definitions", "ENG_PROCESS p")
          .key("processDefinitionKey", "p.process_key")
          .text("processDefinitionId", "p.process_id")
          .text("name", "p.name")
          .number("version", "p.version")
          .text("versionTag", "p.version_tag")
          .text("resourceName", "p.resource_name")
          .flag("hasStartForm", NEVER)
          .tenant()
          .flag(
              "isLatestVersion",
              "p.version = (SELECT MAX(l.version) FROM ENG_PROCESS l"
                  + " WHERE l.process_id = p.process_id)")
          .hidden();

  private static final String OF_INSTANCE =
      "EXISTS (SELECT 1 FROM %s WHERE %s.PROC_INST_ID_ = pi.ID_ AND %%s)";

  private static final Table ELEMENTS =
      new Table("elements", "")
          .text("elementId", elementId("e.ACT_ID_"))
          .choice("elementInstanceState", elementStates("e"))
          .flag("hasElementInstanceIncident", incidentOf("e"));

  static final Table PROCESS_INSTANCES =
      new Table(
              "process instances",
              "ACT_HI_PROCINST pi JOIN ENG_PROCESS p ON p.definition_id = pi.PROC_DEF_ID_")
          .key("processInstanceKey", "pi.ID_")
          .text("processDefinitionId", "p.process_id")
          .text("processDefinitionName", "COALESCE(p.name, p.process_id)")
          .number("processDefinitionVersion", "p.version")
          .text("processDefinitionVersionTag", "p.version_tag")
          .keyOf("processDefinitionKey", "p.process_key")
          .keyOf("parentProcessInstanceKey", "pi.SUPER_PROCESS_INSTANCE_ID_")
          .keyOf(
              "parentElementInstanceKey",
              "(SELECT MAX(c.ENG_KEY_) FROM ACT_HI_ACTINST c WHERE"
                  + " c.PROC_INST_ID_ = pi.SUPER_PROCESS_INSTANCE_ID_"
                  + " AND c.CALL_PROC_INST_ID_ = pi.ID_)")
          .date("startDate", "pi.START_TIME_")
          .date("endDate", "pi.END_TIME_")
          .choice("state", processStates())
          .flag(
              "hasIncident",
              "EXISTS (SELECT 1 FROM ACT_RU_INCIDENT i WHERE i.PROC_INST_ID_ = pi.ID_)")
          .tenant()
          .many(
              "errorMessage",
              Kind.TEXT,
              wide("i.INCIDENT_MSG_"),
              ofInstance("ACT_RU_INCIDENT", "i"))
          // what is asked of an element of an instance has to be true of one and the same
          .together(
              Set.of("elementId", "elementInstanceState", "hasElementInstanceIncident"),
              filter -> ELEMENTS.condition(filter, 0).within(ofInstance("ACT_HI_ACTINST", "e")))
          .filter(
              "hasRetriesLeft",
              flag(
                  "hasRetriesLeft",
                  "EXISTS (SELECT 1 FROM ACT_RU_EXT_TASK j WHERE j.PROC_INST_ID_ = pi.ID_"
                      + " AND j.RETRIES_ > 0 AND j.ERROR_MSG_ IS NOT NULL)"))
          .filter(
              "variables",
              (value, part) -> VariableValues.all("variables", value, "v.PROC_INST_ID_ = pi.ID_"))
          .filter("tags", unsupportedUnlessEmpty("tags"))
          .filter("batchOperationId", unsupported("batchOperationId"))
          .filter("incidentErrorHashCode", unsupported("incidentErrorHashCode"))
          .alternatives();

  static final Table ELEMENT_INSTANCES =
      new Table(
              "element instances",
              "ACT_HI_ACTINST a JOIN ENG_PROCESS p ON p.definition_id = a.PROC_DEF_ID_",
              // the process is an element, too
              "ACT_HI_PROCINST pi JOIN ENG_PROCESS p ON p.definition_id = pi.PROC_DEF_ID_")
          .key("elementInstanceKey", "a.ENG_KEY_", "pi.ID_")
          .keyOf("processInstanceKey", "a.PROC_INST_ID_", "pi.ID_")
          .keyOf("processDefinitionKey", "p.process_key", "p.process_key")
          .text("processDefinitionId", "p.process_id", "p.process_id")
          .text("elementId", elementId("a.ACT_ID_"), "p.process_id")
          .text(
              "elementName",
              "COALESCE(NULLIF(" + wide("a.ACT_NAME_") + ", ''), " + elementId("a.ACT_ID_") + ")",
              "COALESCE(p.name, p.process_id)")
          .choice("type", elementTypes(), only("PROCESS", elementTypes()))
          .choice("state", elementStates("a"), processStates())
          .date("startDate", "a.START_TIME_", "pi.START_TIME_")
          .date("endDate", "a.END_TIME_", "pi.END_TIME_")
          .flag(
              "hasIncident",
              incidentOf("a"),
              "EXISTS (SELECT 1 FROM ACT_RU_INCIDENT i WHERE i.PROC_INST_ID_ = pi.ID_)")
          .keyOf(
              "incidentKey",
              "(SELECT MAX(i.incident_key) FROM ENG_INCIDENT i WHERE " + open("a") + ")",
              "NULL")
          .tenant()
          .keyOf("elementInstanceScopeKey", key("a.PARENT_ACT_INST_ID_"), "NULL")
          .hidden();

  static final Table INCIDENTS =
      new Table(
              "incidents",
              "ENG_INCIDENT i JOIN ENG_PROCESS p ON p.definition_id = i.process_definition_id")
          .key("incidentKey", "i.incident_key")
          .keyOf("processDefinitionKey", "p.process_key")
          .text("processDefinitionId", "p.process_id")
          .keyOf("processInstanceKey", "i.process_instance_key")
          .choice("errorType", names("i.error_type", IncidentResult.ErrorTypeEnum.values()))
          .text("errorMessage", "i.message")
          .text("elementId", elementId("i.element_id"))
          .keyOf("elementInstanceKey", "i.element_instance_key")
          .date("creationTime", "i.created")
          .choice(
              "state",
              looks(
                  "ACTIVE",
                  "i.closed IS NULL",
                  "RESOLVED",
                  "i.closed IS NOT NULL",
                  "PENDING",
                  NEVER,
                  "MIGRATED",
                  NEVER))
          .keyOf("jobKey", "i.job_key")
          .tenant();

  static final Table USER_TASKS =
      new Table(
              "user tasks",
              "ENG_USER_TASK t JOIN ENG_PROCESS p ON p.definition_id = t.definition_id")
          .key("userTaskKey", "t.user_task_key")
          .text("name", "t.name")
          .choice("state", names("t.state", UserTaskStateEnum.values()))
          .text("assignee", "t.assignee")
          .text("elementId", "t.element_id")
          .keyOf("elementInstanceKey", "t.element_instance_key")
          .text("processDefinitionId", "p.process_id")
          .text("processName", "COALESCE(p.name, p.process_id)")
          .keyOf("processDefinitionKey", "p.process_key")
          .number("processDefinitionVersion", "p.version")
          .keyOf("processInstanceKey", "t.process_instance_id")
          .date("creationDate", "t.created")
          .date("completionDate", "t.ended")
          .date("followUpDate", "t.follow_up")
          .date("dueDate", "t.due")
          .number("priority", "t.priority")
          .keyOf("formKey", "t.form_key")
          .text("externalFormReference", "t.external_form_reference")
          .text("customHeaders", "t.custom_headers")
          .tenant()
          .many("candidateGroup", Kind.TEXT, "c.name", candidate("group"))
          .many("candidateUser", Kind.TEXT, "c.name", candidate("user"))
          .filter(
              "localVariables",
              (value, part) ->
                  VariableValues.all(
                      "localVariables",
                      value,
                      "v.PROC_INST_ID_ = t.process_instance_id"
                          + " AND v.ACT_INST_ID_ = t.activity_instance_id"))
          .filter(
              "processInstanceVariables",
              (value, part) ->
                  VariableValues.all(
                      "processInstanceVariables",
                      value,
                      "v.PROC_INST_ID_ = t.process_instance_id"
                          + " AND v.ACT_INST_ID_ = t.process_instance_id"));

  static final Table DECISION_REQUIREMENTS =
      new Table("decision requirements", "ENG_DRG g")
          .key("decisionRequirementsKey", "g.drg_key")
          .text("decisionRequirementsId", "g.drg_id")
          .text("decisionRequirementsName", "g.name")
          .number("version", "g.version")
          .text("resourceName", "g.resource_name")
          .tenant();

  static final Table DECISION_DEFINITIONS =
      new Table("decision definitions", "ENG_DECISION d JOIN ENG_DRG g ON g.drg_key = d.drg_key")
          .key("decisionDefinitionKey", "d.decision_key")
          .text("decisionDefinitionId", "d.decision_id")
          .text("name", "d.name")
          .number("version", "d.version")
          .text("decisionRequirementsId", "g.drg_id")
          .keyOf("decisionRequirementsKey", "d.drg_key")
          .tenant();

  static final Table DECISION_INSTANCES = decisionInstances(false);
  static final Table WHOLE_DECISION_INSTANCES = decisionInstances(true);

  private static final String OPEN_EVENT_NAME = wide("s.EVENT_NAME_");

  /** Stands between message name and correlation key in the name of an event that is waited for. */
  private static final String SEPARATOR = "CHAR(31 USING utf8mb4)";

  /**
   * What waits, and what waited until it had its message. Of an event name that is a hash neither
   * name nor key can be told.
   */
  static final Table MESSAGE_SUBSCRIPTIONS =
      new Table(
              "message subscriptions",
              "ACT_RU_EVENT_SUBSCR s JOIN ACT_RU_EXECUTION e ON e.ID_ = s.EXECUTION_ID_"
                  + " AND s.EVENT_TYPE_ = 'message' AND LOCATE(CHAR(31), s.EVENT_NAME_) > 1"
                  + " JOIN ACT_RE_PROCDEF p ON p.ID_ = e.PROC_DEF_ID_",
              "(SELECT * FROM ENG_CORRELATION l WHERE l.ELEMENT_INSTANCE_KEY_ IS NOT NULL"
                  + " AND NOT EXISTS (SELECT 1 FROM ENG_CORRELATION n"
                  + " WHERE n.SUBSCRIPTION_KEY_ = l.SUBSCRIPTION_KEY_ AND n.KEY_ > l.KEY_)"
                  + " AND NOT EXISTS (SELECT 1 FROM ACT_RU_EVENT_SUBSCR o"
                  + " WHERE o.ID_ = CAST(l.SUBSCRIPTION_KEY_ AS CHAR))) c")
          .key("messageSubscriptionKey", "s.ID_", "c.SUBSCRIPTION_KEY_")
          .text("processDefinitionId", "p.KEY_", "c.PROCESS_ID_")
          .keyOf("processDefinitionKey", key("p.ID_"), "c.DEFINITION_KEY_")
          .keyOf("processInstanceKey", "s.PROC_INST_ID_", "c.INSTANCE_KEY_")
          .text("elementId", "s.ACTIVITY_ID_", "c.ELEMENT_ID_")
          .keyOf("elementInstanceKey", key("e.ACT_INST_ID_"), "c.ELEMENT_INSTANCE_KEY_")
          .choice(
              "messageSubscriptionState",
              subscriptionStates("CREATED"),
              subscriptionStates("CORRELATED"))
          .date("lastUpdatedDate", "s.CREATED_", "c.TIME_")
          .text(
              "messageName",
              readable("SUBSTRING_INDEX(" + OPEN_EVENT_NAME + ", " + SEPARATOR + ", 1)"),
              "c.MESSAGE_NAME_")
          .text(
              "correlationKey",
              readable(
                  "SUBSTRING(%1$s, LOCATE(%2$s, %1$s) + 1)".formatted(OPEN_EVENT_NAME, SEPARATOR)),
              "c.CORRELATION_KEY_")
          .tenant();

  static final Table CORRELATED_MESSAGES =
      new Table("correlated message subscriptions", "ENG_CORRELATION c")
          .key("correlation", "c.KEY_")
          .hidden()
          .text("correlationKey", "c.CORRELATION_KEY_")
          .date("correlationTime", "c.TIME_")
          .text("elementId", "c.ELEMENT_ID_")
          .keyOf("elementInstanceKey", "c.ELEMENT_INSTANCE_KEY_")
          .keyOf("messageKey", "c.MESSAGE_KEY_")
          .text("messageName", "c.MESSAGE_NAME_")
          .number("partitionId", "1")
          .text("processDefinitionId", "c.PROCESS_ID_")
          .keyOf("processDefinitionKey", "c.DEFINITION_KEY_")
          .keyOf("processInstanceKey", "c.INSTANCE_KEY_")
          .keyOf("subscriptionKey", "c.SUBSCRIPTION_KEY_")
          .tenant();

  static final Table VARIABLES = variables("LEFT(" + VariableValues.JSON + ", " + PREVIEW + ")");
  static final Table WHOLE_VARIABLES = variables(VariableValues.JSON);

  private Tables() {}

  private static Table decisionInstances(boolean whole) {
    var table =
        new Table("decision instances", "ENG_DECISION_INSTANCE i")
            .key(
                "decisionEvaluationInstanceKey",
                Kind.TEXT,
                "CONCAT(i.evaluation_key, '-', i.position)",
                "i.evaluation_key * 1000 + i.position")
            .keyOf("decisionEvaluationKey", "i.evaluation_key")
            .choice("state", names("i.state", DecisionInstanceStateEnum.values()))
            .date("evaluationDate", "i.evaluated")
            .text("evaluationFailure", "i.failure")
            .text("decisionDefinitionId", "i.decision_id")
            .text("decisionDefinitionName", "i.decision_name")
            .number("decisionDefinitionVersion", "i.decision_version")
            .choice(
                "decisionDefinitionType",
                names("i.decision_type", DecisionDefinitionTypeEnum.values()))
            .keyOf("decisionDefinitionKey", "i.decision_key")
            .keyOf("processDefinitionKey", "i.process_key")
            .shown("NULLIF(i.process_key, 0)")
            .keyOf("processInstanceKey", "i.process_instance_key")
            .shown("NULLIF(i.process_instance_key, 0)")
            .keyOf("elementInstanceKey", "i.element_instance_key")
            .shown("NULLIF(i.element_instance_key, 0)")
            .text("result", "i.result")
            .tenant();
    return whole
        ? table.text("evaluatedInputs", "i.inputs").text("matchedRules", "i.rules")
        : table;
  }

  private static Table variables(String shown) {
    return new Table("variables", VariableValues.FROM)
        .key("variableKey", "v.ID_")
        .text("name", wide("v.NAME_"))
        .text("value", VariableValues.JSON)
        .shown(shown)
        .filter("value", (value, part) -> VariableValues.condition(value))
        .flag(
            "isTruncated",
            VariableValues.JSON.equals(shown)
                ? NEVER
                : "CHAR_LENGTH(" + VariableValues.JSON + ") > " + PREVIEW)
        .keyOf("scopeKey", "v.ENG_SCOPE_KEY_")
        .keyOf("processInstanceKey", "v.PROC_INST_ID_")
        .tenant();
  }

  private static String ofInstance(String table, String alias) {
    return OF_INSTANCE.formatted(table + " " + alias, alias);
  }

  /**
   * Operaton's columns cannot be compared with characters they have no room for. Byte by byte: to
   * MySQL's usual collation a control character is none.
   */
  private static String wide(String column) {
    return "CONVERT(" + column + " USING utf8mb4) COLLATE utf8mb4_bin";
  }

  /** The number behind the name in ids of definitions and activity instances. */
  private static String key(String id) {
    return "SUBSTRING_INDEX(" + id + ", ':', -1)";
  }

  /** The body of a multi-instance element has the id of the element. */
  private static String elementId(String activityId) {
    return "SUBSTRING_INDEX(" + wide(activityId) + ", '#', 1)";
  }

  private static String open(String activity) {
    return "i.process_instance_key = CAST(%1$s.PROC_INST_ID_ AS SIGNED) AND i.closed IS NULL AND i.element_instance_key = %1$s.ENG_KEY_"
        .formatted(activity);
  }

  private static String incidentOf(String activity) {
    return "EXISTS (SELECT 1 FROM ENG_INCIDENT i WHERE " + open(activity) + ")";
  }

  private static String candidate(String kind) {
    return "EXISTS (SELECT 1 FROM ENG_USER_TASK_CANDIDATE c WHERE c.user_task_key = t.user_task_key"
        + " AND c.kind = '"
        + kind
        + "' AND %s)";
  }

  private static Map<String, String> looks(String... namesAndLooks) {
    var looks = new LinkedHashMap<String, String>();
    for (var i = 0; i < namesAndLooks.length; i += 2) {
      looks.put(namesAndLooks[i], namesAndLooks[i + 1]);
    }
    return looks;
  }

  private static Map<String, String> processStates() {
    return looks(
        "ACTIVE", "pi.END_TIME_ IS NULL",
        "COMPLETED", "(pi.END_TIME_ IS NOT NULL AND pi.STATE_ = 'COMPLETED')",
        "TERMINATED", "(pi.END_TIME_ IS NOT NULL AND pi.STATE_ <> 'COMPLETED')");
  }

  private static Map<String, String> elementStates(String activity) {
    // 2 is Operaton's for what was cancelled
    return looks(
        "ACTIVE", activity + ".END_TIME_ IS NULL",
        "COMPLETED",
            "(%1$s.END_TIME_ IS NOT NULL AND %1$s.ACT_INST_STATE_ <> 2)".formatted(activity),
        "TERMINATED",
            "(%1$s.END_TIME_ IS NOT NULL AND %1$s.ACT_INST_STATE_ = 2)".formatted(activity));
  }

  private static Map<String, String> elementTypes() {
    var types = new LinkedHashMap<String, String>();
    type(types, "USER_TASK", "userTask");
    type(types, "SERVICE_TASK", "serviceTask");
    type(types, "SEND_TASK", "sendTask");
    type(types, "RECEIVE_TASK", "receiveTask");
    type(types, "BUSINESS_RULE_TASK", "businessRuleTask");
    type(types, "SCRIPT_TASK", "scriptTask");
    type(types, "MANUAL_TASK", "manualTask");
    type(types, "TASK", "task");
    type(types, "EXCLUSIVE_GATEWAY", "exclusiveGateway");
    type(types, "PARALLEL_GATEWAY", "parallelGateway");
    type(types, "INCLUSIVE_GATEWAY", "inclusiveGateway");
    type(types, "EVENT_BASED_GATEWAY", "eventBasedGateway");
    type(types, "SUB_PROCESS", "subProcess");
    type(types, "EVENT_SUB_PROCESS", EVENT_SUB_PROCESS);
    type(types, "CALL_ACTIVITY", "callActivity");
    type(types, "MULTI_INSTANCE_BODY", "multiInstanceBody");
    types.put(
        "START_EVENT",
        "(a.ACT_TYPE_ LIKE '%StartEvent' OR a.ACT_TYPE_ IN ('startEvent', 'startTimerEvent'))");
    types.put("END_EVENT", "a.ACT_TYPE_ LIKE '%EndEvent'");
    types.put(
        "BOUNDARY_EVENT", "(a.ACT_TYPE_ LIKE 'boundary%' OR a.ACT_TYPE_ LIKE '%BoundaryCatch')");
    types.put(
        "INTERMEDIATE_THROW_EVENT",
        "(a.ACT_TYPE_ LIKE 'intermediate%' AND a.ACT_TYPE_ LIKE '%Throw%')");
    types.put(
        "INTERMEDIATE_CATCH_EVENT",
        "(a.ACT_TYPE_ LIKE 'intermediate%' AND a.ACT_TYPE_ NOT LIKE '%Throw%')");
    for (var never :
        List.of(
            "PROCESS",
            "AD_HOC_SUB_PROCESS",
            "AD_HOC_SUB_PROCESS_INNER_INSTANCE",
            "SEQUENCE_FLOW",
            "UNSPECIFIED",
            "UNKNOWN")) {
      types.put(never, NEVER);
    }
    return types;
  }

  /** What an event sub-process is called in Operaton's history: it has no name for it itself. */
  static final String EVENT_SUB_PROCESS = "eventSubProcess";

  private static void type(Map<String, String> types, String name, String activityType) {
    types.put(name, "a.ACT_TYPE_ = '" + activityType + "'");
  }

  private static Map<String, String> only(String name, Map<String, String> all) {
    var looks = new LinkedHashMap<String, String>();
    all.keySet().forEach(each -> looks.put(each, each.equals(name) ? "1 = 1" : NEVER));
    return looks;
  }

  /** A column that holds the names of an enumeration. */
  private static Map<String, String> names(String column, Enum<?>... values) {
    var looks = new LinkedHashMap<String, String>();
    Arrays.stream(values)
        .map(Enum::toString)
        .filter(name -> !UNKNOWN.equals(name))
        .forEach(name -> looks.put(name, column + " = '" + name + "'"));
    return looks;
  }

  private static Map<String, String> subscriptionStates(String state) {
    var states = new LinkedHashMap<String, String>();
    for (var each : List.of("CREATED", "CORRELATED", "DELETED", "MIGRATED")) {
      states.put(each, each.equals(state) ? "1 = 1" : NEVER);
    }
    return states;
  }

  private static String readable(String partOfEventName) {
    return "IF(s.EVENT_NAME_ LIKE CONCAT('sha256', CHAR(31), '%'), NULL, " + partOfEventName + ")";
  }

  private static BiFunction<JsonNode, Integer, Condition> flag(String field, String sql) {
    return (value, part) -> {
      var condition = Condition.of(sql);
      return (boolean) Kind.FLAG.bound(field, value) ? condition : condition.not();
    };
  }

  private static BiFunction<JsonNode, Integer, Condition> unsupported(String field) {
    return (value, part) -> {
      throw new Refusal(
          Refusal.Code.UNIMPLEMENTED, "The local engine has no filter '%s'".formatted(field));
    };
  }

  private static BiFunction<JsonNode, Integer, Condition> unsupportedUnlessEmpty(String field) {
    return (value, part) ->
        value.isEmpty() ? Condition.ALWAYS : unsupported(field).apply(value, part);
  }
}
