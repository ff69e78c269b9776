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
import org.springframework.stereotype.Component;

/**
 * What has to be read back from the engine because no job carries it. Answers may lag a second or
 * two behind.
 */
@Component
class EngineTasks {

  private final CamundaClient camunda;

  EngineTasks(CamundaClient camunda) {
    this.camunda = camunda;
  }

  /** Tasks that were completed at a place, in the order of their completion. */
  List<CompletedTask> completed(TaskPlace place) {
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

  /** The task that is open at a place. */
  OptionalLong open(TaskPlace place) {
    return search(place, UserTaskState.CREATED).stream()
        .mapToLong(UserTask::getUserTaskKey)
        .findFirst();
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
