package vn.commendation.platform;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.filter.ElementInstanceFilter;
import io.camunda.client.api.search.filter.IncidentFilter;
import io.camunda.client.api.search.filter.ProcessInstanceFilter;
import io.camunda.client.api.search.filter.VariableFilter;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.client.api.search.response.Incident;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.Variable;
import io.camunda.client.impl.search.filter.ElementInstanceFilterImpl;
import io.camunda.client.impl.search.filter.IncidentFilterImpl;
import io.camunda.client.impl.search.filter.ProcessInstanceFilterImpl;
import io.camunda.client.impl.search.filter.VariableFilterImpl;
import io.camunda.client.impl.search.request.TypedSearchRequestPropertyProvider;
import io.camunda.client.impl.search.response.ElementInstanceImpl;
import io.camunda.client.impl.search.response.IncidentImpl;
import io.camunda.client.impl.search.response.ProcessInstanceImpl;
import io.camunda.client.impl.search.response.VariableImpl;
import io.camunda.client.protocol.rest.ElementInstanceResult;
import io.camunda.client.protocol.rest.ElementInstanceStateEnum;
import io.camunda.client.protocol.rest.IncidentResult;
import io.camunda.client.protocol.rest.ProcessInstanceResult;
import io.camunda.client.protocol.rest.ProcessInstanceStateEnum;
import io.camunda.client.protocol.rest.VariableSearchResult;
import io.camunda.process.test.impl.assertions.CamundaDataSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * What the assertions of Camunda Process Test read, taken from Operate's v1 interface: the search
 * of an 8.6 cluster does not answer an 8.8 client.
 */
final class OperateDataSource extends CamundaDataSource {

  private static final DateTimeFormatter OPERATE_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

  private final HttpCalls operate;

  OperateDataSource(CamundaClient client, HttpCalls operate) {
    super(client);
    this.operate = operate;
  }

  @Override
  public List<ProcessInstance> findProcessInstances(Consumer<ProcessInstanceFilter> filter) {
    var wanted = filled(new ProcessInstanceFilterImpl(), filter);
    Map<String, Object> query = new LinkedHashMap<>();
    if (wanted.getProcessInstanceKey() != null) {
      query.put("key", Long.valueOf(wanted.getProcessInstanceKey().get$Eq()));
    }
    if (wanted.getParentProcessInstanceKey() != null) {
      query.put("parentKey", Long.valueOf(wanted.getParentProcessInstanceKey().get$Eq()));
    }
    if (wanted.getProcessDefinitionId() != null) {
      query.put("bpmnProcessId", wanted.getProcessDefinitionId().get$Eq());
    }
    return search("process-instances", query, "startDate", OperateDataSource::processInstance);
  }

  @Override
  public List<ElementInstance> findElementInstances(Consumer<ElementInstanceFilter> filter) {
    var wanted = filled(new ElementInstanceFilterImpl(), filter);
    Map<String, Object> query = new LinkedHashMap<>();
    putKey(query, "key", wanted.getElementInstanceKey());
    putKey(query, "processInstanceKey", wanted.getProcessInstanceKey());
    if (wanted.getElementId() != null) {
      query.put("flowNodeId", wanted.getElementId());
    }
    return search("flownode-instances", query, "startDate", OperateDataSource::elementInstance);
  }

  @Override
  public List<Variable> findVariables(Consumer<VariableFilter> filter) {
    var wanted = filled(new VariableFilterImpl(), filter);
    Map<String, Object> query = new LinkedHashMap<>();
    if (wanted.getProcessInstanceKey() != null) {
      query.put("processInstanceKey", Long.valueOf(wanted.getProcessInstanceKey().get$Eq()));
    }
    if (wanted.getScopeKey() != null) {
      query.put("scopeKey", Long.valueOf(wanted.getScopeKey().get$Eq()));
    }
    return search("variables", query, "name", OperateDataSource::variable);
  }

  @Override
  public Variable getVariable(long variableKey) {
    return variable(operate.call("GET", "/v1/variables/" + variableKey, null));
  }

  @Override
  public List<Incident> findIncidents(Consumer<IncidentFilter> filter) {
    var wanted = filled(new IncidentFilterImpl(), filter);
    Map<String, Object> query = new LinkedHashMap<>();
    putKey(query, "processInstanceKey", wanted.getProcessInstanceKey());
    return search("incidents", query, "creationTime", OperateDataSource::incident);
  }

  private static <F, P> P filled(TypedSearchRequestPropertyProvider<P> filter, Consumer<F> wishes) {
    @SuppressWarnings("unchecked")
    F typed = (F) filter;
    wishes.accept(typed);
    return TypedSearchRequestPropertyProvider.provideSearchRequestProperty(filter);
  }

  private static void putKey(Map<String, Object> query, String name, String key) {
    if (key != null) {
      query.put(name, Long.valueOf(key));
    }
  }

  private <T> List<T> search(
      String kind, Map<String, Object> filter, String order, Function<JsonNode, T> type) {
    JsonNode answer =
        operate.call(
            "POST",
            "/v1/" + kind + "/search",
            Map.of(
                "filter",
                filter,
                "size",
                1000,
                "sort",
                List.of(Map.of("field", order, "order", "ASC"))));
    return StreamSupport.stream(answer.get("items").spliterator(), false).map(type).toList();
  }

  private static ProcessInstance processInstance(JsonNode item) {
    ProcessInstanceResult result =
        new ProcessInstanceResult()
            .processInstanceKey(text(item, "key"))
            .processDefinitionKey(text(item, "processDefinitionKey"))
            .processDefinitionId(text(item, "bpmnProcessId"))
            .processDefinitionVersion(item.path("processVersion").asInt())
            .parentProcessInstanceKey(text(item, "parentKey"))
            .startDate(time(item, "startDate"))
            .endDate(time(item, "endDate"))
            .hasIncident(item.path("incident").asBoolean())
            .tenantId(text(item, "tenantId"));
    // Operate says CANCELED where the client says TERMINATED
    String state = text(item, "state");
    result.setState(
        "CANCELED".equals(state)
            ? ProcessInstanceStateEnum.TERMINATED
            : ProcessInstanceStateEnum.fromValue(state));
    return new ProcessInstanceImpl(result);
  }

  private static ElementInstance elementInstance(JsonNode item) {
    return new ElementInstanceImpl(
        new ElementInstanceResult()
            .elementInstanceKey(text(item, "key"))
            .processInstanceKey(text(item, "processInstanceKey"))
            .processDefinitionKey(text(item, "processDefinitionKey"))
            .elementId(text(item, "flowNodeId"))
            .elementName(text(item, "flowNodeName"))
            .type(ElementInstanceResult.TypeEnum.fromValue(text(item, "type")))
            .state(ElementInstanceStateEnum.fromValue(text(item, "state")))
            .startDate(time(item, "startDate"))
            .endDate(time(item, "endDate"))
            .hasIncident(item.path("incident").asBoolean())
            .tenantId(text(item, "tenantId")));
  }

  private static Variable variable(JsonNode item) {
    return new VariableImpl(
        new VariableSearchResult()
            .variableKey(text(item, "key"))
            .processInstanceKey(text(item, "processInstanceKey"))
            .scopeKey(text(item, "scopeKey"))
            .name(text(item, "name"))
            .value(text(item, "value"))
            .isTruncated(item.path("truncated").asBoolean())
            .tenantId(text(item, "tenantId")));
  }

  private static Incident incident(JsonNode item) {
    return new IncidentImpl(
        new IncidentResult()
            .incidentKey(text(item, "key"))
            .processInstanceKey(text(item, "processInstanceKey"))
            .processDefinitionKey(text(item, "processDefinitionKey"))
            .errorType(IncidentResult.ErrorTypeEnum.fromValue(text(item, "type")))
            .errorMessage(text(item, "message"))
            .creationTime(time(item, "creationTime"))
            .state(IncidentResult.StateEnum.fromValue(text(item, "state")))
            .jobKey(text(item, "jobKey"))
            .tenantId(text(item, "tenantId")));
  }

  private static String text(JsonNode item, String field) {
    JsonNode value = item.path(field);
    return value.isMissingNode() || value.isNull() ? null : value.asText();
  }

  private static String time(JsonNode item, String field) {
    String value = text(item, field);
    return value == null ? null : OffsetDateTime.parse(value, OPERATE_TIME).toString();
  }
}
