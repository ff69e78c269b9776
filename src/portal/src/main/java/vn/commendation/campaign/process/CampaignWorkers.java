package vn.commendation.campaign.process;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.annotation.CustomHeaders;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.commendation.campaign.CampaignFlow;
import vn.commendation.campaign.CampaignStatus;
import vn.commendation.campaign.GuidelineFlow;
import vn.commendation.campaign.GuidelineRevision;
import vn.commendation.campaign.ReportTexts;
import vn.commendation.campaign.TaskDecision;
import vn.commendation.engine.DecisionResult;
import vn.commendation.engine.Jobs;

/** The service tasks and end events of the {@code campaign} process. */
@Component
public class CampaignWorkers {

  private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};

  private final CampaignFlow flow;
  private final GuidelineFlow guidelines;
  private final Jobs jobs;
  private final ObjectMapper json;

  CampaignWorkers(CampaignFlow flow, GuidelineFlow guidelines, Jobs jobs, ObjectMapper json) {
    this.flow = flow;
    this.guidelines = guidelines;
    this.jobs = jobs;
    this.json = json;
  }

  @JobWorker(type = "campaign.prepare", fetchVariables = "campaignId")
  public Map<String, Object> prepare(ActivatedJob job) {
    jobs.run(job, () -> flow.prepare(campaignId(job), job.getProcessInstanceKey()));
    var variables = variables(job);
    variables.put("guidelineApproved", flow.guidelineApproved(campaignId(job)));
    return variables;
  }

  @JobWorker(
      type = "campaign.record-guideline-draft",
      fetchVariables = {"campaignId", "taskGuidelineText"})
  public Map<String, Object> recordGuidelineDraft(ActivatedJob job) {
    return record(
        CampaignStatus.GUIDELINE_DRAFT,
        job,
        username ->
            guidelines.recordDraft(campaignId(job), username, text(job, "taskGuidelineText")));
  }

  @JobWorker(
      type = "campaign.record-guideline-approval",
      fetchVariables = {"campaignId", "taskDecision", "taskReason"})
  public Map<String, Object> recordGuidelineApproval(ActivatedJob job) {
    return record(
        CampaignStatus.GUIDELINE_APPROVAL,
        job,
        username -> guidelines.recordApproval(campaignId(job), decision(job, username)));
  }

  @JobWorker(type = "campaign.publish-guideline", fetchVariables = "campaignId")
  public Map<String, Object> publishGuideline(ActivatedJob job) {
    jobs.run(job, () -> guidelines.publish(campaignId(job)));
    return times(job);
  }

  @JobWorker(type = "campaign.prepare-revision", fetchVariables = "campaignId")
  public Map<String, Object> prepareRevision(ActivatedJob job) {
    jobs.run(job, () -> guidelines.prepareRevision(campaignId(job)));
    var variables = view(job);
    variables.put("guidelineText", guidelines.textInForce(campaignId(job)));
    return variables;
  }

  @JobWorker(
      type = "campaign.record-revision-draft",
      fetchVariables = {"campaignId", "taskGuidelineText"})
  public Map<String, Object> recordRevisionDraft(ActivatedJob job) {
    return revised(
        GuidelineRevision.DRAFT,
        job,
        username ->
            guidelines.recordRevisionDraft(
                campaignId(job), username, text(job, "taskGuidelineText")));
  }

  @JobWorker(
      type = "campaign.record-revision-approval",
      fetchVariables = {"campaignId", "taskDecision", "taskReason"})
  public Map<String, Object> recordRevisionApproval(ActivatedJob job) {
    return revised(
        GuidelineRevision.APPROVAL,
        job,
        username -> guidelines.recordRevisionApproval(campaignId(job), decision(job, username)));
  }

  @JobWorker(type = "campaign.publish-revision", fetchVariables = "campaignId")
  public void publishRevision(ActivatedJob job) {
    jobs.run(job, () -> guidelines.publishRevision(campaignId(job)));
  }

  @JobWorker(type = "campaign.open-window", fetchVariables = "campaignId")
  public Map<String, Object> openWindow(ActivatedJob job) {
    jobs.run(job, () -> flow.openWindow(campaignId(job)));
    return times(job);
  }

  @JobWorker(type = "campaign.read-window", fetchVariables = "campaignId")
  public Map<String, Object> readWindow(ActivatedJob job) {
    return times(job);
  }

  @JobWorker(type = "campaign.remind-units", fetchVariables = "campaignId")
  public void remindUnits(ActivatedJob job) {
    jobs.run(job, () -> flow.remindUnits(campaignId(job)));
  }

  @JobWorker(type = "campaign.close-window", fetchVariables = "campaignId")
  public Map<String, Object> closeWindow(ActivatedJob job) {
    jobs.run(job, () -> flow.closeWindow(campaignId(job)));
    return variables(job);
  }

  @JobWorker(
      type = "campaign.record-result-report",
      fetchVariables = {
        "campaignId",
        "taskReportSummary",
        "taskReportExamples",
        "taskReportProposals"
      })
  public Map<String, Object> recordResultReport(ActivatedJob job) {
    var texts =
        new ReportTexts(
            text(job, "taskReportSummary"),
            text(job, "taskReportExamples"),
            text(job, "taskReportProposals"));
    return record(
        CampaignStatus.REPORT,
        job,
        username -> flow.recordResultReport(campaignId(job), username, texts));
  }

  @JobWorker(type = "campaign.publish-report", fetchVariables = "campaignId")
  public void publishReport(ActivatedJob job) {
    jobs.run(job, () -> flow.publishReport(campaignId(job)));
  }

  @JobWorker(type = "campaign.record-outcome", fetchVariables = "campaignId")
  public void recordOutcome(ActivatedJob job, @CustomHeaders Map<String, String> headers) {
    var outcome = CampaignStatus.valueOf(headers.get("outcome"));
    jobs.run(job, () -> flow.recordOutcome(campaignId(job), outcome));
  }

  private Map<String, Object> record(
      CampaignStatus task, ActivatedJob job, Function<String, DecisionResult> work) {
    var outcome = jobs.decided(job, task.element(), work);
    var variables = variables(job);
    variables.put("outcome", outcome);
    return variables;
  }

  /** A revision moves none of the times of its campaign. */
  private Map<String, Object> revised(
      GuidelineRevision task, ActivatedJob job, Function<String, DecisionResult> work) {
    var outcome = jobs.decided(job, task.element(), work);
    var variables = view(job);
    variables.put("outcome", outcome);
    return variables;
  }

  /** What the process times itself by, and what the next task's form shows. */
  private Map<String, Object> variables(ActivatedJob job) {
    var variables = times(job);
    variables.putAll(view(job));
    return variables;
  }

  private Map<String, Object> view(ActivatedJob job) {
    var variables = new HashMap<>(json.convertValue(flow.taskView(campaignId(job)), VARIABLES));
    variables.put("problem", null);
    return variables;
  }

  private static TaskDecision decision(ActivatedJob job, String username) {
    return new TaskDecision(username, text(job, "taskDecision"), text(job, "taskReason"));
  }

  private Map<String, Object> times(ActivatedJob job) {
    return new HashMap<>(json.convertValue(flow.windowTimes(campaignId(job)), VARIABLES));
  }

  private static long campaignId(ActivatedJob job) {
    return ((Number) job.getVariablesAsMap().get("campaignId")).longValue();
  }

  private static String text(ActivatedJob job, String name) {
    var value = job.getVariablesAsMap().get(name);
    return value == null ? null : value.toString();
  }
}
