package vn.commendation.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** Tasklist's {@code /v1} interface, with a session of the system's own account (8.6 to 8.8). */
class TasklistV1 implements TaskPlatform {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");
  private static final String CSRF = "X-CSRF-TOKEN";

  private final RestClient rest;
  private final RestClient search;
  private final PlatformProperties platform;
  private volatile String csrfToken = "";

  TasklistV1(RestClient.Builder rest, PlatformProperties platform) {
    var http =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    var requests = new JdkClientHttpRequestFactory(http);
    requests.setReadTimeout(Duration.ofSeconds(10));
    this.rest =
        rest.clone().baseUrl(platform.tasklistApiUrl().toString()).requestFactory(requests).build();
    this.search =
        platform.searchUrl() == null
            ? null
            : rest.clone().baseUrl(platform.searchUrl().toString()).build();
    this.platform = platform;
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
    return withSession(
        () ->
            rest.post()
                .uri("/v1/tasks/search")
                .header(CSRF, csrfToken)
                .body(query)
                .retrieve()
                .body(new ParameterizedTypeReference<List<Task>>() {}));
  }

  private <T> T withSession(Supplier<T> call) {
    try {
      return call.get();
    } catch (HttpClientErrorException e) {
      if (e.getStatusCode() != HttpStatus.UNAUTHORIZED
          && e.getStatusCode() != HttpStatus.FORBIDDEN) {
        throw e;
      }
      logIn();
      return call.get();
    }
  }

  private synchronized void logIn() {
    var answer =
        rest.post()
            .uri(
                "/api/login?username={username}&password={password}",
                platform.username(),
                platform.password())
            .retrieve()
            .toBodilessEntity();
    var token = answer.getHeaders().getFirst(CSRF);
    csrfToken = token == null ? "" : token;
  }

  private static Instant instant(String date) {
    return OffsetDateTime.parse(date, DATE).toInstant();
  }
}
