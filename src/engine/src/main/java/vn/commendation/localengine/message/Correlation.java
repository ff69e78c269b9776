package vn.commendation.localengine.message;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.operaton.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.commendation.localengine.flow.Flow;
import vn.commendation.localengine.kernel.Keys;
import vn.commendation.localengine.kernel.Transactions;
import vn.commendation.localengine.message.MessageStore.Kept;

/**
 * Brings messages and those who take them together. A message goes once to a process: to the
 * element that waits longest, else it starts an instance. The caller holds the lock of the address.
 *
 * <p>docs.camunda.io/docs/components/concepts/messages,
 * docs.camunda.io/docs/components/modeler/bpmn/message-events
 */
final class Correlation {

  private static final Logger log = LoggerFactory.getLogger(Correlation.class);

  private static final int ATTEMPTS = 3;

  /** One message for one process. */
  record Step(Kept message, Subscription subscription) {}

  private final Transactions transactions;
  private final Flow flow;
  private final MessageStore store;
  private final Subscriptions subscriptions = new Subscriptions();

  Correlation(Transactions transactions, Flow flow, MessageStore store) {
    this.transactions = transactions;
    this.flow = flow;
    this.store = store;
  }

  /**
   * Gives the messages of an address to all who take them, the first published first.
   *
   * @return false if it failed for somebody and has to be tried again
   */
  boolean settle(Address address) {
    return settle(address, transactions.call(() -> plan(address)));
  }

  /** The same, where the first steps are known. */
  boolean settle(Address address, List<Step> planned) {
    var steps = planned;
    var failures = new HashMap<String, Integer>();
    var without = new HashSet<String>();
    while (!steps.isEmpty()) {
      // where there is one step nobody else takes its message
      var last =
          steps.size() == 1
              && failures.isEmpty()
              && steps.getFirst().message().address().equals(address);
      for (var step : steps) {
        var processId = step.subscription().processId();
        try {
          transactions.run(() -> take(step, last));
        } catch (RuntimeException e) {
          var attempt = failures.merge(processId, 1, Integer::sum);
          if (attempt == ATTEMPTS) {
            without.add(processId);
            log.warn(
                "Message {} ({}) is tried again later for process {}: {}",
                step.message().key(),
                address.name(),
                processId,
                e.toString());
          }
        }
      }
      steps = transactions.call(() -> plan(address, without));
    }
    return without.isEmpty();
  }

  /**
   * Who takes which message now, one for each process at most; where nobody does the messages are
   * settled. Part of the transaction under way.
   */
  List<Step> plan(Address address) {
    return plan(address, Set.of());
  }

  private List<Step> plan(Address address, Set<String> without) {
    var now = ClockUtil.getCurrentTime().getTime();
    if (!store.anyAlive(address, now)) {
      return List.of();
    }
    var steps = new ArrayList<Step>();
    var served = new HashSet<>(without);
    for (var waiting : subscriptions.waiting(address)) {
      if (served.add(waiting.processId())) {
        store
            .firstFor(waiting.processId(), address, now)
            .ifPresent(message -> steps.add(new Step(message, waiting)));
      }
    }
    for (var start : subscriptions.starts(address.name())) {
      if (served.add(start.processId())) {
        start(start, address, now).ifPresent(steps::add);
      }
    }
    if (steps.isEmpty() && without.isEmpty()) {
      store.settle(address, now);
    }
    return steps;
  }

  private Optional<Step> start(Subscription start, Address address, long now) {
    var processId = start.processId();
    if (address.key().isEmpty()) {
      return store.firstToStart(processId, address).map(message -> new Step(message, start));
    }
    var last = store.started(processId, address);
    if (last.isPresent() && subscriptions.running(last.getAsLong())) {
      return Optional.empty();
    }
    var starts = subscriptions.startsOf(processId);
    var names = starts.stream().map(Subscription::eventName).toList();
    return store
        .firstToStart(processId, names, address.key(), subscriptions.firstVersion(processId), now)
        .map(
            message ->
                new Step(
                    message,
                    starts.stream()
                        .filter(each -> each.eventName().equals(message.address().name()))
                        .findFirst()
                        .orElseThrow()));
  }

  /** One transaction: the message is the process's and the process goes on, or neither. */
  private void take(Step step, boolean last) {
    var now = ClockUtil.getCurrentTime().getTime();
    var message = step.message();
    var subscription = step.subscription();
    if (store.give(message.key(), subscription.processId())) {
      var variables = store.variables(message.key());
      long instanceKey;
      if (subscription.executionId() == null) {
        instanceKey =
            flow.startByMessage(subscription.definitionId(), subscription.elementId(), variables);
        if (!message.address().key().isEmpty()) {
          store.started(subscription.processId(), message.address()).ifPresent(store::end);
          store.start(subscription.processId(), message.address(), instanceKey);
        }
      } else {
        instanceKey = Keys.of(subscription.instanceId());
        flow.deliver(subscription.executionId(), subscription.eventName(), variables);
      }
      store.record(message, subscription, instanceKey);
    }
    if (last) {
      store.settle(message.key(), now);
    }
  }
}
