package vn.commendation.localengine.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One way through a process, from its start to one of its ends. Whoever walks it does nothing but
 * answer: each job and each user task is completed as soon as it is there.
 *
 * @param process id of the process
 * @param startMessage name of the message that starts it; null for its none start event
 * @param startVariable variable that gets the id of the case beside {@link #CASE}; null for none
 * @param steps what answers a job, by its element
 * @param ways sequence flows with a condition that the way takes
 */
record Walk(
    String process,
    byte[] model,
    String startMessage,
    String startVariable,
    Map<String, Step> steps,
    Set<String> ways) {

  /** Variable with the id of the case, which is the correlation key of its messages, too. */
  static final String CASE = "caseId";

  private static final int LINKS = 5;

  /** What follows the completion of a job, before the next job is there. */
  sealed interface Then permits CompleteTask, Publish, End {}

  /** The one open user task of the case is completed. */
  record CompleteTask(Map<String, Object> variables) implements Then {}

  /**
   * @param event element that waits for the message
   */
  record Publish(String message, String event, Map<String, Object> variables) implements Then {}

  /** The case is at its end. */
  record End() implements Then {}

  /**
   * @param then empty where the next job comes by itself
   */
  record Step(String jobType, Map<String, Object> variables, List<Then> then) {

    Step(String jobType, Map<String, Object> variables, Then... then) {
      this(jobType, variables, List.of(then));
    }
  }

  Map<String, Object> startVariables(String caseId) {
    var variables = new HashMap<String, Object>(Map.of(CASE, caseId));
    if (startVariable != null) {
      variables.put(startVariable, caseId);
    }
    return variables;
  }

  Set<String> jobTypes() {
    return steps.values().stream().map(Step::jobType).collect(Collectors.toSet());
  }

  static List<Walk> all() {
    return List.of(chain(), nomination(), dossier(), revocation());
  }

  /** Service tasks one after the other, and nothing else. */
  private static Walk chain() {
    var elements =
        IntStream.rangeClosed(1, LINKS)
            .mapToObj(
                number ->
                    """
                    <sequenceFlow id="To%1$d" sourceRef="%2$s" targetRef="Link%1$d"/>
                    <serviceTask id="Link%1$d">
                      <extensionElements><zeebe:taskDefinition type="chain.link"/></extensionElements>
                    </serviceTask>
                    """
                        .formatted(number, number == 1 ? "Start" : "Link" + (number - 1)))
            .collect(Collectors.joining());
    var model =
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="bench"
            xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
            xmlns:modeler="http://camunda.org/schema/modeler/1.0"
            modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.8.0">
          <process id="chain" isExecutable="true">
            <startEvent id="Start"/>
            %s
            <sequenceFlow id="ToEnd" sourceRef="Link%d" targetRef="End"/>
            <endEvent id="End"/>
          </process>
        </definitions>
        """
            .formatted(elements, LINKS);
    var steps = new HashMap<String, Step>();
    for (int number = 1; number < LINKS; number++) {
      steps.put("Link" + number, new Step("chain.link", Map.of("n", number)));
    }
    steps.put("Link" + LINKS, new Step("chain.link", Map.of(), new End()));
    return new Walk(
        "chain", model.getBytes(StandardCharsets.UTF_8), null, null, Map.copyOf(steps), Set.of());
  }

  /** Checked, accepted by the Office, awarded in house. */
  private static Walk nomination() {
    var gathered =
        Map.<String, Object>of(
            "rule",
            Map.of(
                "award", "BK-TINH",
                "regime", "R4",
                "authority", "PROVINCE",
                "procedure", "ORDINARY",
                "certainty", "UNVERIFIED",
                "disclosureDays", 5),
            "facts",
            Map.of("openComplaint", true),
            "subject",
            "INDIVIDUAL",
            "commendationType",
            "MERIT");
    return of(
        "nomination",
        "nomination-submitted",
        "nominationId",
        Map.of(
            "GatherFacts",
            new Step("nomination.gather-facts", gathered),
            "RecordCheck",
            new Step(
                "nomination.record-check",
                Map.of("reviewDue", "2030-01-01T00:00:00Z"),
                new CompleteTask(Map.of("decision", "accept"))),
            "RecordOfficeReview",
            new Step(
                "nomination.record-office-review",
                Map.of("outcome", "accept"),
                new Publish(
                    "dossier-outcome", "DossierOutcome", Map.of("outcome", "AWARDED_IN_HOUSE"))),
            "EndAwardedInHouse",
            new Step("nomination.record-outcome", Map.of(), new End())),
        Set.of("OfficeAccepts", "OutcomeAwardedInHouse"));
  }

  /** Without ballot and disclosure, signed, numbered, issued by the Director. */
  private static Walk dossier() {
    return of(
        "dossier",
        "dossier-opened",
        "dossierId",
        Map.of(
            "PrepareDossier",
            new Step(
                "dossier.prepare",
                Map.of(
                    "ballotRequired",
                    false,
                    "disclosureRequired",
                    false,
                    "route",
                    "IN_HOUSE",
                    "remaining",
                    1,
                    "signatories",
                    List.of("giamdoc"),
                    "signatureDue",
                    "2030-01-01T00:00:00Z",
                    "quotaLines",
                    List.of(Map.of("places", 2, "passed", 1)))),
            "RecordQuota",
            new Step("dossier.record-quota", Map.of("quotaExceeded", false, "remaining", 1)),
            "ChooseSignatory",
            new Step(
                "dossier.choose-signatory", Map.of(), new CompleteTask(Map.of("decision", "sign"))),
            "RecordSignature",
            new Step(
                "dossier.record-signature",
                Map.of("outcome", "sign"),
                new CompleteTask(Map.of("date", "2026-11-30"))),
            "RecordNumber",
            new Step("dossier.record-number", Map.of()),
            "IssueDecision",
            new Step("dossier.issue-decision", Map.of()),
            "EndIssued",
            new Step("dossier.record-outcome", Map.of(), new End())),
        Set.of("LeadershipSigns", "DirectorDecides"));
  }

  /** Decided, numbered, carried out. */
  private static Walk revocation() {
    return of(
        "revocation",
        "revocation-proposed",
        "revocationId",
        Map.of(
            "PrepareRevocation",
            new Step(
                "revocation.prepare",
                Map.of(
                    "code",
                    "HQ-1",
                    "nomineeName",
                    "Nguyễn Văn An",
                    "awardName",
                    "Giấy khen",
                    "revocationDue",
                    "2030-01-01T00:00:00Z",
                    "signatories",
                    List.of("giamdoc")),
                new CompleteTask(Map.of("decision", "revoke", "reason", "Theo kết luận"))),
            "RecordRevocationDecision",
            new Step(
                "revocation.record-decision",
                Map.of("outcome", "revoke"),
                new CompleteTask(Map.of("number", 7, "date", "2026-12-01"))),
            "RecordRevocationNumber",
            new Step("revocation.record-number", Map.of()),
            "CarryOutRevocation",
            new Step("revocation.carry-out", Map.of()),
            "EndRevoked",
            new Step("revocation.record-outcome", Map.of(), new End())),
        Set.of("LeadershipRevokes"));
  }

  private static Walk of(
      String process,
      String startMessage,
      String startVariable,
      Map<String, Step> steps,
      Set<String> ways) {
    try {
      var model = Files.readAllBytes(Path.of("bpmn", process + ".bpmn"));
      return new Walk(process, model, startMessage, startVariable, steps, ways);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
