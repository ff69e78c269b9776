package vn.commendation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The {@code campaign} process: every way it ends, and how its window moves. */
class CampaignModelIT extends ModelWalk {

  @Test
  void shouldArchiveAfterTheDeadline() {
    // given
    launch(true, true);

    // when
    passDays(3);
    work("campaign.open-window", Map.of());
    passDays(20);

    // then
    work("campaign.close-window", Map.of("reportDue", inDays(40)));
    report();
    shouldEndWith("campaign", "ARCHIVED");
  }

  @Test
  void shouldStayOpenWithoutADeadlineUntilTheOfficeCloses() {
    // given
    launch(true, false);
    passDays(3);
    work("campaign.open-window", Map.of());
    passDays(400);
    assertThatInstance().hasNotActivatedElements("CloseWindow");

    // when
    publish("campaign-closed", id, Map.of());

    // then
    work("campaign.close-window", Map.of("reportDue", inDays(500)));
    report();
    shouldEndWith("campaign", "ARCHIVED");
  }

  @Test
  void shouldCloseBeforeTheDeadlineWhenTheOfficeSaysSo() {
    // given
    launch(true, true);
    passDays(3);
    work("campaign.open-window", Map.of());

    // when
    publish("campaign-closed", id, Map.of());

    // then
    shouldStandAt("CloseWindow");
  }

  @Test
  void shouldFollowAChangedWindow() {
    // given
    launch(true, true);
    passDays(3);
    work("campaign.open-window", Map.of());

    // when the deadline goes, and comes back later
    publish("campaign-window-changed", id, Map.of());
    work("campaign.read-window", Map.of("hasDeadline", false));
    passDays(30);
    shouldStandAt("OpenEndedEvents");
    publish("campaign-window-changed", id, Map.of());
    work("campaign.read-window", Map.of("hasDeadline", true, "closesAt", inDays(20)));
    shouldStandAt("WindowEvents");
    passDays(30);

    // then
    shouldStandAt("CloseWindow");
  }

  @Test
  void shouldRemindWhileTheWindowIsOpen() {
    // given
    launch(true, true, 5);
    passDays(3);
    work("campaign.open-window", Map.of());

    // when
    passDays(3);
    work("campaign.remind-units", Map.of());
    passDays(7);
    work("campaign.remind-units", Map.of());

    // then
    assertThatInstance().hasCompletedElement("EndReminded", 2);
    assertThatInstance().hasNotActivatedElements("CloseWindow");
  }

  @Test
  void shouldDraftTheGuidelineAgainWhenTheLeadershipReturnsIt() {
    // given
    launch(false, true);
    decide(
        "DraftGuideline", Map.of("guidelineText", "Bản một"), Map.of("guidelineText", "Bản một"));
    eventually(() -> assertThat(global("taskGuidelineText").asText()).isEqualTo("Bản một"));

    // when
    decide(
        "ApproveGuideline",
        Map.of("decision", "return", "reason", "Thiếu thời hạn"),
        Map.of("outcome", "return"));
    eventually(
        () ->
            assertThat(userTasks())
                .last()
                .satisfies(task -> assertThat(task.getElementId()).isEqualTo("DraftGuideline")));
    decide("DraftGuideline", Map.of("guidelineText", "Bản hai"), Map.of());
    decide("ApproveGuideline", Map.of("decision", "approve"), Map.of("outcome", "approve"));
    work("campaign.publish-guideline", Map.of());

    // then
    shouldStandAt("WindowOpens");
  }

  @Test
  void shouldReviseTheGuidelineBesideTheWindow() {
    // given
    launch(true, true);
    passDays(3);
    work("campaign.open-window", Map.of("outcome", "untouched", "guidelineText", "Bản một"));

    // when
    publish("guideline-revision-requested", id, Map.of());
    work("campaign.prepare-revision", Map.of("guidelineText", "Bản một", "problem", ""));
    decide("ReviseGuideline", Map.of("guidelineText", "Bản hai"), Map.of());
    decide("ApproveRevision", Map.of("decision", "return"), Map.of("outcome", "return"));
    decide("ReviseGuideline", Map.of("guidelineText", "Bản ba"), Map.of());
    decide("ApproveRevision", Map.of("decision", "approve"), Map.of("outcome", "approve"));
    work("campaign.publish-revision", Map.of());

    // then the window closes at its time, and nothing of the revision is left outside
    assertThatInstance().hasCompletedElements("GuidelineRevision");
    assertThatInstance().hasNotActivatedElements("CloseWindow");
    eventually(() -> assertThat(global("outcome").asText()).isEqualTo("untouched"));
    eventually(() -> assertThat(global("guidelineText").asText()).isEqualTo("Bản một"));
    passDays(20);
    work("campaign.close-window", Map.of("reportDue", inDays(40)));
    report();
    shouldEndWith("campaign", "ARCHIVED");
  }

  @Test
  void shouldReviseAgainAfterADroppedRevision() {
    // given
    launch(true, false);
    publish("guideline-revision-requested", id, Map.of());
    work("campaign.prepare-revision", Map.of());

    // when
    publish("guideline-revision-dropped", id, Map.of());

    // then
    assertThatInstance().hasTerminatedElements("ReviseGuideline");
    assertThatInstance().hasCompletedElements("EndRevisionDropped");
    publish("guideline-revision-requested", id, Map.of());
    work("campaign.prepare-revision", Map.of());
    eventually(
        () ->
            assertThat(userTasks())
                .last()
                .satisfies(task -> assertThat(task.getElementId()).isEqualTo("ReviseGuideline")));
    assertThat(incidents()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ReviseGuideline", "ApproveRevision"})
  void shouldReopenTheTaskOfARevisionWhenTheDecisionIsDenied(String task) {
    launch(true, false);
    publish("guideline-revision-requested", id, Map.of());
    work("campaign.prepare-revision", Map.of());
    if (task.equals("ApproveRevision")) {
      decide("ReviseGuideline", Map.of("guidelineText", "Bản hai"), Map.of());
    }

    complete(task, Map.of());
    fail(recording(task), "decision.denied", Map.of("problem", "Không có thẩm quyền"));

    eventually(() -> assertThat(variable("problem").asText()).isEqualTo("Không có thẩm quyền"));
    eventually(() -> assertThat(userTasks().getLast().getElementId()).isEqualTo(task));
    assertThat(incidents()).isEmpty();
  }

  @Test
  void shouldEndCancelledFromWhereverItStands() {
    // given
    launch(false, true);

    // when
    publish("campaign-cancelled", id, Map.of());

    // then
    shouldEndWith("campaign", "CANCELLED");
  }

  @Test
  void shouldEndCancelledTogetherWithItsRevision() {
    launch(true, false);
    publish("guideline-revision-requested", id, Map.of());
    work("campaign.prepare-revision", Map.of());

    publish("campaign-cancelled", id, Map.of());

    shouldEndWith("campaign", "CANCELLED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DraftGuideline", "ApproveGuideline", "ResultReport"})
  void shouldReopenTheTaskWhenTheDecisionIsDenied(String task) {
    shouldReopen(
        "campaign",
        task,
        Map.of("campaignCode", id, "reportDue", inDays(5)),
        "Không có thẩm quyền");
  }

  private void launch(boolean guidelineApproved, boolean hasDeadline) {
    launch(guidelineApproved, hasDeadline, 1000);
  }

  private void launch(boolean guidelineApproved, boolean hasDeadline, int reminder) {
    publish("campaign-launched", id, Map.of("campaignId", 7, "campaignCode", id));
    work(
        "campaign.prepare",
        Map.of(
            "guidelineApproved",
            guidelineApproved,
            "hasDeadline",
            hasDeadline,
            "opensAt",
            inDays(2),
            "closesAt",
            inDays(22),
            "reminderCycle",
            "R2/" + inDays(reminder) + "/P7D"));
  }

  private void report() {
    decide(
        "ResultReport",
        Map.of("reportSummary", "Đạt kết quả", "reportExamples", "", "reportProposals", ""),
        Map.of());
    eventually(() -> assertThat(global("taskReportSummary").asText()).isEqualTo("Đạt kết quả"));
    work("campaign.publish-report", Map.of());
  }
}
