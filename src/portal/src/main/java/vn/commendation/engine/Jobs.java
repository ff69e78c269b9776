package vn.commendation.engine;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.exception.CamundaError;
import io.camunda.client.exception.JobError;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/** What every worker does around its one service call. */
@Service
public class Jobs {

  private final HandledJobs handledJobs;
  private final CompletedTasks completedTasks;
  private final CaseInstances instances;
  private final Incidents incidents;
  private final TakenFlows flows;

  Jobs(
      HandledJobs handledJobs,
      CompletedTasks completedTasks,
      CaseInstances instances,
      Incidents incidents,
      TakenFlows flows) {
    this.handledJobs = handledJobs;
    this.completedTasks = completedTasks;
    this.instances = instances;
    this.incidents = incidents;
    this.flows = flows;
  }

  /** Does the work of a job once and answers what it answered the first time. */
  public <T> T once(ActivatedJob job, Class<T> type, Supplier<T> work) {
    return run(
        job,
        () -> handledJobs.once(job.getKey(), job.getType(), type, own(job, goingOn(job, work))));
  }

  /** Work that answers nothing. */
  public void run(ActivatedJob job, Runnable work) {
    once(
        job,
        Boolean.class,
        () -> {
          work.run();
          return true;
        });
  }

  /**
   * Records what somebody decided in a user task, once per completion.
   *
   * @param element id of the user task
   * @param work takes the user name of whoever completed it
   * @return the outcome
   * @throws CamundaError {@code decision.denied} with the reason in {@code problem} if the decision
   *     does not count
   */
  public String decided(ActivatedJob job, String element, Function<String, DecisionResult> work) {
    return decided(job, TaskPlace.of(job.getProcessInstanceKey(), element), work);
  }

  /** The same for an element that can be open several times at once. */
  public String decided(ActivatedJob job, TaskPlace place, Function<String, DecisionResult> work) {
    var result =
        run(
            job,
            () ->
                handledJobs
                    .answer(job.getKey(), DecisionResult.class)
                    .orElseGet(() -> decideOnce(job, place, work)));
    if (result.denial() != null) {
      throw CamundaError.bpmnError(
          "decision.denied", result.denial(), Map.of("problem", result.denial()), null);
    }
    return result.outcome();
  }

  private <T> T run(ActivatedJob job, Supplier<T> work) {
    try {
      return JobRun.of(job, work);
    } catch (JobError e) {
      if (e.getRetries() != null && e.getRetries() == 0) {
        incidents.noteFailedJob(job, e.getErrorMessage());
      }
      throw e;
    }
  }

  private <T> Supplier<T> own(ActivatedJob job, Supplier<T> work) {
    return () -> {
      var result = work.get();
      instances.requireOwn(job);
      return result;
    };
  }

  private DecisionResult decideOnce(
      ActivatedJob job, TaskPlace place, Function<String, DecisionResult> work) {
    var task =
        completedTasks
            .next(place)
            .orElseThrow(() -> new NotYet("The engine does not tell yet who completed the task"));
    return handledJobs.once(
        job.getKey(),
        job.getType(),
        DecisionResult.class,
        own(
            job,
            goingOn(
                job,
                () -> {
                  completedTasks.take(task);
                  return work.apply(task.username());
                })));
  }

  private <T> Supplier<T> goingOn(ActivatedJob job, Supplier<T> work) {
    return () -> {
      var answer = work.get();
      flows.goesOn(job.getProcessInstanceKey());
      return answer;
    };
  }
}
