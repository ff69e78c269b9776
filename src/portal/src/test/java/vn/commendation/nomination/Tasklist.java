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
    task(username, processInstanceKey, element).complete(entered);
  }

  /**
   * Waits until a variable a person sees in the open task of an element contains a text; the task
   * may be another one by then.
   */
  public void awaitVariable(
      String username, long processInstanceKey, String element, String name, String expected) {
    await()
        .untilAsserted(
            () ->
                assertThat(
                        String.valueOf(task(username, processInstanceKey, element).variable(name)))
                    .contains(expected));
  }

  /** The open task of an element, once there is one. */
  public Task task(String username, long processInstanceKey, String element) {
    var session = session(username);
    var found =
        await().until(() -> search(session, processInstanceKey, element), all -> !all.isEmpty());
    return new Task(username, session, found.get(0).path("id").asText());
  }

  /** The task of which a person has the key. */
  public Task task(String username, String key) {
    return new Task(username, session(username), key);
  }

  /** One task as one person sees it. */
  public static final class Task {

    private final String username;
    private final HttpCalls session;
    private final String path;

    private Task(String username, HttpCalls session, String key) {
      this.username = username;
      this.session = session;
      this.path = "/v1/tasks/" + key;
    }

    /** Takes it and completes it with what was entered in its form. */
    public void complete(Map<String, Object> entered) {
      if (!username.equals(session.call("GET", path, null).path("assignee").asText())) {
        session.call(
            "PATCH",
            path + "/assign",
            Map.of("assignee", username, "allowOverrideAssignment", true));
      }
      session.call("PATCH", path + "/complete", Map.of("variables", list(entered)));
    }

    /** Waits until a variable contains a text: Tasklist may show a task before it has them all. */
    public void awaitVariable(String name, String expected) {
      await().untilAsserted(() -> assertThat(String.valueOf(variable(name))).contains(expected));
    }

    /** A variable; null as long as Tasklist has none. */
    public JsonNode variable(String name) {
      var variables =
          session.call("POST", path + "/variables/search", Map.of("variableNames", List.of(name)));
      try {
        return variables.isEmpty() ? null : JSON.readTree(variables.get(0).path("value").asText());
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }
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
