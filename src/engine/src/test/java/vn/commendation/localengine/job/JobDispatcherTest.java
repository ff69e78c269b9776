package vn.commendation.localengine.job;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.impl.util.ClockUtil;
import vn.commendation.localengine.kernel.EngineEvents;
import vn.commendation.localengine.kernel.Refusal;

class JobDispatcherTest {

  private static final String TYPE = "notify";
  private static final Activation ACTIVATION = new Activation(TYPE, "worker", 1_000, List.of());
  private static final Duration LONG = Duration.ofMinutes(10);

  private final EngineEvents events = new EngineEvents();
  private final Source source = new Source();
  private final JobDispatcher dispatcher = new JobDispatcher(source, events);

  @AfterEach
  void close() {
    dispatcher.close();
  }

  /** Jobs in memory. */
  private static final class Source implements JobSource {
    final BlockingQueue<Long> available = new PriorityBlockingQueue<>();
    final BlockingQueue<String> overdue = new LinkedBlockingQueue<>();
    volatile OptionalLong due = OptionalLong.empty();
    volatile int failures;

    @Override
    public Batch activate(String type, List<Activation> takers) {
      if (failures > 0) {
        failures--;
        throw new IllegalStateException("no database");
      }
      var jobs = new ArrayList<ActivatedJob>();
      for (var taker : takers) {
        var key = available.poll();
        if (key == null) {
          break;
        }
        var deadline = ClockUtil.getCurrentTime().getTime() + taker.timeout();
        jobs.add(
            new ActivatedJob(
                key, type, 1, "p", 1, 2, "e", 3, Map.of(), taker.worker(), 3, deadline, "{}"));
      }
      return new Batch(jobs, jobs.size() < takers.size());
    }

    @Override
    public void free(Collection<ActivatedJob> jobs) {
      jobs.forEach(job -> available.add(job.key()));
    }

    @Override
    public List<String> overdueTypes() {
      var types = new ArrayList<String>();
      overdue.drainTo(types);
      return types;
    }

    @Override
    public OptionalLong nextDue() {
      var next = due;
      due = OptionalLong.empty();
      // once it is known when, it is only that time that tells
      next.ifPresent(time -> overdue.add(TYPE));
      return next;
    }
  }

  /** A worker's end that keeps what it is given. */
  private static final class Worker implements Receiver {
    final BlockingQueue<Long> given = new LinkedBlockingQueue<>();
    final BlockingQueue<Boolean> ended = new LinkedBlockingQueue<>();
    volatile boolean ready = true;

    /** Whether something given is on its way for a while. */
    volatile boolean slow;

    @Override
    public boolean ready() {
      return ready;
    }

    @Override
    public void give(List<ActivatedJob> jobs) {
      ready = !slow;
      jobs.forEach(job -> given.add(job.key()));
    }

    @Override
    public void end() {
      ended.add(true);
    }

    Long next() throws InterruptedException {
      return given.poll(10, SECONDS);
    }
  }

  private void appear(long key) {
    source.available.add(key);
    events.jobAvailable(TYPE);
  }

  private Line poll(int most, Duration wait, Worker worker) {
    return dispatcher.poll(ACTIVATION, most, wait, worker);
  }

  @Test
  void streamsGetJobsInTurn() throws Exception {
    var one = new Worker();
    var two = new Worker();
    dispatcher.stream(ACTIVATION, one);
    dispatcher.stream(ACTIVATION, two);

    for (long key = 1; key <= 6; key += 2) {
      appear(key);
      var first = one.next();
      appear(key + 1);
      var second = two.next();

      assertThat(List.of(first, second)).containsExactly(key, key + 1);
    }
  }

  @Test
  void whoIsNotReadyGetsNothingUntilItIs() throws Exception {
    var busy = new Worker();
    busy.ready = false;
    var line = dispatcher.stream(ACTIVATION, busy);
    var other = new Worker();
    dispatcher.stream(ACTIVATION, other);

    appear(1);
    assertThat(other.next()).isEqualTo(1);
    other.ready = false;
    appear(2);
    busy.ready = true;
    line.drained();

    assertThat(busy.next()).isEqualTo(2);
    assertThat(other.given).isEmpty();
  }

  @Test
  void whatDidNotLeaveForAStreamThatGoesIsForOthers() throws Exception {
    var going = new Worker();
    going.slow = true;
    var line = dispatcher.stream(ACTIVATION, going);
    appear(1);
    assertThat(going.next()).isEqualTo(1);
    var other = new Worker();
    dispatcher.stream(ACTIVATION, other);

    line.gone();

    assertThat(other.next()).isEqualTo(1);
  }

  @Test
  void whatLeftForAStreamStaysWithIt() throws Exception {
    var worker = new Worker();
    worker.slow = true;
    var line = dispatcher.stream(ACTIVATION, worker);
    appear(1);
    assertThat(worker.next()).isEqualTo(1);
    worker.ready = true;
    line.drained();

    line.gone();
    var other = new Worker();
    dispatcher.stream(ACTIVATION, other);
    appear(2);

    assertThat(other.next()).isEqualTo(2);
    assertThat(source.available).isEmpty();
  }

  @Test
  void aPollIsAnsweredOnceWithWhatThereIs() throws Exception {
    source.available.addAll(List.of(1L, 2L, 3L));
    var worker = new Worker();

    poll(2, LONG, worker);

    assertThat(worker.ended.poll(10, SECONDS)).isTrue();
    assertThat(worker.given).containsExactly(1L, 2L);
    appear(4);
    assertThat(source.available).containsExactlyInAnyOrder(3L, 4L);
  }

  @Test
  void aPollWaitsForAJob() throws Exception {
    var worker = new Worker();
    poll(1, LONG, worker);

    appear(1);

    assertThat(worker.next()).isEqualTo(1);
    assertThat(worker.ended.poll(10, SECONDS)).isTrue();
  }

  @Test
  void aPollThatDoesNotWaitIsAnsweredAtOnce() throws Exception {
    var worker = new Worker();

    poll(1, Duration.ofMillis(-1), worker);

    assertThat(worker.ended.poll(10, SECONDS)).isTrue();
    assertThat(worker.given).isEmpty();
  }

  @Test
  void aPollEndsAtItsTime() throws Exception {
    var worker = new Worker();
    var began = System.nanoTime();

    poll(1, Duration.ofMillis(200), worker);

    assertThat(worker.ended.poll(10, SECONDS)).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(200));
  }

  @Test
  void whatAPollThatGoesDidNotGetIsForOthers() throws Exception {
    var going = new Worker();
    var line = poll(1, LONG, going);
    appear(1);
    assertThat(going.ended.poll(10, SECONDS)).isTrue();

    line.gone();
    var other = new Worker();
    poll(1, LONG, other);

    assertThat(other.next()).isEqualTo(1);
  }

  @Test
  void whatAPollGotStaysWithIt() throws Exception {
    var worker = new Worker();
    var line = poll(1, LONG, worker);
    appear(1);
    assertThat(worker.ended.poll(10, SECONDS)).isTrue();
    line.arrived();

    line.gone();
    var other = new Worker();
    poll(1, Duration.ofMillis(-1), other);

    assertThat(other.ended.poll(10, SECONDS)).isTrue();
    assertThat(other.given).isEmpty();
  }

  @Test
  void whenALockEndsSomebodyLooksAgain() throws Exception {
    var worker = new Worker();
    dispatcher.stream(ACTIVATION, worker);
    source.due = OptionalLong.of(ClockUtil.getCurrentTime().getTime() + 300);

    dispatcher.start();
    source.available.add(1L);

    assertThat(worker.next()).isEqualTo(1);
  }

  @Test
  void whenTheClockIsMovedSomebodyLooksAgain() throws Exception {
    var worker = new Worker();
    dispatcher.stream(ACTIVATION, worker);
    source.available.add(1L);
    source.overdue.add(TYPE);

    events.clockMoved();

    assertThat(worker.next()).isEqualTo(1);
  }

  @Test
  void withoutDatabaseItIsTriedAgain() throws Exception {
    source.failures = 1;
    source.available.add(1L);
    var worker = new Worker();

    dispatcher.stream(ACTIVATION, worker);

    assertThat(worker.next()).isEqualTo(1);
  }

  @Test
  void aPollWantsAtLeastOneJob() {
    assertThatThrownBy(() -> poll(0, LONG, new Worker())).isInstanceOf(Refusal.class);
  }
}
