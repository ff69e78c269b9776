package vn.commendation.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.commendation.platform.HttpCalls;
import vn.commendation.platform.LocalPlatform;

/** People at work in the real Tasklist, each with an own session. */
public final class Tasklist {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final LocalPlatform platform;
  private final Map<String, HttpCalls> sessions = new ConcurrentHashMap<>();

  public Tasklist(LocalPlatform platform) {
    this.platform = platform;
  }

  /** Takes the open task of an element and completes it with what was entered in its form. */
  public void complete(
      String username, long processInstanceKey, String element, Map<String, Object> entered) {
    var session = session(username);
    var task = openTask(session, processInstanceKey, element);
    if (!username.equals(task.path("assignee").asText())) {
      session.call(
          "PATCH",
          path(task, "assign"),
          Map.of("assignee", username, "allowOverrideAssignment", true));
    }
    session.call("PATCH", path(task, "complete"), Map.of("variables", list(entered)));
  }

  /**
   * Waits until a variable a person sees in the open task of an element contains a text: Tasklist
   * may show the task a moment before it has the variable.
   */
  public void awaitVariable(
      String username, long processInstanceKey, String element, String name, String expected) {
    await()
        .untilAsserted(
            () ->
                assertThat(String.valueOf(variable(username, processInstanceKey, element, name)))
                    .contains(expected));
  }

  /** A variable a person sees in the open task of an element; null as long as it has none. */
  public JsonNode variable(String username, long processInstanceKey, String element, String name) {
    var session = session(username);
    var task = openTask(session, processInstanceKey, element);
    var variables =
        session.call(
            "POST", path(task, "variables/search"), Map.of("variableNames", List.of(name)));
    try {
      return variables.isEmpty() ? null : JSON.readTree(variables.get(0).path("value").asText());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String path(JsonNode task, String action) {
    return "/v1/tasks/" + task.path("id").asText() + "/" + action;
  }

  private static JsonNode openTask(HttpCalls session, long processInstanceKey, String element) {
    return await()
        .until(() -> search(session, processInstanceKey, element), tasks -> !tasks.isEmpty())
        .get(0);
  }

  private static JsonNode search(HttpCalls session, long processInstanceKey, String element) {
    return session.call(
        "POST",
        "/v1/tasks/search",
        Map.of(
            "processInstanceKey",
            String.valueOf(processInstanceKey),
            "taskDefinitionId",
            element,
            "state",
            "CREATED"));
  }

  private HttpCalls session(String username) {
    return sessions.computeIfAbsent(
        username, name -> platform.webApps(name, LocalPlatform.DEMO_PASSWORD));
  }

  private static List<Map<String, String>> list(Map<String, Object> entered) {
    return entered.entrySet().stream()
        .map(entry -> Map.of("name", entry.getKey(), "value", json(entry.getValue())))
        .toList();
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
