package vn.commendation.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import io.camunda.client.api.search.enums.UserTaskState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.commendation.platform.HttpCalls;
import vn.commendation.platform.LocalPlatform;

/**
 * People at work in Tasklist, each with an own session: they send what its pages send when somebody
 * takes a task and completes its form.
 */
public final class Tasklist {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TASKS = "/api/engine/engine/default/task";

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
   * Completes the open task of an element in somebody's name whom Tasklist shows no task there. A
   * client of the engine can do that: whether it counts is for the portal to judge.
   */
  public void intrude(
      String username, long processInstanceKey, String element, Map<String, Object> entered) {
    try (var engine = platform.client().build()) {
      var task =
          await()
              .until(
                  () ->
                      engine
                          .newUserTaskSearchRequest()
                          .filter(
                              filter ->
                                  filter
                                      .processInstanceKey(processInstanceKey)
                                      .elementId(element)
                                      .state(UserTaskState.CREATED))
                          .send()
                          .join()
                          .items(),
                  all -> !all.isEmpty())
              .getFirst()
              .getUserTaskKey();
      assertThat(open(session(username), processInstanceKey, element)).isEmpty();
      engine.newAssignUserTaskCommand(task).assignee(username).send().join();
      engine.newCompleteUserTaskCommand(task).variables(entered).send().join();
    }
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
        await().until(() -> open(session, processInstanceKey, element), all -> !all.isEmpty());
    return new Task(username, session, found.get(0).path("id").asText());
  }

  private static JsonNode open(HttpCalls session, long processInstanceKey, String element) {
    return session.call(
        "GET",
        "%s?processInstanceId=%d&taskDefinitionKey=%s"
            .formatted(TASKS, processInstanceKey, element),
        null);
  }

  /** The open task of an element, if there is one now. */
  public Optional<Task> find(String username, long processInstanceKey, String element) {
    var session = session(username);
    var found = open(session, processInstanceKey, element);
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(new Task(username, session, found.get(0).path("id").asText()));
  }

  /** Everybody logs in again before the next thing he does. */
  public void logOut() {
    sessions.clear();
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
      this.path = TASKS + "/" + key;
    }

    /** Takes it if nobody has it, and completes it with what was entered in its form. */
    public void complete(Map<String, Object> entered) {
      if (session.call("GET", path, null).path("assignee").isNull()) {
        session.call("POST", path + "/claim", Map.of("userId", username));
      }
      session.call("POST", path + "/submit-form", Map.of("variables", typed(entered)));
    }

    /** Waits until a variable contains a text. */
    public void awaitVariable(String name, String expected) {
      await().untilAsserted(() -> assertThat(String.valueOf(variable(name))).contains(expected));
    }

    /** A variable; null as long as there is none. */
    public JsonNode variable(String name) {
      var variable = variables().path(name);
      return variable.isMissingNode() ? null : value(variable);
    }

    private JsonNode variables() {
      return session.call("GET", path + "/form-variables?deserializeValues=false", null);
    }

    /** Lists and objects keep the type they have or are JSON; anything else says what it is. */
    private Map<String, Object> typed(Map<String, Object> entered) {
      var known = variables();
      var typed = new HashMap<String, Object>();
      entered.forEach(
          (name, value) -> {
            if (JSON.valueToTree(value).isContainerNode()) {
              var variable = new HashMap<String, Object>();
              variable.put("type", known.path(name).path("type").asText("Json"));
              variable.put("valueInfo", known.path(name).path("valueInfo"));
              variable.put("value", json(value));
              typed.put(name, variable);
            } else {
              typed.put(name, Map.of("value", value == null ? NullNode.getInstance() : value));
            }
          });
      return typed;
    }
  }

  private HttpCalls session(String username) {
    return sessions.computeIfAbsent(
        username, name -> platform.tasklist(name, LocalPlatform.DEMO_PASSWORD));
  }

  private static JsonNode value(JsonNode variable) {
    var value = variable.path("value");
    var isJson =
        "Json".equals(variable.path("type").asText())
            || "application/json"
                .equals(variable.path("valueInfo").path("serializationDataFormat").asText());
    try {
      return isJson && value.isTextual() ? JSON.readTree(value.asText()) : value;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
