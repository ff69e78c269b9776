package vn.commendation.scheduling;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Work that must happen after a transaction has committed, once, even if the machine dies in
 * between: it is written in that transaction and tried until it succeeds.
 */
@Service
public class DurableTasks {

  private static final long LONGEST_PAUSE_SECONDS = 60;

  /** Told apart from work of the same id that is under way. */
  private static final String AGAIN = "+";

  private final ObjectProvider<Scheduler> scheduler;

  DurableTasks(ObjectProvider<Scheduler> scheduler) {
    this.scheduler = scheduler;
  }

  /**
   * A kind of work. To try again later, the work throws; pauses double from one second to a minute.
   *
   * @param work gets the id given to {@link #schedule}
   */
  public static OneTimeTask<Void> task(String name, Consumer<String> work) {
    return Tasks.oneTime(name)
        .onFailure(
            (execution, operations) -> {
              var failures = execution.getExecution().consecutiveFailures;
              var seconds = Math.min(LONGEST_PAUSE_SECONDS, 1L << Math.min(failures, 6));
              operations.reschedule(execution, execution.getTimeDone().plusSeconds(seconds));
            })
        .execute(
            (instance, context) ->
                LogContext.of(LogContext.TASK, name + "/" + instance.getId())
                    .during(() -> work.accept(withoutAgain(instance.getId()))));
  }

  private static String withoutAgain(String id) {
    return id.endsWith(AGAIN) ? id.substring(0, id.length() - AGAIN.length()) : id;
  }

  /**
   * Work that comes again and again, on one machine at a time, the first time after one pause. One
   * that fails is tried again at its next time.
   */
  public static RecurringTask<Void> recurring(String name, Duration pause, Runnable work) {
    return Tasks.recurring(name, new Pause(pause))
        .execute((instance, context) -> LogContext.of(LogContext.TASK, name).during(work));
  }

  /** From the end of one execution to the next. */
  private record Pause(Duration duration) implements Schedule {

    @Override
    public Instant getInitialExecutionTime(Instant now) {
      return now.plus(duration);
    }

    @Override
    public Instant getNextExecutionTime(ExecutionComplete last) {
      return last.getTimeDone().plus(duration);
    }

    @Override
    public boolean isDeterministic() {
      return false;
    }
  }

  /**
   * Schedules work in the caller's transaction for a little later. What waits already is put off
   * until then, so that much asked for in a row is done at once; besides what is under way it is
   * done once more.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void scheduleLater(String name, String id, Duration pause) {
    var tasks = scheduler.getObject();
    var descriptor = TaskDescriptor.of(name);
    var due = Instant.now().plus(pause);
    if (tasks.scheduleIfNotExists(descriptor.instance(id).build(), due)) {
      return;
    }
    try {
      if (tasks.reschedule(TaskInstanceId.of(name, id), due)) {
        return;
      }
    } catch (TaskInstanceException e) {
      // under way, or done by now
    }
    tasks.scheduleIfNotExists(descriptor.instance(id + AGAIN).build(), due);
  }

  /** Schedules work in the caller's transaction; it starts right after the commit. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void schedule(String name, String id) {
    var descriptor = TaskDescriptor.of(name);
    if (!scheduler
        .getObject()
        .scheduleIfNotExists(descriptor.instance(id).build(), Instant.now())) {
      scheduler.getObject().reschedule(TaskInstanceId.of(name, id), Instant.now());
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            scheduler.getObject().triggerCheckForDueExecutions();
          }
        });
  }
}
