package vn.commendation.localengine.message;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.operaton.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.commendation.localengine.flow.Flow;
import vn.commendation.localengine.kernel.Conflicts;
import vn.commendation.localengine.kernel.EngineEvents;
import vn.commendation.localengine.kernel.Json;
import vn.commendation.localengine.kernel.LogContext;
import vn.commendation.localengine.kernel.Refusal;
import vn.commendation.localengine.kernel.Transactions;

/**
 * Publishes messages and keeps them for their time to live. What waits for a message when it is
 * published has it before the publisher is answered; what opens later, or is free later, has it
 * soon after.
 *
 * <p>docs.camunda.io/docs/components/concepts/messages
 */
public final class Messages implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Messages.class);

  private static final int LONGEST_NAME = 256;
  private static final int LONGEST_KEY = 32_768;
  private static final int LARGEST_VARIABLES = 4 * 1024 * 1024;
  private static final long FIRST_PAUSE_MILLIS = 20;
  private static final long LONGEST_PAUSE_MILLIS = 60_000;

  private final Transactions transactions;
  private final EngineEvents events;
  private final MessageStore store = new MessageStore();
  private final Subscriptions subscriptions = new Subscriptions();
  private final Locks locks = new Locks();
  private final Correlation correlation;
  private final Set<Address> retried = ConcurrentHashMap.newKeySet();
  private final ScheduledThreadPoolExecutor background =
      new ScheduledThreadPoolExecutor(
          2, Thread.ofPlatform().daemon().name("messages-", 1).factory());
  private final Expiry expiry;

  public Messages(Transactions transactions, Flow flow, EngineEvents events) {
    this.transactions = transactions;
    this.events = events;
    this.correlation = new Correlation(transactions, flow, store);
    this.expiry = new Expiry(transactions, store, (look, pause) -> schedule(look, 0, pause));
    background.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    background.setRemoveOnCancelPolicy(true);
  }

  /** Goes on with what is kept from before. Once, before messages are published. */
  public void start() {
    events.onSubscriptionOpened(
        opened ->
            inBackground(() -> settle(new Address(opened.messageName(), opened.correlationKey()))));
    events.onInstanceEnded(ended -> inBackground(() -> ended(ended.processInstanceKey())));
    events.onInstanceMigrated(
        migrated -> migrated(migrated.processInstanceKey(), migrated.processId()));
    events.onClockMoved(() -> inBackground(expiry::look));
    inBackground(this::goOn);
  }

  /**
   * Publishes a message.
   *
   * @param correlationKey may be empty
   * @param messageId empty for none
   * @param timeToLive milliseconds
   * @return key of the message
   * @throws Refusal INVALID_ARGUMENT; ALREADY_EXISTS if a message with this name, correlation key
   *     and id is kept
   */
  public long publish(
      String name,
      String correlationKey,
      String messageId,
      long timeToLive,
      Map<String, Object> variables) {
    var address = new Address(name, correlationKey);
    var json = Json.bytes(variables);
    check(address, messageId, timeToLive, json);
    return locks.holding(address, () -> publish(address, messageId, timeToLive, json));
  }

  private static void check(Address address, String messageId, long timeToLive, byte[] json) {
    if (address.name().isBlank()) {
      throw Refusal.invalid("Expected to publish a message with a name, but it has none");
    }
    longest("name", address.name(), LONGEST_NAME);
    longest("correlation key", address.key(), LONGEST_KEY);
    longest("id", messageId, LONGEST_KEY);
    if (timeToLive < 0) {
      throw Refusal.invalid(
          "Expected to publish a message with a time to live of 0 ms or more, but it is "
              + timeToLive
              + " ms");
    }
    if (json.length > LARGEST_VARIABLES) {
      throw Refusal.invalid(
          "Expected to publish a message with variables of at most %d bytes, but they have %d"
              .formatted(LARGEST_VARIABLES, json.length));
    }
  }

  private static void longest(String what, String text, int longest) {
    if (text.length() > longest) {
      throw Refusal.invalid(
          "Expected to publish a message whose %s has at most %d characters, but it has %d"
              .formatted(what, longest, text.length()));
    }
  }

  private long publish(Address address, String messageId, long timeToLive, byte[] json) {
    var key = transactions.nextKey();
    var now = ClockUtil.getCurrentTime().getTime();
    var expiresAt = timeToLive > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + timeToLive;
    var steps =
        Conflicts.repeat(
            () ->
                transactions.call(
                    () ->
                        store.insert(key, address, messageId, now, expiresAt, json)
                            ? correlation.plan(address)
                            : null));
    if (steps == null) {
      throw new Refusal(
          Refusal.Code.ALREADY_EXISTS,
          "Expected to publish a new message with id '%s', but a message with that id was already published"
              .formatted(messageId));
    }
    if (timeToLive > 0) {
      expiry.at(expiresAt);
    }
    if (!steps.isEmpty()) {
      attempt(address, 0, () -> correlation.settle(address, steps));
    }
    return key;
  }

  private interface Attempt {
    boolean succeeds();
  }

  /** What fails is not lost: the message is marked, and tried again. */
  private boolean attempt(Address address, int number, Attempt attempt) {
    var done = false;
    try {
      done = attempt.succeeds();
    } catch (RuntimeException e) {
      log.warn("Messages {} are tried again later: {}", address.name(), e.toString());
    }
    if (!done && retried.add(address)) {
      schedule(
          () -> {
            retried.remove(address);
            settle(address, number + 1);
          },
          0,
          pause(number));
    }
    return done;
  }

  private boolean settle(Address address) {
    return settle(address, 0);
  }

  private boolean settle(Address address, int number) {
    return locks.holding(
        address, () -> attempt(address, number, () -> correlation.settle(address)));
  }

  /**
   * An instance is of another process now, and so is its correlation key: no other instance of that
   * process may have it, and where it came from the next may start.
   */
  private void migrated(long instanceKey, String processId) {
    store
        .started(instanceKey)
        .ifPresent(
            before -> {
              if (!store.move(instanceKey, processId)) {
                throw Refusal.state(
                    "Expected to migrate process instance '%d' but an instance of process '%s' with correlation key '%s' is running"
                        .formatted(instanceKey, processId, before.correlationKey()));
              }
              Transactions.afterCommit(() -> inBackground(() -> settleStarts(before)));
            });
  }

  private boolean settleStarts(MessageStore.Started before) {
    return transactions.call(() -> subscriptions.startsOf(before.processId())).stream()
        .map(start -> new Address(start.eventName(), before.correlationKey()))
        .map(this::settle)
        .reduce(true, Boolean::logicalAnd);
  }

  /** An instance ended: a kept message with its correlation key may start the next. */
  private void ended(long instanceKey) {
    transactions.call(() -> store.started(instanceKey)).ifPresent(this::next);
  }

  /** What is noted of the instance goes last: until then a start of the engine comes back to it. */
  private void next(MessageStore.Started ended) {
    if (settleStarts(ended)) {
      transactions.run(() -> store.end(ended.instanceKey()));
    }
  }

  private void goOn() {
    transactions
        .call(
            () ->
                store.started().stream()
                    .filter(started -> !subscriptions.running(started.instanceKey()))
                    .toList())
        .forEach(this::next);
    transactions
        .call(
            () -> {
              var addresses = new LinkedHashSet<>(store.pending());
              var waited = subscriptions.waited();
              store.addresses(ClockUtil.getCurrentTime().getTime()).stream()
                  .filter(address -> waited.contains(address.eventName()))
                  .forEach(addresses::add);
              return addresses;
            })
        .forEach(this::settle);
    expiry.look();
  }

  private void inBackground(Runnable work) {
    schedule(work, 0, 0);
  }

  /** What fails is tried again, ever less often. */
  private Future<?> schedule(Runnable work, int number, long millis) {
    try {
      return background.schedule(
          () -> {
            try {
              work.run();
            } catch (RuntimeException e) {
              log.warn("Messages: tried again later: {}", e.toString());
              schedule(work, number + 1, pause(number));
            } finally {
              LogContext.clear();
            }
          },
          millis,
          TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // closed; what is kept goes on at the next start
      return CompletableFuture.completedFuture(null);
    }
  }

  private static long pause(int number) {
    return Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(number, 12));
  }

  /** Forgets all messages. Not within a transaction. */
  public void purge() {
    locks.holdingAll(() -> Conflicts.repeat(() -> transactions.call(store::clear)));
  }

  @Override
  public void close() {
    background.shutdown();
    try {
      if (!background.awaitTermination(10, TimeUnit.SECONDS)) {
        log.warn("Messages are still at work");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
