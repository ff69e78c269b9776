package vn.commendation.localengine.bench;

import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import vn.commendation.localengine.bench.Walk.End;
import vn.commendation.localengine.bench.Walk.Step;

/** Cases that walk one way at the same time, a few at once, each to its end. */
final class Run {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  final Walk walk;
  private final int cases;
  private final int atOnce;
  private final Semaphore places;
  private final CountDownLatch open;
  private final Map<String, Long> completedAt = new ConcurrentHashMap<>();
  private final Queue<Long> waits = new ConcurrentLinkedQueue<>();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  Run(Walk walk, int cases, int atOnce) {
    this.walk = walk;
    this.cases = cases;
    this.atOnce = atOnce;
    this.places = new Semaphore(atOnce);
    this.open = new CountDownLatch(cases);
  }

  /** What carries out an engine's side of one answer. */
  interface Answer {
    /** Completes the job. */
    void complete(Map<String, Object> variables);

    /** Does what follows. */
    void then(Walk.Then then);
  }

  /**
   * Starts all cases, and waits until the last has ended.
   *
   * @throws IllegalStateException if one does not come to its end
   */
  void all(String prefix, Consumer<String> start) throws InterruptedException {
    for (int number = 0; number < cases; number++) {
      take(1);
      start.accept(prefix + "-" + number);
    }
    take(atOnce);
    if (open.getCount() > 0) {
      throw new IllegalStateException(open.getCount() + " cases did not end");
    }
  }

  private void take(int wanted) throws InterruptedException {
    var taken = places.tryAcquire(wanted, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    if (failure.get() != null) {
      throw new IllegalStateException("A case failed", failure.get());
    }
    if (!taken) {
      throw new IllegalStateException(
          "Of %d cases of %s %d still stand".formatted(cases, walk.process(), open.getCount()));
    }
  }

  /** A job has reached its worker. */
  void arrived(String caseId, String element, Answer answer) {
    try {
      var since = completedAt.remove(caseId);
      if (since != null) {
        waits.add(System.nanoTime() - since);
      }
      answer(caseId, walk.steps().get(element), answer);
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
      places.release(atOnce);
      throw e;
    }
  }

  private void answer(String caseId, Step step, Answer answer) {
    if (step.then().isEmpty()) {
      completedAt.put(caseId, System.nanoTime());
    }
    answer.complete(step.variables());
    for (var then : step.then()) {
      if (then instanceof End) {
        open.countDown();
        places.release();
      } else {
        answer.then(then);
      }
    }
  }

  /** From the completion of a job to the next job of its case, in nanoseconds, in order. */
  long[] waits() {
    return waits.stream().mapToLong(Long::longValue).sorted().toArray();
  }
}
