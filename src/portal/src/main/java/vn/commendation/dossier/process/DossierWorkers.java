package vn.commendation.dossier.process;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.annotation.CustomHeaders;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.commendation.dossier.BallotResult;
import vn.commendation.dossier.BoardFlow;
import vn.commendation.dossier.CouncilFlow;
import vn.commendation.dossier.DisclosureFlow;
import vn.commendation.dossier.DossierFlow;
import vn.commendation.dossier.DossierStatus;
import vn.commendation.dossier.QuotaResult;
import vn.commendation.dossier.SignatureFlow;
import vn.commendation.engine.DecisionResult;
import vn.commendation.engine.Jobs;

/** The service tasks and end events of the {@code dossier} process. */
@Component
public class DossierWorkers {

  private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};

  private final DossierFlow flow;
  private final CouncilFlow council;
  private final DisclosureFlow disclosure;
  private final SignatureFlow signature;
  private final BoardFlow board;
  private final Jobs jobs;
  private final ObjectMapper json;

  DossierWorkers(
      DossierFlow flow,
      CouncilFlow council,
      DisclosureFlow disclosure,
      SignatureFlow signature,
      BoardFlow board,
      Jobs jobs,
      ObjectMapper json) {
    this.flow = flow;
    this.council = council;
    this.disclosure = disclosure;
    this.signature = signature;
    this.board = board;
    this.jobs = jobs;
    this.json = json;
  }

  @JobWorker(type = "dossier.prepare", fetchVariables = "dossierId")
  public Map<String, Object> prepare(ActivatedJob job) {
    jobs.run(job, () -> flow.prepare(dossierId(job), job.getProcessInstanceKey()));
    var variables = taskVariables(job);
    variables.put("quotaLines", council.quotaLines(dossierId(job)));
    return variables;
  }

  @JobWorker(
      type = "dossier.record-ballot",
      fetchVariables = {"dossierId", "taskMeetingDate", "taskMinutes", "taskBallots"})
  public Map<String, Object> recordBallot(ActivatedJob job) {
    var variables =
        decided(
            job,
            DossierStatus.BALLOT,
            username -> council.recordBallot(dossierId(job), username, entered(job).ballot()));
    variables.put("ballotLines", council.ballotLines(dossierId(job)));
    return variables;
  }

  @JobWorker(
      type = "dossier.record-ballot-results",
      fetchVariables = {"dossierId", "ballotResults"})
  public Map<String, Object> recordBallotResults(ActivatedJob job) {
    var results = list(job, "ballotResults", new TypeReference<List<BallotResult>>() {});
    jobs.run(job, () -> council.recordBallotResults(dossierId(job), results));
    var variables = taskVariables(job);
    variables.put("quotaLines", council.quotaLines(dossierId(job)));
    return variables;
  }

  @JobWorker(
      type = "dossier.record-quota",
      fetchVariables = {"dossierId", "quotaResults"})
  public Map<String, Object> recordQuota(ActivatedJob job) {
    var results = list(job, "quotaResults", new TypeReference<List<QuotaResult>>() {});
    var exceeded =
        jobs.once(job, Boolean.class, () -> council.recordQuota(dossierId(job), results));
    var variables = taskVariables(job);
    variables.put("quotaExceeded", exceeded);
    return variables;
  }

  @JobWorker(
      type = "dossier.record-selection",
      fetchVariables = {"dossierId", "taskSelection", "taskReason"})
  public Map<String, Object> recordSelection(ActivatedJob job) {
    return decided(
        job,
        DossierStatus.QUOTA_SELECTION,
        username -> council.recordSelection(dossierId(job), username, entered(job).selection()));
  }

  @JobWorker(type = "dossier.publish-disclosure", fetchVariables = "dossierId")
  public Map<String, Object> publishDisclosure(ActivatedJob job) {
    jobs.run(job, () -> disclosure.publish(dossierId(job)));
    return taskVariables(job);
  }

  @JobWorker(type = "dossier.close-disclosure", fetchVariables = "dossierId")
  public Map<String, Object> closeDisclosure(ActivatedJob job) {
    jobs.run(job, () -> disclosure.close(dossierId(job)));
    return taskVariables(job);
  }

  /** Answers no variables: the batch may be somewhere else by now. */
  @JobWorker(
      type = "dossier.record-objection",
      fetchVariables = {"dossierId", "objectionId", "taskDecision", "taskReason"})
  public void recordObjection(ActivatedJob job) {
    var objection = entered(job).text("objectionId");
    jobs.decided(
        job,
        DisclosureFlow.answer(job.getProcessInstanceKey(), objection),
        username ->
            disclosure.recordObjection(dossierId(job), objection, username, entered(job).entry()));
  }

  @JobWorker(type = "dossier.choose-signatory", fetchVariables = "dossierId")
  public Map<String, Object> chooseSignatory(ActivatedJob job) {
    jobs.run(job, () -> signature.chooseSignatory(dossierId(job)));
    return taskVariables(job);
  }

  @JobWorker(
      type = "dossier.record-signature",
      fetchVariables = {"dossierId", "taskDecision", "taskReason", "taskSignatures"})
  public Map<String, Object> recordSignature(ActivatedJob job) {
    return decided(
        job,
        DossierStatus.SIGNATURE,
        username -> signature.recordSignature(dossierId(job), username, entered(job).signatures()));
  }

  @JobWorker(
      type = "dossier.record-revision",
      fetchVariables = {"dossierId", "taskDecision", "taskReason", "taskItems"})
  public Map<String, Object> recordRevision(ActivatedJob job) {
    return decided(
        job,
        DossierStatus.REVISION,
        username ->
            signature.recordRevision(dossierId(job), username, entered(job).marked("remove")));
  }

  @JobWorker(
      type = "dossier.record-number",
      fetchVariables = {"dossierId", "taskNumber", "taskDate"})
  public Map<String, Object> recordNumber(ActivatedJob job) {
    return decided(
        job,
        DossierStatus.NUMBER,
        username -> signature.recordNumber(dossierId(job), username, entered(job).entry()));
  }

  @JobWorker(type = "dossier.issue-decision", fetchVariables = "dossierId")
  public void issueDecision(ActivatedJob job) {
    jobs.run(job, () -> signature.issueDecision(dossierId(job)));
  }

  @JobWorker(type = "dossier.submit-to-board", fetchVariables = "dossierId")
  public Map<String, Object> submitToBoard(ActivatedJob job) {
    jobs.run(job, () -> board.submit(dossierId(job)));
    return taskVariables(job);
  }

  @JobWorker(type = "dossier.chase-board", fetchVariables = "dossierId")
  public void chaseBoard(ActivatedJob job) {
    jobs.run(job, () -> board.chase(dossierId(job)));
  }

  @JobWorker(
      type = "dossier.record-board-result",
      fetchVariables = {
        "dossierId",
        "taskDecision",
        "taskReason",
        "taskReference",
        "taskResultDate",
        "taskResults"
      })
  public Map<String, Object> recordBoardResult(ActivatedJob job) {
    return decided(
        job,
        DossierStatus.BOARD,
        username -> board.recordResult(dossierId(job), username, entered(job).results()));
  }

  @JobWorker(
      type = "dossier.record-board-supplement",
      fetchVariables = {"dossierId", "taskReason", "taskItems"})
  public Map<String, Object> recordBoardSupplement(ActivatedJob job) {
    return decided(
        job,
        DossierStatus.BOARD_SUPPLEMENT,
        username -> board.recordSupplement(dossierId(job), username, entered(job).marked("ask")));
  }

  @JobWorker(type = "dossier.record-outcome", fetchVariables = "dossierId")
  public void recordOutcome(ActivatedJob job, @CustomHeaders Map<String, String> headers) {
    var outcome = DossierStatus.valueOf(headers.get("outcome"));
    jobs.run(job, () -> flow.recordOutcome(dossierId(job), outcome));
  }

  private Map<String, Object> decided(
      ActivatedJob job, DossierStatus step, Function<String, DecisionResult> work) {
    var outcome = jobs.decided(job, step.element(), work);
    var variables = taskVariables(job);
    variables.put("outcome", outcome);
    return variables;
  }

  private Map<String, Object> taskVariables(ActivatedJob job) {
    Map<String, Object> variables =
        new HashMap<>(json.convertValue(flow.taskView(dossierId(job)), VARIABLES));
    variables.put("problem", null);
    return variables;
  }

  private <T> T list(ActivatedJob job, String name, TypeReference<T> type) {
    return json.convertValue(job.getVariablesAsMap().get(name), type);
  }

  private static Entered entered(ActivatedJob job) {
    return new Entered(job.getVariablesAsMap());
  }

  private static String dossierId(ActivatedJob job) {
    return entered(job).text("dossierId");
  }
}
