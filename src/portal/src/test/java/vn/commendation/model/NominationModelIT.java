package vn.commendation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.api.search.response.UserTask;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The {@code nomination} process: every way it ends, and every way back. */
class NominationModelIT extends ModelWalk {

  @Test
  void shouldApplyTheRulesBeforeTheOfficeReviews() {
    // given
    var due = inDays(5);
    submit();

    // when
    work("nomination.gather-facts", gathered(Map.of("openComplaint", true)));

    // then
    eventually(
        () ->
            assertThat(global("eligibilityFindings").findValuesAsText("severity"))
                .contains("HOLD"));
    eventually(() -> assertThat(global("routing").path("route").asText()).isEqualTo("PROVINCE"));
    eventually(() -> assertThat(global("requiredDocuments").findValuesAsText("code")).isNotEmpty());

    // when
    work("nomination.record-check", Map.of("reviewDue", due));

    // then
    eventually(
        () ->
            assertThat(userTasks())
                .singleElement()
                .satisfies(
                    task -> {
                      assertThat(task.getElementId()).isEqualTo("OfficeReview");
                      assertThat(task.getCandidateGroups()).containsExactly("office");
                      assertThat(task.getFormKey()).isPositive();
                      assertThat(task.getDueDate()).isEqualTo(OffsetDateTime.parse(due));
                    }));
  }

  @Test
  void shouldStartOnlyOnceForTheSameNomination() {
    // given
    submit();

    // when
    assertThatThrownBy(this::submit).hasStackTraceContaining("ALREADY_EXISTS");

    // then
    eventually(() -> assertThat(activated()).containsOnlyOnce("GatherFacts"));
  }

  @Test
  void shouldEndIneligibleWhenTheCheckFails() {
    // given
    submit();

    // when
    fail("nomination.gather-facts", "nomination.ineligible", Map.of());

    // then
    shouldEndWith("nomination", "INELIGIBLE");
  }

  @ParameterizedTest
  @CsvSource({"reject, REJECTED", "roll-over, ROLLED_OVER"})
  void shouldEndWithTheReview(String decision, String status) {
    // given
    startAt("nomination", "OfficeReview", variables());

    // when
    review(decision);

    // then
    shouldEndWith("nomination", status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AWARDED_IN_HOUSE",
        "AWARDED",
        "NOT_AWARDED",
        "NOT_PASSED",
        "REFUSED",
        "OBJECTION_UPHELD"
      })
  void shouldEndAsItsBatchDoes(String outcome) {
    // given
    startAt("nomination", "OfficeReview", variables());
    review("accept");

    // when
    publish("dossier-outcome", id, Map.of("outcome", outcome));

    // then
    shouldEndWith("nomination", outcome);
  }

  @Test
  void shouldBeReviewedAgainWhenTheBatchSendsItBack() {
    // given
    startAt("nomination", "OfficeReview", variables());
    review("accept");

    // when
    publish("nomination-reopened", id, Map.of());
    work("nomination.record-reopening", Map.of());
    review("reject");

    // then
    shouldEndWith("nomination", "REJECTED");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "accept, Đạt, -,       Đạt",
        "accept, -,   Nên xét, Nên xét",
        "reject, Đạt, Nên xét, Không đủ tiêu chuẩn"
      })
  void shouldTakeTheReasonOfTheFieldThatWasShown(
      String decision, String note, String opinion, String reason) {
    // given
    startAt("nomination", "OfficeReview", variables());

    // when
    var entered = new HashMap<String, Object>();
    entered.put("decision", decision);
    entered.put("note", note);
    entered.put("opinion", opinion);
    entered.put("reason", "Không đủ tiêu chuẩn");
    complete("OfficeReview", entered);

    // then
    eventually(() -> assertThat(global("taskReason").asText()).isEqualTo(reason));
  }

  @Test
  void shouldStopWithAnIncidentWhenTheOutcomeIsUnknown() {
    // given
    startAt("nomination", "RecordOfficeReview", variables());

    // when
    work("nomination.record-office-review", Map.of("outcome", "perhaps"));

    // then
    eventually(
        () -> assertThat(incidents()).singleElement().asString().startsWith("OfficeGateway"));
  }

  @Test
  void shouldCheckAgainByTheRulesTheOfficeChose() {
    // given
    startAt("nomination", "OfficeReview", variables());

    // when
    decide(
        "OfficeReview",
        Map.of("decision", "choose-rules", "ruleSet", "R4", "reason", "Có lợi hơn"),
        Map.of("outcome", "choose-rules"));

    // then
    eventually(() -> assertThat(global("taskRuleSet").asText()).isEqualTo("R4"));
    shouldStandAt("GatherFacts");
  }

  @Test
  void shouldWaitForTheEndOfAHold() {
    // given
    startAt("nomination", "OfficeReview", variables());
    review("hold");
    passDays(5);
    shouldStandAt("Hold");

    // when
    publish("hold-lifted", holdId(1), Map.of());

    // then
    shouldStandAt("GatherFacts");
  }

  @Test
  void shouldNotEndAHoldWithTheLiftOfAnEarlierOne() {
    // given a lift that the review date has overtaken
    startAt("nomination", "OfficeReview", variables());
    review("hold");
    passDays(31);
    work("nomination.review-hold", Map.of());
    publish("hold-lifted", holdId(1), Map.of());
    shouldStandAt("GatherFacts");

    // when the Office holds the case again
    work("nomination.gather-facts", gathered(Map.of()));
    work("nomination.record-check", Map.of());
    decide(
        "OfficeReview",
        Map.of("decision", "hold"),
        Map.of("outcome", "hold", "holdId", holdId(2), "holdReviewAt", inDays(60)));

    // then
    shouldStandAt("Hold");

    // when
    publish("hold-lifted", holdId(2), Map.of());

    // then
    shouldStandAt("GatherFacts");
  }

  @Test
  void shouldLookAtAHoldAgainOnItsReviewDate() {
    // given
    startAt("nomination", "OfficeReview", variables());
    review("hold");

    // when
    passDays(31);
    work("nomination.review-hold", Map.of());

    // then
    shouldStandAt("GatherFacts");
  }

  @ParameterizedTest
  @CsvSource({"agree, GatherFacts", "decline, OfficeReview"})
  void shouldAskTheNominatorBeforeTheFormChanges(String answer, String next) {
    // given
    startAt("nomination", "OfficeReview", variables());
    review("change-form");
    eventually(() -> assertThat(assigned()).containsExactly("truongphong"));

    // when
    decide("ConsentToChange", Map.of("decision", answer), Map.of("outcome", answer));

    // then
    shouldStandAt(next);
  }

  @Test
  void shouldReviewAgainWhenTheNominatorDoesNotAnswer() {
    // given
    startAt("nomination", "ConsentToChange", variables());

    // when
    passDays(6);
    work("nomination.expire-consent", Map.of());

    // then
    shouldStandAt("OfficeReview");
  }

  @Test
  void shouldCheckAgainAfterTheSupplement() {
    // given
    startAt("nomination", "OfficeReview", variables());
    review("return");
    eventually(() -> assertThat(assigned()).containsExactly("truongphong"));

    // when
    decide("Supplement", Map.of("reason", "Đã bổ sung"), Map.of());

    // then
    eventually(() -> assertThat(global("taskReason").asText()).isEqualTo("Đã bổ sung"));
    shouldStandAt("GatherFacts");
  }

  @Test
  void shouldRemindOfTheSupplementWithoutTakingItAway() {
    // given
    startAt("nomination", "Supplement", variables());

    // when
    passDays(3);
    work("nomination.remind-supplement", Map.of());
    decide("Supplement", Map.of("reason", "Đã bổ sung"), Map.of());

    // then
    assertThatInstance().hasCompletedElements("EndReminded");
    shouldStandAt("GatherFacts");
  }

  @Test
  void shouldExpireWhenTheSupplementIsNotAnsweredInTime() {
    // given
    startAt("nomination", "Supplement", variables());
    passDays(3);
    work("nomination.remind-supplement", Map.of());

    // when
    passDays(3);
    work("nomination.expire-supplement", Map.of());

    // then
    shouldEndWith("nomination", "EXPIRED");
  }

  @Test
  void shouldCheckAgainWhenTheSupplementWonTheRaceAgainstItsDeadline() {
    // given
    startAt("nomination", "Supplement", variables());
    passDays(6);

    // when
    fail("nomination.expire-supplement", "nomination.supplemented", Map.of());

    // then
    shouldStandAt("GatherFacts");
  }

  @ParameterizedTest
  @CsvSource({"1, GatherFacts", "0, Supplement"})
  void shouldTakeTheSupplementOfThisRevisionFromThePortal(int revision, String next) {
    // given
    startAt("nomination", "Supplement", variables());

    // when
    publish("nomination-supplemented", id + ":" + revision, Map.of());

    // then
    shouldStandAt(next);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GatherFacts", "OfficeReview", "Hold", "ConsentToChange", "AwaitDossier"})
  void shouldEndWithdrawnFromWhereverItStands(String element) {
    // given
    startAt("nomination", element, variables());

    // when
    publish("nomination-withdrawn", id, Map.of());

    // then
    shouldEndWith("nomination", "WITHDRAWN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"OfficeReview", "Supplement", "ConsentToChange"})
  void shouldReopenTheTaskWhenTheDecisionIsDenied(String task) {
    shouldReopen("nomination", task, variables(), "Không có thẩm quyền");
  }

  private void submit() {
    client
        .newPublishMessageCommand()
        .messageName("nomination-submitted")
        .correlationKey(id)
        .messageId(id)
        .timeToLive(Duration.ofHours(1))
        .variables(variables())
        .send()
        .join();
  }

  private void review(String decision) {
    decide("OfficeReview", Map.of("decision", decision), Map.of("outcome", decision));
  }

  private List<String> assigned() {
    return userTasks().stream().map(UserTask::getAssignee).filter(Objects::nonNull).toList();
  }

  private Map<String, Object> variables() {
    return Map.of(
        "nominationId", id,
        "nominator", "truongphong",
        "revision", 1,
        "reviewDue", inDays(5),
        "supplementDue", inDays(5),
        "supplementReminder", inDays(2),
        "consentDue", inDays(5),
        "holdId", holdId(1),
        "holdReviewAt", inDays(30));
  }

  private String holdId(int number) {
    return "hold-%d-of-%s".formatted(number, id);
  }

  private static Map<String, Object> gathered(Map<String, Object> facts) {
    var rule = new HashMap<String, Object>();
    rule.put("award", "BK-TINH");
    rule.put("regime", "R4");
    rule.put("authority", "PROVINCE");
    rule.put("procedure", "ORDINARY");
    rule.put("certainty", "UNVERIFIED");
    rule.put("disclosureDays", 5);
    return Map.of(
        "rule", rule, "facts", facts, "subject", "INDIVIDUAL", "commendationType", "MERIT");
  }
}
