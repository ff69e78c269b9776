package vn.commendation.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.springframework.web.client.RestClient;

/** Operate's {@code /v1} interface, with a session of the system's own account (8.6, 8.7). */
class OperateV1 implements IncidentPlatform {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");
  private static final int MOST_ELEMENTS = 1000;

  private final PlatformSession session;

  OperateV1(RestClient.Builder rest, PlatformProperties platform) {
    this.session = new PlatformSession(rest, platform.operateApiUrl(), platform);
  }

  @Override
  public Answer openIncidents(int most) {
    var answer =
        search(
            "incidents",
            Map.of(
                "filter",
                Map.of("state", "ACTIVE"),
                "size",
                most,
                "sort",
                List.of(Map.of("field", "creationTime", "order", "DESC"))));
    var found = items(answer);
    if (found.isEmpty()) {
      return new Answer(List.of(), true);
    }
    var elements = elements();
    var processes = new HashMap<Long, String>();
    var incidents =
        found.stream()
            .map(
                item ->
                    new PlatformIncident(
                        item.path("key").asLong(),
                        key(item, "jobKey"),
                        item.path("type").asText("UNKNOWN"),
                        item.path("message").asText(""),
                        processes.computeIfAbsent(
                            item.path("processDefinitionKey").asLong(), this::processId),
                        elements.get(item.path("key").asLong()),
                        item.path("processInstanceKey").asLong(),
                        OffsetDateTime.parse(item.path("creationTime").asText(), DATE).toInstant()))
            .toList();
    return new Answer(incidents, answer.path("total").asLong() <= found.size());
  }

  /** An incident itself does not say where it is; the element it stopped says which it is. */
  private Map<Long, String> elements() {
    var elements = new HashMap<Long, String>();
    for (var item :
        items(
            search(
                "flownode-instances",
                Map.of(
                    "filter",
                    Map.of("incident", true, "state", "ACTIVE"),
                    "size",
                    MOST_ELEMENTS)))) {
      var incident = key(item, "incidentKey");
      if (incident != null) {
        elements.put(incident, item.path("flowNodeId").asText());
      }
    }
    return elements;
  }

  private String processId(long definitionKey) {
    var definition = session.get("/v1/process-definitions/{key}", JsonNode.class, definitionKey);
    return definition == null ? null : definition.path("bpmnProcessId").asText(null);
  }

  private JsonNode search(String kind, Map<String, ?> query) {
    return session.search("/v1/" + kind + "/search", query, answer -> answer.body(JsonNode.class));
  }

  private static List<JsonNode> items(JsonNode answer) {
    return StreamSupport.stream(answer.path("items").spliterator(), false).toList();
  }

  /** Operate writes -1 or nothing where there is no key. */
  private static Long key(JsonNode item, String field) {
    var key = item.path(field).asLong(-1);
    return key > 0 ? key : null;
  }
}
