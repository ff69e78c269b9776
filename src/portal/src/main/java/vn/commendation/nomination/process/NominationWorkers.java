package vn.commendation.nomination.process;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.annotation.CustomHeaders;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.exception.CamundaError;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.commendation.engine.Jobs;
import vn.commendation.nomination.CheckResult;
import vn.commendation.nomination.Finding;
import vn.commendation.nomination.NominationFlow;
import vn.commendation.nomination.NominationStatus;
import vn.commendation.nomination.RequiredDocument;
import vn.commendation.nomination.Routing;
import vn.commendation.nomination.Step;
import vn.commendation.nomination.TaskDecision;

/** The service tasks and end events of the {@code nomination} process. */
@Component
public class NominationWorkers {

  private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};

  /** What the decisions answered. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Answers(
      List<Finding> eligibilityFindings,
      Routing routing,
      List<RequiredDocument> requiredDocuments) {}

  private final NominationFlow flow;
  private final Jobs jobs;
  private final ObjectMapper json;

  NominationWorkers(NominationFlow flow, Jobs jobs, ObjectMapper json) {
    this.flow = flow;
    this.jobs = jobs;
    this.json = json;
  }

  @JobWorker(type = "nomination.gather-facts", fetchVariables = "nominationId")
  public Map<String, Object> gatherFacts(ActivatedJob job) {
    var result =
        jobs.once(
            job,
            CheckResult.class,
            () -> flow.gatherFacts(nominationId(job), job.getProcessInstanceKey()));
    if (result.problem() != null) {
      throw CamundaError.bpmnError("nomination.ineligible", result.problem());
    }
    var gathered = flow.caseFacts(nominationId(job));
    var variables = taskVariables(job);
    var rule = variables(gathered.rule());
    rule.put("regime", gathered.regime());
    variables.put("rule", rule);
    variables.put("facts", variables(gathered.facts()));
    variables.put("subject", gathered.subject());
    variables.put("commendationType", gathered.commendationType());
    variables.put("campaignCeiling", gathered.campaignCeiling());
    return variables;
  }

  @JobWorker(
      type = "nomination.record-check",
      fetchVariables = {"nominationId", "eligibilityFindings", "routing", "requiredDocuments"})
  public Map<String, Object> recordCheck(ActivatedJob job) {
    var answers = json.convertValue(job.getVariablesAsMap(), Answers.class);
    jobs.run(
        job,
        () ->
            flow.recordCheck(
                nominationId(job),
                answers.routing(),
                orNone(answers.eligibilityFindings()),
                orNone(answers.requiredDocuments())));
    return taskVariables(job);
  }

  @JobWorker(
      type = "nomination.record-office-review",
      fetchVariables = {
        "nominationId",
        "taskDecision",
        "taskReason",
        "taskReopen",
        "taskHoldKind",
        "taskReviewOn",
        "taskAward",
        "taskCampaign",
        "taskRuleSet"
      })
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
      type = "nomination.record-consent",
      fetchVariables = {"nominationId", "taskDecision", "taskReason"})
  public Map<String, Object> recordConsent(ActivatedJob job) {
    return record(Step.CONSENT, job);
  }

  @JobWorker(type = "nomination.review-hold", fetchVariables = "nominationId")
  public void reviewHold(ActivatedJob job) {
    jobs.run(job, () -> flow.reviewHold(nominationId(job)));
  }

  @JobWorker(type = "nomination.expire-consent", fetchVariables = "nominationId")
  public Map<String, Object> expireConsent(ActivatedJob job) {
    jobs.run(job, () -> flow.expireConsent(nominationId(job)));
    return taskVariables(job);
  }

  @JobWorker(type = "nomination.record-reopening", fetchVariables = "nominationId")
  public Map<String, Object> recordReopening(ActivatedJob job) {
    jobs.run(job, () -> flow.recordReopening(nominationId(job)));
    return taskVariables(job);
  }

  @JobWorker(type = "nomination.remind-supplement", fetchVariables = "nominationId")
  public void remindSupplement(ActivatedJob job) {
    jobs.run(job, () -> flow.remindSupplement(nominationId(job)));
  }

  @JobWorker(type = "nomination.expire-supplement", fetchVariables = "nominationId")
  public void expireSupplement(ActivatedJob job) {
    var expired = jobs.once(job, Boolean.class, () -> flow.expireSupplement(nominationId(job)));
    if (!expired) {
      throw CamundaError.bpmnError("nomination.supplemented", "Supplemented in time");
    }
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
    var variables = variables(flow.taskView(nominationId(job)));
    variables.put("problem", null);
    return variables;
  }

  private Map<String, Object> variables(Object components) {
    return new HashMap<>(json.convertValue(components, VARIABLES));
  }

  private static <T> List<T> orNone(List<T> answered) {
    return answered == null ? List.of() : answered;
  }

  private static TaskDecision decision(String username, ActivatedJob job) {
    var variables = job.getVariablesAsMap();
    return new TaskDecision(
        username,
        text(variables, "taskDecision"),
        text(variables, "taskReason"),
        texts(variables.get("taskReopen")),
        text(variables, "taskHoldKind"),
        date(text(variables, "taskReviewOn")),
        text(variables, "taskAward"),
        number(text(variables, "taskCampaign")),
        text(variables, "taskRuleSet"));
  }

  private static String nominationId(ActivatedJob job) {
    return text(job.getVariablesAsMap(), "nominationId");
  }

  private static String text(Map<String, Object> variables, String name) {
    var value = variables.get(name);
    return value == null ? null : value.toString();
  }

  private static List<String> texts(Object value) {
    return value instanceof Collection<?> several
        ? several.stream().filter(Objects::nonNull).map(Object::toString).toList()
        : List.of();
  }

  /** What is no number is as good as missing: the decision is then denied with the reason. */
  private static Long number(String text) {
    try {
      return text == null ? null : Long.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
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
