package vn.commendation.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.commendation.platform.AtOnce.together;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rows 1 to 14: messages. */
class MessagesContractIT extends Contract {

  private final String other = unique("other");

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/modeler/bpmn/message-events/#message-start-events">Message
   *     start events</a>
   */
  @Test
  @DisplayName("1 a start message starts one instance with its variables; the answer has a key")
  void shouldStartOneInstance() {
    deploy(startedBy(process, message));

    var answer = publishing(message, key).variables(Map.of("who", "Ân")).send().join();

    assertThat(answer.getMessageKey()).isPositive();
    assertThat(job(after).getVariablesAsMap()).isEqualTo(Map.of("who", "Ân"));
    noJob(after);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/concepts/messages/#message-uniqueness">Message
   *     uniqueness</a>
   */
  @Test
  @DisplayName("2 the same name, key and id within the time to live: ALREADY_EXISTS")
  void shouldRefuseTheSameMessageAgain() {
    deploy(startedBy(process, message));
    publishing(message, key).messageId("1").send().join();

    refused(publishing(message, key).messageId("1"), "ALREADY_EXISTS");

    // also when the first was taken, and nobody waits any more
    complete(job(after));
    refused(publishing(message, key).messageId("1"), "ALREADY_EXISTS");
    noJob(after);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/concepts/messages/#message-uniqueness">Message
   *     uniqueness</a>
   */
  @Test
  @DisplayName("2 another name or another key with the same id is another message")
  void shouldTakeAnotherNameOrKeyWithTheSameId() {
    deploy(
        Bpmn.createExecutableProcess(process)
            .startEvent()
            .message(message)
            .intermediateCatchEvent("catch")
            .message(m -> m.name(other).zeebeCorrelationKeyExpression("id"))
            .serviceTask("after", task -> task.zeebeJobType(after))
            .endEvent()
            .done());

    publishing(message, key).messageId(key).variables(Map.of("id", key)).send().join();
    publishing(message, key + "'").messageId(key).variables(Map.of("id", key + "'")).send().join();
    publishing(other, key).messageId(key).variables(Map.of("outcome", "AWARDED")).send().join();
    publishing(message, key).messageId("2").send().join();

    assertThat(job(after).getVariablesAsMap()).isEqualTo(Map.of("id", key, "outcome", "AWARDED"));
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/concepts/messages/#message-uniqueness">Message
   *     uniqueness</a>
   */
  @Test
  @DisplayName("2 of the same message published by many at once one is taken")
  void shouldTakeOneOfManyAtOnce() throws Exception {
    deploy(startedBy(process, message));
    Callable<String> publish =
        () -> {
          try {
            publishing(message, key).messageId("1").send().join();
            return "taken";
          } catch (RuntimeException e) {
            return status(e);
          }
        };

    @SuppressWarnings("unchecked")
    Callable<String>[] calls =
        IntStream.range(0, 8).mapToObj(i -> publish).toArray(Callable[]::new);
    var answers = together(calls);

    assertThat(answers).containsOnlyOnce("taken").contains("ALREADY_EXISTS");
    assertThat(answers).containsOnly("taken", "ALREADY_EXISTS");
    job(after);
    noJob(after);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/concepts/messages/#message-uniqueness">Message
   *     uniqueness</a>
   */
  @Test
  @DisplayName("3 after the time to live the same is accepted again")
  @Tag("clock")
  void shouldTakeTheSameAfterItsTimeToLive() {
    deploy(waiting(process));
    publishing(message, key).messageId("1").variables(Map.of("n", 1)).send().join();

    context.increaseTime(Duration.ofMinutes(59));
    refused(publishing(message, key).messageId("1"), "ALREADY_EXISTS");
    context.increaseTime(Duration.ofMinutes(2));
    publishing(message, key).messageId("1").variables(Map.of("n", 2)).send().join();

    start(process, Map.of("key", key));
    assertThat(job(after).getVariable("n")).isEqualTo(2);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/modeler/bpmn/message-events/#message-correlation">Message
   *     correlation</a>
   */
  @Test
  @DisplayName("4 a second start message of a key waits until the first instance has ended")
  void shouldStartTheNextWhenTheFirstHasEnded() {
    deploy(startedBy(process, message));
    IntStream.rangeClosed(1, 3).forEach(n -> publish(message, key, Map.of("n", n)));

    var first = job(after);
    assertThat(first.getVariable("n")).isEqualTo(1);
    noJob(after);
    publish(message, other, Map.of("n", 9));
    assertThat(job(after).getVariable("n")).as("another key").isEqualTo(9);

    complete(first);
    var second = job(after);
    assertThat(second.getVariable("n")).isEqualTo(2);

    cancel(second.getProcessInstanceKey());
    assertThat(job(after).getVariable("n")).isEqualTo(3);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/modeler/bpmn/message-events/#message-correlation">Message
   *     correlation</a>
   */
  @Test
  @DisplayName("4 an instance of a key holds up its own process only")
  void shouldHoldUpItsOwnProcessOnly() {
    deploy(startedBy(process, message), startedBy(other, key));
    publish(message, key, Map.of());
    job(after);

    publish(key, key, Map.of());

    assertThat(job(after).getBpmnProcessId()).isEqualTo(other);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/modeler/bpmn/message-events/#message-correlation">Message
   *     correlation</a>
   */
  @Test
  @DisplayName("4 a start message that waited beyond its time to live starts nothing")
  @Tag("clock")
  void shouldNotStartWhatIsTooOld() {
    deploy(startedBy(process, message));
    publish(message, key, Map.of("n", 1));
    var first = job(after);
    publish(message, key, Map.of("n", 2));

    context.increaseTime(Duration.ofMinutes(61));
    publish(message, key, Map.of("n", 3));
    complete(first);

    assertThat(first.getVariable("n")).isEqualTo(1);
    assertThat(job(after).getVariable("n")).isEqualTo(3);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/concepts/messages/#message-subscriptions">Message
   *     subscriptions</a>
   */
  @Test
  @DisplayName("5 a waiting element takes a message of its name and key, no other")
  void shouldTakeAMessageOfItsNameAndKey() {
    deploy(waiting(process));
    waitsAt(start(process, Map.of("key", key)), "catch");

    publish(other, key, Map.of("n", 1));
    publish(message, other, Map.of("n", 2));
    publish(message, key, Map.of("n", 3));

    assertThat(job(after).getVariable("n")).isEqualTo(3);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/concepts/messages/#message-cardinality">Message
   *     cardinality</a>
   */
  @Test
  @DisplayName("5 a message goes once to a process id, and to each process id that waits for it")
  void shouldGiveAMessageOnceToEachProcess() {
    deploy(waiting(process), waiting(other));
    waitsAt(start(process, Map.of("key", key)), "catch");
    waitsAt(start(process, Map.of("key", key)), "catch");
    waitsAt(start(other, Map.of("key", key)), "catch");

    publish(message, key, Map.of("n", 1));

    var reached = jobs(after, 2);
    assertThat(reached)
        .extracting(ActivatedJob::getBpmnProcessId)
        .containsExactlyInAnyOrder(process, other);

    // it is still kept, but not for this process
    waitsAt(start(process, Map.of("key", key)), "catch");
    publish(message, key, Map.of("n", 2));
    assertThat(job(after).getVariable("n")).isEqualTo(2);
    noJob(after);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/concepts/messages/#message-buffering">Message
   *     buffering</a>
   */
  @Test
  @DisplayName("6 nobody waits: kept for its time to live, given in the order of publishing")
  @Tag("clock")
  void shouldKeepAMessageForItsTimeToLive() {
    deploy(waiting(process));
    publishing(message, key)
        .timeToLive(Duration.ofMinutes(10))
        .variables(Map.of("n", 1))
        .send()
        .join();
    IntStream.rangeClosed(2, 4).forEach(n -> publish(message, key, Map.of("n", n)));

    context.increaseTime(Duration.ofMinutes(11));

    for (var n : List.of(2, 3, 4)) {
      start(process, Map.of("key", key));
      assertThat(job(after).getVariable("n")).isEqualTo(n);
    }
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/concepts/messages/#message-buffering">Message
   *     buffering</a>
   */
  @Test
  @DisplayName("7 with a time to live of 0 a message is not kept, but given to who waits")
  void shouldNotKeepAMessageWithoutTimeToLive() {
    deploy(waiting(process));
    var command = publishing(message, key).timeToLive(Duration.ZERO);
    command.variables(Map.of("n", 1)).send().join();

    waitsAt(start(process, Map.of("key", key)), "catch");
    noJob(after);
    publishing(message, key).timeToLive(Duration.ZERO).variables(Map.of("n", 2)).send().join();

    assertThat(job(after).getVariable("n")).isEqualTo(2);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/modeler/bpmn/message-events/#messages">Messages</a>
   */
  @Test
  @DisplayName("8 a key that is a number compares as its text; a text of digits stays a text")
  void shouldCompareANumberAsItsText() {
    deploy(waiting(process));
    waitsAt(start(process, Map.of("key", 815, "kind", "number")), "catch");
    waitsAt(start(process, Map.of("key", "0815", "kind", "text")), "catch");

    publish(message, "815", Map.of());
    assertThat(job(after).getVariable("kind")).isEqualTo("number");
    publish(message, "0815", Map.of());
    assertThat(job(after).getVariable("kind")).isEqualTo("text");
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/modeler/bpmn/message-events/#variable-mappings">Variable
   *     mappings</a>
   */
  @Test
  @DisplayName("9 with an output mapping only what it names comes in")
  void shouldMapTheVariablesOfAMessage() {
    deploy(
        Bpmn.createExecutableProcess(process)
            .startEvent()
            .intermediateCatchEvent("catch")
            .message(m -> m.name(message).zeebeCorrelationKeyExpression("key"))
            .zeebeOutputExpression("outcome", "result")
            .serviceTask("after", task -> task.zeebeJobType(after))
            .endEvent()
            .done());
    var instance = start(process, Map.of("key", key));

    publish(message, key, Map.of("outcome", "AWARDED", "noise", 1));

    job(after);
    soon(
        () ->
            assertThat(variablesOf(instance))
                .isEqualTo(Map.of("key", quoted(key), "result", quoted("AWARDED"))));
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/modeler/bpmn/message-events/#variable-mappings">Variable
   *     mappings</a>
   */
  @Test
  @DisplayName("9 the same at a start event and at a boundary event")
  void shouldMapTheVariablesOfOtherMessages() {
    deploy(
        Bpmn.createExecutableProcess(process)
            .startEvent()
            .message(message)
            .zeebeOutputExpression("id", "key")
            .serviceTask("work", task -> task.zeebeJobType(work))
            .boundaryEvent("boundary")
            .message(m -> m.name(other).zeebeCorrelationKeyExpression("key"))
            .zeebeOutputExpression("outcome", "result")
            .serviceTask("after", task -> task.zeebeJobType(after))
            .endEvent()
            .moveToActivity("work")
            .endEvent()
            .done());

    publish(message, key, Map.of("id", key, "noise", 1));
    assertThat(job(work).getVariablesAsMap()).isEqualTo(Map.of("key", key));
    publish(other, key, Map.of("outcome", "AWARDED", "noise", 2));

    assertThat(job(after).getVariablesAsMap()).isEqualTo(Map.of("key", key, "result", "AWARDED"));
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/concepts/variables/#variable-propagation">Variable
   *     propagation</a>
   */
  @Test
  @DisplayName("9 without mapping variables go to the nearest scope that has them, else the root")
  void shouldGiveVariablesToTheScopeThatHasThem() {
    deploy(
        Bpmn.createExecutableProcess(process)
            .startEvent()
            .subProcess(
                "scope",
                scope ->
                    scope
                        .zeebeInputExpression("0", "local")
                        .embeddedSubProcess()
                        .startEvent()
                        .intermediateCatchEvent("catch")
                        .message(m -> m.name(message).zeebeCorrelationKeyExpression("key"))
                        .serviceTask("after", task -> task.zeebeJobType(after))
                        .endEvent())
            .endEvent()
            .done());
    var instance = start(process, Map.of("key", key, "global", 0));

    publish(message, key, Map.of("local", 1, "global", 2, "fresh", 3));

    job(after);
    soon(
        () ->
            assertThat(variablesOf(waitsAt(instance, "scope").getElementInstanceKey()))
                .isEqualTo(Map.of("local", "1")));
    soon(
        () ->
            assertThat(variablesOf(instance))
                .isEqualTo(Map.of("key", quoted(key), "global", "2", "fresh", "3")));
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/modeler/bpmn/event-based-gateways/">Event-based
   *     gateway</a>
   */
  @Test
  @DisplayName("10 event-based gateway: the first event wins, the others close")
  @Tag("clock")
  void shouldFollowTheFirstEvent() {
    deploy(
        Bpmn.createExecutableProcess(process)
            .startEvent()
            .eventBasedGateway("gateway")
            .intermediateCatchEvent("one")
            .message(m -> m.name(message).zeebeCorrelationKeyExpression("key"))
            .serviceTask("after", task -> task.zeebeJobType(after))
            .endEvent()
            .moveToNode("gateway")
            .intermediateCatchEvent("two")
            .message(m -> m.name(other).zeebeCorrelationKeyExpression("key"))
            .serviceTask("after-two", task -> task.zeebeJobType(after))
            .endEvent()
            .moveToNode("gateway")
            .intermediateCatchEvent("late")
            .timerWithDuration("PT1H")
            .serviceTask("after-late", task -> task.zeebeJobType(after))
            .endEvent()
            .done());
    waitsAt(start(process, Map.of("key", key)), "gateway");
    publish(other, key, Map.of("n", 1));
    var job = job(after);
    assertThat(job.getElementId()).isEqualTo("after-two");
    assertThat(job.getVariable("n")).isEqualTo(1);

    context.increaseTime(Duration.ofMinutes(30));
    var second = start(process, Map.of("key", key + "'"));
    waitsAt(second, "gateway");
    // the timer of the first would be due, the message is for both, if anybody waited
    context.increaseTime(Duration.ofMinutes(31));
    publish(message, key, Map.of());
    noJob(after);
    context.increaseTime(Duration.ofMinutes(31));

    job = job(after);
    assertThat(job.getElementId()).isEqualTo("after-late");
    assertThat(job.getProcessInstanceKey()).isEqualTo(second);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/modeler/bpmn/message-events/#message-boundary-events">Message
   *     boundary events</a>
   */
  @Test
  @DisplayName("11 an interrupting boundary message: the task and its job are gone")
  void shouldEndTheTaskAtItsBoundary() {
    deploy(boundary(true));
    waitsAt(start(process, Map.of("key", key)), "work");
    var job = job(work);

    publish(message, key, Map.of("n", 1));

    assertThat(job(after).getVariable("n")).isEqualTo(1);
    refused(client.newCompleteCommand(job.getKey()), "NOT_FOUND");
    // the subscription is gone with the task
    publish(message, key, Map.of("n", 2));
    noJob(after);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/modeler/bpmn/message-events/#message-boundary-events">Message
   *     boundary events</a>
   */
  @Test
  @DisplayName("12 a non-interrupting boundary message comes again and again, the task goes on")
  void shouldComeAgainAtABoundary() {
    deploy(boundary(false));
    var instance = start(process, Map.of("key", key));
    var job = job(work);

    for (var n : List.of(1, 2, 3)) {
      publish(message, key, Map.of("n", n));
      assertThat(job(after).getVariable("n")).isEqualTo(n);
    }

    complete(job);
    publish(message, key, Map.of("n", 4));
    noJob(after);
    waitsAt(instance, "after");
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/modeler/bpmn/event-subprocesses/#variables">Event
   *     sub-process: variables</a>
   */
  @Test
  @DisplayName("12 a non-interrupting event sub-process comes again, each with its own variables")
  void shouldComeAgainInAnEventSubProcess() {
    deploy(eventSubProcess(false));
    var instance = start(process, Map.of("key", key));
    var job = job(work);

    IntStream.rangeClosed(1, 3).forEach(n -> publish(message, key, Map.of("n", n)));

    assertThat(jobs(after, 3))
        .extracting(each -> each.getVariable("n"))
        .containsExactlyInAnyOrder(1, 2, 3);
    complete(job);
    soon(() -> assertThat(variablesOf(instance)).doesNotContainKey("n"));
  }

  /**
   * @see <a href="https://docs.camunda.io/docs/components/modeler/bpmn/event-subprocesses/">Event
   *     sub-process</a>
   */
  @Test
  @DisplayName(
      "13 an interrupting event sub-process ends all else of its scope, and nothing outside")
  void shouldEndAllElseOfItsScope() {
    deploy(eventSubProcess(true));
    start(process, Map.of("key", key));
    var inside = jobs(work, 2);
    var outside = job(other);

    publish(message, key, Map.of("n", 1));

    assertThat(job(after).getVariable("n")).isEqualTo(1);
    inside.forEach(job -> refused(client.newCompleteCommand(job.getKey()), "NOT_FOUND"));
    publish(message, key, Map.of("n", 2));
    noJob(after);
    complete(outside);
  }

  /**
   * @see <a href="https://docs.camunda.io/docs/components/modeler/bpmn/event-subprocesses/">Event
   *     sub-process</a>
   */
  @Test
  @DisplayName("13 an interrupting event sub-process of the process ends all else of the instance")
  void shouldEndAllElseOfTheInstance() {
    deploy(eventOfTheProcess(true));
    var instance = start(process, Map.of("key", key));
    var job = job(work);

    publish(message, key, Map.of("n", 1));

    var last = job(after);
    assertThat(last.getVariable("n")).isEqualTo(1);
    refused(client.newCompleteCommand(job.getKey()), "NOT_FOUND");
    publish(message, key, Map.of("n", 2));
    noJob(after);
    complete(last);
    refused(client.newCancelInstanceCommand(instance), "NOT_FOUND");
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/modeler/bpmn/message-events/#messages">Messages</a>
   */
  @Test
  @DisplayName("14 the correlation key is evaluated when the scope is entered, and stays")
  void shouldKeepTheKeyItWasEnteredWith() {
    deploy(
        Bpmn.createExecutableProcess(process)
            .startEvent()
            .serviceTask("work", task -> task.zeebeJobType(work))
            .intermediateCatchEvent("catch")
            .message(m -> m.name(message).zeebeCorrelationKeyExpression("key"))
            .serviceTask("after", task -> task.zeebeJobType(after))
            .endEvent()
            .done());
    var instance = start(process, Map.of("key", "before-" + key));

    complete(job(work), Map.of("key", key));
    waitsAt(instance, "catch");
    set(instance, Map.of("key", "later-" + key));
    publish(message, "before-" + key, Map.of("n", 1));
    publish(message, "later-" + key, Map.of("n", 2));
    publish(message, key, Map.of("n", 3));

    assertThat(job(after).getVariable("n")).isEqualTo(3);
  }

  /**
   * @see <a
   *     href="https://docs.camunda.io/docs/components/modeler/bpmn/message-events/#message-boundary-events">Message
   *     boundary events</a>
   */
  @Test
  @DisplayName("14 the key of a boundary event is evaluated when its task is entered, and stays")
  void shouldKeepTheKeyOfABoundary() {
    deploy(boundary(false));
    var instance = start(process, Map.of("key", key));
    waitsAt(instance, "work");

    set(instance, Map.of("key", "later-" + key));
    publish(message, key, Map.of("n", 1));
    assertThat(job(after).getVariable("n")).isEqualTo(1);
    publish(message, "later-" + key, Map.of("n", 2));
    publish(message, key, Map.of("n", 3));

    assertThat(job(after).getVariable("n")).isEqualTo(3);
  }

  /**
   * @see <a href="https://docs.camunda.io/docs/components/modeler/bpmn/event-subprocesses/">Event
   *     sub-process</a>
   */
  @Test
  @DisplayName(
      "14 the key of an event sub-process is evaluated when the instance starts, and stays")
  void shouldKeepTheKeyOfAnEventSubProcess() {
    deploy(eventOfTheProcess(false));
    var instance = start(process, Map.of("key", key));
    job(work);

    set(instance, Map.of("key", "later-" + key));
    publish(message, key, Map.of("n", 1));
    assertThat(job(after).getVariable("n")).isEqualTo(1);
    publish(message, "later-" + key, Map.of("n", 2));
    publish(message, key, Map.of("n", 3));

    assertThat(job(after).getVariable("n")).isEqualTo(3);
    noJob(after);
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private BpmnModelInstance startedBy(String process, String message) {
    return Bpmn.createExecutableProcess(process)
        .startEvent()
        .message(message)
        .serviceTask("after", task -> task.zeebeJobType(after))
        .endEvent()
        .done();
  }

  private BpmnModelInstance waiting(String process) {
    return Bpmn.createExecutableProcess(process)
        .startEvent()
        .intermediateCatchEvent("catch")
        .message(m -> m.name(message).zeebeCorrelationKeyExpression("key"))
        .serviceTask("after", task -> task.zeebeJobType(after))
        .endEvent()
        .done();
  }

  private BpmnModelInstance boundary(boolean interrupting) {
    return Bpmn.createExecutableProcess(process)
        .startEvent()
        .serviceTask("work", task -> task.zeebeJobType(work))
        .boundaryEvent("boundary")
        .cancelActivity(interrupting)
        .message(m -> m.name(message).zeebeCorrelationKeyExpression("key"))
        .serviceTask("after", task -> task.zeebeJobType(after))
        .endEvent()
        .moveToActivity("work")
        .endEvent()
        .done();
  }

  private BpmnModelInstance eventOfTheProcess(boolean interrupting) {
    var model = Bpmn.createExecutableProcess(process);
    model
        .eventSubProcess()
        .startEvent("come")
        .interrupting(interrupting)
        .message(m -> m.name(message).zeebeCorrelationKeyExpression("key"))
        .serviceTask("after", task -> task.zeebeJobType(after))
        .endEvent();
    return model
        .startEvent()
        .serviceTask("work", task -> task.zeebeJobType(work))
        .endEvent()
        .done();
  }

  /** Two jobs in the scope of the event, one beside it. */
  private BpmnModelInstance eventSubProcess(boolean interrupting) {
    return Bpmn.createExecutableProcess(process)
        .startEvent()
        .parallelGateway("fork")
        .subProcess(
            "scope",
            scope ->
                scope
                    .embeddedSubProcess()
                    .eventSubProcess(
                        "event",
                        event ->
                            event
                                .zeebeInputExpression("null", "n")
                                .startEvent("come")
                                .interrupting(interrupting)
                                .message(m -> m.name(message).zeebeCorrelationKeyExpression("key"))
                                .serviceTask("after", task -> task.zeebeJobType(after))
                                .endEvent())
                    .startEvent()
                    .parallelGateway("inner")
                    .serviceTask("work", task -> task.zeebeJobType(work))
                    .endEvent()
                    .moveToNode("inner")
                    .serviceTask("work-too", task -> task.zeebeJobType(work))
                    .endEvent())
        .endEvent()
        .moveToNode("fork")
        .serviceTask("outside", task -> task.zeebeJobType(other))
        .endEvent()
        .done();
  }
}
