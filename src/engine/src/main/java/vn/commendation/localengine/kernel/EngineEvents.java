package vn.commendation.localengine.kernel;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * What one part tells another once it is committed. Told on the thread of the transaction, after
 * it; whoever listens hands longer work to a thread of its own.
 */
public final class EngineEvents {

  /** A subscription of a running instance was opened; a kept message may be waiting for it. */
  public record SubscriptionOpened(String messageName, String correlationKey) {}

  /** An instance ended, in whatever way. */
  public record InstanceEnded(String processId, long processInstanceKey) {}

  /** An instance is of another process now. */
  public record InstanceMigrated(long processInstanceKey, String processId) {}

  private final List<Consumer<String>> jobs = new CopyOnWriteArrayList<>();
  private final List<Consumer<SubscriptionOpened>> subscriptions = new CopyOnWriteArrayList<>();
  private final List<Consumer<InstanceEnded>> ends = new CopyOnWriteArrayList<>();
  private final List<Consumer<InstanceMigrated>> migrations = new CopyOnWriteArrayList<>();
  private final List<Runnable> clock = new CopyOnWriteArrayList<>();

  public void onJobAvailable(Consumer<String> listener) {
    jobs.add(listener);
  }

  public void onSubscriptionOpened(Consumer<SubscriptionOpened> listener) {
    subscriptions.add(listener);
  }

  public void onInstanceEnded(Consumer<InstanceEnded> listener) {
    ends.add(listener);
  }

  /** Told within the transaction, which a failure undoes. */
  public void onInstanceMigrated(Consumer<InstanceMigrated> listener) {
    migrations.add(listener);
  }

  public void onClockMoved(Runnable listener) {
    clock.add(listener);
  }

  /** A job of a type waits for a worker. */
  public void jobAvailable(String type) {
    jobs.forEach(listener -> listener.accept(type));
  }

  public void subscriptionOpened(SubscriptionOpened opened) {
    subscriptions.forEach(listener -> listener.accept(opened));
  }

  public void instanceEnded(InstanceEnded ended) {
    ends.forEach(listener -> listener.accept(ended));
  }

  public void instanceMigrated(InstanceMigrated migrated) {
    migrations.forEach(listener -> listener.accept(migrated));
  }

  /** The controlled clock was moved: what waits for a time looks again. */
  public void clockMoved() {
    clock.forEach(Runnable::run);
  }
}
