package vn.commendation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.CredentialsProvider;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.response.BrokerInfo;
import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.client.api.response.Process;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.filter.IncidentFilter;
import io.camunda.client.api.search.filter.ProcessInstanceFilter;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.client.api.search.response.Incident;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.ProcessInstanceSequenceFlow;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.api.search.response.Variable;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.grpc.StatusRuntimeException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rows 42 to 50: deployment, instances, search, and what is refused. */
class DeploymentContractIT extends Contract {

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/best-practices/operations/versioning-process-definitions/#understanding-versioning">Understanding
   *     versioning</a>
   */
  @Test
  @DisplayName("42 equal bytes are no new version; what changed is the next version")
  void shouldCountVersions() {
    var model = Bpmn.convertToString(oneTask("work"));
    var first = only(deploy(process + ".bpmn", model));

    var same = only(deploy(process + ".bpmn", model));
    var changed = only(deploy(process + ".bpmn", model.replace("\"work\"", "\"do\"")));

    assertThat(first.getVersion()).isOne();
    assertThat(same.getVersion()).isOne();
    assertThat(same.getProcessDefinitionKey()).isEqualTo(first.getProcessDefinitionKey());
    assertThat(changed.getVersion()).isEqualTo(2);
    assertThat(changed.getProcessDefinitionKey()).isNotEqualTo(first.getProcessDefinitionKey());
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/apis-tools/zeebe-api/gateway-service/#deployresource-rpc">DeployResource</a>
   */
  @Test
  @DisplayName("42 the same for decisions and forms")
  void shouldCountVersionsOfDecisionsAndForms() {
    for (var text : List.of("one", "one", "two")) {
      deploy(process + ".form", form(text));
      deploy(process + ".dmn", decision(text));
    }

    var form = deploy(process + ".form", form("two")).getForm();
    var decision = deploy(process + ".dmn", decision("two")).getDecisions();

    assertThat(form).singleElement().returns(2, each -> each.getVersion());
    assertThat(decision).singleElement().returns(2, each -> each.getVersion());
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/apis-tools/zeebe-api/gateway-service/#deployresource-rpc">DeployResource</a>
   */
  @Test
  @DisplayName("42 of several resources all are deployed, or none")
  void shouldDeployAllOrNone() {
    var broken = Bpmn.createExecutableProcess(after).startEvent().serviceTask("typeless").done();
    var command =
        client
            .newDeployResourceCommand()
            .addProcessModel(oneTask("work"), process + ".bpmn")
            .addResourceStringUtf8(form("one"), process + ".form");

    refused(command.addProcessModel(broken, after + ".bpmn"), "INVALID_ARGUMENT");

    refused(client.newCreateInstanceCommand().bpmnProcessId(process).latestVersion(), "NOT_FOUND");
    var deployed =
        client
            .newDeployResourceCommand()
            .addProcessModel(oneTask("work"), process + ".bpmn")
            .addResourceStringUtf8(form("one"), process + ".form")
            .send()
            .join();
    assertThat(only(deployed).getVersion()).isOne();
    assertThat(deployed.getForm()).singleElement().returns(1, form -> form.getVersion());
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/modeler/bpmn/message-events/#message-start-events">Message
   *     start events</a>
   */
  @Test
  @DisplayName("42 a new version closes the start subscription of the old one")
  void shouldCloseTheSubscriptionOfTheOldVersion() {
    deploy(startedBy("first"));
    deploy(startedBy("second"));

    publish(message, key, Map.of());

    assertThat(job(work).getElementId()).isEqualTo("second");
    noJob(work);

    // a version that no message starts
    deploy(oneTask("third"));
    publish(message, "other-" + key, Map.of());
    noJob(work);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/apis-tools/zeebe-api/gateway-service/#deployresource-rpc">DeployResource</a>
   */
  @Test
  @DisplayName("43 an invalid model is INVALID_ARGUMENT with its element and a reason")
  void shouldRefuseAnInvalidModel() {
    deploying(Bpmn.createExecutableProcess(process).startEvent().serviceTask("typeless").done())
        .contains("typeless")
        .containsIgnoringCase("taskDefinition");
    deploying(
            Bpmn.createExecutableProcess(process)
                .startEvent()
                .serviceTask("work", task -> task.zeebeJobTypeExpression("1 +"))
                .done())
        .contains("work")
        .contains("1 +");
    deploying(
            Bpmn.createExecutableProcess(process)
                .startEvent()
                .intermediateCatchEvent("wait")
                .timerWithDuration("a while")
                .done())
        .contains("wait");
    deploying(
            Bpmn.createExecutableProcess(process)
                .startEvent()
                .exclusiveGateway("gateway")
                .serviceTask("one", task -> task.zeebeJobType(work))
                .moveToLastExclusiveGateway()
                .serviceTask("two", task -> task.zeebeJobType(work))
                .done())
        .containsIgnoringCase("condition");
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/apis-tools/zeebe-api/gateway-service/#deployresource-rpc">DeployResource</a>
   */
  @Test
  @DisplayName("43 a file that cannot be read is INVALID_ARGUMENT with its name")
  void shouldRefuseAFileThatCannotBeRead() {
    for (var file : List.of("a.bpmn", "a.dmn", "a.form", "a.txt")) {
      refused(
              client.newDeployResourceCommand().addResourceStringUtf8("Kính gửi: ...", file),
              "INVALID_ARGUMENT")
          .contains(file);
    }
  }

  /**
   * @see <a href="https://docs.camunda.io/docs/components/modeler/bpmn/bpmn-coverage/">BPMN
   *     coverage</a>
   */
  @Test
  @DisplayName("43 what is not supported is INVALID_ARGUMENT with its element and a reason")
  @Tag("local")
  void shouldRefuseWhatIsNotSupported() {
    deploying(
            Bpmn.createExecutableProcess(process)
                .startEvent()
                .callActivity("other", call -> call.zeebeProcessId("other"))
                .endEvent()
                .done())
        .contains("other")
        .contains("callActivity");
    deploying(
            Bpmn.createExecutableProcess(process)
                .startEvent()
                .serviceTask("work", task -> task.zeebeJobType(work))
                .zeebeStartExecutionListener("audit")
                .endEvent()
                .done())
        .contains("work")
        .contains("executionListener");
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/best-practices/operations/versioning-process-definitions/#running-versions-in-parallel">Running
   *     versions in parallel</a>
   */
  @Test
  @DisplayName("44 running instances stay on their version")
  void shouldStayOnTheirVersion() {
    deploy(twoTasks("first"));
    var old = start(process);
    deploy(twoTasks("second"));
    var young = start(process);

    jobs(work, 2).forEach(this::complete);

    var jobs = new TreeMap<Long, String>();
    jobs(after, 2)
        .forEach(
            job ->
                jobs.put(
                    job.getProcessInstanceKey(),
                    job.getElementId() + " " + job.getProcessDefinitionVersion()));
    assertThat(jobs).isEqualTo(Map.of(old, "first 1", young, "second 2"));
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/best-practices/modeling/choosing-the-resource-binding-type/">Choosing
   *     the resource binding type</a>
   */
  @Test
  @DisplayName("44 a form is the latest when its task is opened, and stays for that task")
  void shouldTakeTheLatestForm() {
    deploy(process + ".form", form("one"));
    deploy(
        Bpmn.createExecutableProcess(process)
            .startEvent()
            .userTask("review", user -> user.zeebeUserTask().zeebeFormId(process))
            .endEvent()
            .done());
    var old = userTask(start(process));
    deploy(process + ".form", form("two"));

    var young = userTask(start(process));

    assertThat(young.getFormKey()).isNotEqualTo(old.getFormKey());
    assertThat(schema(old)).contains("\"one\"");
    assertThat(schema(young)).contains("\"two\"");
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/modeler/bpmn/user-tasks/#user-task-forms">User
   *     task forms</a>
   */
  @Test
  @DisplayName("44 a task whose form is not there is an incident, until the form is")
  void shouldBeAnIncidentWithoutItsForm() {
    deploy(
        Bpmn.createExecutableProcess(process)
            .startEvent()
            .userTask("review", user -> user.zeebeUserTask().zeebeFormId(process))
            .endEvent()
            .done());
    var instance = start(process);
    var incident = incident(instance);
    assertThat(incident.getElementId()).isEqualTo("review");
    assertThat(incident.getErrorType()).isEqualTo(IncidentErrorType.FORM_NOT_FOUND);

    deploy(process + ".form", form("one"));
    resolve(incident);

    assertThat(schema(userTask(instance))).contains("\"one\"");
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/concepts/process-instance-creation/#create-and-start-at-a-user-defined-element">Start
   *     at a user-defined element</a>
   */
  @Test
  @DisplayName("45 an instance starts at the elements it is told")
  void shouldStartWhereItIsTold() {
    deploy(twoTasks("second"));

    client
        .newCreateInstanceCommand()
        .bpmnProcessId(process)
        .latestVersion()
        .startBeforeElement("second")
        .variables(Map.of("n", 1))
        .send()
        .join();

    assertThat(job(after).getVariablesAsMap()).isEqualTo(Map.of("n", 1));
    noJob(work);
    refused(
            client
                .newCreateInstanceCommand()
                .bpmnProcessId(process)
                .latestVersion()
                .startBeforeElement("nowhere"),
            "INVALID_ARGUMENT")
        .contains("nowhere");
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/concepts/process-instance-modification/">Process
   *     instance modification</a>
   */
  @Test
  @DisplayName("45 an instance is modified: one element terminated, another activated")
  void shouldBeModified() {
    deploy(twoTasks("second"));
    var instance = start(process);
    var job = job(work);

    client
        .newModifyProcessInstanceCommand(instance)
        .activateElement("second")
        .withVariables(Map.of("skipped", true))
        .and()
        .terminateElement(job.getElementInstanceKey())
        .send()
        .join();

    var next = job(after);
    assertThat(next.getProcessInstanceKey()).isEqualTo(instance);
    assertThat(next.getVariable("skipped")).isEqualTo(true);
    refused(client.newCompleteCommand(job.getKey()), "NOT_FOUND");
    refused(
        client.newModifyProcessInstanceCommand(instance).activateElement("nowhere"),
        "INVALID_ARGUMENT");
    refused(client.newModifyProcessInstanceCommand(UNKNOWN).activateElement("second"), "NOT_FOUND");
    complete(next);
    become(instance, ProcessInstanceState.COMPLETED);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/apis-tools/zeebe-api/gateway-service/#cancelprocessinstance-rpc">CancelProcessInstance</a>
   */
  @Test
  @DisplayName("45 an instance is cancelled once")
  void shouldBeCancelled() {
    deploy(oneTask("work"));
    var instance = start(process);

    cancel(instance);

    assertThat(become(instance, ProcessInstanceState.TERMINATED).getEndDate()).isNotNull();
    refused(client.newCancelInstanceCommand(instance), "NOT_FOUND");
    noJob(work);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/apis-tools/zeebe-api/gateway-service/#setvariables-rpc">SetVariables</a>
   */
  @Test
  @DisplayName("45 variables are set for one scope, or go to the nearest scope that has them")
  void shouldSetVariables() {
    deploy(oneTask("work"));
    var instance = start(process, Map.of("a", 1));
    var task = waitsAt(instance, "work").getElementInstanceKey();

    client.newSetVariablesCommand(task).variables(Map.of("a", 2, "b", 2)).local(true).send().join();
    soon(() -> assertThat(variablesOf(task)).isEqualTo(Map.of("a", "2", "b", "2")));
    soon(() -> assertThat(variablesOf(instance)).isEqualTo(Map.of("a", "1")));

    set(task, Map.of("b", 3, "c", 3));
    soon(() -> assertThat(variablesOf(task)).isEqualTo(Map.of("a", "2", "b", "3")));
    soon(() -> assertThat(variablesOf(instance)).isEqualTo(Map.of("a", "1", "c", "3")));
    assertThat(job(work).getVariablesAsMap()).isEqualTo(Map.of("a", 2, "b", 3, "c", 3));
    refused(client.newSetVariablesCommand(UNKNOWN).variables(Map.of("a", 1)), "NOT_FOUND");
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/apis-tools/orchestration-cluster-api-rest/specifications/search-incidents/">Search
   *     incidents</a>
   */
  @Test
  @DisplayName("46 incidents: found by type, element, job and state, with message and total")
  void shouldFindIncidents() {
    deploy(
        Bpmn.createExecutableProcess(process)
            .startEvent()
            .serviceTask("work", task -> task.zeebeJobType(work))
            .serviceTask("after", task -> task.zeebeJobTypeExpression("kind"))
            .endEvent()
            .done());
    var other = start(process);
    complete(job(work));
    var instances = List.of(start(process), start(process), start(process));
    var jobs = jobs(work, 3);
    jobs.forEach(
        job ->
            client
                .newFailCommand(job.getKey())
                .retries(0)
                .errorMessage("no paper left")
                .send()
                .join());
    instances.forEach(this::incident);
    incident(other);

    assertThat(incidents(filter -> {})).isEqualTo(4);
    assertThat(incidents(filter -> filter.errorType(IncidentErrorType.JOB_NO_RETRIES)))
        .isEqualTo(3);
    assertThat(incidents(filter -> filter.elementId("work"))).isEqualTo(3);
    assertThat(incidents(filter -> filter.state(IncidentState.ACTIVE))).isEqualTo(4);
    assertThat(incidents(filter -> filter.state(IncidentState.RESOLVED))).isZero();
    var found =
        client
            .newIncidentSearchRequest()
            .filter(filter -> filter.processDefinitionId(process).elementId("work"))
            .page(page -> page.limit(2))
            .send()
            .join();
    assertThat(found.items()).hasSize(2).allMatch(i -> i.getErrorMessage().equals("no paper left"));
    assertThat(found.page().totalItems()).isEqualTo(3);
    var job = jobs.getFirst().getKey();
    var incident =
        client
            .newIncidentSearchRequest()
            .filter(filter -> filter.jobKey(job))
            .send()
            .join()
            .singleItem();
    assertThat(incident.getCreationTime()).isNotNull();
    assertThat(incident.getProcessInstanceKey()).isIn(instances);

    client.newUpdateRetriesCommand(job).retries(1).send().join();
    resolve(incident);

    noIncident(incident.getProcessInstanceKey());
    soon(
        () ->
            assertThat(incidents(incident.getProcessInstanceKey(), IncidentState.RESOLVED))
                .extracting(Incident::getIncidentKey)
                .containsExactly(incident.getIncidentKey()));
    refused(client.newResolveIncidentCommand(incident.getIncidentKey()), "NOT_FOUND");
    refused(client.newResolveIncidentCommand(UNKNOWN), "NOT_FOUND");
  }

  /** How many there are of this process. */
  private long incidents(Consumer<IncidentFilter> wanted) {
    return client
        .newIncidentSearchRequest()
        .filter(
            filter -> {
              filter.processDefinitionId(process);
              wanted.accept(filter);
            })
        .send()
        .join()
        .page()
        .totalItems();
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/apis-tools/orchestration-cluster-api-rest/specifications/search-process-instances/">Search
   *     process instances</a>
   */
  @Test
  @DisplayName("47 process instances: found by state, version, incident and time, sorted, in pages")
  void shouldFindProcessInstances() {
    deploy(oneTask("work"));
    var begin = OffsetDateTime.now(ZoneOffset.UTC);
    var instances = IntStream.range(0, 5).mapToObj(i -> start(process)).toList();
    var jobs = jobs(work, 5);
    complete(jobs.get(0));
    cancel(jobs.get(1).getProcessInstanceKey());
    client.newFailCommand(jobs.get(2).getKey()).retries(0).send().join();
    deploy(oneTask("do"));
    var young = start(process);
    become(young, ProcessInstanceState.ACTIVE);
    become(jobs.get(0).getProcessInstanceKey(), ProcessInstanceState.COMPLETED);
    become(jobs.get(1).getProcessInstanceKey(), ProcessInstanceState.TERMINATED);
    incident(jobs.get(2).getProcessInstanceKey());

    var active = keys(jobs.subList(2, 5));
    var withIncident = keys(jobs.subList(2, 3));
    soon(() -> assertThat(found(filter -> {})).hasSize(6));
    soon(
        () ->
            assertThat(
                    found(
                        filter ->
                            filter.processDefinitionVersion(1).state(ProcessInstanceState.ACTIVE)))
                .containsExactlyInAnyOrderElementsOf(active));
    assertThat(found(filter -> filter.processDefinitionVersion(2))).containsExactly(young);
    assertThat(found(filter -> filter.state(ProcessInstanceState.COMPLETED)))
        .isEqualTo(keys(jobs.subList(0, 1)));
    soon(() -> assertThat(found(filter -> filter.hasIncident(true))).isEqualTo(withIncident));
    var early = begin.minusSeconds(2);
    assertThat(found(filter -> filter.startDate(date -> date.gte(early)))).hasSize(6);
    assertThat(found(filter -> filter.startDate(date -> date.lt(early)))).isEmpty();
    var descending = new ArrayList<>(instances.reversed());
    descending.addFirst(young);
    soon(() -> assertThat(page(0, 2)).isEqualTo(descending.subList(0, 2)));
    soon(() -> assertThat(page(2, 3)).isEqualTo(descending.subList(2, 5)));
    soon(() -> assertThat(page(5, 2)).isEqualTo(descending.subList(5, 6)));
  }

  private List<Long> found(Consumer<ProcessInstanceFilter> wanted) {
    return client
        .newProcessInstanceSearchRequest()
        .filter(
            filter -> {
              filter.processDefinitionId(process);
              wanted.accept(filter);
            })
        .send()
        .join()
        .items()
        .stream()
        .map(ProcessInstance::getProcessInstanceKey)
        .toList();
  }

  private static List<Long> keys(List<ActivatedJob> jobs) {
    return jobs.stream().map(ActivatedJob::getProcessInstanceKey).toList();
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/apis-tools/orchestration-cluster-api-rest/orchestration-cluster-api-rest-data-fetching/#page">Page</a>
   */
  @Test
  @DisplayName("47 the next page is the one behind the cursor of the page before")
  void shouldPageByCursor() {
    deploy(oneTask("work"));
    var instances = IntStream.range(0, 5).mapToObj(i -> start(process)).toList();
    soon(() -> assertThat(page(0, 9)).hasSize(5));
    var found = new ArrayList<Long>();
    String cursor = null;

    for (var page = 0; page < 3; page++) {
      var behind = cursor;
      var answer =
          client
              .newProcessInstanceSearchRequest()
              .filter(filter -> filter.processDefinitionId(process))
              .sort(sort -> sort.processInstanceKey().asc())
              .page(
                  each -> {
                    each.limit(2);
                    if (behind != null) {
                      each.after(behind);
                    }
                  })
              .send()
              .join();
      answer.items().forEach(each -> found.add(each.getProcessInstanceKey()));
      cursor = answer.page().endCursor();
    }

    assertThat(found).isEqualTo(instances);
  }

  private List<Long> page(int from, int limit) {
    return client
        .newProcessInstanceSearchRequest()
        .filter(filter -> filter.processDefinitionId(process))
        .sort(sort -> sort.processInstanceKey().desc())
        .page(page -> page.from(from).limit(limit))
        .send()
        .join()
        .items()
        .stream()
        .map(ProcessInstance::getProcessInstanceKey)
        .toList();
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/apis-tools/orchestration-cluster-api-rest/orchestration-cluster-api-rest-data-fetching/">Data
   *     fetching</a>
   */
  @Test
  @DisplayName("47 elements, variables and sequence flows of an instance are found")
  void shouldFindWhatAnInstanceDid() {
    deploy(twoTasks("second"));
    var instance = start(process, Map.of("text", "Ân", "list", List.of(1, 2)));
    complete(job(work));
    waitsAt(instance, "second");

    soon(
        () ->
            assertThat(elements(instance))
                .containsEntry("start", ElementInstanceState.COMPLETED)
                .containsEntry("work", ElementInstanceState.COMPLETED)
                .containsEntry("second", ElementInstanceState.ACTIVE)
                .doesNotContainKey("end"));
    soon(
        () ->
            assertThat(variablesOf(instance)).isEqualTo(Map.of("text", "\"Ân\"", "list", "[1,2]")));
    soon(
        () ->
            assertThat(
                    client
                        .newVariableSearchRequest()
                        .filter(filter -> filter.processInstanceKey(instance).name("text"))
                        .send()
                        .join()
                        .singleItem())
                .returns("\"Ân\"", Variable::getValue)
                .returns(instance, Variable::getScopeKey));
    soon(
        () ->
            assertThat(client.newProcessInstanceSequenceFlowsRequest(instance).send().join())
                .extracting(ProcessInstanceSequenceFlow::getElementId)
                .containsExactlyInAnyOrder("to-work", "to-second"));
  }

  private Map<String, ElementInstanceState> elements(long instance) {
    var states = new TreeMap<String, ElementInstanceState>();
    client
        .newElementInstanceSearchRequest()
        .filter(filter -> filter.processInstanceKey(instance))
        .send()
        .join()
        .items()
        .forEach(
            (ElementInstance element) -> states.put(element.getElementId(), element.getState()));
    return states;
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/apis-tools/orchestration-cluster-api-rest/orchestration-cluster-api-rest-data-fetching/#search-requests">Search
   *     requests</a>
   */
  @Test
  @DisplayName("47 what cannot be searched for is refused with 400")
  void shouldRefuseAnUnknownFilter() {
    var softly = new SoftAssertions();
    """
    process-instances | {"filter": {"colour": "red"}}
    process-instances | {"filter": {"state": "SLEEPING"}}
    process-instances | {"sort": [{"field": "colour"}]}
    process-instances | {"page": {"limit": -1}}
    process-instances | {"filter":
    user-tasks        | {"filter": {"colour": "red"}}
    element-instances | {"filter": {"colour": "red"}}
    variables         | {"filter": {"colour": "red"}}
    incidents         | {"filter": {"colour": "red"}}
    """
        .lines()
        .map(line -> line.split("\\|"))
        .forEach(
            request ->
                problem(
                    softly,
                    "POST",
                    "/v2/%s/search".formatted(request[0].strip()),
                    request[1],
                    400));
    softly.assertAll();
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/apis-tools/orchestration-cluster-api-rest/specifications/get-topology/">Get
   *     cluster topology</a>
   */
  @Test
  @DisplayName("48 the topology, over gRPC and REST")
  void shouldTellItsTopology() throws Exception {
    for (var rest : List.of(true, false)) {
      try (var asking = connecting().preferRestOverGrpc(rest).build()) {
        var topology = asking.newTopologyRequest().send().join();

        assertThat(topology.getGatewayVersion()).startsWith("8.8.");
        assertThat(topology.getPartitionsCount()).isPositive();
        assertThat(topology.getBrokers())
            .isNotEmpty()
            .flatExtracting(BrokerInfo::getPartitions)
            .anyMatch(partition -> partition.isLeader());
      }
    }
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/apis-tools/testing/utilities/#manipulate-the-clock">Manipulate
   *     the clock</a>
   */
  @Test
  @DisplayName("48 the clock is moved, and stamps what is done then")
  @Tag("clock")
  void shouldHaveAClock() {
    deploy(oneTask("work"));
    var before = context.getCurrentTime();

    context.increaseTime(Duration.ofDays(30));

    assertThat(context.getCurrentTime()).isAfterOrEqualTo(before.plus(Duration.ofDays(30)));
    var instance = become(start(process), ProcessInstanceState.ACTIVE);
    assertThat(instance.getStartDate().toInstant())
        .isBetween(before.plus(Duration.ofDays(30)), context.getCurrentTime());
  }

  /**
   * @see <a href="https://docs.camunda.io/docs/self-managed/operational-guides/data-purge/">Data
   *     purge</a>
   */
  @Test
  @DisplayName("48 a purge leaves nothing deployed, running, waiting or done")
  @Tag("purge")
  void shouldBePurged() {
    deploy(startedBy("work"));
    deploy(process + ".form", form("one"));
    publishing(message, key).messageId("1").send().join();
    publish(message, key, Map.of());
    var running = job(work);

    purge();

    refused(client.newCompleteCommand(running.getKey()), "NOT_FOUND");
    refused(client.newCancelInstanceCommand(running.getProcessInstanceKey()), "NOT_FOUND");
    refused(client.newCreateInstanceCommand().bpmnProcessId(process).latestVersion(), "NOT_FOUND");
    assertThat(client.newProcessInstanceSearchRequest().send().join().items()).isEmpty();
    assertThat(client.newProcessDefinitionSearchRequest().send().join().items()).isEmpty();
    assertThat(client.newVariableSearchRequest().send().join().items()).isEmpty();
    assertThat(client.newElementInstanceSearchRequest().send().join().items()).isEmpty();
    assertThat(only(deploy(startedBy("work"))).getVersion()).isOne();
    noJob(work);
    publishing(message, key).messageId("1").send().join();
    job(work);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/apis-tools/zeebe-api/technical-error-handling/">Technical
   *     error handling</a>
   */
  @Test
  @DisplayName(
      "49 too many calls at once: RESOURCE_EXHAUSTED, and all get through with the client's retry")
  void shouldRefuseWhatIsTooMuch() throws Exception {
    try (var impatient = connecting().build();
        var patient = connecting().useDefaultRetryPolicy(true).build()) {
      var answers = atOnce(impatient, 1000);
      // a large cluster takes more
      for (var calls = 2000; calls <= 32_000 && answers.size() == 1; calls *= 2) {
        answers = atOnce(impatient, calls);
      }
      assertThat(answers).containsOnlyKeys("accepted", "RESOURCE_EXHAUSTED");

      assertThat(atOnce(patient, 300)).isEqualTo(Map.of("accepted", 300L));
    }
    deploy(oneTask("work"));
    start(process);
    job(work);
  }

  /** How often each answer came. */
  private Map<String, Long> atOnce(CamundaClient client, int calls) {
    var answers =
        IntStream.range(0, calls)
            .mapToObj(
                i ->
                    client
                        .newPublishMessageCommand()
                        .messageName(message)
                        .correlationKey(key)
                        .timeToLive(Duration.ZERO)
                        .send()
                        .handle((done, failed) -> failed == null ? "accepted" : code(failed)))
            .map(CompletionStage::toCompletableFuture)
            .toList();
    var counted = new TreeMap<String, Long>();
    answers.forEach(answer -> counted.merge(answer.join(), 1L, Long::sum));
    return counted;
  }

  private static String code(Throwable failed) {
    return failed instanceof StatusRuntimeException status
        ? status.getStatus().getCode().name()
        : status(failed);
  }

  /**
   * @see <a href="https://docs.camunda.io/docs/apis-tools/zeebe-api/gateway-service/">Gateway
   *     service</a>
   */
  @Test
  @DisplayName("50 every refusal over gRPC has the documented code")
  void shouldRefuseWithTheDocumentedCode() {
    deploy(oneTask("work"));
    var instance = start(process);
    var job = job(work);

    refused(client.newCreateInstanceCommand().bpmnProcessId(after).latestVersion(), "NOT_FOUND");
    refused(client.newCreateInstanceCommand().bpmnProcessId(process).version(7), "NOT_FOUND");
    refused(client.newCreateInstanceCommand().processDefinitionKey(UNKNOWN), "NOT_FOUND");
    refused(
        client.newCreateInstanceCommand().bpmnProcessId(process).latestVersion().variables("[1]"),
        "INVALID_ARGUMENT");
    refused(client.newCancelInstanceCommand(UNKNOWN), "NOT_FOUND");
    refused(client.newSetVariablesCommand(instance).variables("1"), "INVALID_ARGUMENT");

    refused(client.newActivateJobsCommand().jobType("").maxJobsToActivate(1), "INVALID_ARGUMENT");
    refused(client.newActivateJobsCommand().jobType(work).maxJobsToActivate(0), "INVALID_ARGUMENT");
    refused(
        client
            .newActivateJobsCommand()
            .jobType(work)
            .maxJobsToActivate(1)
            .timeout(Duration.ofHours(-1)),
        "INVALID_ARGUMENT");
    refused(client.newCompleteCommand(UNKNOWN), "NOT_FOUND");
    refused(client.newCompleteCommand(job.getKey()).variables("[]"), "INVALID_ARGUMENT");
    refused(client.newFailCommand(UNKNOWN).retries(1), "NOT_FOUND");
    refused(client.newThrowErrorCommand(UNKNOWN).errorCode("x"), "NOT_FOUND");
    refused(client.newUpdateRetriesCommand(UNKNOWN).retries(1), "NOT_FOUND");
    refused(client.newUpdateRetriesCommand(job.getKey()).retries(0), "INVALID_ARGUMENT");
    refused(client.newUpdateTimeoutCommand(UNKNOWN).timeout(1000), "NOT_FOUND");
    client.newFailCommand(job.getKey()).retries(0).send().join();
    refused(client.newCompleteCommand(job.getKey()), "FAILED_PRECONDITION");
    refused(client.newFailCommand(job.getKey()).retries(1), "FAILED_PRECONDITION");
    refused(client.newThrowErrorCommand(job.getKey()).errorCode("x"), "FAILED_PRECONDITION");

    refused(publishing("", key), "INVALID_ARGUMENT");
    refused(
        client.newEvaluateDecisionCommand().decisionId(unique("decision")),
        "INVALID_ARGUMENT",
        "NOT_FOUND");

    // nothing of it was done
    soon(() -> assertThat(variablesOf(instance)).isEmpty());
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/apis-tools/orchestration-cluster-api-rest/orchestration-cluster-api-rest-overview/">Orchestration
   *     Cluster REST API</a>
   */
  @Test
  @DisplayName("50 every refusal over REST is a problem with its documented status")
  void shouldRefuseWithTheDocumentedStatus() {
    var softly = new SoftAssertions();
    """
    404 | GET    | /v2/user-tasks/%1$d                     |
    404 | GET    | /v2/user-tasks/%1$d/form                |
    404 | POST   | /v2/user-tasks/%1$d/completion          | {}
    404 | POST   | /v2/user-tasks/%1$d/assignment          | {"assignee": "an"}
    404 | DELETE | /v2/user-tasks/%1$d/assignee            |
    400 | POST   | /v2/user-tasks/%1$d/completion          | {"variables": 1}
    400 | POST   | /v2/user-tasks/abc/completion           | {}
    404 | POST   | /v2/incidents/%1$d/resolution           |
    404 | GET    | /v2/process-instances/%1$d              |
    404 | POST   | /v2/process-instances/%1$d/cancellation |
    404 | GET    | /v2/variables/%1$d                      |
    404 | GET    | /v2/process-definitions/%1$d/xml        |
    404 | PATCH  | /v2/jobs/%1$d                           | {"changeset": {"retries": 1}}
    400 | POST   | /v2/messages/publication                | {"name": ""}
    """
        .formatted(UNKNOWN)
        .lines()
        .map(line -> line.split(" *\\| *", -1))
        .forEach(
            call ->
                problem(
                    softly,
                    call[1],
                    call[2],
                    call[3].isBlank() ? null : call[3],
                    Integer.parseInt(call[0])));
    softly.assertAll();
  }

  private void problem(SoftAssertions softly, String method, String path, String json, int status) {
    var answer = rest(method, path, json);
    softly
        .assertThat(answer.statusCode())
        .as("%s %s %s: %s", method, path, json, answer.body())
        .isEqualTo(status);
    softly
        .assertThat(answer.headers().firstValue("Content-Type").orElse(null))
        .as("%s %s %s", method, path, json)
        .startsWith("application/problem+json");
    softly
        .assertThat(answer.body())
        .contains("\"title\"", "\"status\"", "\"detail\"", "\"instance\"");
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/apis-tools/java-client/authentication/">Authentication</a>
   */
  @Test
  @DisplayName("50 who does not say who they are is let in nowhere")
  @Tag("local")
  void shouldLetInNobodyUnknown() throws Exception {
    var stranger =
        CredentialsProvider.newBasicAuthCredentialsProviderBuilder()
            .username("portal")
            .password("guessed")
            .build();
    try (var client = connecting().credentialsProvider(stranger).build()) {
      refused(client.newTopologyRequest(), "401", "UNAUTHENTICATED");
      refused(publishing(client), "UNAUTHENTICATED");
      refused(client.newUserTaskGetRequest(UNKNOWN), "401");
    }
    var unsigned = HttpRequest.newBuilder(restAddress("/v2/user-tasks/1")).build();
    assertThat(send(unsigned).statusCode()).isEqualTo(401);
  }

  private FinalCommandStep<?> publishing(CamundaClient client) {
    return client.newPublishMessageCommand().messageName(message).correlationKey(key);
  }

  /**
   * @see <a href="https://docs.camunda.io/docs/components/concepts/variables/">Variables</a>
   */
  @Test
  @DisplayName("50 what is larger than 4 MB is refused, and nothing of it is done")
  void shouldRefuseWhatIsTooLarge() {
    deploy(oneTask("work"));

    refused(
        client
            .newCreateInstanceCommand()
            .bpmnProcessId(process)
            .latestVersion()
            .variables(Map.of("scan", "x".repeat(5 * 1024 * 1024))),
        "RESOURCE_EXHAUSTED",
        "INVALID_ARGUMENT");

    noJob(work);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/apis-tools/zeebe-api/gateway-service/#broadcastsignal-rpc">BroadcastSignal</a>
   */
  @Test
  @DisplayName("50 what the engine cannot do is UNIMPLEMENTED or 501, by name")
  @Tag("local")
  void shouldSayWhatItCannotDo() {
    refused(client.newBroadcastSignalCommand().signalName("fire"), "UNIMPLEMENTED")
        .containsIgnoringCase("BroadcastSignal");
    refused(client.newDeleteResourceCommand(UNKNOWN), "UNIMPLEMENTED")
        .containsIgnoringCase("DeleteResource");
    refused(client.newUsersSearchRequest(), "501");
  }

  private AbstractStringAssert<?> deploying(BpmnModelInstance model) {
    return refused(
        client.newDeployResourceCommand().addProcessModel(model, process + ".bpmn"),
        "INVALID_ARGUMENT");
  }

  private static Process only(DeploymentEvent deployment) {
    return deployment.getProcesses().getFirst();
  }

  private UserTask userTask(long instance) {
    return eventually(
            "user task of instance " + instance,
            () ->
                client
                    .newUserTaskSearchRequest()
                    .filter(filter -> filter.processInstanceKey(instance))
                    .send()
                    .join()
                    .items(),
            found -> found.size() == 1)
        .getFirst();
  }

  private String schema(UserTask task) {
    return client
        .newUserTaskGetFormRequest(task.getUserTaskKey())
        .send()
        .join()
        .getSchema()
        .toString();
  }

  private ProcessInstance become(long instance, ProcessInstanceState state) {
    var found =
        eventually(
                "instance %d %s".formatted(instance, state),
                () ->
                    client
                        .newProcessInstanceSearchRequest()
                        .filter(filter -> filter.processInstanceKey(instance).state(state))
                        .send()
                        .join()
                        .items(),
                each -> each.size() == 1)
            .getFirst();
    assertThat(found.getState()).isEqualTo(state);
    return found;
  }

  private BpmnModelInstance oneTask(String element) {
    return Bpmn.createExecutableProcess(process)
        .startEvent("start")
        .serviceTask(element, task -> task.zeebeJobType(work))
        .endEvent("end")
        .done();
  }

  private BpmnModelInstance twoTasks(String second) {
    return Bpmn.createExecutableProcess(process)
        .startEvent("start")
        .sequenceFlowId("to-work")
        .serviceTask("work", task -> task.zeebeJobType(work))
        .sequenceFlowId("to-" + second)
        .serviceTask(second, task -> task.zeebeJobType(after))
        .endEvent("end")
        .done();
  }

  private BpmnModelInstance startedBy(String element) {
    return Bpmn.createExecutableProcess(process)
        .startEvent()
        .message(message)
        .serviceTask(element, task -> task.zeebeJobType(work))
        .endEvent()
        .done();
  }

  private String decision(String value) {
    return """
    <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="drg_%1$s" name="Rules"
        namespace="http://camunda.org/schema/1.0/dmn">
      <decision id="decision_%1$s" name="decision">
        <variable id="variable" name="decision" />
        <literalExpression id="literal"><text>"%2$s"</text></literalExpression>
      </decision>
    </definitions>
    """
        .formatted(process, value);
  }

  private String form(String label) {
    return """
    {"id": "%s", "type": "default", "schemaVersion": 19,
     "components": [{"type": "textfield", "key": "note", "label": "%s"}]}
    """
        .formatted(process, label);
  }
}
