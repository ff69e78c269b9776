package vn.commendation.localengine.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class LocksTest {

  private final Locks locks = new Locks();

  private CompletableFuture<Void> elsewhere(Runnable work) {
    return CompletableFuture.runAsync(work);
  }

  private boolean passes(Address held, Address wanted) throws Exception {
    return locks.holding(
        held,
        () -> {
          var done = elsewhere(() -> locks.holding(wanted, () -> null));
          try {
            done.get(200, TimeUnit.MILLISECONDS);
            return true;
          } catch (TimeoutException e) {
            return false;
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Test
  void oneAtATimeForACorrelationKey() throws Exception {
    assertThat(passes(new Address("a", "1"), new Address("a", "1"))).isFalse();
    assertThat(passes(new Address("a", "1"), new Address("b", "1"))).isFalse();
    assertThat(passes(new Address("a", "1"), new Address("a", "2"))).isTrue();
    assertThat(passes(new Address("a", ""), new Address("a", ""))).isFalse();
    assertThat(passes(new Address("a", ""), new Address("b", ""))).isTrue();
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
