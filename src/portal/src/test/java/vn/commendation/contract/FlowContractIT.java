package vn.commendation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.client.api.search.response.Incident;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.AbstractFlowNodeBuilder;
import io.camunda.zeebe.model.bpmn.builder.ServiceTaskBuilder;
import io.camunda.zeebe.model.bpmn.builder.StartEventBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rows 34 to 41: gateways, timers, data. */
class FlowContractIT extends Contract {

  private static final Duration AN_HOUR = Duration.ofMinutes(61);

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/modeler/bpmn/exclusive-gateways/">Exclusive
   *     gateway</a>
   */
  @Test
  @DisplayName("34 an exclusive gateway follows the first that is true, else the default")
  void shouldFollowTheFirstThatIsTrue() {
    deploy(
        Bpmn.createExecutableProcess(process)
            .startEvent()
            .exclusiveGateway("gateway")
            .conditionExpression("n > 10")
            .serviceTask("large", task -> task.zeebeJobType(after))
            .endEvent()
            .moveToLastExclusiveGateway()
            .conditionExpression("n > 5")
            .serviceTask("middle", task -> task.zeebeJobType(after))
            .endEvent()
            .moveToLastExclusiveGateway()
            .defaultFlow()
            .serviceTask("small", task -> task.zeebeJobType(after))
            .endEvent()
            .done());

    Map.of(11, "large", 6, "middle", 1, "small")
        .forEach(
            (n, element) -> {
              start(process, Map.of("n", n));
              assertThat(job(after).getElementId()).isEqualTo(element);
            });
    noJob(after);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/modeler/bpmn/exclusive-gateways/">Exclusive
   *     gateway</a>
   */
  @Test
  @DisplayName("34 none is true and no default: an incident at the gateway, which can go on")
  void shouldBeAnIncidentWithoutAWay() {
    deploy(twoWays());
    var instance = start(process, Map.of("n", 5));

    var incident = incident(instance);
    assertThat(incident.getElementId()).isEqualTo("gateway");
    assertThat(incident.getErrorType()).isEqualTo(IncidentErrorType.CONDITION_ERROR);

    set(instance, Map.of("n", 1));
    resolve(incident);

    assertThat(job(after).getElementId()).isEqualTo("small");
    noIncident(instance);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/modeler/bpmn/exclusive-gateways/#conditions">Conditions</a>
   */
  @Test
  @DisplayName("35 a condition that is null is an incident, not false")
  void shouldBeAnIncidentIfAConditionIsNull() {
    deploy(twoWays());
    var instance = start(process);

    var incident = incident(instance);
    assertThat(incident.getElementId()).isEqualTo("gateway");
    assertThat(incident.getErrorType()).isEqualTo(IncidentErrorType.EXTRACT_VALUE_ERROR);
    assertThat(incident.getErrorMessage()).contains("n > 10");

    set(instance, Map.of("n", 11));
    resolve(incident);

    assertThat(job(after).getElementId()).isEqualTo("large");
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/modeler/bpmn/timer-events/#time-date">Time
   *     date</a>
   */
  @Test
  @DisplayName("36 a timer by date: one that is past fires at once, another when it is due")
  @Tag("clock")
  void shouldFireAtADate() {
    deploy(waiting(start -> start.intermediateCatchEvent("wait").timerWithDateExpression("due")));

    start(process, Map.of("due", "2020-01-01T00:00:00Z", "n", 1));
    assertThat(job(after).getVariable("n")).isEqualTo(1);

    var due = context.getCurrentTime().plus(AN_HOUR).toString();
    waitsAt(start(process, Map.of("due", due, "n", 2)), "wait");
    context.increaseTime(Duration.ofMinutes(59));
    noJob(after);
    context.increaseTime(Duration.ofMinutes(3));
    assertThat(job(after).getVariable("n")).isEqualTo(2);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/modeler/bpmn/timer-events/#time-duration">Time
   *     duration</a>
   */
  @Test
  @DisplayName("36 a timer by duration, at an interrupting boundary")
  @Tag("clock")
  void shouldFireAfterADuration() {
    deploy(
        Bpmn.createExecutableProcess(process)
            .startEvent()
            .serviceTask("work", task -> task.zeebeJobType(work))
            .boundaryEvent("late")
            .timerWithDurationExpression("duration(patience)")
            .serviceTask("after", task -> task.zeebeJobType(after))
            .endEvent()
            .moveToActivity("work")
            .endEvent()
            .done());
    waitsAt(start(process, Map.of("patience", "PT1H")), "work");
    var job = job(work);

    context.increaseTime(Duration.ofMinutes(59));
    noJob(after);
    context.increaseTime(Duration.ofMinutes(2));

    job(after);
    refused(client.newCompleteCommand(job.getKey()), "NOT_FOUND");
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/modeler/bpmn/timer-events/#time-cycle">Time
   *     cycle</a>
   */
  @Test
  @DisplayName("36 a cycle R3/PT1H fires three times, an hour apart")
  @Tag("clock")
  void shouldFireThreeTimes() {
    deploy(
        Bpmn.createExecutableProcess(process)
            .startEvent()
            .serviceTask("work", task -> task.zeebeJobType(work))
            .boundaryEvent("remind")
            .cancelActivity(false)
            .timerWithCycle("R3/PT1H")
            .serviceTask("after", task -> task.zeebeJobType(after))
            .endEvent()
            .moveToActivity("work")
            .endEvent()
            .done());
    waitsAt(start(process), "work");
    noJob(after);

    for (var i = 0; i < 3; i++) {
      context.increaseTime(AN_HOUR);
      job(after);
      noJob(after);
    }
    context.increaseTime(AN_HOUR);
    noJob(after);
    complete(job(work));
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/modeler/bpmn/timer-events/#time-cycle">Time
   *     cycle</a>
   */
  @Test
  @DisplayName("36 a cycle with a start fires first at its start, and as often as it says")
  @Tag("clock")
  void shouldFireFromAStart() {
    deploy(
        Bpmn.createExecutableProcess(process)
            .startEvent()
            .serviceTask("work", task -> task.zeebeJobType(work))
            .boundaryEvent("remind")
            .cancelActivity(false)
            .timerWithCycleExpression("reminders")
            .serviceTask("after", task -> task.zeebeJobType(after))
            .endEvent()
            .moveToActivity("work")
            .endEvent()
            .done());
    var first = context.getCurrentTime().plus(Duration.ofHours(3));
    waitsAt(start(process, Map.of("reminders", "R2/%s/PT1H".formatted(first))), "work");

    context.increaseTime(Duration.ofMinutes(175));
    noJob(after);
    context.increaseTime(Duration.ofMinutes(10));
    job(after);
    noJob(after);
    context.increaseTime(AN_HOUR);
    job(after);
    context.increaseTime(AN_HOUR);
    noJob(after);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/modeler/bpmn/timer-events/#timer-start-events">Timer
   *     start events</a>
   */
  @Test
  @DisplayName("36 a cycle at a start event starts instances, those of the newest version only")
  @Tag("clock")
  void shouldStartByTheClock() {
    deploy(hourly("first"));
    deploy(hourly("second"));

    context.increaseTime(AN_HOUR);

    assertThat(job(after).getElementId()).isEqualTo("second");
    noJob(after);
    context.increaseTime(AN_HOUR);
    job(after);
    context.increaseTime(AN_HOUR);
    noJob(after);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/apis-tools/testing/utilities/#manipulate-the-clock">Manipulate
   *     the clock</a>
   */
  @Test
  @DisplayName("37 timers, deadlines, back-off and time to live follow the controlled clock")
  @Tag("clock")
  void shouldFollowTheClock() {
    deploy(
        waiting(
            start ->
                start
                    .parallelGateway("fork")
                    .serviceTask("locked", task -> task.zeebeJobType(work))
                    .endEvent()
                    .moveToNode("fork")
                    .serviceTask("failed", task -> task.zeebeJobType(key))
                    .endEvent()
                    .moveToNode("fork")
                    .intermediateCatchEvent("message")
                    .message(m -> m.name(message).zeebeCorrelationKeyExpression("key"))
                    .serviceTask("correlated", task -> task.zeebeJobType(message))
                    .endEvent()
                    .moveToNode("fork")
                    .intermediateCatchEvent("wait")
                    .timerWithDuration("PT1H")));
    publishing(message, key).send().join();
    publishing(message, "later").timeToLive(Duration.ofHours(2)).send().join();
    var instance = start(process, Map.of("key", "nothing"));
    waitsAt(instance, "wait");
    var hour = Duration.ofHours(1);
    client.newActivateJobsCommand().jobType(work).maxJobsToActivate(1).timeout(hour).send().join();
    client.newFailCommand(job(key).getKey()).retries(1).retryBackoff(hour).send().join();
    var before = context.getCurrentTime();

    context.increaseTime(AN_HOUR);

    assertThat(context.getCurrentTime()).isAfterOrEqualTo(before.plus(AN_HOUR));
    job(after);
    job(work);
    job(key);
    start(process, Map.of("key", key));
    start(process, Map.of("key", "later"));
    assertThat(job(message).getVariable("key")).isEqualTo("later");
    noJob(message);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/modeler/bpmn/multi-instance/">Multi-instance</a>
   */
  @Test
  @DisplayName(
      "38 sequential multi-instance: one after the other, its element local, results in order")
  void shouldGoThroughACollection() {
    deploy(forEach());
    var instance = start(process, Map.of("people", List.of("an", "binh", "chi")));

    for (var person : List.of("an", "binh", "chi")) {
      var job = job(work);
      assertThat(job.getVariable("person")).isEqualTo(person);
      noJob(work);
      complete(job, Map.of("vote", person + "!"));
    }

    assertThat(job(after).getVariablesAsMap())
        .containsEntry("votes", List.of("an!", "binh!", "chi!"))
        .doesNotContainKeys("person");
    soon(() -> assertThat(variablesOf(instance)).doesNotContainKey("person").containsKey("votes"));
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/modeler/bpmn/multi-instance/#defining-the-collection-to-iterate-over">Defining
   *     the collection</a>
   */
  @Test
  @DisplayName("38 an empty collection passes with []; what is no list is an incident")
  void shouldPassAnEmptyCollection() {
    deploy(forEach());

    start(process, Map.of("people", List.of()));
    assertThat(job(after).getVariablesAsMap())
        .isEqualTo(Map.of("people", List.of(), "votes", List.of()));

    var instance = start(process, Map.of("people", "an"));
    var incident = incident(instance);
    assertThat(incident.getElementId()).isEqualTo("vote");
    assertThat(incident.getErrorType()).isEqualTo(IncidentErrorType.EXTRACT_VALUE_ERROR);
    set(instance, Map.of("people", List.of("an")));
    resolve(incident);
    assertThat(job(work).getVariable("person")).isEqualTo("an");
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/modeler/dmn/decision-table-hit-policy/">Hit
   *     policy</a>
   */
  @Test
  @DisplayName("39 a decision gives its result variable: COLLECT a list, UNIQUE without a hit null")
  void shouldDecide() {
    deploy(process + ".dmn", tables());
    deploy(deciding("documents"));

    start(process, Map.of("level", "province", "n", 3));
    assertThat(job(after).getVariable("result")).isEqualTo(List.of("report", "minutes"));

    deploy(deciding("route"));
    start(process, Map.of("level", "province", "n", 3));
    assertThat(job(after).getVariable("result")).isEqualTo("board");

    start(process, Map.of("level", "ministry", "n", 3));
    assertThat(job(after).getVariablesAsMap()).containsEntry("result", null);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/modeler/bpmn/business-rule-tasks/">Business
   *     rule tasks</a>
   */
  @Test
  @DisplayName("39 a decision that fails is an incident, and is made again when it is resolved")
  void shouldBeAnIncidentIfADecisionFails() {
    deploy(deciding("route"));
    var instance = start(process, Map.of("level", "province", "n", 3));

    var incident = incident(instance);
    assertThat(incident.getElementId()).isEqualTo("decide");
    assertThat(incident.getErrorType()).isEqualTo(IncidentErrorType.CALLED_DECISION_ERROR);
    deploy(process + ".dmn", tables());
    resolve(incident);
    assertThat(job(after).getVariable("result")).isEqualTo("board");

    // two rules hit where one may
    instance = start(process, Map.of("level", "district", "n", 3));
    incident = incident(instance);
    assertThat(incident.getErrorType()).isEqualTo(IncidentErrorType.DECISION_EVALUATION_ERROR);
    set(instance, Map.of("level", "province"));
    resolve(incident);
    assertThat(job(after).getVariable("result")).isEqualTo("board");
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/modeler/dmn/decision-requirements-graph/">Decision
   *     requirements graph</a>
   */
  @Test
  @DisplayName("40 required decisions are known by the names of their results")
  void shouldKnowRequiredDecisions() {
    deploy(process + ".dmn", tables());
    deploy(deciding("fee"));

    start(process, Map.of("level", "province", "n", 3));
    assertThat(job(after).getVariable("result")).isEqualTo("2 for the board");

    var evaluated =
        client
            .newEvaluateDecisionCommand()
            .decisionId(decision("fee"))
            .variables(Map.of("level", "province", "n", 3))
            .send()
            .join();
    assertThat(evaluated.getDecisionOutput()).isEqualTo("\"2 for the board\"");
    assertThat(evaluated.getEvaluatedDecisions())
        .extracting(each -> each.getDecisionId())
        .contains(decision("documents"), decision("route"), decision("fee"));
  }

  /**
   * @see <a href="https://docs.camunda.io/docs/components/concepts/incidents/">Incidents</a>
   */
  @Test
  @DisplayName(
      "41 an expression that fails is an incident at its element, the completion before stands")
  void shouldNotUndoACompletion() {
    deploy(twoTasks(task -> task.zeebeJobType(work), task -> task.zeebeJobTypeExpression("kind")));
    var instance = start(process);
    var job = job(work);

    complete(job, Map.of("n", 1));

    var incident = incident(instance);
    assertThat(incident.getElementId()).isEqualTo("after");
    assertThat(incident.getErrorType()).isEqualTo(IncidentErrorType.EXTRACT_VALUE_ERROR);
    refused(client.newCompleteCommand(job.getKey()), "NOT_FOUND");
    soon(() -> assertThat(variablesOf(instance)).isEqualTo(Map.of("n", "1")));
    goesOn(instance, incident);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/concepts/incidents/#resolving-incidents">Resolving
   *     incidents</a>
   */
  @Test
  @DisplayName("41 an incident that is resolved without a remedy is one again")
  void shouldBeAnIncidentAgain() {
    deploy(twoTasks(task -> task.zeebeJobType(work), task -> task.zeebeJobTypeExpression("kind")));
    var instance = start(process);
    complete(job(work));
    var incident = incident(instance);

    resolve(incident);

    eventually(
        "another incident",
        () -> incident(instance),
        found -> !found.getIncidentKey().equals(incident.getIncidentKey()));
    goesOn(instance, incident(instance));
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/concepts/variables/#output-mappings">Output
   *     mappings</a>
   */
  @Test
  @DisplayName("41 an output mapping that fails does not undo the completion of its job")
  void shouldNotUndoTheCompletionWithAFailingMapping() {
    deploy(
        twoTasks(
            task ->
                task.zeebeJobType(work)
                    .zeebeOutputExpression("assert(limit, limit != null) + n", "sum"),
            task -> task.zeebeJobType(after)));
    var instance = start(process);
    var job = job(work);

    complete(job, Map.of("n", 1));

    var incident = incident(instance);
    assertThat(incident.getElementId()).isEqualTo("work");
    assertThat(incident.getErrorType()).isEqualTo(IncidentErrorType.IO_MAPPING_ERROR);
    refused(client.newCompleteCommand(job.getKey()), "NOT_FOUND");
    set(instance, Map.of("limit", 10));
    resolve(incident);
    assertThat(job(after).getVariable("sum")).isEqualTo(11);
  }

  /**
   * @see <a href="https://docs.camunda.io/docs/components/concepts/incidents/">Incidents</a>
   */
  @Test
  @DisplayName("41 an expression that fails does not undo a start, a message or a user task")
  void shouldNotUndoWhatCameBefore() {
    deploy(
        Bpmn.createExecutableProcess(process)
            .startEvent()
            .serviceTask("after", task -> task.zeebeJobTypeExpression("kind"))
            .endEvent()
            .done());
    var instance = start(process);
    goesOn(instance, incident(instance));

    deploy(
        Bpmn.createExecutableProcess(process)
            .startEvent()
            .message(message)
            .userTask("review", user -> user.zeebeUserTask())
            .intermediateCatchEvent("catch")
            .message(m -> m.name(work).zeebeCorrelationKeyExpression("key"))
            .serviceTask("after", task -> task.zeebeJobTypeExpression("kind"))
            .endEvent()
            .done());
    publish(message, key, Map.of());
    var review =
        eventually(
                "user task",
                () ->
                    client
                        .newUserTaskSearchRequest()
                        .filter(filter -> filter.bpmnProcessId(process))
                        .send()
                        .join()
                        .items(),
                found -> !found.isEmpty())
            .getFirst();
    client.newCompleteUserTaskCommand(review.getUserTaskKey()).send().join();
    instance = review.getProcessInstanceKey();
    var incident = incident(instance);
    assertThat(incident.getElementId()).isEqualTo("catch");

    set(instance, Map.of("key", key));
    resolve(incident);
    waitsAt(instance, "catch");
    publish(work, key, Map.of("n", 1));

    incident =
        eventually(
            "incident after the message",
            () -> incident(review.getProcessInstanceKey()),
            found -> found.getElementId().equals("after"));
    soon(() -> assertThat(variablesOf(review.getProcessInstanceKey())).containsEntry("n", "1"));
    goesOn(instance, incident);
  }

  /** With a job type for what had none. */
  private void goesOn(long instance, Incident incident) {
    set(instance, Map.of("kind", after));
    resolve(incident);
    assertThat(job(after).getProcessInstanceKey()).isEqualTo(instance);
    noIncident(instance);
  }

  private BpmnModelInstance twoWays() {
    return Bpmn.createExecutableProcess(process)
        .startEvent()
        .exclusiveGateway("gateway")
        .conditionExpression("n > 10")
        .serviceTask("large", task -> task.zeebeJobType(after))
        .endEvent()
        .moveToLastExclusiveGateway()
        .conditionExpression("n < 2")
        .serviceTask("small", task -> task.zeebeJobType(after))
        .endEvent()
        .done();
  }

  private BpmnModelInstance twoTasks(
      Consumer<ServiceTaskBuilder> first, Consumer<ServiceTaskBuilder> second) {
    return Bpmn.createExecutableProcess(process)
        .startEvent()
        .serviceTask("work", first)
        .serviceTask("after", second)
        .endEvent()
        .done();
  }

  private BpmnModelInstance waiting(
      Function<StartEventBuilder, AbstractFlowNodeBuilder<?, ?>> wait) {
    return wait.apply(Bpmn.createExecutableProcess(process).startEvent())
        .serviceTask("after", task -> task.zeebeJobType(after))
        .endEvent()
        .done();
  }

  private BpmnModelInstance hourly(String element) {
    return Bpmn.createExecutableProcess(process)
        .startEvent()
        .timerWithCycle("R2/PT1H")
        .serviceTask(element, task -> task.zeebeJobType(after))
        .endEvent()
        .done();
  }

  private BpmnModelInstance forEach() {
    return Bpmn.createExecutableProcess(process)
        .startEvent()
        .serviceTask(
            "vote",
            task ->
                task.zeebeJobType(work)
                    .multiInstance(
                        each ->
                            each.sequential()
                                .zeebeInputCollectionExpression("people")
                                .zeebeInputElement("person")
                                .zeebeOutputCollection("votes")
                                .zeebeOutputElementExpression("vote")))
        .serviceTask("after", task -> task.zeebeJobType(after))
        .endEvent()
        .done();
  }

  private String decision(String name) {
    return name + "_" + process;
  }

  private BpmnModelInstance deciding(String name) {
    return Bpmn.createExecutableProcess(process)
        .startEvent()
        .businessRuleTask(
            "decide",
            task -> task.zeebeCalledDecisionId(decision(name)).zeebeResultVariable("result"))
        .serviceTask("after", task -> task.zeebeJobType(after))
        .endEvent()
        .done();
  }

  /** One table that collects, one that hits once, and a decision that requires both. */
  private String tables() {
    return """
    <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="drg_%1$s" name="Rules"
        namespace="http://camunda.org/schema/1.0/dmn">
      <decision id="documents_%1$s" name="documents table">
        <variable id="v_documents" name="documents" />
        <decisionTable id="t1" hitPolicy="COLLECT">
          <input id="i1"><inputExpression id="e1"><text>level</text></inputExpression></input>
          <input id="i2"><inputExpression id="e2"><text>n</text></inputExpression></input>
          <output id="o1" name="document" />
          <rule id="r1"><inputEntry id="r1a"><text>"province"</text></inputEntry>
            <inputEntry id="r1b"><text></text></inputEntry>
            <outputEntry id="r1c"><text>"report"</text></outputEntry></rule>
          <rule id="r2"><inputEntry id="r2a"><text>"province"</text></inputEntry>
            <inputEntry id="r2b"><text>&gt; 2</text></inputEntry>
            <outputEntry id="r2c"><text>"minutes"</text></outputEntry></rule>
          <rule id="r3"><inputEntry id="r3a"><text>"province"</text></inputEntry>
            <inputEntry id="r3b"><text>&gt; 5</text></inputEntry>
            <outputEntry id="r3c"><text>"ballots"</text></outputEntry></rule>
        </decisionTable>
      </decision>
      <decision id="route_%1$s" name="route table">
        <variable id="v_route" name="route" />
        <decisionTable id="t2" hitPolicy="UNIQUE">
          <input id="i3"><inputExpression id="e3"><text>level</text></inputExpression></input>
          <output id="o2" name="route" />
          <rule id="r4"><inputEntry id="r4a"><text>"province"</text></inputEntry>
            <outputEntry id="r4c"><text>"board"</text></outputEntry></rule>
          <rule id="r5"><inputEntry id="r5a"><text>"district"</text></inputEntry>
            <outputEntry id="r5c"><text>"office"</text></outputEntry></rule>
          <rule id="r6"><inputEntry id="r6a"><text>"district", "commune"</text></inputEntry>
            <outputEntry id="r6c"><text>"village"</text></outputEntry></rule>
        </decisionTable>
      </decision>
      <decision id="fee_%1$s" name="fee">
        <variable id="v_fee" name="fee" />
        <informationRequirement id="q1"><requiredDecision href="#documents_%1$s" />
        </informationRequirement>
        <informationRequirement id="q2"><requiredDecision href="#route_%1$s" />
        </informationRequirement>
        <literalExpression id="l1">
          <text>string(count(documents)) + " for the " + route</text>
        </literalExpression>
      </decision>
    </definitions>
    """
        .formatted(process);
  }
}
