package vn.commendation.localengine;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.CredentialsProvider;
import io.camunda.client.api.response.ActivatedJob;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.impl.util.ClockUtil;
import vn.commendation.localengine.kernel.Json;
import vn.commendation.localengine.store.EngineSettings;
import vn.commendation.localengine.store.EngineSettings.Login;

/** What is there after the engine was stopped and started again on its schema. */
class RestartIT {

  private static final String MODEL =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"
          xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
          xmlns:modeler="http://camunda.org/schema/modeler/1.0"
          modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.8.0">
        <message id="m" name="come">
          <extensionElements><zeebe:subscription correlationKey="=key"/></extensionElements>
        </message>
        <process id="waiting" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="f1" sourceRef="start" targetRef="work"/>
          <serviceTask id="work">
            <extensionElements><zeebe:taskDefinition type="work"/></extensionElements>
          </serviceTask>
          <sequenceFlow id="f2" sourceRef="work" targetRef="catch"/>
          <intermediateCatchEvent id="catch"><messageEventDefinition id="d" messageRef="m"/>
          </intermediateCatchEvent>
          <sequenceFlow id="f3" sourceRef="catch" targetRef="after"/>
          <serviceTask id="after">
            <extensionElements><zeebe:taskDefinition type="after"/></extensionElements>
          </serviceTask>
        </process>
      </definitions>
      """;

  @Test
  void shouldGoOnWhereItStopped() throws Exception {
    var settings = settings();
    ActivatedJob before;
    try (var engine = LocalEngine.start(settings, () -> {});
        var client = client(settings)) {
      client.newDeployResourceCommand().addResourceStringUtf8(MODEL, "a.bpmn").send().join();
      start(client);
      start(client);
      before = job(client, "work");
      publish(client);
    }

    try (var engine = LocalEngine.start(settings, () -> {});
        var client = client(settings)) {
      // the job is still the first worker's, the other one anybody's
      client.newCompleteCommand(before.getKey()).send().join();
      assertThat(job(client, "work").getKey()).isNotEqualTo(before.getKey());
      assertThat(job(client, "after").getVariable("n")).isEqualTo(1);

      assertThat(start(client)).isGreaterThan(before.getProcessInstanceKey());
      assertThat(job(client, "work").getKey()).isGreaterThan(before.getKey());
    }
  }

  @Test
  void shouldNotGoBackInTime() throws Exception {
    var settings = settings();
    Instant moved;
    try (var engine = LocalEngine.start(settings, () -> {})) {
      moved = clock(settings, "POST", "/add", "{\"offsetMilli\": 864000000}");
      assertThat(moved).isAfter(Instant.now().plus(Duration.ofDays(9)));
    }
    try (var engine = LocalEngine.start(settings, () -> {})) {
      assertThat(clock(settings, "GET", "", null)).isBetween(moved, moved.plusSeconds(600));
      clock(settings, "POST", "/pin", "{\"epochMilli\": 4102444800000}");
    }
    try (var engine = LocalEngine.start(settings, () -> {})) {
      assertThat(clock(settings, "GET", "", null)).isEqualTo("2100-01-01T00:00:00Z");
    } finally {
      // it is that of this whole Java machine
      ClockUtil.reset();
    }
  }

  private static Instant clock(EngineSettings settings, String method, String path, String body)
      throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var answer =
          http.send(
              HttpRequest.newBuilder(
                      URI.create(
                          "http://127.0.0.1:%d/actuator/clock%s"
                              .formatted(settings.restPort(), path)))
                  .method(
                      method,
                      body == null
                          ? HttpRequest.BodyPublishers.noBody()
                          : HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      return Instant.parse(Json.mapper().readTree(answer.body()).path("instant").asText());
    }
  }

  private static long start(CamundaClient client) {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId("waiting")
        .latestVersion()
        .variables(Map.of("key", "1"))
        .send()
        .join()
        .getProcessInstanceKey();
  }

  /** Kept: nobody waits for it yet. */
  private static void publish(CamundaClient client) {
    client
        .newPublishMessageCommand()
        .messageName("come")
        .correlationKey("1")
        .variables(Map.of("n", 1))
        .send()
        .join();
  }

  private static ActivatedJob job(CamundaClient client, String type) {
    return client
        .newActivateJobsCommand()
        .jobType(type)
        .maxJobsToActivate(1)
        .timeout(Duration.ofHours(1))
        .requestTimeout(Duration.ofSeconds(30))
        .send()
        .join()
        .getJobs()
        .getFirst();
  }

  private static EngineSettings settings() throws SQLException {
    var schema = TestDatabase.emptySchema("engine_restart");
    return new EngineSettings(
        schema,
        new Login(schema.url(), schema.username(), schema.password()),
        "127.0.0.1",
        TestDatabase.freePort(),
        TestDatabase.freePort(),
        "127.0.0.1",
        TestDatabase.freePort(),
        false,
        "engine",
        "secret",
        Duration.ofDays(30),
        true);
  }

  private static CamundaClient client(EngineSettings settings) {
    return CamundaClient.newClientBuilder()
        .grpcAddress(URI.create("http://127.0.0.1:" + settings.grpcPort()))
        .restAddress(URI.create("http://127.0.0.1:" + settings.restPort()))
        .preferRestOverGrpc(false)
        .credentialsProvider(
            CredentialsProvider.newBasicAuthCredentialsProviderBuilder()
                .username(settings.username())
                .password(settings.password())
                .build())
        .build();
  }
}
