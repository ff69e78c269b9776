package vn.commendation.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.web.client.RestClient;

/** Tasklist's {@code /v1} interface, with a session of the system's own account (8.6 to 8.8). */
class TasklistV1 implements TaskPlatform {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

  private final PlatformSession session;
  private final RestClient search;

  TasklistV1(RestClient.Builder rest, PlatformProperties platform) {
    this.session = new PlatformSession(rest, platform.tasklistApiUrl(), platform);
    this.search =
        platform.searchUrl() == null
            ? null
            : rest.clone().baseUrl(platform.searchUrl().toString()).build();
  }

  private record Task(String id, String taskDefinitionId, String assignee, String completionDate) {}

  @Override
  public List<CompletedTask> completedTasks(TaskPlace place) {
    return search(place, "COMPLETED").stream()
        .map(
            task ->
                new CompletedTask(
                    Long.parseLong(task.id()),
                    task.taskDefinitionId(),
                    task.assignee(),
                    instant(task.completionDate())))
        .sorted(Comparator.comparing(CompletedTask::completedAt))
        .toList();
  }

  @Override
  public OptionalLong openTask(TaskPlace place) {
    return search(place, "CREATED").stream()
        .mapToLong(task -> Long.parseLong(task.id()))
        .findFirst();
  }

  /** Tasklist's own interface shows a form only once a task uses it, which is too late. */
  @Override
  public boolean knowsForm(String formId, int version) {
    if (search == null) {
      return true;
    }
    var form =
        Map.of(
            "bool",
            Map.of(
                "filter",
                List.of(
                    Map.of("term", Map.of("bpmnId", formId)),
                    Map.of("term", Map.of("version", version)))));
    var found =
        search
            .post()
            .uri("/tasklist-form-*/_count")
            .body(Map.of("query", form))
            .retrieve()
            .body(JsonNode.class);
    return found != null && found.path("count").asInt() > 0;
  }

  private List<Task> search(TaskPlace place, String state) {
    var query = new HashMap<String, Object>();
    query.put("processInstanceKey", String.valueOf(place.processInstanceKey()));
    query.put("taskDefinitionId", place.elementId());
    query.put("state", state);
    if (!place.locals().isEmpty()) {
      query.put(
          "taskVariables",
          place.locals().entrySet().stream()
              .map(
                  local ->
                      Map.of(
                          "name",
                          local.getKey(),
                          "value",
                          TextNode.valueOf(local.getValue()).toString(),
                          "operator",
                          "eq"))
              .toList());
    }
    return session.search(
        "/v1/tasks/search",
        query,
        answer -> answer.body(new ParameterizedTypeReference<List<Task>>() {}));
  }

  private static Instant instant(String date) {
    return OffsetDateTime.parse(date, DATE).toInstant();
  }
}
