package vn.commendation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.commendation.engine.EngineIncidents.EngineIncident;
import vn.commendation.engine.StubEngine.Answer;

/** Against the published interface of 8.8. */
class EngineIncidentsTest {

  @Test
  void shouldTellWhatStoppedAnInstanceAndWhere() throws IOException {
    try (var cluster =
            new StubEngine(
                request ->
                    new Answer(
                        200,
                        """
                        {"items":[{"incidentKey":"71","processDefinitionKey":"9",
                          "processDefinitionId":"nomination","processInstanceKey":"41",
                          "errorType":"JOB_NO_RETRIES","errorMessage":"no database",
                          "elementId":"RecordCheck","elementInstanceKey":"43",
                          "creationTime":"2026-11-26T03:00:00.123Z","state":"ACTIVE",
                          "jobKey":"55","tenantId":"<default>"}],
                         "page":{"totalItems":3,"hasMoreTotalItems":false}}"""));
        var camunda =
            CamundaClient.newClientBuilder()
                .restAddress(cluster.uri())
                .preferRestOverGrpc(true)
                .build()) {
      var answer = new EngineIncidents(camunda).open(1);

      assertThat(answer.complete()).isFalse();
      assertThat(answer.incidents())
          .containsExactly(
              new EngineIncident(
                  71,
                  55L,
                  "JOB_NO_RETRIES",
                  "no database",
                  "nomination",
                  "RecordCheck",
                  41,
                  Instant.parse("2026-11-26T03:00:00.123Z")));
      assertThat(cluster.requests.getLast().path()).isEqualTo("/v2/incidents/search");
      assertThat(cluster.requests.getLast().body())
          .contains("\"ACTIVE\"", "\"creationTime\"", "\"limit\":1");
    }
  }
}
