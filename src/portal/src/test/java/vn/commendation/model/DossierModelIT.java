package vn.commendation.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.filter.UserTaskFilter;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.process.test.api.assertions.UserTaskSelector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The {@code dossier} process: every way it ends, and what goes on beside it. */
class DossierModelIT extends ModelWalk {

  private static final List<Map<String, Object>> ITEMS =
      List.of(Map.of("itemId", "first"), Map.of("itemId", "second"));

  @Test
  void shouldIssueTheDecisionAfterBallotDisclosureAndSignature() {
    // given
    open(Map.of("ballotRequired", true, "disclosureRequired", true, "route", "IN_HOUSE"));
    var votes = List.of(vote("first", 9), vote("second", 8));

    // when
    decide(
        "CouncilBallot",
        Map.of("meetingDate", "2026-11-20", "minutes", "Đã họp", "ballots", votes),
        Map.of("ballotLines", votes));

    // then 9 of 10 reach 90 percent, 8 do not
    eventually(() -> assertThat(variable("taskBallots")).hasSize(2));
    eventually(
        () ->
            assertThat(variable("ballotResults").findValuesAsText("itemId"))
                .containsExactly("first", "second"));
    eventually(
        () ->
            assertThat(variable("ballotResults").findValuesAsText("passed"))
                .containsExactly("true", "false"));

    // when
    work("dossier.record-ballot-results", Map.of("quotaLines", List.of(quota(1)), "remaining", 1));
    work("dossier.record-quota", Map.of("quotaExceeded", false, "remaining", 1));
    work("dossier.publish-disclosure", Map.of("disclosureUntil", inDays(5)));
    passDays(6);
    work("dossier.close-disclosure", Map.of("remaining", 1));
    sign("sign");
    decide("RegisterNumber", Map.of("date", "2026-11-30"), Map.of());
    work("dossier.issue-decision", Map.of());

    // then
    shouldEndWith("dossier", "ISSUED");
  }

  @Test
  void shouldLetTheCouncilChooseWhenTheQuotaIsExceeded() {
    // given
    startAt(
        "dossier", "Quota", with(Map.of("quotaLines", List.of(quota(2)), "selectionForm", ITEMS)));
    eventually(
        () ->
            assertThat(variable("quotaResults").findValuesAsText("exceeded"))
                .containsExactly("true"));

    // when
    work("dossier.record-quota", Map.of("quotaExceeded", true, "remaining", 2));
    decide(
        "QuotaSelection",
        Map.of("selection", ITEMS, "reason", "Thành tích nổi bật hơn"),
        Map.of("remaining", 1, "disclosureRequired", false));

    // then
    eventually(() -> assertThat(variable("taskSelection")).hasSize(2));
    shouldStandAt("ChooseSignatory");
  }

  @Test
  void shouldLetTheCouncilChooseEvenWithoutABallotWhenPlacesAreShort() {
    // given
    open(Map.of("ballotRequired", false, "quotaLines", List.of(quota(2))));
    eventually(
        () ->
            assertThat(variable("quotaResults").findValuesAsText("exceeded"))
                .containsExactly("true"));

    // when
    work("dossier.record-quota", Map.of("quotaExceeded", true, "remaining", 2));

    // then
    eventually(
        () ->
            assertThat(activated())
                .doesNotContain("CouncilBallot")
                .last()
                .isEqualTo("QuotaSelection"));
  }

  @Test
  void shouldAnnounceTheResultOfTheProvinceAfterReceiptAndSupplement() {
    // given
    openWithoutBallot("PROVINCE");
    sign("sign");
    decide("RegisterNumber", Map.of("number", 12, "date", "2026-11-30"), Map.of());

    // when
    work("dossier.submit-to-board", Map.of());
    decide("BoardResult", answer("receipt"), Map.of("outcome", "receipt"));
    decide(
        "BoardResult",
        Map.of("decision", "supplement", "reason", "Bổ sung minh chứng", "note", "khác"),
        Map.of("outcome", "supplement"));
    eventually(() -> assertThat(global("taskReason").asText()).isEqualTo("Bổ sung minh chứng"));
    decide("BoardSupplement", Map.of("reason", "Đã bổ sung", "asked", ITEMS), Map.of());
    eventually(() -> assertThat(global("taskItems")).hasSize(2));
    work("dossier.submit-to-board", Map.of());
    decide("BoardResult", answer("result"), Map.of("outcome", "results-open"));
    eventually(
        () ->
            assertThat(variable("results").findValuesAsText("result"))
                .containsExactly("none", "none"));
    decide("BoardResult", answer("result"), Map.of("outcome", "results-complete"));

    // then
    shouldEndWith("dossier", "ANNOUNCED");
  }

  @Test
  void shouldChaseTheBoardAgainAndAgain() {
    // given
    startAt("dossier", "BoardResult", with(Map.of("boardChaser", "R/" + inDays(10) + "/P7D")));

    // when
    passDays(11);
    work("dossier.chase-board", Map.of());
    passDays(7);
    work("dossier.chase-board", Map.of());
    decide("BoardResult", answer("result"), Map.of("outcome", "results-complete"));

    // then
    shouldEndWith("dossier", "ANNOUNCED");
  }

  @Test
  void shouldEndWhenTheLeadershipRefusesEverybody() {
    // given
    startAt("dossier", "ChooseSignatory", with(Map.of()));

    // when
    sign("refuse");

    // then
    shouldEndWith("dossier", "REFUSED");
  }

  @Test
  void shouldAskThoseWhoMaySignAndLetThemSignUnlessTheySayOtherwise() {
    // given
    startAt("dossier", "ChooseSignatory", with(Map.of()));

    // when
    work(
        "dossier.choose-signatory",
        Map.of("signatories", List.of("phogiamdoc"), "signatureDue", inDays(3)));

    // then
    eventually(
        () ->
            assertThat(userTasks())
                .singleElement()
                .satisfies(
                    task -> {
                      assertThat(task.getCandidateUsers()).containsExactly("phogiamdoc");
                      assertThat(task.getCandidateGroups()).containsExactly("leadership");
                    }));
    eventually(
        () ->
            assertThat(variable("signatures").findValuesAsText("decision"))
                .containsExactly("sign", "sign"));
  }

  @Test
  void shouldComeBackToTheSignatoryAfterARevision() {
    // given
    startAt("dossier", "ChooseSignatory", with(Map.of()));
    sign("return");

    // when
    decide(
        "ReviseDossier",
        Map.of("decision", "resubmit", "reason", "Đã sửa", "removals", ITEMS),
        Map.of("outcome", "resubmit"));

    // then
    eventually(() -> assertThat(global("taskItems")).hasSize(2));
    shouldStandAt("ChooseSignatory");
  }

  @Test
  void shouldEndWhenTheOfficeDissolvesTheBatch() {
    // given
    startAt("dossier", "ChooseSignatory", with(Map.of()));
    sign("return");

    // when
    decide(
        "ReviseDossier",
        Map.of("decision", "dissolve", "reason", "Lập lại"),
        Map.of("outcome", "dissolve"));

    // then
    shouldEndWith("dossier", "DISSOLVED");
  }

  @Test
  void shouldEndWhenNobodyPassesTheBallot() {
    // given
    startAt("dossier", "RecordQuota", with(Map.of()));

    // when
    work("dossier.record-quota", Map.of("quotaExceeded", false, "remaining", 0));

    // then
    shouldEndWith("dossier", "NO_NOMINEE");
  }

  @Test
  void shouldEndWhenNobodyIsLeftAfterTheDisclosure() {
    // given
    startAt("dossier", "CloseDisclosure", with(Map.of()));

    // when
    work("dossier.close-disclosure", Map.of("remaining", 0));

    // then
    shouldEndWith("dossier", "NO_NOMINEE");
  }

  @Test
  void shouldResolveObjectionsSideBySideWithoutStoppingTheBatch() {
    // given
    startAt(
        "dossier",
        "DisclosureEnds",
        with(Map.of("disclosureUntil", inDays(5), "taskDecision", "own", "problem", "own")));
    publish("objection-raised", id, Map.of("objectionId", "first"));
    publish("objection-raised", id, Map.of("objectionId", "second"));

    // when
    context.completeUserTask(objection("second"), Map.of("decision", "uphold", "reason", "Đúng"));
    var second = job("dossier.record-objection");
    context.completeUserTask(
        objection("first"), Map.of("decision", "dismiss", "reason", "Không đúng"));
    var first = job("dossier.record-objection");

    // then each recording has its own objection
    assertThat(List.of(first.getVariablesAsMap(), second.getVariablesAsMap()))
        .extracting(variables -> variables.get("objectionId") + " " + variables.get("taskDecision"))
        .containsExactly("first dismiss", "second uphold");

    // when
    client
        .newCompleteCommand(second)
        .variables(Map.of("outcome", "uphold", "problem", "none", "remaining", 0))
        .send()
        .join();
    client
        .newThrowErrorCommand(first)
        .errorCode("decision.denied")
        .variables(Map.of("problem", "Không có thẩm quyền"))
        .send()
        .join();
    eventually(() -> assertThat(variable("problem").asText()).isEqualTo("Không có thẩm quyền"));
    passDays(6);
    work("dossier.close-disclosure", Map.of("remaining", 1));

    // then the batch is neither stopped nor given anything of them
    shouldStandAt("ChooseSignatory");
    eventually(() -> assertThat(global("taskDecision").asText()).isEqualTo("own"));
    eventually(() -> assertThat(global("problem").asText()).isEqualTo("own"));
    assertThatInstance().hasCompletedElement("EndObjectionResolved", 1);

    // when the other objection is resolved in the same way, after the batch
    sign("refuse");
    work("dossier.record-outcome", Map.of());
    decide("ResolveObjection", Map.of("decision", "dismiss"), Map.of("outcome", "dismiss"));

    // then
    eventually(() -> assertThat(global("taskDecision").asText()).isEqualTo("refuse"));
    shouldHaveEnded();
  }

  @ParameterizedTest
  @CsvSource({
    "CouncilBallot, Hội đồng chưa họp",
    "QuotaSelection, Chọn quá số lượng",
    "LeadershipSignature, Không có thẩm quyền",
    "ReviseDossier, Thiếu lý do",
    "RegisterNumber, Số đã dùng",
    "BoardResult, Thiếu số văn bản",
    "BoardSupplement, Thiếu giải trình",
  })
  void shouldReopenTheTaskWhenTheDecisionIsDenied(String task, String problem) {
    shouldReopen("dossier", task, with(Map.of()), problem);
  }

  /** The open task of one of several objections. */
  private static UserTaskSelector objection(String objectionId) {
    return new UserTaskSelector() {
      @Override
      public boolean test(UserTask task) {
        return task.getElementId().equals("ResolveObjection");
      }

      @Override
      public void applyFilter(UserTaskFilter filter) {
        filter.localVariables(Map.of("objectionId", '"' + objectionId + '"'));
      }
    };
  }

  private void open(Map<String, Object> prepared) {
    publish("dossier-opened", id, Map.of("dossierId", id, "code", "TT-1"));
    work("dossier.prepare", with(prepared));
  }

  private void openWithoutBallot(String route) {
    open(Map.of("ballotRequired", false, "disclosureRequired", false, "route", route));
    work("dossier.record-quota", Map.of("quotaExceeded", false, "remaining", 2));
  }

  private void sign(String outcome) {
    work(
        "dossier.choose-signatory",
        Map.of("signatories", List.of("giamdoc"), "signatureDue", inDays(3)));
    decide(
        "LeadershipSignature",
        Map.of("decision", outcome, "reason", "Theo đề nghị"),
        Map.of("outcome", outcome));
  }

  private Map<String, Object> with(Map<String, Object> more) {
    var variables =
        new HashMap<String, Object>(
            Map.of(
                "dossierId",
                id,
                "route",
                "IN_HOUSE",
                "quotaLines",
                List.of(),
                "ballotDue",
                inDays(5),
                "signatories",
                List.of("giamdoc"),
                "signatureDue",
                inDays(5),
                "boardChaser",
                "R/" + inDays(30) + "/P7D"));
    for (var form :
        List.of(
            "ballotForm",
            "selectionForm",
            "signatureForm",
            "revisionForm",
            "resultForm",
            "supplementForm")) {
      variables.put(form, ITEMS);
    }
    variables.putAll(more);
    return variables;
  }

  private static Map<String, Object> answer(String decision) {
    return Map.of("decision", decision, "reference", "12/UBND", "resultDate", "2026-12-01");
  }

  private static Map<String, Object> vote(String itemId, int votesFor) {
    return Map.of(
        "itemId",
        itemId,
        "votesFor",
        votesFor,
        "members",
        10,
        "entitled",
        10,
        "threshold",
        90,
        "denominator",
        "ALL_MEMBERS");
  }

  /** 15 percent of ten: one place. */
  private static Map<String, Object> quota(int candidates) {
    return Map.of("award", "CSTDCS", "candidates", candidates, "base", 10, "percent", 15);
  }
}
