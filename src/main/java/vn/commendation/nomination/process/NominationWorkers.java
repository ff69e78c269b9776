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
import org.springframework.stereotype.Component;
import vn.commendation.engine.Jobs;
import vn.commendation.nomination.CheckResult;
import vn.commendation.nomination.NominationFlow;
import vn.commendation.nomination.NominationStatus;
import vn.commendation.nomination.Step;
import vn.commendation.nomination.TaskDecision;

/** The service tasks and end events of the {@code nomination} process. */
@Component
public class NominationWorkers {

  private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};

  private final NominationFlow flow;
  private final Jobs jobs;
  private final ObjectMapper json;

  NominationWorkers(NominationFlow flow, Jobs jobs, ObjectMapper json) {
    this.flow = flow;
    this.jobs = jobs;
    this.json = json;
  }

  @JobWorker(type = "nomination.check", fetchVariables = "nominationId")
  public Map<String, Object> check(ActivatedJob job) {
    var result =
        jobs.once(
            job,
            CheckResult.class,
            () -> flow.check(nominationId(job), job.getProcessInstanceKey()));
    if (result.problem() != null) {
      throw CamundaError.bpmnError("nomination.ineligible", result.problem());
    }
    return taskVariables(job);
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
    var expired = jobs.once(job, Boolean.class, () -> flow.expireSupplement(nominationId(job)));
    if (!expired) {
      throw CamundaError.bpmnError("nomination.supplemented", "Supplemented in time");
    }
  }

  @JobWorker(type = "nomination.submit-to-board", fetchVariables = "nominationId")
  public void submitToBoard(ActivatedJob job) {
    jobs.run(job, () -> flow.submitToBoard(nominationId(job)));
  }

  @JobWorker(type = "nomination.record-outcome", fetchVariables = "nominationId")
  public void recordOutcome(ActivatedJob job, @CustomHeaders Map<String, String> headers) {
    var outcome = NominationStatus.valueOf(headers.get("outcome"));
    jobs.run(job, () -> flow.recordOutcome(nominationId(job), outcome));
  }

  private Map<String, Object> record(Step step, ActivatedJob job) {
    var outcome =
        jobs.decided(
            job,
            step.element(),
            username -> flow.record(step, nominationId(job), decision(username, job)));
    var variables = taskVariables(job);
    variables.put("outcome", outcome);
    return variables;
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
