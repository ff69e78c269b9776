package vn.commendation.localengine.message;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one thread at a time correlate for a correlation key, so that messages are given in the
 * order of publishing and seldom run into each other; what must never happen twice is guarded by
 * the database. A lock is taken before a transaction begins, never within one: whoever waits for a
 * lock holds no rows.
 */
final class Locks {

  private final ReentrantLock[] stripes = new ReentrantLock[256];

  Locks() {
    for (int i = 0; i < stripes.length; i++) {
      stripes[i] = new ReentrantLock();
    }
  }

  /**
   * Holds the lock of an address. All names with one key share it, since they may start instances
   * of one process; without a key nothing but the name is shared.
   */
  <T> T holding(Address address, Supplier<T> work) {
    var lock = stripes[stripe(address)];
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** Holds all locks. */
  void holdingAll(Runnable work) {
    for (var lock : stripes) {
      lock.lock();
    }
    try {
      work.run();
    } finally {
      for (var lock : stripes) {
        lock.unlock();
      }
    }
  }

  private int stripe(Address address) {
    var shared = address.key().isEmpty() ? address.name() : address.key();
    return Math.floorMod(shared.hashCode() * 0x9E3779B9, stripes.length);
  }
}
