package vn.commendation.platform;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.process.test.api.CamundaAssert;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LocalPlatformTest
class LocalPlatformIT {

  private static final String PERSON = "chuyenvien";

  @Autowired private CamundaClient camunda;

  private ProcessInstanceEvent instance;

  @BeforeEach
  void startInstance() {
    camunda
        .newDeployResourceCommand()
        .addResourceFromClasspath("platform/self-test.bpmn")
        .send()
        .join();
    instance =
        camunda
            .newCreateInstanceCommand()
            .bpmnProcessId("platform-self-test")
            .latestVersion()
            .variables(Map.of("nominee", "Nguyễn Thị Hòa"))
            .send()
            .join();
  }

  @Test
  void shouldTellWhereAnInstanceStands() {
    assertThat(instance)
        .isActive()
        .hasCompletedElements("Started")
        .hasActiveElements("Look")
        .hasVariable("nominee", "Nguyễn Thị Hòa");
  }

  @Test
  void shouldNoticeThatAnInstanceStandsElsewhere() {
    assertThat(instance).hasActiveElements("Look");
    CamundaAssert.setAssertionTimeout(Duration.ofSeconds(1));
    assertThatThrownBy(() -> assertThat(instance).hasCompletedElements("Look"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("'Look': active");
  }

  @Test
  void shouldRecordWhoCompletedATaskAndPassADeadlineInAMoment(
      LocalPlatform platform, PlatformClock clock) {
    HttpCalls tasklist = platform.webApps(PERSON, LocalPlatform.DEMO_PASSWORD);
    String task = onlyTask(tasklist, "CREATED").get("id").asText();
    tasklist.call("PATCH", "/v1/tasks/" + task + "/assign", null);
    tasklist.call("PATCH", "/v1/tasks/" + task + "/complete", Map.of("variables", List.of()));
    assertThat(instance).hasActiveElements("Rest");
    assertThat(onlyTask(tasklist, "COMPLETED").get("assignee").asText()).isEqualTo(PERSON);

    clock.advance(Duration.ofDays(31));

    assertThat(instance)
        .isCompleted()
        .hasCompletedElementsInOrder("Started", "Look", "Rest", "Ended");
  }

  @Test
  void shouldTakeATaskOfAWholeSecond(LocalPlatform platform) {
    HttpCalls search = new HttpCalls(platform.settings().searchUrl());
    String document = "/tasklist-list-view-8.6.0_/_doc/whole-second?refresh=true";

    search.call("PUT", document, Map.of("join", "process", "creationTime", "2027-03-15T10:04:07Z"));

    search.call("DELETE", document, null);
  }

  private JsonNode onlyTask(HttpCalls tasklist, String state) {
    Map<String, Object> query =
        Map.of(
            "state", state, "processInstanceKey", String.valueOf(instance.getProcessInstanceKey()));
    return await()
        .until(() -> tasklist.call("POST", "/v1/tasks/search", query), tasks -> tasks.size() == 1)
        .get(0);
  }
}
