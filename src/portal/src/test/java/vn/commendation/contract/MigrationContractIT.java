package vn.commendation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.command.MigrateProcessInstanceCommandStep1.MigrateProcessInstanceCommandFinalStep;
import io.camunda.client.api.response.MigrateProcessInstanceResponse;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.ProcessInstanceSequenceFlow;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.ServiceTaskBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Row 45: running instances are migrated to another version. */
class MigrationContractIT extends Contract {

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/concepts/process-instance-migration/#change-the-process-instance-flow-for-inactive-parts">Change
   *     the process instance flow for inactive parts</a>
   */
  @Test
  @DisplayName("45 a migrated instance goes on in the other version, with its variables")
  void shouldGoOnInTheOtherVersion() {
    deploy(Bpmn.createExecutableProcess(process).startEvent().serviceTask("a", this::job).done());
    var instance = start(process, Map.of("n", 1));
    waitsAt(instance, "a");
    var target =
        deployed(
            Bpmn.createExecutableProcess(process)
                .startEvent()
                .serviceTask("a", this::job)
                .serviceTask("b", task -> task.zeebeJobType(after))
                .endEvent()
                .done());

    migrate(instance, target, "a", "a");

    complete(job(work), Map.of("m", 2));
    var next = job(after);
    assertThat(next.getElementId()).isEqualTo("b");
    assertThat(next.getProcessDefinitionKey()).isEqualTo(target);
    assertThat(next.getProcessDefinitionVersion()).isEqualTo(2);
    assertThat(next.getVariablesAsMap()).isEqualTo(Map.of("n", 1, "m", 2));
    complete(next);
    var ended = become(instance, ProcessInstanceState.COMPLETED);
    assertThat(ended.getProcessDefinitionKey()).isEqualTo(target);
    assertThat(ended.getProcessDefinitionVersion()).isEqualTo(2);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/concepts/process-instance-migration/#jobs-expressions-and-input-mappings">Jobs,
   *     expressions, and input mappings</a>
   */
  @Test
  @DisplayName("45 a job stays as it was made: key, type, headers, retries, lock, locals")
  void shouldLeaveJobsAsTheyWere() {
    deploy(
        Bpmn.createExecutableProcess(process)
            .startEvent()
            .serviceTask(
                "a",
                task ->
                    task.zeebeJobType(work)
                        .zeebeTaskHeader("form", "old")
                        .zeebeInputExpression("n + 1", "n"))
            .endEvent()
            .done());
    var instance = start(process, Map.of("n", 1));
    var before = job(work);
    var target =
        deployed(
            Bpmn.createExecutableProcess(after)
                .startEvent()
                .serviceTask(
                    "c",
                    task ->
                        task.zeebeJobType(after)
                            .zeebeTaskHeader("form", "new")
                            .zeebeInputExpression("n * 10", "n"))
                .endEvent()
                .done());

    migrate(instance, target, "a", "c");

    // still locked
    noJob(work);
    client.newFailCommand(before.getKey()).retries(2).retryBackoff(Duration.ZERO).send().join();
    var job = job(work);
    assertThat(job.getKey()).isEqualTo(before.getKey());
    assertThat(job.getElementInstanceKey()).isEqualTo(before.getElementInstanceKey());
    assertThat(job.getElementId()).isEqualTo("c");
    assertThat(job.getBpmnProcessId()).isEqualTo(after);
    assertThat(job.getProcessDefinitionKey()).isEqualTo(target);
    assertThat(job.getRetries()).isEqualTo(2);
    assertThat(job.getCustomHeaders()).isEqualTo(Map.of("form", "old"));
    assertThat(job.getVariablesAsMap()).isEqualTo(Map.of("n", 2));
    complete(job);
    become(instance, ProcessInstanceState.COMPLETED);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/concepts/process-instance-migration/#changing-the-active-elements">Changing
   *     the active elements</a>
   */
  @Test
  @DisplayName(
      "45 a user task stays with whom it was assigned to, and is found in the other version")
  void shouldLeaveUserTasksToTheirPeople() {
    deploy(reviewing("review", "office"));
    var instance = start(process);
    var before = userTask(instance, "review");
    client.newAssignUserTaskCommand(before.getUserTaskKey()).assignee("hoa").send().join();
    var target = deployed(reviewing("check", "others"));

    migrate(instance, target, "review", "check");

    var task = userTask(instance, "check");
    assertThat(task.getUserTaskKey()).isEqualTo(before.getUserTaskKey());
    assertThat(task.getElementInstanceKey()).isEqualTo(before.getElementInstanceKey());
    assertThat(task.getElementId()).isEqualTo("check");
    assertThat(task.getProcessDefinitionKey()).isEqualTo(target);
    assertThat(task.getProcessDefinitionVersion()).isEqualTo(2);
    assertThat(task.getAssignee()).isEqualTo("hoa");
    assertThat(task.getCandidateGroups()).containsExactly("office");
    waitsIn(target, instance, "check");
    client.newCompleteUserTaskCommand(task.getUserTaskKey()).send().join();
    become(instance, ProcessInstanceState.COMPLETED);
    eventually(
        "end of the task",
        () -> userTask(instance, "check").getState(),
        UserTaskState.COMPLETED::equals);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/concepts/process-instance-migration/#migrate-catch-events">Migrate
   *     catch events</a>
   */
  @Test
  @DisplayName("45 a mapped catch event goes on waiting: the same key, the time that is left")
  @Tag("clock")
  void shouldGoOnWaitingForMappedEvents() {
    deploy(waitingFor(message, "PT2H", "old"));
    var instance = start(process, Map.of("key", key));
    waitsAt(instance, "a");
    set(instance, Map.of("key", "other-" + key));
    context.increaseTime(Duration.ofHours(1));
    var target = deployed(waitingFor(message + "-new", "PT5H", "new"));

    migrate(instance, target, "a", "a", "message", "message", "timer", "timer");

    publish(message, key, Map.of());
    assertThat(job(after).getElementId()).isEqualTo("new-message");
    context.increaseTime(Duration.ofMinutes(61));
    assertThat(job(after).getElementId()).isEqualTo("new-timer");
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/concepts/process-instance-migration/#add-or-remove-catch-events">Add
   *     or remove catch events</a>
   */
  @Test
  @DisplayName("45 a catch event that is not mapped is closed, one not mapped to is opened")
  @Tag("clock")
  void shouldOpenAndCloseEvents() {
    deploy(waitingFor(message, "PT2H", "old"));
    var instance = start(process, Map.of("key", key));
    waitsAt(instance, "a");
    set(instance, Map.of("key", "other-" + key));
    context.increaseTime(Duration.ofHours(1));
    publish(message + "-new", "other-" + key, Map.of());
    var target = deployed(waitingFor(message + "-new", "PT2H", "new"));

    migrate(instance, target, "a", "a");

    // the message kept for what was opened
    assertThat(job(after).getElementId()).isEqualTo("new-message");
    publish(message, key, Map.of());
    context.increaseTime(Duration.ofMinutes(61));
    noJob(after);
    context.increaseTime(Duration.ofHours(1));
    assertThat(job(after).getElementId()).isEqualTo("new-timer");
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/concepts/process-instance-migration/#dealing-with-catch-events">Dealing
   *     with catch events</a>
   */
  @Test
  @DisplayName("45 event sub-processes: mapped, added, and not opened where one has interrupted")
  void shouldMigrateEventSubProcesses() {
    deploy(withEventSubProcess("old"));
    var instance = start(process, Map.of("key", key));
    var interrupted = start(process, Map.of("key", "other-" + key));
    jobs(work, 2);
    publish(message, "other-" + key, Map.of());
    assertThat(job(after).getElementId()).isEqualTo("old-done");
    var target = deployed(withEventSubProcess("new"));

    migrate(instance, target, "a", "a", "old-start", "new-start");
    migrate(interrupted, target, "old-events", "new-events", "old-done", "new-done");

    publish(message, key, Map.of());
    assertThat(job(after).getElementId()).isEqualTo("new-done");
    publish(message, "other-" + key, Map.of());
    noJob(after);
    waitsIn(target, interrupted, "new-done");
    waitsIn(target, instance, "new-done");
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/concepts/process-instance-migration/#correcting-mistakes-in-a-process-instance">Correcting
   *     mistakes in a process instance</a>
   */
  @Test
  @DisplayName("45 incidents migrate, and are resolved by the other version")
  void shouldCorrectWhatStopped() {
    deploy(choosing("= text"));
    var gateway = start(process, Map.of("text", "yes", "ok", true));
    var incident = incident(gateway);
    deploy(
        Bpmn.createExecutableProcess(after)
            .startEvent()
            .subProcess("sub", sub -> sub.zeebeInputExpression("assert(x, x != null)", "y"))
            .embeddedSubProcess()
            .startEvent()
            .serviceTask("inner", this::job)
            .endEvent()
            .subProcessDone()
            .endEvent()
            .done());
    var scope = start(after);
    incident(scope);

    migrate(gateway, deployed(choosing("= ok")), "choose", "choose");
    migrate(
        scope,
        deployed(
            Bpmn.createExecutableProcess(after)
                .startEvent()
                .subProcess("other", sub -> sub.zeebeInputExpression("1", "y"))
                .embeddedSubProcess()
                .startEvent()
                .serviceTask("inner", this::job)
                .endEvent()
                .subProcessDone()
                .endEvent()
                .done()),
        "sub",
        "other");

    var migrated = incident(gateway);
    assertThat(migrated.getIncidentKey()).isEqualTo(incident.getIncidentKey());
    assertThat(incident(scope).getElementId()).isEqualTo("other");
    resolve(migrated);
    resolve(incident(scope));
    jobs(work, 2).forEach(this::complete);
    become(gateway, ProcessInstanceState.COMPLETED);
    become(scope, ProcessInstanceState.COMPLETED);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/concepts/process-instance-migration/#migrating-active-elements-inside-subprocesses">Migrating
   *     active elements inside subprocesses</a>
   */
  @Test
  @DisplayName("45 multi-instance and sub-process: the collection goes on where it was")
  void shouldGoOnWithACollection() {
    deploy(collecting("old"));
    var instance = start(process);
    complete(job(work), Map.of("result", 10));
    var second = job(work);
    assertThat(second.getVariable("item")).isEqualTo(2);
    var target = deployed(collecting("new"));

    migrate(instance, target, "old-each", "new-each", "old-task", "new-task");

    waitsIn(target, instance, "new-task");
    complete(second, Map.of("result", 20));
    var third = job(work);
    assertThat(third.getElementId()).isEqualTo("new-task");
    assertThat(third.getVariable("item")).isEqualTo(3);
    complete(third, Map.of("result", 30));
    assertThat(job(after).getVariable("results")).isEqualTo(List.of(10, 20, 30));
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/concepts/process-instance-migration/#migrating-joining-parallel-and-inclusive-gateways">Migrating
   *     joining gateways</a>
   */
  @Test
  @DisplayName("45 a joining gateway and the sequence flows taken to it migrate")
  void shouldMigrateAJoiningGateway() {
    deploy(joining("old"));
    var instance = start(process);
    complete(job(work));
    waitsAt(instance, "old-join");
    var target = deployed(joining("new"));

    refused(migrating(instance, target, "old-join", "new-join", "b", "b"), "FAILED_PRECONDITION")
        .contains("old-flow");
    migrate(instance, target, "old-join", "new-join", "b", "b", "old-flow", "new-flow");

    eventually(
        "sequence flows",
        () -> flows(instance),
        found -> found.contains("new-flow") && !found.contains("old-flow"));
    complete(job(after));
    become(instance, ProcessInstanceState.COMPLETED);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/apis-tools/zeebe-api/gateway-service/#migrateprocessinstance-rpc">MigrateProcessInstance</a>
   */
  @Test
  @DisplayName("45 what cannot be migrated is refused, naming the element, and stays as it is")
  void shouldRefuseWhatCannotBeMigrated() {
    deploy(inScope("sub", "a"));
    var instance = start(process);
    var job = job(work);
    var same = deployed(inScope("sub", "b"));

    refused(migrating(UNKNOWN, same, "a", "b"), "NOT_FOUND");
    refused(migrating(instance, UNKNOWN, "a", "b"), "NOT_FOUND");
    refused(migrating(instance, same, "nowhere", "b"), "INVALID_ARGUMENT").contains("nowhere");
    refused(migrating(instance, same, "a", "nowhere"), "INVALID_ARGUMENT").contains("nowhere");
    refused(migrating(instance, same, "a", "b", "a", "sub"), "INVALID_ARGUMENT").contains("a");
    refused(migrating(instance, same, "sub", "sub"), "FAILED_PRECONDITION").contains("'a'");
    refused(migrating(instance, same, "a", "b"), "FAILED_PRECONDITION").contains("'sub'");
    refused(
            migrating(
                instance,
                deployed(
                    Bpmn.createExecutableProcess(process)
                        .startEvent()
                        .subProcess("sub")
                        .embeddedSubProcess()
                        .startEvent()
                        .userTask("b", task -> task.zeebeUserTask())
                        .subProcessDone()
                        .done()),
                "sub",
                "sub",
                "a",
                "b"),
            "FAILED_PRECONDITION")
        .contains("'a'");
    refused(
            migrating(
                instance,
                deployed(
                    Bpmn.createExecutableProcess(process)
                        .startEvent()
                        .serviceTask("b", this::job)
                        .subProcess("sub")
                        .embeddedSubProcess()
                        .startEvent()
                        .subProcessDone()
                        .done()),
                "sub",
                "sub",
                "a",
                "b"),
            "FAILED_PRECONDITION")
        .contains("'a'");

    waitsIn(job.getProcessDefinitionKey(), instance, "a");
    complete(job);
    become(instance, ProcessInstanceState.COMPLETED);
    refused(migrating(instance, same, "a", "b"), "NOT_FOUND");
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/concepts/process-instance-migration/#limitations">Limitations</a>
   */
  @Test
  @DisplayName("45 catch events are not detached, merged, or closed and opened with one name")
  void shouldRefuseToDetachCatchEvents() {
    deploy(waitingFor(message, "PT2H", "old"));
    var instance = start(process, Map.of("key", key));
    waitsAt(instance, "a");
    var same = deployed(waitingFor(message, "PT3H", "new"));

    refused(migrating(instance, same, "a", "a"), "FAILED_PRECONDITION").contains("'a'", message);
    refused(migrating(instance, same, "a", "a", "message", "timer"), "FAILED_PRECONDITION")
        .contains("'message'");
    refused(
            migrating(
                instance,
                deployed(
                    Bpmn.createExecutableProcess(process)
                        .startEvent()
                        .serviceTask("a", this::job)
                        .serviceTask("other", this::job)
                        .boundaryEvent(
                            "message",
                            event ->
                                event.message(
                                    m -> m.name(message).zeebeCorrelationKeyExpression("=key")))
                        .endEvent()
                        .done()),
                "a",
                "a",
                "message",
                "message"),
            "FAILED_PRECONDITION")
        .contains("'message'");
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/apis-tools/orchestration-cluster-api-rest/specifications/migrate-process-instance/">Migrate
   *     process instance</a>
   */
  @Test
  @DisplayName("45 the same by REST, with its statuses")
  void shouldMigrateByRest() {
    deploy(inScope("sub", "a"));
    var instance = start(process);
    job(work);
    var target = deployed(inScope("sub", "b"));
    var path = "/v2/process-instances/%d/migration";
    var plan = "{\"targetProcessDefinitionKey\":\"%d\",\"mappingInstructions\":[%s]}";
    var a = "{\"sourceElementId\":\"a\",\"targetElementId\":\"b\"}";
    var sub = "{\"sourceElementId\":\"sub\",\"targetElementId\":\"sub\"}";

    assertThat(rest("POST", path.formatted(instance), plan.formatted(target, a)).statusCode())
        .isEqualTo(409);
    assertThat(
            rest("POST", path.formatted(UNKNOWN), plan.formatted(target, a + "," + sub))
                .statusCode())
        .isEqualTo(404);
    assertThat(rest("POST", path.formatted(instance), "{}").statusCode()).isEqualTo(400);
    assertThat(
            rest("POST", path.formatted(instance), plan.formatted(target, a + "," + sub))
                .statusCode())
        .isEqualTo(204);

    waitsIn(target, instance, "b");
  }

  private void migrate(long instance, long target, String... mapping) {
    migrating(instance, target, mapping).send().join();
  }

  /**
   * @param mapping source and target, one after the other
   */
  private FinalCommandStep<MigrateProcessInstanceResponse> migrating(
      long instance, long target, String... mapping) {
    var command = client.newMigrateProcessInstanceCommand(instance).migrationPlan(target);
    MigrateProcessInstanceCommandFinalStep last = null;
    for (int i = 0; i < mapping.length; i += 2) {
      last = command.addMappingInstruction(mapping[i], mapping[i + 1]);
    }
    return last;
  }

  /** Key of the definition. */
  private long deployed(BpmnModelInstance model) {
    return deploy(model).getProcesses().getFirst().getProcessDefinitionKey();
  }

  private ElementInstance waitsIn(long target, long instance, String element) {
    return eventually(
        "%s in definition %d".formatted(element, target),
        () -> waitsAt(instance, element),
        found -> found.getProcessDefinitionKey() == target);
  }

  private ProcessInstance become(long instance, ProcessInstanceState state) {
    return eventually(
            "instance %d %s".formatted(instance, state),
            () ->
                client
                    .newProcessInstanceSearchRequest()
                    .filter(filter -> filter.processInstanceKey(instance).state(state))
                    .send()
                    .join()
                    .items(),
            found -> found.size() == 1)
        .getFirst();
  }

  private UserTask userTask(long instance, String element) {
    return eventually(
            "user task " + element,
            () ->
                client
                    .newUserTaskSearchRequest()
                    .filter(filter -> filter.processInstanceKey(instance).elementId(element))
                    .send()
                    .join()
                    .items(),
            found -> found.size() == 1)
        .getFirst();
  }

  private List<String> flows(long instance) {
    return client.newProcessInstanceSequenceFlowsRequest(instance).send().join().stream()
        .map(ProcessInstanceSequenceFlow::getElementId)
        .toList();
  }

  private void job(ServiceTaskBuilder task) {
    task.zeebeJobType(work);
  }

  private BpmnModelInstance reviewing(String element, String group) {
    return Bpmn.createExecutableProcess(process)
        .startEvent()
        .userTask(element, task -> task.zeebeUserTask().zeebeCandidateGroups(group))
        .endEvent()
        .done();
  }

  /** A task with a message and a timer at it, neither of which interrupts. */
  private BpmnModelInstance waitingFor(String name, String duration, String version) {
    return Bpmn.createExecutableProcess(process)
        .startEvent()
        .serviceTask("a", this::job)
        .boundaryEvent("message")
        .cancelActivity(false)
        .message(m -> m.name(name).zeebeCorrelationKeyExpression("key"))
        .serviceTask(version + "-message", task -> task.zeebeJobType(after))
        .endEvent()
        .moveToActivity("a")
        .boundaryEvent("timer")
        .cancelActivity(false)
        .timerWithDuration(duration)
        .serviceTask(version + "-timer", task -> task.zeebeJobType(after))
        .endEvent()
        .moveToActivity("a")
        .endEvent()
        .done();
  }

  private BpmnModelInstance withEventSubProcess(String version) {
    return Bpmn.createExecutableProcess(process)
        .eventSubProcess(
            version + "-events",
            events ->
                events
                    .startEvent(version + "-start")
                    .interrupting(true)
                    .message(m -> m.name(message).zeebeCorrelationKeyExpression("key"))
                    .serviceTask(version + "-done", task -> task.zeebeJobType(after))
                    .endEvent())
        .startEvent()
        .serviceTask("a", this::job)
        .endEvent()
        .done();
  }

  private BpmnModelInstance choosing(String condition) {
    return Bpmn.createExecutableProcess(process)
        .startEvent()
        .exclusiveGateway("choose")
        .conditionExpression(condition)
        .serviceTask("a", this::job)
        .endEvent()
        .moveToLastExclusiveGateway()
        .defaultFlow()
        .endEvent()
        .done();
  }

  private BpmnModelInstance inScope(String scope, String element) {
    return Bpmn.createExecutableProcess(process)
        .startEvent()
        .subProcess(scope)
        .zeebeInputExpression("fresh", "fresh")
        .embeddedSubProcess()
        .startEvent()
        .serviceTask(element, this::job)
        .endEvent()
        .subProcessDone()
        .endEvent()
        .done();
  }

  private BpmnModelInstance collecting(String version) {
    return Bpmn.createExecutableProcess(process)
        .startEvent()
        .subProcess(
            version + "-each",
            each ->
                each.multiInstance(
                        loop ->
                            loop.sequential()
                                .zeebeInputCollectionExpression("[1, 2, 3]")
                                .zeebeInputElement("item")
                                .zeebeOutputCollection("results")
                                .zeebeOutputElementExpression("result"))
                    .zeebeInputExpression("null", "result")
                    .embeddedSubProcess()
                    .startEvent()
                    .serviceTask(version + "-task", this::job)
                    .endEvent())
        .serviceTask("last", task -> task.zeebeJobType(after))
        .endEvent()
        .done();
  }

  private BpmnModelInstance joining(String version) {
    return Bpmn.createExecutableProcess(process)
        .startEvent()
        .parallelGateway("fork")
        .serviceTask("a", this::job)
        .sequenceFlowId(version + "-flow")
        .parallelGateway(version + "-join")
        .moveToNode("fork")
        .serviceTask("b", task -> task.zeebeJobType(after))
        .connectTo(version + "-join")
        .endEvent()
        .done();
  }
}
