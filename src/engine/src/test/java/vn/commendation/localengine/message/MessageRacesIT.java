package vn.commendation.localengine.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.OptimisticLockingException;
import vn.commendation.localengine.TestDatabase;

/** Many at once: publications, instances that begin to wait, instances that end. */
class MessageRacesIT {

  private static final int KEYS = 50;
  private static final int THREADS = 8;
  private static final long HOUR = 3_600_000;

  private MessageEngine engine;
  private Messages messages;

  @BeforeEach
  void start() throws SQLException {
    engine = new MessageEngine(TestDatabase.emptySchema("engine_races"));
    messages = engine.messages();
    messages.start();
  }

  @AfterEach
  void stop() {
    messages.close();
    engine.close();
  }

  @Test
  void shouldNeitherLoseNorDoubleAMessage() throws Exception {
    engine.waiting("one");
    engine.waiting("two");
    engine.startedBy("begun", "start");
    everyTenthDeliveryFails();

    var numbers = new ArrayList<String>();
    var work = new ArrayList<Callable<Object>>();
    for (var i = 0; i < KEYS; i++) {
      for (var n = 0; n < 2; n++) {
        var key = "key " + i;
        var number = key + "/" + n;
        var variables = Map.<String, Object>of("number", number);
        numbers.add(number);
        work.add(() -> messages.publish("wait", key, number, HOUR, variables));
        work.add(() -> messages.publish("start", key, "", HOUR, variables));
        work.add(() -> engine.start("one", "wait", key));
        work.add(() -> engine.start("two", "wait", key));
      }
    }
    Collections.shuffle(work, new Random(42));
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      for (var done : threads.invokeAll(work)) {
        done.get();
      }
    }

    // each key starts the second of its instances when the first has ended
    var started = new ConcurrentLinkedQueue<String>();
    await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> {
              complete("begun", started);
              return started.size() >= numbers.size() && pending() == 0;
            });
    assertThat(started).containsExactlyInAnyOrderElementsOf(numbers);
    for (var process : List.of("one", "two")) {
      var received = new ArrayList<String>();
      complete(process, received);
      assertThat(received).as(process).containsExactlyInAnyOrderElementsOf(numbers);
    }
  }

  private void everyTenthDeliveryFails() {
    var deliveries = new AtomicInteger();
    engine.beforeDelivery =
        () -> {
          if (deliveries.incrementAndGet() % 10 == 0) {
            throw new OptimisticLockingException("lost");
          }
        };
  }

  private void complete(String process, Collection<String> numbers) {
    var tasks = engine.operaton.getTaskService();
    for (var task : tasks.createTaskQuery().processDefinitionKey(process).list()) {
      numbers.add((String) tasks.getVariable(task.getId(), "number"));
      tasks.complete(task.getId());
    }
  }

  /** Messages that may not be with all who waited, and elements that wait though there are some. */
  private long pending() {
    var waiting =
        engine.operaton.getRuntimeService().createEventSubscriptionQuery().list().stream()
            .filter(subscription -> subscription.getExecutionId() != null)
            .count();
    return waiting
        + engine.transactions.sql(
            connection -> {
              try (var statement = connection.createStatement();
                  var row =
                      statement.executeQuery("select count(*) from ENG_MESSAGE where PENDING_")) {
                row.next();
                return row.getLong(1);
              }
            });
  }
}
