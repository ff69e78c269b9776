package vn.commendation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClient;
import vn.commendation.engine.IncidentPlatform.PlatformIncident;
import vn.commendation.engine.StubPlatform.Answer;
import vn.commendation.engine.StubPlatform.Request;

class OperateV1Test {

  private StubPlatform platform;
  private OperateV1 operate;
  private String incidents = "[]";
  private int total;
  private boolean broken;

  @BeforeEach
  void start() throws IOException {
    platform = new StubPlatform(this::answer);
    operate =
        new OperateV1(
            RestClient.builder(),
            new PlatformProperties(
                platform.uri(),
                platform.uri(),
                platform.uri(),
                platform.uri(),
                null,
                "commendation-app",
                "secret"));
  }

  @AfterEach
  void stop() {
    platform.close();
  }

  @Test
  void shouldTellWhatStoppedAnInstanceAndWhere() {
    incidents =
        """
        [{"key":71,"processDefinitionKey":9,"processInstanceKey":41,"type":"JOB_NO_RETRIES",
          "message":"no database","creationTime":"2026-11-26T10:00:00.123+0700","state":"ACTIVE",
          "jobKey":55},
         {"key":72,"processDefinitionKey":9,"processInstanceKey":42,"type":"EXTRACT_VALUE_ERROR",
          "message":"no date","creationTime":"2026-11-26T09:00:00.000+0700","state":"ACTIVE",
          "jobKey":-1}]""";
    total = 2;

    var answer = operate.openIncidents(500);

    assertThat(answer.complete()).isTrue();
    assertThat(answer.incidents())
        .containsExactly(
            new PlatformIncident(
                71,
                55L,
                "JOB_NO_RETRIES",
                "no database",
                "nomination",
                "RecordCheck",
                41,
                Instant.parse("2026-11-26T03:00:00.123Z")),
            new PlatformIncident(
                72,
                null,
                "EXTRACT_VALUE_ERROR",
                "no date",
                "nomination",
                null,
                42,
                Instant.parse("2026-11-26T02:00:00Z")));
    assertThat(
            platform.requests.stream()
                .filter(request -> request.path().startsWith("/v1/process-definitions/")))
        .as("each definition is asked for once")
        .hasSize(1);
    assertThat(platform.requests.stream().filter(r -> r.path().startsWith("/api/login")))
        .hasSize(1);
  }

  @Test
  void shouldAskForNothingMoreWhenThereAreNone() {
    assertThat(operate.openIncidents(500).incidents()).isEmpty();
    assertThat(platform.requests)
        .extracting(Request::path)
        .containsExactly(
            "/v1/incidents/search",
            "/api/login?username=commendation-app&password=secret",
            "/v1/incidents/search");
    assertThat(platform.requests.getLast().body()).contains("\"state\":\"ACTIVE\"", "\"size\":500");
  }

  @Test
  void shouldSayWhenThereAreMoreThanItWasAskedFor() {
    incidents =
        """
        [{"key":71,"processDefinitionKey":9,"processInstanceKey":41,"type":"CONDITION_ERROR",
          "message":"x","creationTime":"2026-11-26T10:00:00.000+0700","state":"ACTIVE"}]""";
    total = 700;

    assertThat(operate.openIncidents(1).complete()).isFalse();
  }

  @Test
  void shouldFailWhenOperateFails() {
    broken = true;

    assertThatThrownBy(() -> operate.openIncidents(500))
        .isInstanceOf(HttpServerErrorException.class);
  }

  private Answer answer(Request request) {
    if (broken) {
      return new Answer(503, "");
    }
    if (request.path().startsWith("/api/login")) {
      return new Answer(204, "", "Set-Cookie", "SESSION=1; Path=/", "X-CSRF-TOKEN", "token");
    }
    if (request.session() == null || !request.session().contains("SESSION=1")) {
      return new Answer(401, "");
    }
    if (request.path().equals("/v1/process-definitions/9")) {
      return new Answer(200, "{\"key\":9,\"bpmnProcessId\":\"nomination\",\"version\":3}");
    }
    if (request.path().equals("/v1/flownode-instances/search")) {
      return new Answer(
          200,
          """
          {"items":[{"key":1,"flowNodeId":"RecordCheck","incident":true,"incidentKey":71},
            {"key":2,"flowNodeId":"Region","incident":true}],"total":2}""");
    }
    return new Answer(200, "{\"items\":%s,\"total\":%d}".formatted(incidents, total));
  }
}
