package vn.commendation.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.commendation.platform.AtOnce.together;

import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.filter.UserTaskFilter;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.builder.UserTaskBuilder;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Rows 28 to 33: user tasks. Who completes one in Tasklist is tested there, with people logged in.
 */
class UserTasksContractIT extends Contract {

  private final String group = unique("group");

  /**
   * @see <a href="https://docs.camunda.io/docs/components/modeler/bpmn/user-tasks/">User tasks</a>
   */
  @Test
  @DisplayName("28 form, candidate groups, assignee and due date as mapped")
  void shouldHaveWhatTheModelSays() {
    deploy(
        "review.form",
        """
        {"id": "%s", "type": "default", "schemaVersion": 19,
         "components": [{"type": "textfield", "key": "note", "label": "Ghi chú"}]}
        """
            .formatted(process));

    var task =
        opened(
            Map.of("groups", List.of(group, "office"), "who", "an", "due", "2027-03-01T08:00:00Z"),
            user ->
                user.name("Thẩm định")
                    .zeebeFormId(process)
                    .zeebeCandidateGroupsExpression("groups")
                    .zeebeAssigneeExpression("who")
                    .zeebeDueDateExpression("due"));

    assertThat(task.getElementId()).isEqualTo("review");
    assertThat(task.getName()).isEqualTo("Thẩm định");
    assertThat(task.getBpmnProcessId()).isEqualTo(process);
    assertThat(task.getState()).isEqualTo(UserTaskState.CREATED);
    assertThat(task.getCandidateGroups()).containsExactlyInAnyOrder(group, "office");
    assertThat(task.getAssignee()).isEqualTo("an");
    assertThat(task.getDueDate()).isEqualTo(OffsetDateTime.parse("2027-03-01T08:00:00Z"));
    assertThat(task.getCompletionDate()).isNull();
    var form = client.newUserTaskGetFormRequest(task.getUserTaskKey()).send().join();
    assertThat(form.getFormKey()).isEqualTo(task.getFormKey());
    assertThat(form.getFormId()).isEqualTo(process);
    assertThat(form.getSchema().toString()).contains("Ghi chú");
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/modeler/bpmn/user-tasks/#assignments">Assignments</a>
   */
  @Test
  @DisplayName("28 groups written as a list in the model, and nobody where it names nobody")
  void shouldSplitTheGroupsOfTheModel() {
    var task = opened(Map.of(), user -> user.zeebeCandidateGroups(group + ", board"));

    assertThat(task.getCandidateGroups()).containsExactlyInAnyOrder(group, "board");
    assertThat(task.getAssignee()).isNullOrEmpty();
    assertThat(task.getDueDate()).isNull();
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/apis-tools/orchestration-cluster-api-rest/specifications/search-user-tasks/">Search
   *     user tasks</a>
   */
  @Test
  @DisplayName("29 found by instance, element, state, assignee and candidate group")
  void shouldBeFound() {
    var one = opened(Map.of(), user -> user.zeebeCandidateGroups(group).zeebeAssignee(key));
    var instance = one.getProcessInstanceKey();
    var two = opened(Map.of(), user -> user.zeebeCandidateGroups(group));

    soon(
        () ->
            assertThat(found(filter -> filter.processInstanceKey(instance)))
                .containsExactly(key(one)));
    soon(
        () ->
            assertThat(found(filter -> filter.bpmnProcessId(process).elementId("review")))
                .containsExactlyInAnyOrder(key(one), key(two)));
    soon(
        () ->
            assertThat(found(filter -> filter.bpmnProcessId(process).elementId("other")))
                .isEmpty());
    soon(
        () ->
            assertThat(found(filter -> filter.candidateGroup(group)))
                .containsExactlyInAnyOrder(key(one), key(two)));
    soon(() -> assertThat(found(filter -> filter.candidateGroup(unique("group")))).isEmpty());
    soon(() -> assertThat(found(filter -> filter.assignee(key))).containsExactly(key(one)));
    soon(
        () ->
            assertThat(
                    found(
                        filter -> filter.candidateGroup(group).assignee(who -> who.exists(false))))
                .containsExactly(key(two)));
    soon(
        () ->
            assertThat(
                    found(
                        filter ->
                            filter
                                .candidateGroup(group)
                                .state(
                                    state ->
                                        state.in(UserTaskState.CREATED, UserTaskState.COMPLETED))))
                .containsExactlyInAnyOrder(key(one), key(two)));
    soon(
        () ->
            assertThat(found(filter -> filter.candidateGroup(group).state(UserTaskState.COMPLETED)))
                .isEmpty());
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/apis-tools/orchestration-cluster-api-rest/orchestration-cluster-api-rest-data-fetching/#variables">Data
   *     fetching: variables</a>
   */
  @Test
  @DisplayName("29 found by local variables, values written as JSON")
  void shouldBeFoundByLocalVariables() {
    var task =
        opened(
            Map.of("id", key, "count", 7),
            user ->
                user.zeebeInputExpression("id", "dossier")
                    .zeebeInputExpression("count + 1", "next"));

    soon(() -> assertThat(foundBy("dossier", "\"" + key + "\"")).containsExactly(key(task)));
    soon(() -> assertThat(foundBy("next", "8")).containsExactly(key(task)));
    soon(() -> assertThat(foundBy("next", "7")).isEmpty());
    soon(() -> assertThat(foundBy("id", "\"" + key + "\"")).as("no local variable").isEmpty());
    soon(
        () ->
            assertThat(
                    found(
                        filter ->
                            filter.localVariables(
                                List.of(
                                    local -> local.name("dossier").value("\"" + key + "\""),
                                    local -> local.name("next").value("9")))))
                .isEmpty());
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/apis-tools/orchestration-cluster-api-rest/specifications/search-user-tasks/">Search
   *     user tasks</a>
   */
  @Test
  @DisplayName("29 completed tasks stay to be found, with assignee and completion date")
  void shouldStayToBeFoundWhenCompleted() {
    var task = opened(Map.of("id", key), user -> user.zeebeInputExpression("id", "dossier"));
    assign(task, "an");

    client.newCompleteUserTaskCommand(key(task)).send().join();

    var completed = become(task, UserTaskState.COMPLETED);
    assertThat(completed.getAssignee()).isEqualTo("an");
    assertThat(completed.getCompletionDate()).isAfterOrEqualTo(completed.getCreationDate());
    soon(() -> assertThat(foundBy("dossier", "\"" + key + "\"")).containsExactly(key(task)));
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/apis-tools/orchestration-cluster-api-rest/specifications/assign-user-task/">Assign
   *     user task</a>
   */
  @Test
  @DisplayName("30 assigned without override: another gets 409, a task that is gone 404")
  void shouldNotAssignToAnother() {
    var task = opened(Map.of(), user -> {});
    var key = key(task);
    client.newAssignUserTaskCommand(key).assignee("an").allowOverride(false).send().join();

    refused(client.newAssignUserTaskCommand(key).assignee("binh").allowOverride(false), "409");
    soon(
        () ->
            assertThat(client.newUserTaskGetRequest(key).send().join().getAssignee())
                .isEqualTo("an"));

    // who may override does
    client.newAssignUserTaskCommand(key).assignee("binh").send().join();
    soon(
        () ->
            assertThat(client.newUserTaskGetRequest(key).send().join().getAssignee())
                .isEqualTo("binh"));
    refused(client.newAssignUserTaskCommand(UNKNOWN).assignee("an"), "404");
    client.newCompleteUserTaskCommand(key).send().join();
    refused(client.newAssignUserTaskCommand(key).assignee("an").allowOverride(false), "404", "409");
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/apis-tools/orchestration-cluster-api-rest/specifications/assign-user-task/">Assign
   *     user task</a>
   */
  @Test
  @DisplayName("30 assigned without override to the same person again: succeeds")
  void shouldAssignToTheSamePersonAgain() {
    var task = opened(Map.of(), user -> {});

    client.newAssignUserTaskCommand(key(task)).assignee("an").allowOverride(false).send().join();
    client.newAssignUserTaskCommand(key(task)).assignee("an").allowOverride(false).send().join();

    soon(
        () ->
            assertThat(client.newUserTaskGetRequest(key(task)).send().join().getAssignee())
                .isEqualTo("an"));
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/apis-tools/orchestration-cluster-api-rest/specifications/assign-user-task/">Assign
   *     user task</a>
   */
  @Test
  @DisplayName("30 of two who take a task at once one gets it")
  void shouldGiveATaskToOneOfTwo() throws Exception {
    var task = opened(Map.of(), user -> {});

    var answers = together(taking(task, "an"), taking(task, "binh"));

    assertThat(answers).containsExactlyInAnyOrder("taken", "409");
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/apis-tools/orchestration-cluster-api-rest/specifications/complete-user-task/">Complete
   *     user task</a>
   */
  @Test
  @DisplayName("31 completed with variables; completed again: 404 or 409")
  void shouldCompleteOnce() {
    var task = opened(Map.of("a", 1, "b", 1), user -> {});

    client
        .newCompleteUserTaskCommand(key(task))
        .variables(Map.of("b", 2, "decision", "accept"))
        .send()
        .join();

    assertThat(job(after).getVariablesAsMap())
        .isEqualTo(Map.of("a", 1, "b", 2, "decision", "accept"));
    refused(client.newCompleteUserTaskCommand(key(task)), "404", "409");
    refused(client.newCompleteUserTaskCommand(UNKNOWN), "404");
    noJob(after);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/concepts/variables/#output-mappings">Output
   *     mappings</a>
   */
  @Test
  @DisplayName("31 with output mappings only what they name leaves a user task")
  void shouldLetOutOnlyWhatIsMapped() {
    var task =
        opened(
            Map.of("id", key),
            user ->
                user.zeebeInputExpression("id", "shown")
                    .zeebeOutputExpression("decision", "taskDecision"));

    client
        .newCompleteUserTaskCommand(key(task))
        .variables(Map.of("decision", "accept", "noise", 1))
        .send()
        .join();

    assertThat(job(after).getVariablesAsMap())
        .isEqualTo(Map.of("id", key, "taskDecision", "accept"));
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/apis-tools/orchestration-cluster-api-rest/specifications/assign-user-task/">Assign
   *     user task</a>
   */
  @Test
  @DisplayName("32 through the interface, the assignee of a completed task is who was named")
  void shouldBeOfWhoWasNamed() {
    var task = opened(Map.of("who", "an"), user -> user.zeebeAssigneeExpression("who"));
    assign(task, "binh");

    client
        .newCompleteUserTaskCommand(key(task))
        .variables(Map.of("assignee", "chi", "who", "chi"))
        .send()
        .join();

    assertThat(become(task, UserTaskState.COMPLETED).getAssignee()).isEqualTo("binh");
  }

  /**
   * @see <a href="https://docs.camunda.io/docs/components/modeler/bpmn/user-tasks/">User tasks</a>
   */
  @Test
  @DisplayName("33 cancelled by an event: CANCELED, and nobody can complete it")
  void shouldBeCanceledByAnEvent() {
    deploy(
        Bpmn.createExecutableProcess(process)
            .startEvent()
            .userTask("review", user -> user.zeebeUserTask())
            .boundaryEvent("withdrawn")
            .message(m -> m.name(message).zeebeCorrelationKeyExpression("key"))
            .endEvent()
            .moveToActivity("review")
            .serviceTask("after", job -> job.zeebeJobType(after))
            .endEvent()
            .done());
    var task = only(start(process, Map.of("key", key)));

    publish(message, key, Map.of());

    var canceled = become(task, UserTaskState.CANCELED);
    assertThat(canceled.getAssignee()).isNullOrEmpty();
    refused(client.newCompleteUserTaskCommand(key(task)), "404", "409");
    refused(client.newAssignUserTaskCommand(key(task)).assignee("an"), "404", "409");
    noJob(after);
  }

  /**
   * @see <a href="https://docs.camunda.io/docs/components/modeler/bpmn/user-tasks/">User tasks</a>
   */
  @Test
  @DisplayName("33 cancelled with its instance: CANCELED, with who had it")
  void shouldBeCanceledWithItsInstance() {
    var task = opened(Map.of(), user -> {});
    assign(task, "an");

    cancel(task.getProcessInstanceKey());

    assertThat(become(task, UserTaskState.CANCELED).getAssignee()).isEqualTo("an");
    refused(client.newCompleteUserTaskCommand(key(task)), "404", "409");
  }

  /** A task that was just opened in a process of its own version. */
  private UserTask opened(Map<String, Object> variables, Consumer<UserTaskBuilder> more) {
    deploy(
        Bpmn.createExecutableProcess(process)
            .startEvent()
            .userTask("review", user -> more.accept(user.zeebeUserTask()))
            .serviceTask("after", task -> task.zeebeJobType(after))
            .endEvent()
            .done());
    return only(start(process, variables));
  }

  private UserTask only(long instance) {
    return eventually(
            "user task of instance " + instance,
            () -> search(filter -> filter.processInstanceKey(instance)),
            tasks -> tasks.size() == 1)
        .getFirst();
  }

  private UserTask become(UserTask task, UserTaskState state) {
    var found =
        eventually(
                "user task that is " + state,
                () -> search(filter -> filter.userTaskKey(key(task)).state(state)),
                tasks -> tasks.size() == 1)
            .getFirst();
    assertThat(found.getState()).isEqualTo(state);
    return found;
  }

  private List<UserTask> search(Consumer<UserTaskFilter> filter) {
    return client.newUserTaskSearchRequest().filter(filter).send().join().items();
  }

  private List<Long> found(Consumer<UserTaskFilter> filter) {
    return search(filter).stream().map(UserTasksContractIT::key).toList();
  }

  private List<Long> foundBy(String name, String value) {
    return found(
        filter ->
            filter
                .bpmnProcessId(process)
                .localVariables(List.of(local -> local.name(name).value(value))));
  }

  private void assign(UserTask task, String person) {
    client.newAssignUserTaskCommand(key(task)).assignee(person).send().join();
  }

  private Callable<String> taking(UserTask task, String person) {
    return () -> {
      try {
        client
            .newAssignUserTaskCommand(key(task))
            .assignee(person)
            .allowOverride(false)
            .send()
            .join();
        return "taken";
      } catch (RuntimeException e) {
        return status(e);
      }
    };
  }

  private static long key(UserTask task) {
    return task.getUserTaskKey();
  }
}
