package vn.commendation.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** The user-task search of the orchestration cluster's {@code /v2} interface (8.8 and later). */
class OrchestrationV2 implements TaskPlatform {

  private final CamundaClient camunda;

  OrchestrationV2(CamundaClient camunda) {
    this.camunda = camunda;
  }

  @Override
  public List<CompletedTask> completedTasks(long processInstanceKey, String elementId) {
    return search(processInstanceKey, elementId, UserTaskState.COMPLETED).stream()
        .map(
            task ->
                new CompletedTask(
                    task.getUserTaskKey(),
                    task.getElementId(),
                    task.getAssignee(),
                    task.getCompletionDate().toInstant()))
        .sorted(Comparator.comparing(CompletedTask::completedAt))
        .toList();
  }

  @Override
  public OptionalLong openTask(long processInstanceKey, String elementId) {
    return search(processInstanceKey, elementId, UserTaskState.CREATED).stream()
        .mapToLong(UserTask::getUserTaskKey)
        .findFirst();
  }

  /** From 8.8 on Tasklist reads the form by its key from the task, whenever it is opened. */
  @Override
  public boolean knowsForm(String formId, int version) {
    return true;
  }

  private List<UserTask> search(long processInstanceKey, String elementId, UserTaskState state) {
    return camunda
        .newUserTaskSearchRequest()
        .filter(
            filter ->
                filter.processInstanceKey(processInstanceKey).elementId(elementId).state(state))
        .send()
        .join()
        .items();
  }
}
