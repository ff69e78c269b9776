package vn.commendation.localengine.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.protocol.rest.CorrelatedMessageSubscriptionResult;
import io.camunda.client.protocol.rest.MessageSubscriptionStateEnum;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.OptimisticLockingException;
import org.operaton.bpm.engine.impl.util.ClockUtil;
import org.operaton.bpm.engine.task.Task;
import vn.commendation.localengine.TestDatabase;
import vn.commendation.localengine.kernel.EngineEvents;
import vn.commendation.localengine.kernel.Json;
import vn.commendation.localengine.kernel.Refusal;
import vn.commendation.localengine.search.Searches;

/** docs.camunda.io/docs/components/concepts/messages, .../modeler/bpmn/message-events */
class MessagesIT {

  private static final long MINUTE = 60_000;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration QUIET = Duration.ofMillis(400);

  private static MessageEngine engine;

  private final String name = "name-" + UUID.randomUUID();
  private final String key = "key-" + UUID.randomUUID();
  private final String process = "process-" + UUID.randomUUID();
  private final String other = process + "-other";
  private Messages messages;

  @BeforeAll
  static void build() throws SQLException {
    engine = new MessageEngine(TestDatabase.emptySchema("engine_messages"));
  }

  @AfterAll
  static void end() {
    engine.close();
  }

  @BeforeEach
  void start() {
    messages = engine.messages();
    messages.start();
  }

  @AfterEach
  void stop() {
    ClockUtil.reset();
    engine.beforeDelivery = () -> {};
    messages.close();
  }

  private long publish(long timeToLive, Map<String, Object> variables) {
    return messages.publish(name, key, "", timeToLive, variables);
  }

  private static List<Task> tasks(String process) {
    return engine.operaton.getTaskService().createTaskQuery().processDefinitionKey(process).list();
  }

  private static List<String> instances(String process) {
    return tasks(process).stream().map(Task::getProcessInstanceId).toList();
  }

  private static List<Object> values(String process, String variable) {
    var values = new ArrayList<>();
    tasks(process)
        .forEach(
            task ->
                values.add(engine.operaton.getTaskService().getVariable(task.getId(), variable)));
    return values;
  }

  private static void complete(String process) {
    engine.operaton.getTaskService().complete(tasks(process).getFirst().getId());
  }

  private static void awaitTasks(String process, int count) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(tasks(process)).as(process).hasSize(count));
  }

  /** So many tasks there are and no more come. */
  private static void tasksStay(String process, int count) {
    await().during(QUIET).atMost(PATIENCE).until(() -> tasks(process).size() == count);
  }

  private static long kept(String name) {
    return engine.transactions.sql(
        connection -> {
          try (var count =
              connection.prepareStatement("select count(*) from ENG_MESSAGE where NAME_ = ?")) {
            count.setString(1, name);
            try (var row = count.executeQuery()) {
              row.next();
              return row.getLong(1);
            }
          }
        });
  }

  @Test
  void shouldTakeItsKeyAlongWhenAnInstanceIsOfAnotherProcess() {
    engine.startedBy(process, name);
    engine.startedBy(other, name + "-other");
    publish(10 * MINUTE, Map.of());
    publish(10 * MINUTE, Map.of());
    awaitTasks(process, 1);
    var instance = Long.parseLong(instances(process).getFirst());

    engine.migrated(instance, other);

    // the second message starts where the key is free again, and the other process has it
    awaitTasks(process, 2);
    messages.publish(name + "-other", key, "", 10 * MINUTE, Map.of());
    tasksStay(other, 0);
    var second =
        instances(process).stream()
            .map(Long::parseLong)
            .filter(each -> each != instance)
            .findFirst()
            .orElseThrow();
    assertThatThrownBy(() -> engine.migrated(second, other))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(key);
  }

  @Test
  void shouldGiveItToWhatWaitsBeforeItAnswers() {
    engine.waiting(process);
    engine.start(process, name, key);
    var list = List.of(1, Map.of("a", "ă😀"));
    assertThat(publish(0, Map.of("v", 1, "list", list))).isPositive();
    assertThat(values(process, "v")).containsExactly(1);
    assertThat(values(process, "list")).containsExactly(list);
    assertThat(kept(name)).isZero();
  }

  @Test
  void shouldTakeNamesAndKeysAsTheyAreWritten() {
    engine.waiting(process);
    var keys = List.of("k", "K", "k ", "k\u0301", "ｋ", "k😀", "k😁", "", "x".repeat(5_000));
    keys.forEach(each -> engine.start(process, name, each));
    for (var i = 0; i < keys.size(); i++) {
      messages.publish(name + " ", keys.get(i), "", 0, Map.of());
      messages.publish(name.toUpperCase(), keys.get(i), "", 0, Map.of());
      assertThat(tasks(process)).hasSize(i);
      messages.publish(name, keys.get(i), "", 0, Map.of("got", keys.get(i)));
      assertThat(tasks(process)).as(keys.get(i)).hasSize(i + 1);
    }
    assertThat(values(process, "got")).containsExactlyInAnyOrderElementsOf(values(process, "key"));
  }

  @Test
  void shouldKeepThemInOrderUntilSomebodyWaits() {
    engine.waiting(process);
    for (var i = 1; i <= 3; i++) {
      publish(MINUTE, Map.of("n", i));
    }
    for (var i = 1; i <= 3; i++) {
      engine.start(process, name, key);
      awaitTasks(process, i);
      assertThat(values(process, "n")).contains(i);
    }
    engine.start(process, name, key);
    tasksStay(process, 3);
  }

  @Test
  void shouldForgetThemAfterTheirTimeToLive() {
    engine.waiting(process);
    publish(0, Map.of());
    assertThat(kept(name)).isZero();
    publish(1_000, Map.of());
    assertThat(kept(name)).isEqualTo(1);
    ClockUtil.offset(1_000L);
    engine.start(process, name, key);
    tasksStay(process, 0);
    engine.events.clockMoved();
    await().atMost(PATIENCE).until(() -> kept(name) == 0);
  }

  @Test
  void shouldRefuseTheSameMessageWhileItIsKept() {
    messages.publish(name, key, "id", MINUTE, Map.of());
    for (var timeToLive : new long[] {0, MINUTE}) {
      assertThatThrownBy(() -> messages.publish(name, key, "id", timeToLive, Map.of()))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("'id'")
          .extracting(e -> ((Refusal) e).code())
          .isEqualTo(Refusal.Code.ALREADY_EXISTS);
    }
    messages.publish(name, key, "ID", MINUTE, Map.of());
    messages.publish(name, key + "x", "id", MINUTE, Map.of());
    messages.publish(name + "x", key, "id", MINUTE, Map.of());
    ClockUtil.offset(MINUTE);
    messages.publish(name, key, "id", MINUTE, Map.of());
  }

  @Test
  void shouldGiveItOnceToAProcessAndToEachThatWaits() {
    engine.waiting(process);
    engine.waiting(other);
    var first = engine.start(process, name, key);
    var second = engine.start(process, name, key);
    engine.start(other, name, key);
    publish(MINUTE, Map.of());
    tasksStay(process, 1);
    assertThat(instances(process)).containsExactly(first);
    assertThat(tasks(other)).hasSize(1);
    engine.waiting(process);
    publish(MINUTE, Map.of());
    assertThat(instances(process)).containsExactlyInAnyOrder(first, second);
  }

  @Test
  void shouldStartOneInstanceForACorrelationKey() {
    engine.startedBy(process, name);
    publish(MINUTE, Map.of("n", 1));
    publish(MINUTE, Map.of("n", 2));
    publish(0, Map.of("n", 0));
    publish(MINUTE, Map.of("n", 3));
    tasksStay(process, 1);
    assertThat(values(process, "n")).containsExactly(1);
    complete(process);
    await().atMost(PATIENCE).until(() -> values(process, "n").equals(List.of(2)));
    engine.operaton.getRuntimeService().deleteProcessInstance(instances(process).getFirst(), "");
    await().atMost(PATIENCE).until(() -> values(process, "n").equals(List.of(3)));
    complete(process);
    tasksStay(process, 0);
    publish(0, Map.of("n", 4));
    assertThat(values(process, "n")).containsExactly(4);
  }

  @Test
  void shouldStartEachProcessOfItsNameInItsLatestVersion() {
    engine.startedBy(process, name);
    engine.startedBy(other, name);
    var latest = engine.startedBy(process, name);
    publish(MINUTE, Map.of());
    publish(MINUTE, Map.of());
    tasksStay(process, 1);
    tasksStay(other, 1);
    assertThat(tasks(process)).extracting(Task::getProcessDefinitionId).containsExactly(latest);
    var first = instances(process);
    complete(process);
    await()
        .atMost(PATIENCE)
        .until(() -> tasks(process).size() == 1 && !instances(process).equals(first));
  }

  @Test
  void shouldStartAnInstanceForEachWithoutCorrelationKey() {
    engine.startedBy(process, name);
    messages.publish(name, "", "", 0, Map.of());
    messages.publish(name, "", "", MINUTE, Map.of());
    messages.publish(name, "", "", MINUTE, Map.of());
    assertThat(tasks(process)).hasSize(3);
    complete(process);
    tasksStay(process, 2);
  }

  @Test
  void shouldStartNothingByWhatWasPublishedBeforeTheDeployment() {
    messages.publish(name, "", "", MINUTE, Map.of());
    publish(MINUTE, Map.of("n", 0));
    engine.startedBy(process, name);
    publish(MINUTE, Map.of("n", 1));
    assertThat(values(process, "n")).containsExactly(1);
    complete(process);
    tasksStay(process, 0);
  }

  @Test
  void shouldGiveFollowingMessagesToTheInstanceTheFirstStarted() {
    engine.aggregating(process, name);
    var first = new HashMap<>(MessageEngine.waitingFor(name, key));
    first.put("first", 1);
    publish(MINUTE, first);
    publish(MINUTE, Map.of("second", 2));
    awaitTasks(process, 1);
    assertThat(values(process, "first")).containsExactly(1);
    assertThat(values(process, "second")).containsExactly(2);
    complete(process);
    tasksStay(process, 0);
  }

  @Test
  void shouldStartNothingWhereAnInstanceOfTheProcessWaits() {
    var waiting = engine.startAtCatch(engine.aggregating(process, name), name, key);
    publish(MINUTE, Map.of());
    tasksStay(process, 1);
    assertThat(instances(process)).containsExactly(waiting);
  }

  @Test
  void shouldTryAgainWhatLostARace() {
    engine.waiting(process);
    engine.start(process, name, key);
    var attempts = new AtomicInteger();
    engine.beforeDelivery =
        () -> {
          if (attempts.incrementAndGet() <= 8) {
            throw new OptimisticLockingException("lost");
          }
        };
    publish(0, Map.of());
    awaitTasks(process, 1);
    await().atMost(PATIENCE).until(() -> kept(name) == 0);
    assertThat(attempts).hasValue(9);
  }

  @Test
  void shouldGoOnAfterAnEndBetweenPublicationAndCorrelation() {
    engine.waiting(process);
    engine.startedBy(other, name);
    engine.start(process, name, key);
    engine.beforeDelivery =
        () -> {
          throw new OptimisticLockingException("ended");
        };
    publish(0, Map.of());
    messages.close();
    engine.beforeDelivery = () -> {};
    tasksStay(process, 0);
    start();
    awaitTasks(process, 1);
    awaitTasks(other, 1);
    await().atMost(PATIENCE).until(() -> kept(name) == 0);
  }

  @Test
  void shouldGoOnAfterAnEndBetweenTheEndOfAnInstanceAndTheNext() {
    engine.startedBy(process, name);
    engine.waiting(other);
    publish(MINUTE, Map.of("n", 1));
    publish(MINUTE, Map.of("n", 2));
    engine.events = new EngineEvents();
    complete(process);
    engine.start(other, name, key);
    engine.start(other, name, key);
    tasksStay(process, 0);
    tasksStay(other, 0);
    messages.close();
    start();
    awaitTasks(process, 1);
    assertThat(values(process, "n")).containsExactly(2);
    awaitTasks(other, 2);
  }

  @Test
  void shouldBeFoundBySearches() throws Exception {
    var searches = new Searches(engine.database);
    engine.aggregating(process, name);
    publish(MINUTE, MessageEngine.waitingFor(name, key));
    var filter =
        request(
            "{'filter': {'messageName': '%s', 'correlationKey': {'$in': ['%s']}}}"
                .formatted(name, key));
    assertThat(searches.messageSubscriptions(filter).getItems())
        .extracting("messageSubscriptionState", "elementId", "processDefinitionId")
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                MessageSubscriptionStateEnum.CREATED, "catch", process));
    publish(MINUTE, Map.of());
    assertThat(searches.messageSubscriptions(filter).getItems())
        .extracting("messageSubscriptionState")
        .containsExactly(MessageSubscriptionStateEnum.CORRELATED);
    assertThat(searches.correlatedMessageSubscriptions(filter).getItems())
        .extracting(CorrelatedMessageSubscriptionResult::getElementId)
        .containsExactly("start", "catch");
    assertThat(
            searches
                .messageSubscriptions(
                    request("{'filter': {'messageName': '%s'}}".formatted(name + "x")))
                .getItems())
        .isEmpty();
  }

  private static JsonNode request(String json) throws Exception {
    return Json.mapper().readTree(json.replace('\'', '"'));
  }

  @Test
  void shouldTakeTheLongestThereAreAndForgetAll() {
    var longest = "ă".repeat(256);
    var large = Map.<String, Object>of("v", "x".repeat(4 * 1024 * 1024 - 100));
    messages.publish(longest, "ặ".repeat(32_768), "😀".repeat(16_384), Long.MAX_VALUE, Map.of());
    messages.publish(name, key, "", MINUTE, large);
    assertThat(kept(longest)).isEqualTo(1);
    messages.purge();
    assertThat(kept(longest) + kept(name)).isZero();
  }
}
