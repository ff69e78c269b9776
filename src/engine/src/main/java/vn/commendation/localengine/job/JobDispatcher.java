package vn.commendation.localengine.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.operaton.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.commendation.localengine.kernel.Conflicts;
import vn.commendation.localengine.kernel.EngineEvents;
import vn.commendation.localengine.kernel.Refusal;

/**
 * Brings jobs to the workers that wait for them, as soon as they are committed: streams in turn,
 * then polls in the order they came. One thread at a time looks for jobs of a type, and only after
 * something happened: a job appeared, a worker came or is ready again, a lock or back-off ended.
 *
 * @see <a href="https://docs.camunda.io/docs/components/concepts/job-workers/">Job workers</a>
 */
public final class JobDispatcher implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(JobDispatcher.class);

  private static final int THREADS = 4;
  private static final Duration USUAL_WAIT = Duration.ofSeconds(10);

  /** Before the next try where the database did not answer. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** So that a clock that stands still keeps nobody busy. */
  private static final Duration SHORTEST_DELAY = Duration.ofMillis(20);

  private final JobSource source;
  private final Map<String, Waiting> types = new HashMap<>();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          THREADS, Thread.ofPlatform().daemon().name("jobs-", 1).factory());
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("job-times").factory());

  private ScheduledFuture<?> alarm;
  private long alarmAt = Long.MAX_VALUE;

  JobDispatcher(JobSource source, EngineEvents events) {
    this.source = source;
    timer.setRemoveOnCancelPolicy(true);
    events.onJobAvailable(this::available);
    events.onClockMoved(() -> timer.execute(this::timeIsUp));
  }

  /** Looks after the locks and back-offs there are from before. */
  void start() {
    timer.execute(this::timeIsUp);
  }

  /**
   * Waits for jobs, and is answered once: with the first that are there, or with none when its time
   * is over.
   *
   * @param wait how long at most; zero for the usual time, negative for not at all
   * @throws Refusal INVALID_ARGUMENT
   * @see <a href="https://docs.camunda.io/docs/components/concepts/job-workers/#long-polling">Long
   *     polling</a>
   */
  public Line poll(Activation activation, int most, Duration wait, Receiver receiver) {
    if (most < 1) {
      throw Refusal.invalid(
          "Expected to activate at least 1 job of type '%s', but maxJobsToActivate is %d"
              .formatted(activation.type(), most));
    }
    var line = new Line(activation, receiver, this);
    var poll = new Waiting.Poll(line, most, wait.isNegative());
    if (!poll.last) {
      var time = timer.schedule(() -> over(poll), millis(wait), TimeUnit.MILLISECONDS);
      poll.stopTime = () -> time.cancel(false);
    }
    synchronized (this) {
      waiting(activation.type()).add(poll);
      available(activation.type());
    }
    return line;
  }

  private static long millis(Duration wait) {
    return (wait.isZero() ? USUAL_WAIT : wait).toMillis();
  }

  /**
   * Waits for jobs until the worker goes.
   *
   * @see <a href="https://docs.camunda.io/docs/components/concepts/job-workers/#job-streaming">Job
   *     streaming</a>
   */
  public synchronized Line stream(Activation activation, Receiver receiver) {
    var line = new Line(activation, receiver, this);
    waiting(activation.type()).add(line);
    available(activation.type());
    return line;
  }

  private Waiting waiting(String type) {
    return types.computeIfAbsent(type, any -> new Waiting());
  }

  /** The time of a poll is over. */
  private void over(Waiting.Poll poll) {
    if (!lookedAfter(poll)) {
      end(poll.line);
    }
  }

  /** Whether somebody is looking for its jobs, and answers it then. */
  private synchronized boolean lookedAfter(Waiting.Poll poll) {
    var type = poll.line.activation().type();
    var waiting = types.get(type);
    if (waiting == null || !waiting.looking) {
      remove(poll.line);
      return false;
    }
    poll.last = true;
    waiting.stale = true;
    return true;
  }

  private synchronized void available(String type) {
    var waiting = types.get(type);
    if (waiting != null) {
      waiting.stale = true;
      look(type, waiting);
    }
  }

  synchronized void ready(Line stream) {
    var type = stream.activation().type();
    var waiting = types.get(type);
    if (waiting != null && waiting.stale) {
      look(type, waiting);
    }
  }

  synchronized void remove(Line line) {
    var type = line.activation().type();
    var waiting = types.get(type);
    if (waiting != null) {
      waiting.remove(line);
      tidy(type, waiting);
    }
  }

  private void tidy(String type, Waiting waiting) {
    if (waiting.isEmpty() && !waiting.looking) {
      types.remove(type);
    }
  }

  private void look(String type, Waiting waiting) {
    if (!waiting.looking && !threads.isShutdown()) {
      waiting.looking = true;
      threads.execute(() -> serve(type, waiting));
    }
  }

  private void serve(String type, Waiting waiting) {
    for (var takers = takers(type, waiting); !takers.isEmpty(); takers = takers(type, waiting)) {
      try {
        serve(type, waiting, takers);
      } catch (RuntimeException e) {
        LOG.warn("No jobs of type {} can be activated for now: {}", type, e.toString());
        LOG.debug("The reason", e);
        later(type, waiting);
        return;
      }
    }
  }

  /** Who takes jobs now; nobody ends the work of this thread. */
  private synchronized List<Line> takers(String type, Waiting waiting) {
    var takers = waiting.stale ? waiting.takers() : List.<Line>of();
    if (takers.isEmpty()) {
      waiting.looking = false;
      tidy(type, waiting);
    } else {
      waiting.stale = false;
    }
    return takers;
  }

  private void serve(String type, Waiting waiting, List<Line> takers) {
    var activations = takers.stream().map(Line::activation).toList();
    var batch = Conflicts.repeat(() -> source.activate(type, activations));
    var given = new LinkedHashMap<Line, List<ActivatedJob>>();
    for (int i = 0; i < batch.jobs().size(); i++) {
      var job = batch.jobs().get(i);
      if (job != null) {
        given.computeIfAbsent(takers.get(i), line -> new ArrayList<>()).add(job);
        expect(job.deadline());
      }
    }
    List<Line> answered;
    synchronized (this) {
      waiting.stale |= !batch.exhausted();
      answered = waiting.looked(Set.copyOf(takers), given.keySet());
    }
    var left = new ArrayList<ActivatedJob>();
    given.forEach(
        (line, jobs) -> {
          if (!given(line, jobs)) {
            left.addAll(jobs);
          }
        });
    answered.forEach(JobDispatcher::end);
    free(left);
  }

  private static boolean given(Line line, List<ActivatedJob> jobs) {
    try {
      return line.give(jobs);
    } catch (RuntimeException e) {
      LOG.debug("A worker did not take its jobs", e);
      return false;
    }
  }

  private static void end(Line line) {
    try {
      line.receiver().end();
    } catch (RuntimeException e) {
      LOG.debug("A worker did not take its answer", e);
    }
  }

  private synchronized void later(String type, Waiting waiting) {
    waiting.looking = false;
    timer.schedule(() -> available(type), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Gives jobs to others that did not reach whom they were given to. */
  void free(Collection<ActivatedJob> jobs) {
    if (jobs.isEmpty() || threads.isShutdown()) {
      return;
    }
    threads.execute(
        () -> {
          try {
            Conflicts.repeat(
                () -> {
                  source.free(jobs);
                  return null;
                });
          } catch (RuntimeException e) {
            LOG.warn("Jobs that did not reach their worker stay locked until their deadline", e);
          }
          jobs.stream().map(ActivatedJob::type).distinct().forEach(this::available);
        });
  }

  /**
   * A lock or back-off will end.
   *
   * @param time in milliseconds of the epoch, by the engine's clock
   */
  synchronized void expect(long time) {
    if (time < alarmAt && !timer.isShutdown()) {
      if (alarm != null) {
        alarm.cancel(false);
      }
      alarmAt = time;
      var delay = Math.max(time - ClockUtil.getCurrentTime().getTime(), SHORTEST_DELAY.toMillis());
      alarm = timer.schedule(this::timeIsUp, delay, TimeUnit.MILLISECONDS);
    }
  }

  private void timeIsUp() {
    synchronized (this) {
      alarmAt = Long.MAX_VALUE;
    }
    try {
      source.overdueTypes().forEach(this::available);
      source.nextDue().ifPresent(this::expect);
    } catch (RuntimeException e) {
      LOG.warn("The ends of locks cannot be read for now: {}", e.toString());
      LOG.debug("The reason", e);
      timer.schedule(this::timeIsUp, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    threads.shutdown();
  }
}
