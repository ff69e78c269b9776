package vn.commendation.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.commendation.audit.AuditEntry;
import vn.commendation.audit.AuditTrail;
import vn.commendation.nomination.BatchedNominations;
import vn.commendation.nomination.Cases;
import vn.commendation.nomination.Cases.Draft;
import vn.commendation.nomination.NominationStatus;
import vn.commendation.nomination.Nominations;
import vn.commendation.nomination.Tasklist;
import vn.commendation.platform.LocalPlatform;
import vn.commendation.platform.LocalPlatformTest;
import vn.commendation.platform.PlatformClock;
import vn.commendation.platform.Stored;

/** A case loses its instance at every step and goes on with another one as if nothing had been. */
@LocalPlatformTest
class NominationRebuildIT {

  private static final String PROCESS = "nomination";
  private static final String DOSSIER = "5d0551e2-0000-4000-8000-000000000002";

  @Autowired private ApplicationContext application;
  @Autowired private Nominations nominations;
  @Autowired private BatchedNominations batch;
  @Autowired private AuditTrail audit;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;
  @Autowired private Clock today;

  private Losses losses;
  private Cases cases;
  private Tasklist tasklist;
  private Stored stored;

  @BeforeEach
  void prepare(LocalPlatform platform) {
    losses = new Losses(application);
    cases = new Cases(nominations);
    tasklist = new Tasklist(platform);
    stored = new Stored(jdbc);
  }

  @Test
  void shouldGoOnFromEveryStepToTheAward() {
    var draft = submitted();
    losses.loseAndRebuild(PROCESS, draft.id());
    review(draft, Map.of("decision", "return", "reason", "Nêu rõ", "reopen", List.of("evidence")));
    awaitStatus(draft, NominationStatus.SUPPLEMENT);
    losses.loseAndRebuild(PROCESS, draft.id());
    cases.submit(draft);
    awaitStatus(draft, NominationStatus.OFFICE_REVIEW);
    losses.loseAndRebuild(PROCESS, draft.id());
    review(draft, Map.of("decision", "return", "reason", "Nêu rõ", "reopen", List.of("evidence")));
    awaitStatus(draft, NominationStatus.SUPPLEMENT);
    losses.loseAndRebuild(PROCESS, draft.id());
    tasklist.complete(
        draft.nominator(), instance(draft), "Supplement", Map.of("reason", "Đã bổ sung"));
    awaitStatus(draft, NominationStatus.OFFICE_REVIEW);
    review(
        draft, Map.of("decision", "change-form", "award", Cases.PROVINCE, "reason", "Tiêu biểu"));
    awaitStatus(draft, NominationStatus.CONSENT);
    losses.loseAndRebuild(PROCESS, draft.id());
    tasklist.complete(
        draft.nominator(),
        instance(draft),
        "ConsentToChange",
        Map.of("decision", "decline", "reason", "Giữ nguyên"));
    awaitStatus(draft, NominationStatus.OFFICE_REVIEW);
    hold(draft, 30);
    losses.loseAndRebuild(PROCESS, draft.id());
    nominations.liftHold(draft.id(), "Đã có kết luận", "chanhvp");
    awaitStatus(draft, NominationStatus.OFFICE_REVIEW);
    losses.loseAndRebuild(PROCESS, draft.id());
    review(draft, Map.of("decision", "accept", "note", "Đủ điều kiện"));
    awaitStatus(draft, NominationStatus.ACCEPTED);
    losses.loseAndRebuild(PROCESS, draft.id());
    inBatch(() -> batch.join(draft.id(), DOSSIER, "DT-0002"));
    losses.loseAndRebuild(PROCESS, draft.id());
    inBatch(() -> batch.signed(draft.id(), "giamdoc"));
    losses.loseAndRebuild(PROCESS, draft.id());
    inBatch(() -> end(draft, NominationStatus.AWARDED));
    losses.awaitEnd(PROCESS, draft.id());

    assertThat(audit.of(draft.id()))
        .extracting(AuditEntry::action)
        .containsExactly(
            "nomination.drafted",
            "nomination.evidence-added",
            "nomination.submitted",
            "nomination.checked",
            "nomination.office-review.return",
            "nomination.supplemented",
            "nomination.checked",
            "nomination.office-review.return",
            "nomination.supplemented",
            "nomination.checked",
            "nomination.office-review.change-form",
            "nomination.consent.decline",
            "nomination.office-review.hold",
            "nomination.hold-lifted",
            "nomination.checked",
            "nomination.office-review.accept",
            "nomination.joined-dossier",
            "nomination.signed",
            "nomination.ended",
            "nomination.outcome-notified");
  }

  @Test
  void shouldKeepTheTimesOfASupplement(PlatformClock clock) {
    var draft = submitted();
    review(draft, Map.of("decision", "return", "reason", "Nêu rõ", "reopen", List.of("evidence")));
    awaitStatus(draft, NominationStatus.SUPPLEMENT);
    losses.loseAndRebuild(PROCESS, draft.id());
    var due = nominations.details(draft.id(), draft.nominator()).summary().dueAt();

    clock.advance(Duration.between(today.instant(), due).minusHours(1));
    stored.awaitNotice(draft.nominator(), "supplement-due", draft.id());
    losses.loseAndRebuild(PROCESS, draft.id());
    clock.advance(Duration.ofMinutes(61));

    awaitStatus(draft, NominationStatus.EXPIRED);
    losses.awaitEnd(PROCESS, draft.id());
    assertThat(audit.of(draft.id()))
        .extracting(AuditEntry::action)
        .containsOnlyOnce("nomination.reminded", "nomination.expired");
  }

  @Test
  void shouldKeepTheReviewDateOfAHold(PlatformClock clock) {
    var draft = submitted();
    hold(draft, 2);
    losses.loseAndRebuild(PROCESS, draft.id());

    clock.advance(Duration.ofDays(2));

    awaitStatus(draft, NominationStatus.OFFICE_REVIEW);
    losses.awaitRight(PROCESS, draft.id());
  }

  @Test
  void shouldKeepTheTimeTheUnitHasToAgree(PlatformClock clock) {
    var draft = submitted();
    review(
        draft, Map.of("decision", "change-form", "award", Cases.PROVINCE, "reason", "Tiêu biểu"));
    awaitStatus(draft, NominationStatus.CONSENT);
    losses.loseAndRebuild(PROCESS, draft.id());
    var due = nominations.details(draft.id(), draft.nominator()).summary().dueAt();

    clock.advance(Duration.between(today.instant(), due).plusMinutes(1));

    awaitStatus(draft, NominationStatus.OFFICE_REVIEW);
    losses.awaitRight(PROCESS, draft.id());
  }

  @ParameterizedTest
  @EnumSource(
      value = NominationStatus.class,
      names = {"AWARDED_IN_HOUSE", "OBJECTION_UPHELD"})
  void shouldEndACaseWhoseOutcomeNobodyCouldBeTold(NominationStatus outcome) {
    var draft = accepted();
    losses.lose(PROCESS, draft.id());
    inBatch(
        () -> {
          batch.join(draft.id(), DOSSIER, "DT-0002");
          end(draft, outcome);
        });

    losses.rebuild(PROCESS, draft.id());

    losses.awaitEnd(PROCESS, draft.id());
    assertThat(audit.of(draft.id()))
        .extracting(AuditEntry::action)
        .containsOnlyOnce("nomination.ended", "nomination.outcome-notified");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldEndAWithdrawnCaseWhenItsUnitWithdrew(boolean beforeTheRebuild) {
    var draft = submitted();
    losses.lose(PROCESS, draft.id());
    if (beforeTheRebuild) {
      nominations.withdraw(draft.id(), "Nhầm người", draft.nominator());
    }

    losses.rebuild(PROCESS, draft.id());
    if (!beforeTheRebuild) {
      nominations.withdraw(draft.id(), "Nhầm người", draft.nominator());
    }

    losses.awaitEnd(PROCESS, draft.id());
    assertThat(audit.of(draft.id()))
        .extracting(AuditEntry::action)
        .containsOnlyOnce("nomination.withdrawn", "nomination.outcome-notified");
  }

  @Test
  void shouldHandTheOfficeACaseThatABatchGaveBackMeanwhile() {
    var draft = accepted();
    losses.lose(PROCESS, draft.id());
    inBatch(
        () -> {
          batch.join(draft.id(), DOSSIER, "DT-0002");
          batch.reopen(draft.id(), "giamdoc", "Làm rõ");
        });

    losses.rebuild(PROCESS, draft.id());
    losses.awaitRight(PROCESS, draft.id());
    losses.loseAndRebuild(PROCESS, draft.id());
    review(draft, Map.of("decision", "accept", "note", "Đã làm rõ"));

    // the message to the lost instance is still kept, and must not give the case back once more
    awaitStatus(draft, NominationStatus.ACCEPTED);
    losses.awaitRight(PROCESS, draft.id());
    inBatch(
        () -> {
          batch.join(draft.id(), DOSSIER, "DT-0003");
          batch.reopen(draft.id(), "giamdoc", "Làm rõ lần hai");
        });
    awaitStatus(draft, NominationStatus.OFFICE_REVIEW);
    losses.awaitRight(PROCESS, draft.id());
  }

  @Test
  void shouldCheckACaseThatWasSupplementedMeanwhile() {
    var draft = submitted();
    review(draft, Map.of("decision", "return", "reason", "Nêu rõ", "reopen", List.of("evidence")));
    awaitStatus(draft, NominationStatus.SUPPLEMENT);
    losses.lose(PROCESS, draft.id());
    cases.submit(draft);

    losses.rebuild(PROCESS, draft.id());

    awaitStatus(draft, NominationStatus.OFFICE_REVIEW);
    losses.awaitRight(PROCESS, draft.id());
  }

  @Test
  void shouldStopAnInstanceThatWasGivenUp() {
    // given one that runs beside the one the case was given
    var draft = submitted();
    losses.lose(PROCESS, draft.id());
    losses.rebuild(PROCESS, draft.id());
    var own = instance(draft);
    jdbc.sql("update rebuilt_case set process_instance_key = 1 where business_id = ?")
        .param(draft.id())
        .update();

    // when somebody decides in it
    review(draft, Map.of("decision", "accept", "note", "Đủ điều kiện"));

    // then nothing of it counts
    await()
        .until(
            () ->
                jdbc.sql("select count(*) from engine_incident where process_instance_key = ?")
                        .param(own)
                        .query(Long.class)
                        .single()
                    > 0);
    assertThat(nominations.details(draft.id(), draft.nominator()).summary().status())
        .isEqualTo(NominationStatus.OFFICE_REVIEW);
    losses.rebuild(PROCESS, draft.id());
    losses.awaitRight(PROCESS, draft.id());
    review(draft, Map.of("decision", "accept", "note", "Đủ điều kiện"));
    awaitStatus(draft, NominationStatus.ACCEPTED);
  }

  private Draft submitted() {
    var draft = cases.submitted(Cases.IN_HOUSE);
    awaitStatus(draft, NominationStatus.OFFICE_REVIEW);
    return draft;
  }

  private Draft accepted() {
    var draft = submitted();
    review(draft, Map.of("decision", "accept", "note", "Đủ điều kiện"));
    awaitStatus(draft, NominationStatus.ACCEPTED);
    return draft;
  }

  private void hold(Draft draft, int days) {
    var entered = new HashMap<String, Object>();
    entered.put("decision", "hold");
    entered.put("reason", "Đang xác minh đơn");
    entered.put("holdKind", "COMPLAINT");
    entered.put("reviewOn", LocalDate.now(today).plusDays(days).toString());
    review(draft, entered);
    awaitStatus(draft, NominationStatus.HOLD);
  }

  private void review(Draft draft, Map<String, Object> entered) {
    tasklist.complete("chuyenvien", instance(draft), "OfficeReview", entered);
  }

  private void inBatch(Runnable work) {
    transaction.executeWithoutResult(inside -> work.run());
  }

  private void end(Draft draft, NominationStatus outcome) {
    batch.end(
        draft.id(), outcome, "chanhvp", "Theo quyết định", "12/QĐ-UBND", LocalDate.now(today));
  }

  private void awaitStatus(Draft draft, NominationStatus expected) {
    await()
        .untilAsserted(
            () ->
                assertThat(nominations.details(draft.id(), draft.nominator()).summary().status())
                    .isEqualTo(expected));
  }

  private long instance(Draft draft) {
    return stored.instance("nomination", draft.id());
  }
}
