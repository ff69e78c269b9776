package vn.commendation.revocation.process;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.annotation.CustomHeaders;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.commendation.engine.Jobs;
import vn.commendation.revocation.RevocationDecision;
import vn.commendation.revocation.RevocationFlow;
import vn.commendation.revocation.RevocationNumber;
import vn.commendation.revocation.RevocationStatus;

/** The service tasks and end events of the {@code revocation} process. */
@Component
public class RevocationWorkers {

  private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};

  private final RevocationFlow flow;
  private final Jobs jobs;
  private final ObjectMapper json;

  RevocationWorkers(RevocationFlow flow, Jobs jobs, ObjectMapper json) {
    this.flow = flow;
    this.jobs = jobs;
    this.json = json;
  }

  @JobWorker(type = "revocation.prepare", fetchVariables = "revocationId")
  public Map<String, Object> prepare(ActivatedJob job) {
    jobs.run(job, () -> flow.prepare(revocationId(job), job.getProcessInstanceKey()));
    return taskVariables(job);
  }

  @JobWorker(
      type = "revocation.record-decision",
      fetchVariables = {"revocationId", "taskDecision", "taskReason"})
  public Map<String, Object> recordDecision(ActivatedJob job) {
    var entered = job.getVariablesAsMap();
    var outcome =
        jobs.decided(
            job,
            "RevocationDecision",
            username ->
                flow.recordDecision(
                    revocationId(job),
                    new RevocationDecision(
                        username, text(entered, "taskDecision"), text(entered, "taskReason"))));
    var variables = taskVariables(job);
    variables.put("outcome", outcome);
    return variables;
  }

  @JobWorker(
      type = "revocation.record-number",
      fetchVariables = {"revocationId", "taskNumber", "taskDate"})
  public Map<String, Object> recordNumber(ActivatedJob job) {
    var entered = job.getVariablesAsMap();
    jobs.decided(
        job,
        "RegisterRevocationNumber",
        username ->
            flow.recordNumber(
                revocationId(job),
                new RevocationNumber(
                    username, number(entered.get("taskNumber")), date(text(entered, "taskDate")))));
    return taskVariables(job);
  }

  @JobWorker(type = "revocation.carry-out", fetchVariables = "revocationId")
  public void carryOut(ActivatedJob job) {
    jobs.run(job, () -> flow.carryOut(revocationId(job)));
  }

  @JobWorker(type = "revocation.record-outcome", fetchVariables = "revocationId")
  public void recordOutcome(ActivatedJob job, @CustomHeaders Map<String, String> headers) {
    var outcome = RevocationStatus.valueOf(headers.get("outcome"));
    jobs.run(job, () -> flow.recordOutcome(revocationId(job), outcome));
  }

  private Map<String, Object> taskVariables(ActivatedJob job) {
    Map<String, Object> variables =
        new HashMap<>(json.convertValue(flow.taskView(revocationId(job)), VARIABLES));
    variables.put("problem", null);
    return variables;
  }

  private static String revocationId(ActivatedJob job) {
    return text(job.getVariablesAsMap(), "revocationId");
  }

  private static String text(Map<String, Object> variables, String name) {
    var value = variables.get(name);
    return value == null ? null : value.toString();
  }

  /** The form lets nothing else through; what is no number asks for one that does not exist. */
  private static Integer number(Object entered) {
    if (entered == null) {
      return null;
    }
    return entered instanceof Number number ? number.intValue() : -1;
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
