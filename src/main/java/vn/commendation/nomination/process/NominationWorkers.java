package vn.commendation.nomination.process;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.annotation.CustomHeaders;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.exception.CamundaError;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import vn.commendation.engine.CompletedTasks;
import vn.commendation.engine.HandledJobs;
import vn.commendation.engine.JobRun;
import vn.commendation.nomination.CheckResult;
import vn.commendation.nomination.DecisionResult;
import vn.commendation.nomination.NominationFlow;
import vn.commendation.nomination.NominationStatus;
import vn.commendation.nomination.NominationWithdrawn;
import vn.commendation.nomination.Step;
import vn.commendation.nomination.TaskDecision;

/** The service tasks and end events of the {@code nomination} process. */
@Component
public class NominationWorkers {

  private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};

  private final NominationFlow flow;
  private final HandledJobs handledJobs;
  private final CompletedTasks completedTasks;
  private final ObjectMapper json;

  NominationWorkers(
      NominationFlow flow,
      HandledJobs handledJobs,
      CompletedTasks completedTasks,
      ObjectMapper json) {
    this.flow = flow;
    this.handledJobs = handledJobs;
    this.completedTasks = completedTasks;
    this.json = json;
  }

  @JobWorker(type = "nomination.check", fetchVariables = "nominationId")
  public Map<String, Object> check(ActivatedJob job) {
    return JobRun.of(
        job,
        () -> {
          var result =
              once(
                  job,
                  CheckResult.class,
                  () -> flow.check(nominationId(job), job.getProcessInstanceKey()));
          if (result.problem() != null) {
            throw CamundaError.bpmnError("nomination.ineligible", result.problem());
          }
          return taskVariables(job);
        });
  }

  @JobWorker(
      type = "nomination.record-office-review",
      fetchVariables = {"nominationId", "taskDecision", "taskReason"})
  public Map<String, Object> recordOfficeReview(ActivatedJob job) {
    return record(Step.OFFICE_REVIEW, job);
  }

  @JobWorker(
      type = "nomination.record-supplement",
      fetchVariables = {"nominationId", "taskReason"})
  public Map<String, Object> recordSupplement(ActivatedJob job) {
    return record(Step.SUPPLEMENT, job);
  }

  @JobWorker(
      type = "nomination.record-signature",
      fetchVariables = {"nominationId", "taskDecision", "taskReason"})
  public Map<String, Object> recordSignature(ActivatedJob job) {
    return record(Step.SIGNATURE, job);
  }

  @JobWorker(
      type = "nomination.record-board-result",
      fetchVariables = {
        "nominationId",
        "taskDecision",
        "taskReason",
        "taskReference",
        "taskResultDate"
      })
  public Map<String, Object> recordBoardResult(ActivatedJob job) {
    return record(Step.BOARD_RESULT, job);
  }

  @JobWorker(type = "nomination.expire-supplement", fetchVariables = "nominationId")
  public void expireSupplement(ActivatedJob job) {
    JobRun.of(
        job,
        () -> {
          var expired = once(job, Boolean.class, () -> flow.expireSupplement(nominationId(job)));
          if (!expired) {
            throw CamundaError.bpmnError("nomination.supplemented", "Supplemented in time");
          }
          return null;
        });
  }

  @JobWorker(type = "nomination.submit-to-board", fetchVariables = "nominationId")
  public void submitToBoard(ActivatedJob job) {
    run(job, () -> flow.submitToBoard(nominationId(job)));
  }

  @JobWorker(type = "nomination.record-outcome", fetchVariables = "nominationId")
  public void recordOutcome(ActivatedJob job, @CustomHeaders Map<String, String> headers) {
    var outcome = NominationStatus.valueOf(headers.get("outcome"));
    run(job, () -> flow.recordOutcome(nominationId(job), outcome));
  }

  /** Work that answers nothing. */
  private void run(ActivatedJob job, Runnable work) {
    JobRun.of(
        job,
        () ->
            once(
                job,
                Boolean.class,
                () -> {
                  work.run();
                  return true;
                }));
  }

  private Map<String, Object> record(Step step, ActivatedJob job) {
    return JobRun.of(
        job,
        () -> {
          var result =
              handledJobs
                  .answer(job.getKey(), DecisionResult.class)
                  .orElseGet(() -> recordOnce(step, job));
          if (result.denial() != null) {
            throw CamundaError.bpmnError(
                "decision.denied", result.denial(), Map.of("problem", result.denial()), null);
          }
          var variables = taskVariables(job);
          variables.put("outcome", result.outcome());
          return variables;
        });
  }

  private DecisionResult recordOnce(Step step, ActivatedJob job) {
    var task =
        completedTasks
            .next(job.getProcessInstanceKey(), step.element())
            .orElseThrow(
                () -> JobRun.later(job, "The platform does not tell yet who completed the task"));
    return once(
        job,
        DecisionResult.class,
        () -> {
          completedTasks.take(task);
          return flow.record(step, nominationId(job), decision(task.username(), job));
        });
  }

  /** A withdrawn case does nothing more; the message that ends its process is on the way. */
  private <T> T once(ActivatedJob job, Class<T> type, Supplier<T> work) {
    try {
      return handledJobs.once(job.getKey(), job.getType(), type, work);
    } catch (NominationWithdrawn e) {
      throw JobRun.later(job, "The nomination has been withdrawn");
    }
  }

  private Map<String, Object> taskVariables(ActivatedJob job) {
    Map<String, Object> variables =
        new HashMap<>(json.convertValue(flow.taskView(nominationId(job)), VARIABLES));
    variables.put("problem", null);
    return variables;
  }

  private static TaskDecision decision(String username, ActivatedJob job) {
    var variables = job.getVariablesAsMap();
    return new TaskDecision(
        username,
        text(variables, "taskDecision"),
        text(variables, "taskReason"),
        text(variables, "taskReference"),
        date(text(variables, "taskResultDate")));
  }

  private static String nominationId(ActivatedJob job) {
    return text(job.getVariablesAsMap(), "nominationId");
  }

  private static String text(Map<String, Object> variables, String name) {
    var value = variables.get(name);
    return value == null ? null : value.toString();
  }

  /** A date that is none is as good as missing: the decision is then denied with the reason. */
  private static LocalDate date(String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
