package vn.commendation.localengine.job;

import io.camunda.client.api.search.enums.IncidentErrorType;
import java.util.Date;
import java.util.Map;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.persistence.entity.ExternalTaskEntity;
import org.operaton.bpm.engine.impl.util.ClockUtil;
import vn.commendation.localengine.bpmn.ProcessModels;
import vn.commendation.localengine.flow.Flow;
import vn.commendation.localengine.incident.Incidents;
import vn.commendation.localengine.kernel.Columns;
import vn.commendation.localengine.kernel.EngineEvents;
import vn.commendation.localengine.kernel.Instances;
import vn.commendation.localengine.kernel.Refusal;
import vn.commendation.localengine.kernel.Transactions;

/**
 * What workers do with their jobs. Who holds a job is asked nowhere: the first answer counts.
 *
 * @see <a href="https://docs.camunda.io/docs/apis-tools/zeebe-api/gateway-service/">Gateway
 *     service</a>
 */
public final class Jobs implements AutoCloseable {

  private final Transactions transactions;
  private final EngineEvents events;
  private final Flow flow;
  private final Incidents incidents;
  private final JobDispatcher dispatcher;

  public Jobs(
      Transactions transactions,
      EngineEvents events,
      Flow flow,
      Incidents incidents,
      ProcessModels models) {
    this.transactions = transactions;
    this.events = events;
    this.flow = flow;
    this.incidents = incidents;
    this.dispatcher = new JobDispatcher(new JobStore(transactions, models, incidents), events);
  }

  /** Looks after the jobs there are from before. To be called once, when the engine runs. */
  public void start() {
    dispatcher.start();
  }

  /** Where workers wait for jobs. */
  public JobDispatcher dispatcher() {
    return dispatcher;
  }

  /**
   * Completes a job.
   *
   * @throws Refusal NOT_FOUND; FAILED_PRECONDITION if it is out of retries
   */
  public void complete(long key, Map<String, Object> variables) {
    transactions.run(
        () -> {
          flow.completeJob(withRetries(key, "complete"), variables);
        });
  }

  /**
   * Fails a job.
   *
   * @param retries how often it may still be tried; an incident is raised at zero or less
   * @param backOff before the next try, in milliseconds
   * @param variables local to the job's task
   * @throws Refusal NOT_FOUND; FAILED_PRECONDITION if it is not activated
   */
  public void fail(
      long key, int retries, long backOff, String message, Map<String, Object> variables) {
    if (backOff < 0) {
      throw Refusal.invalid(
          "Expected to fail job with key '%d' with a back-off of at least 0 ms, but it is %d"
              .formatted(key, backOff));
    }
    transactions.run(
        () -> {
          var job = withRetries(key, "fail");
          ensureActivated(job, "fail");
          var brief = Columns.fit(message, ExternalTaskEntity.MAX_EXCEPTION_MESSAGE_LENGTH);
          var whole = brief.equals(message);
          job.failed(brief, whole ? null : message, Math.max(retries, 0), 0, null, variables);
          JobStore.release(job);
          if (retries <= 0) {
            if (!whole) {
              incidents.describe(job, message);
            }
          } else if (backOff == 0) {
            Transactions.afterCommit(() -> events.jobAvailable(job.getTopicName()));
          } else {
            lockUntil(job, backOff);
          }
        });
  }

  private void lockUntil(ExternalTaskEntity job, long millis) {
    var time = JobStore.deadline(ClockUtil.getCurrentTime().getTime(), millis);
    job.setLockExpirationTime(new Date(time));
    Transactions.afterCommit(() -> dispatcher.expect(time));
  }

  /**
   * Throws an error at a job's element. If nothing catches it, an incident is raised.
   *
   * @param variables for the scope of the event that catches it
   * @throws Refusal NOT_FOUND; FAILED_PRECONDITION if it is out of retries
   */
  public void throwError(
      long key, String errorCode, String message, Map<String, Object> variables) {
    transactions.run(
        () -> {
          var job = withRetries(key, "throw an error for");
          if (!flow.throwError(job, errorCode, message, variables)) {
            JobStore.release(job);
            incidents.raise(
                job,
                IncidentErrorType.UNHANDLED_ERROR_EVENT,
                "Expected to throw an error event with the code '%s'%s, but no event catches it"
                    .formatted(
                        errorCode, message.isEmpty() ? "" : " and the message '" + message + "'"));
          }
        });
  }

  /**
   * Says how often a job may be tried. An incident it has stays open.
   *
   * @throws Refusal NOT_FOUND; INVALID_ARGUMENT if it is less than once
   */
  public void updateRetries(long key, int retries) {
    if (retries < 1) {
      throw Refusal.invalid(
          "Expected to update retries for job with key '%d' to more than 0, but they are %d"
              .formatted(key, retries));
    }
    transactions.run(
        () -> {
          var job = find(key, "update retries of");
          if (!incidents.updateRetries(job, retries)) {
            job.setRetries(retries);
            Transactions.afterCommit(() -> events.jobAvailable(job.getTopicName()));
          }
        });
  }

  /**
   * Sets a job's deadline, from now.
   *
   * @param timeout in milliseconds
   * @throws Refusal NOT_FOUND; FAILED_PRECONDITION if it is not activated
   */
  public void updateTimeout(long key, long timeout) {
    if (timeout < 0) {
      throw Refusal.invalid(
          "Expected to update the timeout of job with key '%d' to at least 0 ms, but it is %d"
              .formatted(key, timeout));
    }
    transactions.run(
        () -> {
          var job = find(key, "update the timeout of");
          ensureActivated(job, "update the timeout of");
          lockUntil(job, timeout);
        });
  }

  private static ExternalTaskEntity find(long key, String what) {
    Instances.holdOfJob(key);
    var job =
        Context.getCommandContext()
            .getExternalTaskManager()
            .findExternalTaskById(Long.toString(key));
    if (job == null) {
      throw Refusal.notFound(
          "Expected to %s job with key '%d', but no such job was found".formatted(what, key));
    }
    return job;
  }

  private static ExternalTaskEntity withRetries(long key, String what) {
    var job = find(key, what);
    if (!job.areRetriesLeft()) {
      throw Refusal.state(
          "Expected to %s job with key '%d', but it is in state 'FAILED'".formatted(what, key));
    }
    return job;
  }

  private static void ensureActivated(ExternalTaskEntity job, String what) {
    var lock = job.getLockExpirationTime();
    if (job.getWorkerId() == null || lock == null || !lock.after(ClockUtil.getCurrentTime())) {
      throw Refusal.state(
          "Expected to %s job with key '%s', but it is not activated".formatted(what, job.getId()));
    }
  }

  @Override
  public void close() {
    dispatcher.close();
  }
}
