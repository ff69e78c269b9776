package vn.commendation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientHttpException;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.commendation.engine.StubEngine.Answer;
import vn.commendation.engine.StubEngine.Request;
import vn.commendation.engine.TaskCompletion.Status;
import vn.commendation.platform.LocalDatabase;

/** What the engine may answer, on the real database. */
class TaskCompletionSenderTest {

  private static final Answer DONE = new Answer(204, "");
  private static final String ASSIGNMENT = "/v2/user-tasks/43/assignment";
  private static final String COMPLETION = "/v2/user-tasks/43/completion";

  private final JdbcClient jdbc = JdbcClient.create(LocalDatabase.get());
  private final String id = UUID.randomUUID().toString();

  private final EngineCluster label = mock();

  private StubEngine cluster;
  private CamundaClient camunda;
  private TaskCompletionSender sender;
  private Function<Request, Answer> behaviour = request -> DONE;

  @BeforeEach
  void aCompletionWaits() throws IOException {
    given(label.label()).willReturn("one");
    cluster = new StubEngine(request -> behaviour.apply(request));
    camunda = CamundaClient.newClientBuilder().restAddress(cluster.uri()).build();
    sender = new TaskCompletionSender(jdbc, camunda, label, Clock.systemUTC());
    jdbc.sql(
            """
            insert into task_completion
              (id, business_id, task_key, username, variables, status, created_at, cluster)
            values (?, 'c', 43, 'chuyenvien', '{"decision":"accept"}', 'PENDING',
              utc_timestamp(6), 'one')""")
        .param(id)
        .update();
  }

  @AfterEach
  void close() {
    camunda.close();
    cluster.close();
    jdbc.sql("delete from task_completion where id = ?").param(id).update();
  }

  @Test
  void shouldClaimTheTaskForThePersonAndCompleteItOnce() {
    sender.send(id);
    sender.send(id);

    assertThat(status()).isEqualTo(Status.DONE);
    assertThat(cluster.requests).extracting(Request::path).containsExactly(ASSIGNMENT, COMPLETION);
    assertThat(cluster.requests.getFirst().body())
        .contains("\"assignee\":\"chuyenvien\"", "\"allowOverride\":false");
    assertThat(cluster.requests.getLast().body()).contains("\"decision\":\"accept\"");
  }

  @ParameterizedTest
  @CsvSource({
    "400, BLOCKED",
    "401, BLOCKED",
    "403, BLOCKED",
    "404, GONE",
    "409, TAKEN",
  })
  void shouldKnowWhichAnswersAreFinal(int answer, Status expected) {
    behaviour = request -> problem(answer);

    sender.send(id);

    assertThat(status()).isEqualTo(expected);
    assertThat(cluster.requests).extracting(Request::path).containsExactly(ASSIGNMENT);
  }

  @ParameterizedTest
  @CsvSource({"429", "500", "503"})
  void shouldTryAgainWhenTheEngineIsBusyOrAway(int answer) {
    behaviour = request -> problem(answer);
    assertThatThrownBy(() -> sender.send(id)).isInstanceOf(ClientHttpException.class);
    assertThat(status()).isEqualTo(Status.PENDING);
    assertThat(lastError()).contains(String.valueOf(answer));

    behaviour = request -> DONE;
    sender.send(id);
    assertThat(status()).isEqualTo(Status.DONE);
    assertThat(lastError()).isNull();
  }

  @Test
  void shouldGoOnAfterAFailureBetweenTheTwoSteps() {
    behaviour = request -> request.path().equals(COMPLETION) ? problem(500) : DONE;
    assertThatThrownBy(() -> sender.send(id)).isInstanceOf(ClientHttpException.class);

    behaviour = request -> DONE;
    sender.send(id);

    assertThat(status()).isEqualTo(Status.DONE);
    assertThat(cluster.requests)
        .extracting(Request::path)
        .containsExactly(ASSIGNMENT, COMPLETION, ASSIGNMENT, COMPLETION);
  }

  @Test
  void shouldNotTouchATaskOfAnotherEngineThatHasTheSameKey() {
    given(label.label()).willReturn("two");

    sender.send(id);

    assertThat(status()).isEqualTo(Status.GONE);
    assertThat(cluster.requests).isEmpty();
  }

  private Status status() {
    return new TaskCompletions(jdbc, null, null, null, null).of(List.of(id)).get(id).status();
  }

  private String lastError() {
    return new TaskCompletions(jdbc, null, null, null, null).of(List.of(id)).get(id).lastError();
  }

  private static Answer problem(int status) {
    return new Answer(
        status,
        "{\"type\":\"about:blank\",\"title\":\"refused\",\"status\":%d,\"detail\":\"no\"}"
            .formatted(status),
        "Content-Type",
        "application/problem+json");
  }
}
