package vn.commendation.platform;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.process.test.api.CamundaAssert;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.commendation.nomination.Tasklist;

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
    new Tasklist(platform).complete(PERSON, instance.getProcessInstanceKey(), "Look", Map.of());
    assertThat(instance).hasActiveElements("Rest");
    assertThat(
            camunda
                .newUserTaskSearchRequest()
                .filter(task -> task.processInstanceKey(instance.getProcessInstanceKey()))
                .send()
                .join()
                .items())
        .singleElement()
        .satisfies(
            task -> {
              assertThat(task.getState()).isEqualTo(UserTaskState.COMPLETED);
              assertThat(task.getAssignee()).isEqualTo(PERSON);
            });

    clock.advance(Duration.ofDays(31));

    assertThat(instance)
        .isCompleted()
        .hasCompletedElementsInOrder("Started", "Look", "Rest", "Ended");
  }
}
