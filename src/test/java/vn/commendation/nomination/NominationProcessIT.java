package vn.commendation.nomination;

import static io.camunda.process.test.api.CamundaAssert.assertThatProcessInstance;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;
import static vn.commendation.nomination.Cases.IN_HOUSE;
import static vn.commendation.nomination.Cases.PROVINCE;

import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.commendation.nomination.Cases.Draft;
import vn.commendation.platform.LocalPlatform;
import vn.commendation.platform.LocalPlatformTest;
import vn.commendation.platform.PlatformClock;

/** One test per way a nomination can end, on the real engine and with the real Tasklist. */
@LocalPlatformTest
class NominationProcessIT {

  @Autowired private Nominations nominations;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  /** Other tests may have moved it. */
  @Autowired private Clock today;

  private Cases cases;
  private Tasklist tasklist;

  @BeforeEach
  void prepare(LocalPlatform platform) {
    cases = new Cases(nominations);
    tasklist = new Tasklist(platform);
  }

  @Test
  void shouldAwardByTheProvince() {
    // given
    var draft = cases.submitted(PROVINCE);
    awaitStatus(draft, NominationStatus.OFFICE_REVIEW);

    // when
    decide(draft, "chuyenvien", Step.OFFICE_REVIEW, "accept", null);
    awaitStatus(draft, NominationStatus.SIGNATURE);
    decide(draft, "giamdoc", Step.SIGNATURE, "sign", null);
    awaitStatus(draft, NominationStatus.BOARD_REVIEW);
    enterResult(draft, "award", "1234/QĐ-UBND", null);

    // then
    awaitStatus(draft, NominationStatus.AWARDED);
    assertThatProcessInstance(byKey(instance(draft)))
        .isCompleted()
        .hasCompletedElementsInOrder(
            "CheckNomination",
            "OfficeReview",
            "LeadershipSignature",
            "SubmitToBoard",
            "BoardResult",
            "EndAwarded");
    var details = nominations.details(draft.id(), "chanhvp");
    assertThat(details.decisions())
        .extracting(Decision::step, Decision::outcome, Decision::decidedBy)
        .containsExactly(
            tuple("office-review", "accept", "Phạm Thị Minh Thư"),
            tuple("signature", "sign", "Nguyễn Văn Hùng"),
            tuple("board-result", "award", "Võ Thanh Sơn"));
    assertThat(details.decisions().getLast().reference()).isEqualTo("1234/QĐ-UBND");
    assertThat(details.board().recipient()).contains("hoidong");
    assertMailed("hoidong.tdkt@tayninh.example", details.summary().code());
    assertMailed(draft.nominator() + "@tayninh.example", details.summary().code());
  }

  @Test
  void shouldAwardInHouseWithTheSignature() {
    var draft = cases.submitted(IN_HOUSE);

    decide(draft, "chanhvp", Step.OFFICE_REVIEW, "accept", null);
    decide(draft, "phogiamdoc", Step.SIGNATURE, "sign", null);

    awaitStatus(draft, NominationStatus.AWARDED_IN_HOUSE);
    assertThatProcessInstance(byKey(instance(draft)))
        .isCompleted()
        .hasCompletedElements("EndAwardedInHouse")
        .hasNotActivatedElements("SubmitToBoard");
  }

  @Test
  void shouldRecordThatTheProvinceDoesNotAward() {
    var draft = cases.submitted(PROVINCE);

    decide(draft, "chuyenvien", Step.OFFICE_REVIEW, "accept", null);
    decide(draft, "giamdoc", Step.SIGNATURE, "sign", null);
    enterResult(draft, "not-award", "56/TB-HĐTĐ", "Chưa đủ thời gian công tác");

    awaitStatus(draft, NominationStatus.NOT_AWARDED);
    assertThatProcessInstance(byKey(instance(draft)))
        .isCompleted()
        .hasCompletedElements("EndNotAwarded");
  }

  @Test
  void shouldEndWhenTheOfficeRejects() {
    var draft = cases.submitted(IN_HOUSE);

    decide(draft, "chuyenvien", Step.OFFICE_REVIEW, "reject", "Không thuộc phạm vi phong trào");

    awaitStatus(draft, NominationStatus.REJECTED);
    assertThatProcessInstance(byKey(instance(draft)))
        .isCompleted()
        .hasCompletedElements("EndRejected")
        .hasNotActivatedElements("LeadershipSignature");
  }

  @Test
  void shouldEndWhenLeadershipRefusesAfterHavingReturnedItToTheOffice() {
    var draft = cases.submitted(IN_HOUSE);

    decide(draft, "chuyenvien", Step.OFFICE_REVIEW, "accept", null);
    decide(draft, "giamdoc", Step.SIGNATURE, "return", "Làm rõ phạm vi ảnh hưởng của sáng kiến");
    awaitStatus(draft, NominationStatus.OFFICE_REVIEW);
    decide(draft, "chanhvp", Step.OFFICE_REVIEW, "accept", null);
    awaitStatus(draft, NominationStatus.SIGNATURE);
    decide(draft, "giamdoc", Step.SIGNATURE, "refuse", "Thành tích chưa tiêu biểu");

    awaitStatus(draft, NominationStatus.REFUSED);
    assertThatProcessInstance(byKey(instance(draft)))
        .isCompleted()
        .hasCompletedElement("OfficeReview", 2)
        .hasCompletedElements("EndRefused");
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
  void shouldEndWhenTheUnitDoesNotSupplementInTime(PlatformClock clock) {
    var draft = cases.submitted(IN_HOUSE);
    decide(draft, "chuyenvien", Step.OFFICE_REVIEW, "return", "Bổ sung minh chứng sáng kiến");
    assertThatProcessInstance(byKey(instance(draft))).hasActiveElements("Supplement");
    var due = nominations.details(draft.id(), draft.nominator()).summary().dueAt();

    clock.advance(Duration.between(today.instant(), due).plusMinutes(1));

    awaitStatus(draft, NominationStatus.EXPIRED);
    assertThatProcessInstance(byKey(instance(draft)))
        .isCompleted()
        .hasCompletedElements("SupplementExpired", "EndExpired");
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
  void shouldGoBackToTheCheckWhenTheUnitSupplementsInThePortal() {
    var draft = cases.submitted(IN_HOUSE);
    decide(draft, "chuyenvien", Step.OFFICE_REVIEW, "return", "Nêu rõ hiệu quả");
    awaitStatus(draft, NominationStatus.SUPPLEMENT);
    assertThat(nominations.details(draft.id(), draft.nominator()).lastReturnReason())
        .isEqualTo("Nêu rõ hiệu quả");

    cases.submit(draft);

    awaitStatus(draft, NominationStatus.OFFICE_REVIEW);
    assertThatProcessInstance(byKey(instance(draft)))
        .hasCompletedElement("CheckNomination", 2)
        .hasCompletedElements("SupplementedInPortal")
        .hasActiveElements("OfficeReview");
    assertThat(tasklist.variable("chanhvp", instance(draft), "OfficeReview", "history").toString())
        .contains("Nêu rõ hiệu quả", "Phạm Thị Minh Thư");
  }

  @Test
  void shouldGoBackToTheCheckWhenTheUnitSupplementsInTasklist() {
    var draft = cases.submitted(IN_HOUSE);
    decide(draft, "chuyenvien", Step.OFFICE_REVIEW, "return", "Nêu rõ hiệu quả");
    awaitStatus(draft, NominationStatus.SUPPLEMENT);

    tasklist.complete(
        draft.nominator(),
        instance(draft),
        "Supplement",
        Map.of("reason", "Đã bổ sung số liệu vào báo cáo"));

    awaitStatus(draft, NominationStatus.OFFICE_REVIEW);
    assertThatProcessInstance(byKey(instance(draft)))
        .hasCompletedElement("CheckNomination", 2)
        .hasCompletedElements("RecordSupplement")
        .hasActiveElements("OfficeReview");
  }

  @Test
  void shouldReopenTheTaskWhenSomebodyDecidesWhoMayNot() {
    var draft = cases.submitted(IN_HOUSE);
    awaitStatus(draft, NominationStatus.OFFICE_REVIEW);

    decide(draft, "vanthu", Step.OFFICE_REVIEW, "accept", null);

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

    decide(draft, "chuyenvien", Step.OFFICE_REVIEW, "accept", null);

    awaitStatus(draft, NominationStatus.SIGNATURE);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        tasklist.variable(
                            "giamdoc", instance(draft), "LeadershipSignature", "problem"))
                    .isEqualTo(NullNode.getInstance()));
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

  private void decide(Draft draft, String username, Step step, String decision, String reason) {
    awaitStatus(draft, step.status());
    tasklist.complete(
        username,
        instance(draft),
        step.element(),
        reason == null
            ? Map.of("decision", decision)
            : Map.of("decision", decision, "reason", reason));
  }

  private void enterResult(Draft draft, String decision, String reference, String reason) {
    awaitStatus(draft, NominationStatus.BOARD_REVIEW);
    tasklist.complete(
        "chanhvp",
        instance(draft),
        "BoardResult",
        Map.of(
            "decision",
            decision,
            "reference",
            reference,
            "resultDate",
            LocalDate.now(today).toString(),
            "reason",
            reason == null ? "" : reason));
  }

  private void awaitStatus(Draft draft, NominationStatus expected) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(status(draft)).isEqualTo(expected));
  }

  /** Tasklist may show the task a moment before it has the variable. */
  private void awaitProblem(Draft draft, String expected) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        tasklist
                            .variable("chuyenvien", instance(draft), "OfficeReview", "problem")
                            .asText())
                    .isEqualTo(expected));
  }

  private void awaitClosed(Draft draft) {
    await()
        .atMost(Duration.ofSeconds(60))
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
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                jdbc.sql("select coalesce(process_instance_key, 0) from nomination where id = ?")
                    .param(draft.id())
                    .query(Long.class)
                    .single(),
            key -> key != 0);
  }

  private void assertMailed(String recipient, String code) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        jdbc.sql(
                                """
                                select subject from mail
                                where recipient = ? and sent_at is not null""")
                            .param(recipient)
                            .query(String.class)
                            .list())
                    .anySatisfy(subject -> assertThat(subject).contains(code)));
  }
}
