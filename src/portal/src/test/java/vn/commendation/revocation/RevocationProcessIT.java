package vn.commendation.revocation;

import static io.camunda.process.test.api.CamundaAssert.assertThatProcessInstance;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.commendation.platform.AtOnce.together;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import vn.commendation.audit.AuditEntry;
import vn.commendation.directory.Directory;
import vn.commendation.facts.AwardGiven;
import vn.commendation.facts.AwardHistory;
import vn.commendation.nomination.Tasklist;
import vn.commendation.platform.LocalPlatform;
import vn.commendation.platform.LocalPlatformTest;
import vn.commendation.platform.Stored;
import vn.commendation.work.WaitingWork;

/** One test per way a revocation can end, on the real engine and with the real Tasklist. */
@LocalPlatformTest
class RevocationProcessIT {

  private static final String DECISION = "RevocationDecision";
  private static final String NUMBER = "RegisterRevocationNumber";

  /** Makes the decisions of these tests differ from one another. */
  private static final AtomicInteger NEXT = new AtomicInteger();

  @Autowired private Revocations revocations;
  @Autowired private RevocationWork work;
  @Autowired private AwardHistory history;
  @Autowired private Directory directory;
  @Autowired private JdbcClient jdbc;

  /** Other tests may have moved it. */
  @Autowired private Clock clock;

  private Tasklist tasklist;
  private Stored stored;

  @BeforeEach
  void prepare(LocalPlatform platform) {
    tasklist = new Tasklist(platform);
    stored = new Stored(jdbc);
  }

  @Test
  void shouldRevokeAnAwardOfTheDirectorAndListWhatDependsOnIt() {
    // given three years as Chiến sĩ thi đua cơ sở and the provincial title that counts them
    given(41, 8, "CSTDCS", 2022);
    var fallen = given(41, 8, "CSTDCS", 2023);
    given(41, 8, "CSTDCS", 2024);
    var dependent = given(41, 8, "CSTD-TINH", 2024);
    var id = proposed(fallen);
    awaitStatus(id, RevocationStatus.DECISION);
    assertThat(waitingFor("giamdoc", id)).isEqualTo("revocation.step.decision");

    // when
    decide(id, "giamdoc", "revoke", "Đã có kết luận thanh tra");
    awaitStatus(id, RevocationStatus.NUMBER);
    assertThat(waitingFor("vanthu", id)).isEqualTo("revocation.step.number");
    number(id, "vanthu", today());

    // then
    awaitStatus(id, RevocationStatus.REVOKED);
    assertThatProcessInstance(byKey(instance(id)))
        .isCompleted()
        .hasCompletedElementsInOrder(
            "PrepareRevocation",
            DECISION,
            "RecordRevocationDecision",
            NUMBER,
            "RecordRevocationNumber",
            "CarryOutRevocation",
            "EndRevoked");
    assertThat(history.get(fallen).revokedOn()).isEqualTo(today());
    var details = details(id);
    assertThat(details.numberSymbol()).contains("QĐ");
    assertThat(details.dependents()).extracting(Dependent::awardId).containsExactly(dependent);
    assertThat(details.timeline())
        .extracting(AuditEntry::action)
        .containsExactly(
            "revocation.proposed",
            "revocation.prepared",
            "revocation.approved",
            "document.registered",
            "revocation.carried-out");
    stored.awaitMail("ttud@tayninh.example", "Hủy bỏ quyết định khen thưởng của");
    stored.awaitMail("chuyenvien@tayninh.example", details.summary().code());
    assertThat(waitingFor("chuyenvien", id)).isEqualTo("revocation.step.recheck");

    // and when the Office has looked at what depends on it
    revocations.recheck(id, dependent, "Vẫn đủ điều kiện", "chuyenvien");
    assertThatThrownBy(() -> revocations.recheck(id, dependent, "Lần nữa", "chanhvp"))
        .isInstanceOf(RevocationRefused.class);
    var form = UUID.randomUUID().toString();
    revocations.recordRecovery(id, form, "Đã nộp lại tiền thưởng", "chuyenvien");
    revocations.recordRecovery(id, form, "Đã nộp lại tiền thưởng", "chuyenvien");

    // then nothing waits any more, and the award cannot be taken back again
    assertThat(waitingFor("chuyenvien", id)).isNull();
    assertThat(details(id).recoveries()).hasSize(1);
    assertThatThrownBy(() -> proposed(fallen))
        .isInstanceOf(RevocationRefused.class)
        .hasMessage("revocation.refused.already-revoked");
  }

  @Test
  void shouldLetTheAwardStandIfTheLeadershipDismisses() {
    var award = given(40, 8, "LDTT", 2019);
    var id = proposed(award);

    decide(id, "giamdoc", "dismiss", "Chưa đủ căn cứ");

    awaitStatus(id, RevocationStatus.DISMISSED);
    assertThatProcessInstance(byKey(instance(id)))
        .isCompleted()
        .hasCompletedElements("EndDismissed")
        .hasNotActivatedElements(NUMBER);
    assertThat(history.get(award).revokedOn()).isNull();
    stored.awaitMail("chuyenvien@tayninh.example", details(id).summary().code());
    assertThat(proposed(award)).isNotEqualTo(id);
  }

  @Test
  void shouldAskTheProvinceToRevokeItsAwardAndRecordTheAnswer() {
    var award = given(39, 8, "BK-TINH", 2021);
    var id = proposed(award);
    decide(id, "giamdoc", "revoke", "Có bản án");
    awaitStatus(id, RevocationStatus.NUMBER);
    number(id, "vanthu", today());
    awaitStatus(id, RevocationStatus.BOARD);
    assertThatProcessInstance(byKey(instance(id))).isCompleted().hasCompletedElements("EndRevoked");
    assertThat(history.get(award).revokedOn()).isNull();
    assertThat(details(id).numberSymbol()).contains("TTr");
    stored.awaitMail("hoidong.tdkt@tayninh.example", details(id).summary().code());
    assertThat(waitingFor("chanhvp", id)).isEqualTo("revocation.step.board");

    assertThatThrownBy(
            () ->
                revocations.recordBoardAnswer(
                    id, new BoardAnswer(true, "9/QĐ-UBND", today().plusDays(1), null), "chanhvp"))
        .isInstanceOf(RevocationRefused.class)
        .hasMessage("revocation.refused.answered-on");
    var answer = new BoardAnswer(true, "9/QĐ-UBND", today(), null);
    assertThatThrownBy(() -> revocations.recordBoardAnswer(id, answer, "giamdoc"))
        .isInstanceOf(AccessDeniedException.class);
    revocations.recordBoardAnswer(id, answer, "chanhvp");

    assertThat(status(id)).isEqualTo(RevocationStatus.REVOKED);
    assertThat(history.get(award).revokedOn()).isEqualTo(today());
    assertThatThrownBy(() -> revocations.recordBoardAnswer(id, answer, "chanhvp"))
        .isInstanceOf(RevocationRefused.class);
  }

  @Test
  void shouldOpenTheTaskAgainForWhoeverMayNotDecideOrNumber() {
    // phogiamdoc has declared person 20 a relative
    var award = given(20, 5, "LDTT", 2018);
    var id = proposed(award);
    awaitStatus(id, RevocationStatus.DECISION);
    assertThat(waitingFor("phogiamdoc", id)).isNull();

    decide(id, "phogiamdoc", "revoke", "Có căn cứ");
    awaitProblem(id, "giamdoc", DECISION, "người thân");
    tasklist.intrude(
        "vanthu", instance(id), DECISION, Map.of("decision", "revoke", "reason", "Có căn cứ"));
    awaitProblem(id, "giamdoc", DECISION, "Bùi Thị Mai không có thẩm quyền");
    assertThat(status(id)).isEqualTo(RevocationStatus.DECISION);
    decide(id, "giamdoc", "revoke", "Có căn cứ");
    awaitStatus(id, RevocationStatus.NUMBER);
    number(id, "vanthu", today().plusDays(1));
    awaitProblem(id, "vanthu", NUMBER, "chưa đến");
    number(id, "vanthu", today());

    awaitStatus(id, RevocationStatus.REVOKED);
    assertThatProcessInstance(byKey(instance(id)))
        .isCompleted()
        .hasCompletedElement("RevocationDenied", 2)
        .hasCompletedElement("RevocationNumberDenied", 1);
    assertThat(details(id).timeline())
        .filteredOn(entry -> entry.action().equals("revocation.decision-denied"))
        .extracting(AuditEntry::actor)
        .containsExactly("phogiamdoc", "vanthu", "vanthu");
  }

  @Test
  void shouldTakeOneOfTwoProposalsForOneAward() throws Exception {
    var award = given(38, 8, "LDTT", 2017);
    var form = UUID.randomUUID().toString();

    var answers = together(() -> proposed(award), () -> proposed(award));

    assertThat(answers)
        .filteredOn(RevocationRefused.class::isInstance)
        .singleElement()
        .extracting("message")
        .isEqualTo("revocation.refused.already-open");
    var other = given(37, 8, "LDTT", 2017);
    assertThat(together(() -> proposed(other, form), () -> proposed(other, form)))
        .containsExactly(form, form);
    assertThat(revocations.openFor(other)).contains(form);
  }

  @Test
  void shouldLetTheOfficeOnlyPropose() {
    var award = given(38, 8, "LDTT", 2016);

    assertThatThrownBy(
            () ->
                revocations.propose(
                    new RevocationProposal(
                        UUID.randomUUID().toString(),
                        award,
                        RevocationCause.FALSE_DECLARATION,
                        "Sai",
                        null),
                    "ttud"))
        .isInstanceOf(AccessDeniedException.class);
    assertThat(revocations.openFor(award)).isEmpty();
  }

  private long given(long person, long unit, String award, int year) {
    return history.add(
        new AwardGiven(
            0,
            person,
            unit,
            "Người được khen " + person,
            award,
            year,
            LocalDate.of(year, 1, 1),
            LocalDate.of(year, 12, 31),
            "%d/QĐ-IT".formatted(NEXT.incrementAndGet()),
            LocalDate.of(year + 1, 1, 15),
            "Cấp có thẩm quyền",
            null,
            null));
  }

  private String proposed(long award) {
    return proposed(award, UUID.randomUUID().toString());
  }

  private String proposed(long award, String form) {
    revocations.propose(
        new RevocationProposal(
            form, award, RevocationCause.LATER_CONCLUSION, "Theo kết luận", "KL 12/KL-TTr"),
        "chuyenvien");
    return form;
  }

  private void decide(String id, String username, String decision, String reason) {
    tasklist.complete(
        username, instance(id), DECISION, Map.of("decision", decision, "reason", reason));
  }

  private void number(String id, String username, LocalDate date) {
    tasklist.complete(username, instance(id), NUMBER, Map.of("date", date.toString()));
  }

  private String waitingFor(String username, String id) {
    return work.waitingFor(directory.account(username)).stream()
        .filter(one -> one.portalPath().endsWith(id))
        .map(WaitingWork::step)
        .findFirst()
        .orElse(null);
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private RevocationDetails details(String id) {
    return revocations.details(id, "chanhvp").orElseThrow();
  }

  private RevocationStatus status(String id) {
    return details(id).summary().status();
  }

  private void awaitStatus(String id, RevocationStatus expected) {
    await().untilAsserted(() -> assertThat(status(id)).isEqualTo(expected));
  }

  private void awaitProblem(String id, String username, String element, String expected) {
    tasklist.awaitVariable(username, instance(id), element, "problem", expected);
  }

  private long instance(String id) {
    return stored.instance("revocation", id);
  }
}
