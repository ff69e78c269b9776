package vn.commendation.engine;

import com.fasterxml.jackson.databind.node.TextNode;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The user-task search of the orchestration cluster's {@code /v2} interface (8.8 and later). */
class OrchestrationV2 implements TaskPlatform {

  private final CamundaClient camunda;

  OrchestrationV2(CamundaClient camunda) {
    this.camunda = camunda;
  }

  @Override
  public List<CompletedTask> completedTasks(TaskPlace place) {
    return search(place, UserTaskState.COMPLETED).stream()
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
  public OptionalLong openTask(TaskPlace place) {
    return search(place, UserTaskState.CREATED).stream()
        .mapToLong(UserTask::getUserTaskKey)
        .findFirst();
  }

  /** From 8.8 on Tasklist reads the form by its key from the task, whenever it is opened. */
  @Override
  public boolean knowsForm(String formId, int version) {
    return true;
  }

  private List<UserTask> search(TaskPlace place, UserTaskState state) {
    return camunda
        .newUserTaskSearchRequest()
        .filter(
            filter -> {
              filter
                  .processInstanceKey(place.processInstanceKey())
                  .elementId(place.elementId())
                  .state(state);
              if (!place.locals().isEmpty()) {
                filter.localVariables(json(place.locals()));
              }
            })
        .send()
        .join()
        .items();
  }

  /** Values are searched for as they are stored: as JSON. */
  private static Map<String, Object> json(Map<String, String> locals) {
    return locals.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, local -> TextNode.valueOf(local.getValue()).toString()));
  }
}
