package vn.commendation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.commendation.engine.StubEngine.Answer;
import vn.commendation.engine.StubEngine.Request;

class EngineTasksTest {

  @Test
  void shouldReadBackTasksFromTheUserTaskSearch() throws IOException {
    try (var cluster = new StubEngine(EngineTasksTest::answer);
        var camunda =
            CamundaClient.newClientBuilder()
                .restAddress(cluster.uri())
                .preferRestOverGrpc(true)
                .build()) {
      var tasks = new EngineTasks(camunda);

      assertThat(tasks.completed(TaskPlace.of(41, "LeadershipSignature")))
          .containsExactly(
              new CompletedTask(
                  2251799813685301L,
                  "LeadershipSignature",
                  "giamdoc",
                  Instant.parse("2022-06-06T02:00:00.123Z")));
      assertThat(tasks.open(TaskPlace.of(41, "BoardResult"))).hasValue(2251799813685302L);
      assertThat(cluster.requests)
          .allSatisfy(request -> assertThat(request.path()).isEqualTo("/v2/user-tasks/search"))
          .first()
          .satisfies(
              request ->
                  assertThat(request.body())
                      .contains("\"processInstanceKey\":\"41\"", "\"$eq\":\"COMPLETED\""));
    }
  }

  @Test
  void shouldTellTasksOfOneElementApartByALocalVariable() throws IOException {
    try (var cluster = new StubEngine(EngineTasksTest::answer);
        var camunda =
            CamundaClient.newClientBuilder()
                .restAddress(cluster.uri())
                .preferRestOverGrpc(true)
                .build()) {
      new EngineTasks(camunda)
          .completed(new TaskPlace(41, "ResolveObjection", Map.of("objectionId", "o-1")));

      assertThat(cluster.requests.getLast().body())
          .contains("\"localVariables\":[{", "\"name\":\"objectionId\"", "\\\"o-1\\\"");
    }
  }

  private static Answer answer(Request request) {
    var task =
        request.body().contains("COMPLETED")
            ? """
              {"userTaskKey":"2251799813685301","elementId":"LeadershipSignature","state":"COMPLETED",
               "assignee":"giamdoc","completionDate":"2022-06-06T02:00:00.123Z",
               "creationDate":"2022-06-06T01:00:00.000Z","processInstanceKey":"41"}"""
            : """
              {"userTaskKey":"2251799813685302","elementId":"BoardResult","state":"CREATED",
               "creationDate":"2022-06-06T01:00:00.000Z","processInstanceKey":"41"}""";
    return new Answer(
        200,
        "{\"items\":[%s],\"page\":{\"totalItems\":1,\"hasMoreTotalItems\":false}}".formatted(task));
  }
}
