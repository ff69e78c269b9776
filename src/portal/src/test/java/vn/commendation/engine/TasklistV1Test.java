package vn.commendation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import vn.commendation.engine.StubPlatform.Answer;
import vn.commendation.engine.StubPlatform.Request;

class TasklistV1Test {

  private StubPlatform platform;
  private TasklistV1 tasklist;
  private String password = "secret";

  @BeforeEach
  void start() throws IOException {
    platform = new StubPlatform(this::answer);
    tasklist = tasklist("secret");
  }

  @AfterEach
  void stop() {
    platform.close();
  }

  @Test
  void shouldTellWhoCompletedInTheOrderOfCompletion() {
    var completed = tasklist.completedTasks(TaskPlace.of(41, "OfficeReview"));

    assertThat(completed)
        .containsExactly(
            new CompletedTask(
                7, "OfficeReview", "chanhvp", Instant.parse("2022-06-06T02:00:00.123Z")),
            new CompletedTask(
                8, "OfficeReview", "chuyenvien", Instant.parse("2022-06-07T02:00:00Z")));
    assertThat(platform.requests.getLast().body())
        .contains("\"processInstanceKey\":\"41\"", "\"taskDefinitionId\":\"OfficeReview\"")
        .doesNotContain("taskVariables");
  }

  @Test
  void shouldTellTasksOfOneElementApartByALocalVariable() {
    tasklist.completedTasks(new TaskPlace(41, "ResolveObjection", Map.of("objectionId", "o-1")));

    assertThat(platform.requests.getLast().body())
        .contains("\"taskVariables\":[{", "\"name\":\"objectionId\"")
        .contains("\"value\":\"\\\"o-1\\\"\"", "\"operator\":\"eq\"");
  }

  @Test
  void shouldLogInOnceAndAgainWhenTheSessionHasEnded() {
    tasklist.openTask(TaskPlace.of(41, "OfficeReview"));
    tasklist.openTask(TaskPlace.of(41, "OfficeReview"));
    session = "2";
    tasklist.openTask(TaskPlace.of(41, "OfficeReview"));

    assertThat(platform.requests.stream().filter(r -> r.path().startsWith("/api/login")))
        .hasSize(2);
    assertThat(platform.requests.getLast().csrf()).isEqualTo("token-2");
  }

  @Test
  void shouldFindTheOpenTask() {
    assertThat(tasklist.openTask(TaskPlace.of(41, "OfficeReview"))).hasValue(9);
    assertThat(tasklist.openTask(TaskPlace.of(42, "OfficeReview"))).isEmpty();
  }

  @Test
  void shouldTellWhetherAFormIsKnown() {
    assertThat(tasklist.knowsForm("office-review", 5)).isTrue();
    assertThat(tasklist.knowsForm("office-review", 6)).isFalse();
  }

  @Test
  void shouldFailWhenItsAccountIsRefused() {
    var refused = tasklist("wrong");

    assertThatThrownBy(() -> refused.openTask(TaskPlace.of(41, "OfficeReview")))
        .isInstanceOf(HttpClientErrorException.Unauthorized.class);
  }

  private String session = "1";

  private Answer answer(Request request) {
    if (request.path().startsWith("/api/login")) {
      return request.path().contains("password=" + password)
          ? new Answer(
              204,
              "",
              "Set-Cookie",
              "SESSION=" + session + "; Path=/",
              "X-CSRF-TOKEN",
              "token-" + session)
          : new Answer(401, "");
    }
    if (request.path().equals("/tasklist-form-*/_count")) {
      var known = request.body().contains("office-review") && request.body().contains(":5}");
      return new Answer(200, "{\"count\":%d}".formatted(known ? 1 : 0));
    }
    if (request.session() == null || !request.session().contains("SESSION=" + session)) {
      return new Answer(401, "");
    }
    if (!request.body().contains("\"41\"")) {
      return new Answer(200, "[]");
    }
    return request.body().contains("COMPLETED")
        ? new Answer(
            200,
            """
            [{"id":"8","taskDefinitionId":"OfficeReview","assignee":"chuyenvien",
              "completionDate":"2022-06-07T02:00:00.000+0000","taskState":"COMPLETED"},
             {"id":"7","taskDefinitionId":"OfficeReview","assignee":"chanhvp",
              "completionDate":"2022-06-06T09:00:00.123+0700","taskState":"COMPLETED"}]""")
        : new Answer(200, "[{\"id\":\"9\",\"taskDefinitionId\":\"OfficeReview\"}]");
  }

  private TasklistV1 tasklist(String password) {
    return new TasklistV1(
        RestClient.builder(),
        new PlatformProperties(
            platform.uri(),
            platform.uri(),
            platform.uri(),
            platform.uri(),
            platform.uri(),
            "commendation-app",
            password));
  }
}
