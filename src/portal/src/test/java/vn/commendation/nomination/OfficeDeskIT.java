package vn.commendation.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.commendation.dashboard.Dashboard;
import vn.commendation.dashboard.DashboardView;
import vn.commendation.engine.OpenIncident;
import vn.commendation.engine.TaskCompletion;
import vn.commendation.engine.TaskCompletions;
import vn.commendation.filter.FilterRefused;
import vn.commendation.filter.FilteredList;
import vn.commendation.filter.SavedFilters;
import vn.commendation.nomination.BulkOutcome.State;
import vn.commendation.nomination.Cases.Draft;
import vn.commendation.platform.AtOnce;
import vn.commendation.platform.LocalPlatform;
import vn.commendation.platform.LocalPlatformTest;
import vn.commendation.platform.Stored;
import vn.commendation.scheduling.DurableTasks;

/** What the Office sees and does for many cases at once, on the real engine and database. */
@LocalPlatformTest
class OfficeDeskIT {

  private static final String OFFICER = "chuyenvien";
  private static final String CHIEF = "chanhvp";
  private static final String IN_HOUSE = "GK-SO";

  @Autowired private Nominations nominations;
  @Autowired private BulkAcceptances acceptances;
  @Autowired private Dashboard dashboard;
  @Autowired private SavedFilters filters;
  @Autowired private TaskCompletions completions;
  @Autowired private DurableTasks durableTasks;
  @Autowired private TransactionTemplate transaction;
  @Autowired private CamundaClient camunda;
  @Autowired private JdbcClient jdbc;

  private Cases cases;
  private Tasklist tasklist;
  private Stored stored;

  @BeforeEach
  void prepare(LocalPlatform platform) {
    cases = new Cases(nominations);
    tasklist = new Tasklist(platform);
    stored = new Stored(jdbc);
  }

  @Test
  void shouldAcceptWhatNothingStandsAgainstAndLeaveTheRest() {
    // given
    var clear = List.of(reviewable(), reviewable());
    var flagged = reviewable();
    find(flagged, "JUDGE", "Chưa có kết quả xếp loại");
    var withdrawn = reviewable();
    var ids = ids(clear.get(0), clear.get(1), flagged, withdrawn);
    assertThat(acceptances.preview(ids, OFFICER))
        .filteredOn(BulkLine::acceptable)
        .extracting(line -> line.nomination().id())
        .containsExactlyInAnyOrder(clear.get(0).id(), clear.get(1).id(), withdrawn.id());
    nominations.withdraw(withdrawn.id(), "Đề nghị nhầm người", withdrawn.nominator());

    // when
    var run = UUID.randomUUID().toString();
    acceptances.accept(run, ids, OFFICER);
    acceptances.accept(run, ids, OFFICER);

    // then
    await().until(() -> !acceptances.outcome(run, OFFICER).unfinished());
    assertThat(states(run))
        .containsEntry(clear.get(0).id(), State.ACCEPTED)
        .containsEntry(clear.get(1).id(), State.ACCEPTED)
        .containsEntry(flagged.id(), State.NOT_SENT)
        .containsEntry(withdrawn.id(), State.NOT_SENT);
    assertThat(nominations.details(clear.get(0).id(), OFFICER).decisions())
        .extracting(decision -> decision.outcome() + " " + decision.decidedBy())
        .containsExactly("accept Phạm Thị Minh Thư");
    assertThat(status(clear.get(0))).isEqualTo(NominationStatus.ACCEPTED);
    assertThat(status(flagged)).isEqualTo(NominationStatus.OFFICE_REVIEW);
    assertThat(acceptances.recent(OFFICER).getFirst().id()).isEqualTo(run);
    assertThatThrownBy(() -> acceptances.accept(run, ids, CHIEF))
        .isInstanceOf(NominationForbidden.class);
  }

  @Test
  void shouldJudgeABulkAcceptanceLikeADecisionInTasklist() {
    var draft = reviewable();
    var run = UUID.randomUUID().toString();
    // something comes up between the confirmation and the moment it is recorded
    jdbc.sql("update account set enabled = false where username = ?").param(OFFICER).update();
    try {
      acceptances.accept(run, List.of(draft.id()), OFFICER);
      await().until(() -> states(run, CHIEF).get(draft.id()) == State.DENIED);
    } finally {
      jdbc.sql("update account set enabled = true where username = ?").param(OFFICER).update();
    }

    assertThat(acceptances.outcome(run, CHIEF).lines().getFirst().detail())
        .contains("không có trong danh bạ");
    assertThat(status(draft)).isEqualTo(NominationStatus.OFFICE_REVIEW);
    // the task is open again, and the next decision counts
    tasklist.awaitVariable(
        CHIEF, instance(draft), "OfficeReview", "problem", "không có trong danh bạ");
  }

  @Test
  void shouldLeaveATaskToWhoeverHasItInHand() {
    var draft = reviewable();
    camunda
        .newAssignUserTaskCommand(taskKey(draft))
        .assignee(CHIEF)
        .allowOverride(true)
        .send()
        .join();

    var run = UUID.randomUUID().toString();
    acceptances.accept(run, List.of(draft.id()), OFFICER);

    await().untilAsserted(() -> assertThat(states(run)).containsEntry(draft.id(), State.TAKEN));
    assertThat(status(draft)).isEqualTo(NominationStatus.OFFICE_REVIEW);
  }

  @Test
  void shouldLetTheFirstOfTwoPeopleDecideAndTellTheOther() throws Exception {
    var draft = reviewable();
    var mine = UUID.randomUUID().toString();
    var theirs = UUID.randomUUID().toString();

    AtOnce.together(() -> accept(mine, draft, OFFICER), () -> accept(theirs, draft, CHIEF));

    await()
        .untilAsserted(
            () ->
                assertThat(List.of(states(mine).get(draft.id()), states(theirs).get(draft.id())))
                    .containsExactlyInAnyOrder(State.ACCEPTED, State.OVERTAKEN));
    assertThat(
            nominations.details(draft.id(), OFFICER).decisions().stream()
                .filter(decision -> decision.outcome().equals("accept")))
        .hasSize(1);
  }

  @Test
  void shouldGoOnAfterACrashBetweenClaimingAndCompleting() {
    var draft = reviewable();
    // the machine died behind the first step: the task is claimed, the command still waits
    camunda
        .newAssignUserTaskCommand(taskKey(draft))
        .assignee(OFFICER)
        .allowOverride(true)
        .send()
        .join();

    var run = UUID.randomUUID().toString();
    acceptances.accept(run, List.of(draft.id()), OFFICER);

    await().untilAsserted(() -> assertThat(states(run)).containsEntry(draft.id(), State.ACCEPTED));
  }

  @Test
  void shouldNeverAcceptAnotherRoundThanTheOneThatWasShown() {
    var draft = reviewable();
    var key = taskKey(draft);
    tasklist.complete(
        CHIEF,
        instance(draft),
        "OfficeReview",
        Map.of("decision", "return", "reason", "Bổ sung", "reopen", List.of("evidence")));
    await().until(() -> status(draft) == NominationStatus.SUPPLEMENT);

    // a command for the first round that has been on its way since
    var completion = UUID.randomUUID().toString();
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql(
                  """
                  insert into task_completion
                    (id, business_id, task_key, username, variables, status, created_at)
                  values (?, ?, ?, ?, '{"decision":"accept"}', 'PENDING', utc_timestamp(6))""")
              .params(completion, draft.id(), key, OFFICER)
              .update();
          durableTasks.schedule("task-completion", completion);
        });

    await()
        .untilAsserted(
            () ->
                assertThat(completions.of(List.of(completion)).get(completion).status())
                    .isEqualTo(TaskCompletion.Status.GONE));
    assertThat(status(draft)).isEqualTo(NominationStatus.SUPPLEMENT);
  }

  @Test
  void shouldShowAnIncidentOfTheEngineUntilItIsOver() {
    // given: a token where no way leads on
    var draft = reviewable();
    var instance = instance(draft);
    camunda
        .newModifyProcessInstanceCommand(instance)
        .activateElement("OfficeGateway")
        .send()
        .join();

    // then
    await().untilAsserted(() -> assertThat(incidentsOf(draft)).hasSize(1));
    var incident = incidentsOf(draft).getFirst();
    assertThat(incident.processId()).isEqualTo("nomination");
    assertThat(incident.elementId()).isEqualTo("OfficeGateway");
    assertThat(incident.owner().path()).isEqualTo("/nominations/" + draft.id());
    assertThat(incident.monitorUrl().toString())
        .endsWith("#/process-instance/" + instance + "/runtime");
    assertThat(view(OFFICER).incidents().readAt()).isNotNull();
    assertThat(view(OFFICER).incidents().error()).isNull();
    assertThat(view("giamdoc").technicalTroubles()).isPositive();

    // when
    nominations.withdraw(draft.id(), "Đề nghị nhầm người", draft.nominator());

    // then
    await().untilAsserted(() -> assertThat(incidentsOf(draft)).isEmpty());
  }

  @Test
  void shouldCountWhereEverythingStandsAndWhatIsLate() {
    var draft = reviewable();
    var before = late();
    jdbc.sql("update nomination set due_at = '2022-03-01 10:00:00' where id = ?")
        .param(draft.id())
        .update();

    var view = view("phogiamdoc");

    var cases = view.stages().getFirst();
    var counted =
        cases.counts().stream()
            .filter(count -> count.stage().equals("OFFICE_REVIEW"))
            .mapToLong(count -> count.count())
            .sum();
    assertThat(counted)
        .isEqualTo(
            jdbc.sql("select count(*) from nomination where status = 'OFFICE_REVIEW'")
                .query(Long.class)
                .single());
    assertThat(late()).isEqualTo(before + 1);
    var line =
        view.late().stream()
            .filter(one -> one.work().path().equals("/nominations/" + draft.id()))
            .findFirst()
            .orElseThrow();
    assertThat(line.workingDays()).isGreaterThan(50);
    assertThat(line.work().holder()).isEqualTo("dashboard.holder.office");
    assertThat(line.work().lastEvent()).isEqualTo("audit.nomination.checked");
    assertThat(
            nominations
                .search(
                    new NominationFilter(
                        line.work().code(), null, true, null, null, null, true, null, null),
                    OFFICER,
                    PageRequest.of(0, 5))
                .getContent())
        .extracting(NominationSummary::id)
        .containsExactly(draft.id());
    jdbc.sql("update nomination set due_at = null where id = ?").param(draft.id()).update();
  }

  @Test
  void shouldKeepFiltersForEachPersonOnly() {
    jdbc.sql("delete from saved_filter").update();
    var saved = filters.save(FilteredList.NOMINATIONS, " Quá hạn ", "overdue=true&page=2", OFFICER);
    assertThat(saved.path()).isEqualTo("/nominations?overdue=true");
    assertThat(saved.name()).isEqualTo("Quá hạn");

    refused("same-name", () -> filters.save(FilteredList.NOMINATIONS, "quá hạn", "q=a", OFFICER));
    refused(
        "same-filter",
        () -> filters.save(FilteredList.NOMINATIONS, "Khác", "overdue=true", OFFICER));
    refused("nothing", () -> filters.save(FilteredList.NOMINATIONS, "Khác", "page=2", OFFICER));
    refused(
        "nothing",
        () -> filters.save(FilteredList.NOMINATIONS, "Khác", "q=\r\nLocation: x", OFFICER));
    refused("name", () -> filters.save(FilteredList.NOMINATIONS, "  ", "q=a", OFFICER));
    refused("unknown", () -> filters.rename(saved.id(), "Của tôi", CHIEF));
    refused("unknown", () -> filters.open(saved.id(), true, CHIEF));
    filters.delete(saved.id(), CHIEF);
    assertThat(filters.of(FilteredList.NOMINATIONS, OFFICER)).containsExactly(saved);
    assertThat(filters.of(FilteredList.NOMINATIONS, CHIEF)).isEmpty();

    var other = filters.save(FilteredList.NOMINATIONS, "Chưa xét", "status=HOLD", OFFICER);
    filters.open(saved.id(), true, OFFICER);
    filters.open(other.id(), true, OFFICER);
    assertThat(filters.opening(FilteredList.NOMINATIONS, OFFICER).orElseThrow().id())
        .isEqualTo(other.id());
    filters.open(other.id(), false, OFFICER);
    assertThat(filters.opening(FilteredList.NOMINATIONS, OFFICER)).isEmpty();
    refused("same-name", () -> filters.rename(other.id(), "Quá hạn", OFFICER));

    for (var n = 2; n < SavedFilters.MOST; n++) {
      filters.save(FilteredList.NOMINATIONS, "Bộ lọc " + n, "q=" + n, OFFICER);
    }
    refused("too-many", () -> filters.save(FilteredList.NOMINATIONS, "Nữa", "q=x", OFFICER));
    jdbc.sql("delete from saved_filter").update();
  }

  private boolean accept(String run, Draft draft, String username) {
    acceptances.accept(run, List.of(draft.id()), username);
    return true;
  }

  private static void refused(String code, Runnable change) {
    assertThatThrownBy(change::run)
        .isInstanceOfSatisfying(
            FilterRefused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  /** A case at the Office's review that nothing stands against, whose task is known. */
  private Draft reviewable() {
    var draft = cases.submitted(IN_HOUSE);
    await().until(() -> status(draft) == NominationStatus.OFFICE_REVIEW);
    await()
        .until(
            () ->
                jdbc.sql("select task_key is not null from open_task where business_id = ?")
                    .param(draft.id())
                    .query(Boolean.class)
                    .single());
    jdbc.sql("delete from nomination_finding where nomination_id = ?").param(draft.id()).update();
    return draft;
  }

  private void find(Draft draft, String severity, String text) {
    jdbc.sql("insert into nomination_finding values (?, 0, 'rating', ?, ?, null)")
        .params(draft.id(), severity, text)
        .update();
  }

  private long taskKey(Draft draft) {
    return jdbc.sql("select task_key from open_task where business_id = ?")
        .param(draft.id())
        .query(Long.class)
        .single();
  }

  private DashboardView view(String username) {
    return dashboard.of(username).orElseThrow();
  }

  private long late() {
    return view(OFFICER).stages().getFirst().total().late();
  }

  private List<OpenIncident> incidentsOf(Draft draft) {
    return view(OFFICER).incidents().incidents().stream()
        .filter(one -> one.owner() != null)
        .filter(one -> one.owner().path().endsWith(draft.id()))
        .toList();
  }

  private Map<String, State> states(String run) {
    return states(run, OFFICER);
  }

  private Map<String, State> states(String run, String username) {
    return acceptances.outcome(run, username).lines().stream()
        .collect(Collectors.toMap(line -> line.nomination().id(), BulkOutcome.Line::state));
  }

  private static List<String> ids(Draft... drafts) {
    return Arrays.stream(drafts).map(Draft::id).toList();
  }

  private NominationStatus status(Draft draft) {
    return nominations.details(draft.id(), draft.nominator()).summary().status();
  }

  private long instance(Draft draft) {
    return stored.instance("nomination", draft.id());
  }
}
