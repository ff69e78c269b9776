package vn.commendation.localengine.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class LocksTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Locks locks = new Locks();

  /** A thread of its own: a shared pool may have none left that does not wait. */
  private CompletableFuture<Void> elsewhere(Runnable work) {
    return CompletableFuture.runAsync(work, task -> Thread.ofPlatform().start(task));
  }

  private void passes(Address held, Address wanted) {
    locks.holding(
        held,
        () ->
            assertThat(elsewhere(() -> locks.holding(wanted, () -> null)))
                .succeedsWithin(PATIENCE));
  }

  private void waits(Address held, Address wanted) {
    var other =
        locks.holding(
            held,
            () -> {
              var started = new CountDownLatch(1);
              var waiting =
                  elsewhere(
                      () -> {
                        started.countDown();
                        locks.holding(wanted, () -> null);
                      });
              assertThat(waiting).failsWithin(200, TimeUnit.MILLISECONDS);
              assertThat(started.getCount()).isZero();
              return waiting;
            });
    assertThat(other).succeedsWithin(PATIENCE);
  }

  @Test
  void oneAtATimeForACorrelationKey() {
    waits(new Address("a", "1"), new Address("a", "1"));
    waits(new Address("a", "1"), new Address("b", "1"));
    passes(new Address("a", "1"), new Address("a", "2"));
    waits(new Address("a", ""), new Address("a", ""));
    passes(new Address("a", ""), new Address("b", ""));
  }

  @Test
  void isFreeAfterAFailure() throws Exception {
    var address = new Address("a", "1");
    try {
      locks.holding(
          address,
          () -> {
            throw new IllegalStateException();
          });
    } catch (IllegalStateException e) {
      // as thrown
    }
    elsewhere(() -> locks.holding(address, () -> null)).get(5, TimeUnit.SECONDS);
  }

  @Test
  void nobodyElseWhileAllAreHeld() throws Exception {
    var others = new ArrayList<CompletableFuture<Void>>();
    locks.holdingAll(
        () -> {
          for (int i = 0; i < 3; i++) {
            var address = new Address("a", "key " + i);
            var other = elsewhere(() -> locks.holding(address, () -> null));
            assertThatThrownBy(() -> other.get(100, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
            others.add(other);
          }
        });
    for (var other : others) {
      other.get(5, TimeUnit.SECONDS);
    }
  }
}
