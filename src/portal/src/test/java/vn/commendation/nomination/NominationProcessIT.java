package vn.commendation.nomination;

import static io.camunda.process.test.api.CamundaAssert.assertThatProcessInstance;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;
import static vn.commendation.nomination.Cases.IN_HOUSE;
import static vn.commendation.nomination.Cases.PROVINCE;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;
import vn.commendation.audit.AuditTrail;
import vn.commendation.award.CommendationType;
import vn.commendation.award.DecidingAuthority;
import vn.commendation.award.RuleSet;
import vn.commendation.dossier.Dossiers;
import vn.commendation.dossier.NewDossier;
import vn.commendation.nomination.Cases.Draft;
import vn.commendation.nomination.TaskView.FindingLine;
import vn.commendation.platform.LocalPlatform;
import vn.commendation.platform.LocalPlatformTest;
import vn.commendation.platform.PlatformClock;
import vn.commendation.platform.Stored;

/** One test per way a nomination can end, on the real engine and with the real Tasklist. */
@LocalPlatformTest
@RecordApplicationEvents
class NominationProcessIT {

  private static final String DOSSIER = "5d0551e2-0000-4000-8000-000000000001";

  @Autowired private Nominations nominations;
  @Autowired private NominationFlow flow;
  @Autowired private BatchedNominations batch;
  @Autowired private Dossiers dossiers;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;
  @Autowired private ApplicationEvents events;

  /** Other tests may have moved it. */
  @Autowired private Clock today;

  private Cases cases;
  private Tasklist tasklist;
  private Stored stored;

  @BeforeEach
  void prepare(LocalPlatform platform) {
    cases = new Cases(nominations);
    tasklist = new Tasklist(platform);
    stored = new Stored(jdbc);
  }

  @ParameterizedTest
  @CsvSource({
    "BK-TINH, AWARDED,          EndAwarded",
    "GK-SO,   AWARDED_IN_HOUSE, EndAwardedInHouse",
    "BK-TINH, NOT_AWARDED,      EndNotAwarded",
  })
  void shouldEndAsTheSignedDossierEnds(String award, NominationStatus outcome, String end) {
    // given
    var draft = accepted(award);
    inBatch(draft, () -> batch.join(draft.id(), DOSSIER, "DT-0001"));
    inBatch(draft, () -> batch.signed(draft.id(), "giamdoc"));
    assertThatThrownBy(() -> nominations.withdraw(draft.id(), "Muộn", draft.nominator()))
        .isInstanceOf(NominationConflict.class);

    // when
    inBatch(
        draft,
        () ->
            batch.end(
                draft.id(),
                outcome,
                "chanhvp",
                "Theo quyết định",
                "1234/QĐ-UBND",
                LocalDate.now(today)));

    // then
    assertThatProcessInstance(byKey(instance(draft)))
        .isCompleted()
        .hasCompletedElementsInOrder("GatherFacts", "RecordCheck", "OfficeReview", end);
    awaitClosed(draft);
    var details = nominations.details(draft.id(), "chanhvp");
    assertThat(details.summary().status()).isEqualTo(outcome);
    assertThat(details.decisions())
        .extracting(Decision::step, Decision::outcome, Decision::decidedBy)
        .containsExactly(
            tuple("office-review", "accept", "Phạm Thị Minh Thư"),
            tuple("dossier", outcome.name(), "Võ Thanh Sơn"));
    assertThat(details.decisions().getLast().reference()).isEqualTo("1234/QĐ-UBND");
    stored.awaitMail(draft.nominator() + "@tayninh.example", details.summary().code());
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_PASSED,       EndNotPassed",
    "REFUSED,          EndRefused",
    "OBJECTION_UPHELD, EndObjectionUpheld",
  })
  void shouldEndInTheDossierBeforeTheSignature(NominationStatus outcome, String end) {
    var draft = accepted(IN_HOUSE);

    inBatch(
        draft,
        () -> {
          batch.join(draft.id(), DOSSIER, "DT-0001");
          batch.end(draft.id(), outcome, AuditTrail.SYSTEM, "Không đạt", null, null);
        });

    assertThatProcessInstance(byKey(instance(draft))).isCompleted().hasCompletedElements(end);
    awaitClosed(draft);
    assertThat(status(draft)).isEqualTo(outcome);
  }

  @Test
  void shouldEndWhenTheOfficeRejectsAndStartAgainFromItsContent() {
    var draft = cases.submitted(IN_HOUSE);

    decide(draft, "chuyenvien", Step.OFFICE_REVIEW, "reject", "Không thuộc phạm vi phong trào");

    awaitStatus(draft, NominationStatus.REJECTED);
    assertThatProcessInstance(byKey(instance(draft)))
        .isCompleted()
        .hasCompletedElements("EndRejected")
        .hasNotActivatedElements("AwaitDossier");

    var again = nominations.renew(draft.id(), draft.nominator());
    assertThat(nominations.renew(draft.id(), draft.nominator())).isEqualTo(again);
    var renewed = nominations.details(again, draft.nominator());
    assertThat(renewed.title()).isEqualTo(draft.form().title());
    assertThat(renewed.files()).hasSize(1);
    assertThat(renewed.earlier().id()).isEqualTo(draft.id());
    assertThat(nominations.details(draft.id(), draft.nominator()).later())
        .extracting(CaseLink::id)
        .containsExactly(again);
  }

  @Test
  void shouldEndWhenTheUnitWithdraws() {
    var draft = cases.submitted(IN_HOUSE);
    awaitStatus(draft, NominationStatus.OFFICE_REVIEW);

    nominations.withdraw(draft.id(), "Đề nghị nhầm người", draft.nominator());

    assertThatProcessInstance(byKey(instance(draft)))
        .isCompleted()
        .hasCompletedElements("EndWithdrawn")
        .hasTerminatedElements("OfficeReview");
    awaitClosed(draft);
    assertThat(status(draft)).isEqualTo(NominationStatus.WITHDRAWN);
  }

  @Test
  void shouldLeaveTheDossierWhenTheUnitWithdraws() {
    var draft = accepted(IN_HOUSE);
    var dossier =
        dossiers.open(
            new NewDossier(DecidingAuthority.DIRECTOR, "Khen thưởng", List.of(draft.id())),
            "chuyenvien");

    nominations.withdraw(draft.id(), "Đề nghị nhầm người", draft.nominator());

    assertThat(events.stream(NominationLeftBatch.class))
        .contains(new NominationLeftBatch(draft.id(), dossier));
    assertThatProcessInstance(byKey(instance(draft)))
        .isCompleted()
        .hasCompletedElements("EndWithdrawn");
  }

  @Test
  void shouldRemindTheUnitAndEndWhenItDoesNotSupplementInTime(PlatformClock clock) {
    var draft = cases.submitted(IN_HOUSE);
    giveBack(draft, "Bổ sung minh chứng sáng kiến", "evidence");
    assertThatProcessInstance(byKey(instance(draft))).hasActiveElements("Supplement");
    var summary = nominations.details(draft.id(), draft.nominator()).summary();

    clock.advance(Duration.between(today.instant(), summary.dueAt()).minusHours(1));
    stored.awaitNotice(draft.nominator(), "supplement-due", draft.id());
    assertThat(status(draft)).isEqualTo(NominationStatus.SUPPLEMENT);

    clock.advance(Duration.between(today.instant(), summary.dueAt()).plusMinutes(1));
    awaitStatus(draft, NominationStatus.EXPIRED);
    assertThatProcessInstance(byKey(instance(draft)))
        .isCompleted()
        .hasCompletedElements("EndReminded", "SupplementExpired", "EndExpired");
  }

  @Test
  void shouldEndWhenTheCheckFindsTheNomineeGone() {
    var draft = cases.draft(IN_HOUSE);
    var person = draft.form().personId();

    transaction.executeWithoutResult(
        inside -> {
          cases.submit(draft);
          jdbc.sql("update person set valid_to = '2022-01-01' where id = ?").param(person).update();
        });

    try {
      awaitStatus(draft, NominationStatus.INELIGIBLE);
      assertThatProcessInstance(byKey(instance(draft)))
          .isCompleted()
          .hasCompletedElements("CheckFailed", "EndIneligible")
          .hasNotActivatedElements("OfficeReview");
    } finally {
      jdbc.sql("update person set valid_to = null where id = ?").param(person).update();
    }
  }

  @Test
  void shouldRollALateNominationOverToAnotherCampaign() {
    var draft = cases.late(IN_HOUSE);
    cases.submit(draft);
    awaitStatus(draft, NominationStatus.OFFICE_REVIEW);
    assertThat(nominations.details(draft.id(), "chanhvp").lateReason()).startsWith("Chờ kết luận");

    complete(
        draft,
        "chuyenvien",
        Map.of("decision", "roll-over", "reason", "Chuyển phong trào sau", "campaign", "1"));

    awaitStatus(draft, NominationStatus.ROLLED_OVER);
    assertThatProcessInstance(byKey(instance(draft)))
        .isCompleted()
        .hasCompletedElements("EndRolledOver");
    var later = nominations.details(draft.id(), draft.nominator()).later();
    assertThat(later)
        .singleElement()
        .satisfies(link -> assertThat(link.status()).isEqualTo(NominationStatus.DRAFT));
    assertThat(nominations.form(later.getFirst().id(), draft.nominator()).campaignId())
        .isEqualTo(1);
  }

  @Test
  void shouldCarryAnUnplannedNominationOutsideEveryCampaign() {
    var draft = cases.unplanned(IN_HOUSE);
    cases.submit(draft);

    awaitStatus(draft, NominationStatus.OFFICE_REVIEW);
    var details = nominations.details(draft.id(), "chanhvp");
    assertThat(details.summary().code())
        .matches("DX-" + LocalDate.now(today).getYear() + "-\\d{4}");
    assertThat(details.check().rule().types()).contains(CommendationType.UNPLANNED);
  }

  @Test
  void shouldCheckAgainByTheLaterRulesTheOfficeChose() {
    var draft = cases.unplanned(IN_HOUSE);
    cases.submit(draft);
    awaitStatus(draft, NominationStatus.OFFICE_REVIEW);
    jdbc.sql(
            "update nomination set submitted_at = '2026-09-20 02:00:00', rule_set = 'R3' where id = ?")
        .param(draft.id())
        .update();
    decide(draft, "chuyenvien", Step.OFFICE_REVIEW, "accept", null);
    tasklist.awaitVariable(
        "chuyenvien", instance(draft), "OfficeReview", "problem", "thuộc thời gian chuyển tiếp");
    assertThat(nominations.details(draft.id(), "chuyenvien").check().transition().others())
        .extracting(RuleSet::code)
        .containsExactly("R4");

    complete(
        draft,
        "chuyenvien",
        Map.of("decision", "choose-rules", "ruleSet", "R4", "reason", "Có lợi hơn cho cá nhân"));

    await()
        .until(
            () ->
                jdbc.sql(
                        """
                        select count(*) from nomination
                        where id = ? and rule_set = 'R4' and status = 'OFFICE_REVIEW'""")
                    .param(draft.id())
                    .query(Boolean.class)
                    .single());
    assertThatProcessInstance(byKey(instance(draft)))
        .hasCompletedElement("GatherFacts", 2)
        .hasActiveElements("OfficeReview");
    var details = nominations.details(draft.id(), draft.nominator());
    assertThat(details.check().rule().ruleSet()).isEqualTo("R4");
    assertThat(details.timeline())
        .anySatisfy(
            entry -> {
              assertThat(entry.action()).isEqualTo("nomination.rules-chosen");
              assertThat(entry.reason()).endsWith("→ Luật sửa đổi 2026");
            });
    tasklist.awaitVariable(
        "chuyenvien", instance(draft), "OfficeReview", "ruleSetName", "Luật sửa đổi 2026");

    decide(draft, "chuyenvien", Step.OFFICE_REVIEW, "accept", "Tiêu biểu");
    awaitStatus(draft, NominationStatus.ACCEPTED);
  }

  @Test
  void shouldCheckAgainWhenTheOfficeLiftsAHold() {
    var draft = cases.submitted(IN_HOUSE);
    hold(draft, LocalDate.now(today).plusDays(30));

    nominations.liftHold(draft.id(), "Đã có kết luận", "chanhvp");

    awaitStatus(draft, NominationStatus.OFFICE_REVIEW);
    assertThatProcessInstance(byKey(instance(draft)))
        .hasCompletedElement("GatherFacts", 2)
        .hasActiveElements("OfficeReview");
  }

  @Test
  void shouldCheckAgainOnTheReviewDateOfAHold(PlatformClock clock) {
    var draft = cases.submitted(IN_HOUSE);
    hold(draft, LocalDate.now(today).plusDays(2));
    assertThatProcessInstance(byKey(instance(draft))).hasActiveElements("Hold");

    clock.advance(Duration.ofDays(2));

    awaitStatus(draft, NominationStatus.OFFICE_REVIEW);
    assertThatProcessInstance(byKey(instance(draft)))
        .hasCompletedElements("HoldReviewDate", "ReviewHold")
        .hasCompletedElement("GatherFacts", 2);
    assertThat(nominations.details(draft.id(), "chanhvp").hold()).isNull();
  }

  @Test
  void shouldCheckTheOtherAwardOnceTheUnitAgrees() {
    var draft = cases.submitted(IN_HOUSE);
    proposeProvince(draft);

    decide(draft, draft.nominator(), Step.CONSENT, "agree", null);

    awaitStatus(draft, NominationStatus.OFFICE_REVIEW);
    var details = nominations.details(draft.id(), "chanhvp");
    assertThat(details.check().rule().award()).isEqualTo(PROVINCE);
    assertThat(details.check().rule().authority()).isEqualTo(DecidingAuthority.PROVINCE);
    assertThat(nominations.versions(draft.id(), "chanhvp"))
        .extracting(NominationVersion::revision)
        .containsExactly(1, 2);
  }

  @Test
  void shouldGoBackToTheOfficeWhenTheUnitDeclines() {
    var draft = cases.submitted(IN_HOUSE);
    proposeProvince(draft);

    decide(draft, draft.nominator(), Step.CONSENT, "decline", "Giữ hình thức đã đề nghị");

    awaitStatus(draft, NominationStatus.OFFICE_REVIEW);
    assertThat(nominations.details(draft.id(), "chanhvp").check().rule().award())
        .isEqualTo(IN_HOUSE);
  }

  @Test
  void shouldGoBackToTheOfficeWhenTheUnitDoesNotAnswer(PlatformClock clock) {
    var draft = cases.submitted(IN_HOUSE);
    proposeProvince(draft);
    assertThatProcessInstance(byKey(instance(draft))).hasActiveElements("ConsentToChange");
    var due = nominations.details(draft.id(), draft.nominator()).summary().dueAt();

    clock.advance(Duration.between(today.instant(), due).plusMinutes(1));

    awaitStatus(draft, NominationStatus.OFFICE_REVIEW);
    assertThatProcessInstance(byKey(instance(draft)))
        .hasCompletedElements("ConsentExpired", "ExpireConsent")
        .hasActiveElements("OfficeReview");
  }

  @Test
  void shouldGoBackToTheOfficeWhenTheDossierReopensIt() {
    var draft = accepted(IN_HOUSE);

    inBatch(
        draft,
        () -> {
          batch.join(draft.id(), DOSSIER, "DT-0001");
          batch.reopen(draft.id(), "giamdoc", "Làm rõ phạm vi ảnh hưởng");
        });

    assertThatProcessInstance(byKey(instance(draft)))
        .hasCompletedElements("NominationReopened", "RecordReopening")
        .hasActiveElements("OfficeReview");
    decide(draft, "chanhvp", Step.OFFICE_REVIEW, "accept", "Đã làm rõ");
    awaitStatus(draft, NominationStatus.ACCEPTED);
    assertThat(
            transaction.<List<String>>execute(
                inside ->
                    batch.accepted(DecidingAuthority.DIRECTOR).stream()
                        .map(AcceptedNomination::id)
                        .toList()))
        .contains(draft.id());
  }

  @Test
  void shouldGoBackToTheCheckWhenTheUnitSupplementsInThePortal() {
    var draft = cases.submitted(IN_HOUSE);
    giveBack(draft, "Nêu rõ hiệu quả", "achievements");
    awaitStatus(draft, NominationStatus.SUPPLEMENT);
    assertThat(nominations.details(draft.id(), draft.nominator()).lastReturnReason())
        .isEqualTo("Nêu rõ hiệu quả");
    assertThatThrownBy(
            () ->
                nominations.removeEvidence(
                    draft.id(),
                    nominations.details(draft.id(), draft.nominator()).files().getFirst().id(),
                    draft.nominator()))
        .isInstanceOf(NominationConflict.class)
        .hasMessage("part-closed");

    cases.submit(draft);

    awaitStatus(draft, NominationStatus.OFFICE_REVIEW);
    assertThatProcessInstance(byKey(instance(draft)))
        .hasCompletedElement("GatherFacts", 2)
        .hasCompletedElements("SupplementedInPortal")
        .hasActiveElements("OfficeReview");
    for (var said : List.of("Nêu rõ hiệu quả", "Phạm Thị Minh Thư")) {
      tasklist.awaitVariable("chanhvp", instance(draft), "OfficeReview", "history", said);
    }
  }

  @Test
  void shouldGoBackToTheCheckWhenTheUnitSupplementsInTasklist() {
    var draft = cases.submitted(IN_HOUSE);
    giveBack(draft, "Nêu rõ hiệu quả", "achievements");
    awaitStatus(draft, NominationStatus.SUPPLEMENT);

    tasklist.complete(
        draft.nominator(),
        instance(draft),
        "Supplement",
        Map.of("reason", "Đã bổ sung số liệu vào báo cáo"));

    awaitStatus(draft, NominationStatus.OFFICE_REVIEW);
    assertThatProcessInstance(byKey(instance(draft)))
        .hasCompletedElement("GatherFacts", 2)
        .hasCompletedElements("RecordSupplement")
        .hasActiveElements("OfficeReview");
  }

  @Test
  void shouldReopenTheTaskWhenSomebodyDecidesWhoMayNot() {
    var draft = cases.submitted(IN_HOUSE);
    awaitStatus(draft, NominationStatus.OFFICE_REVIEW);

    tasklist.intrude("vanthu", instance(draft), "OfficeReview", Map.of("decision", "accept"));

    assertThatProcessInstance(byKey(instance(draft)))
        .hasCompletedElements("OfficeReviewDenied")
        .hasActiveElements("OfficeReview");
    awaitProblem(draft, "Bùi Thị Mai không có thẩm quyền thực hiện bước này.");
    assertThat(status(draft)).isEqualTo(NominationStatus.OFFICE_REVIEW);
    assertThat(nominations.details(draft.id(), "chanhvp").timeline())
        .anySatisfy(
            entry -> {
              assertThat(entry.action()).isEqualTo("nomination.decision-denied");
              assertThat(entry.who()).isEqualTo("Bùi Thị Mai");
            });

    decide(draft, "chuyenvien", Step.OFFICE_REVIEW, "accept", "Tiêu biểu");

    awaitStatus(draft, NominationStatus.ACCEPTED);
  }

  @Test
  void shouldReopenTheTaskWhenTheReasonIsMissing() {
    var draft = cases.submitted(IN_HOUSE);
    awaitStatus(draft, NominationStatus.OFFICE_REVIEW);

    decide(draft, "chuyenvien", Step.OFFICE_REVIEW, "reject", "  ");

    assertThatProcessInstance(byKey(instance(draft)))
        .hasCompletedElements("OfficeReviewDenied")
        .hasActiveElements("OfficeReview");
    awaitProblem(draft, "Phải nêu lý do cho quyết định này.");
  }

  @Test
  void shouldNotAcceptWhileAFindingStandsAgainstIt() {
    var draft = cases.submitted(IN_HOUSE);
    awaitStatus(draft, NominationStatus.OFFICE_REVIEW);
    jdbc.sql("insert into nomination_finding values (?, 99, 'x', 'HOLD', 'Đang khiếu nại', null)")
        .param(draft.id())
        .update();

    decide(draft, "chuyenvien", Step.OFFICE_REVIEW, "accept", "Vẫn đồng ý");

    awaitProblem(draft, "Chưa thể đồng ý vì: Đang khiếu nại");
    assertThat(status(draft)).isEqualTo(NominationStatus.OFFICE_REVIEW);
    // what a register says is for those who judge; the unit learns that it did not count
    assertThat(lastEntry(draft, "chuyenvien").reason()).contains("Đang khiếu nại");
    assertThat(lastEntry(draft, draft.nominator()))
        .extracting(TimelineEntry::action, TimelineEntry::reason)
        .containsExactly("nomination.decision-denied", null);
    var view = flow.taskView(draft.id());
    assertThat(view.findings()).extracting(FindingLine::text).contains("Đang khiếu nại");
    assertThat(view.unitFindings()).extracting(FindingLine::text).doesNotContain("Đang khiếu nại");
  }

  private TimelineEntry lastEntry(Draft draft, String username) {
    return nominations.details(draft.id(), username).timeline().getLast();
  }

  private Draft accepted(String award) {
    var draft = cases.submitted(award);
    decide(draft, "chuyenvien", Step.OFFICE_REVIEW, "accept", "Tiêu biểu");
    awaitStatus(draft, NominationStatus.ACCEPTED);
    return draft;
  }

  private void inBatch(Draft draft, Runnable work) {
    assertThat(status(draft).ended()).isFalse();
    transaction.executeWithoutResult(inside -> work.run());
  }

  private void giveBack(Draft draft, String reason, String... parts) {
    awaitStatus(draft, NominationStatus.OFFICE_REVIEW);
    complete(
        draft,
        "chuyenvien",
        Map.of("decision", "return", "reason", reason, "reopen", List.of(parts)));
  }

  private void hold(Draft draft, LocalDate reviewOn) {
    awaitStatus(draft, NominationStatus.OFFICE_REVIEW);
    complete(
        draft,
        "chuyenvien",
        Map.of(
            "decision",
            "hold",
            "reason",
            "Có đơn khiếu nại",
            "holdKind",
            "COMPLAINT",
            "reviewOn",
            reviewOn.toString()));
    awaitStatus(draft, NominationStatus.HOLD);
  }

  private void proposeProvince(Draft draft) {
    awaitStatus(draft, NominationStatus.OFFICE_REVIEW);
    complete(
        draft,
        "chuyenvien",
        Map.of("decision", "change-form", "reason", "Xứng đáng mức cao hơn", "award", PROVINCE));
    awaitStatus(draft, NominationStatus.CONSENT);
  }

  private void complete(Draft draft, String username, Map<String, Object> entered) {
    tasklist.complete(username, instance(draft), "OfficeReview", entered);
  }

  private void decide(Draft draft, String username, Step step, String decision, String reason) {
    awaitStatus(draft, step.status());
    tasklist.complete(
        username,
        instance(draft),
        step.element(),
        reason == null
            ? Map.of("decision", decision)
            : Map.of("decision", decision, decision.equals("accept") ? "note" : "reason", reason));
  }

  private void awaitStatus(Draft draft, NominationStatus expected) {
    await().untilAsserted(() -> assertThat(status(draft)).isEqualTo(expected));
  }

  private void awaitProblem(Draft draft, String expected) {
    tasklist.awaitVariable(
        "chuyenvien", instance(draft), "OfficeReview", "problem", '"' + expected + '"');
  }

  private void awaitClosed(Draft draft) {
    await()
        .until(
            () ->
                jdbc.sql("select closed_at is not null from nomination where id = ?")
                    .param(draft.id())
                    .query(Boolean.class)
                    .single());
  }

  private NominationStatus status(Draft draft) {
    return nominations.details(draft.id(), draft.nominator()).summary().status();
  }

  private long instance(Draft draft) {
    return stored.instance("nomination", draft.id());
  }
}
