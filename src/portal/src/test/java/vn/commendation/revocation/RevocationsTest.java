package vn.commendation.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static vn.commendation.revocation.RevocationSamples.ID;
import static vn.commendation.revocation.RevocationSamples.NOW;
import static vn.commendation.revocation.RevocationSamples.account;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.commendation.audit.AuditTrail;
import vn.commendation.award.Awards;
import vn.commendation.award.DecidingAuthority;
import vn.commendation.award.Rules;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.document.DocumentType;
import vn.commendation.document.RegisteredNumber;
import vn.commendation.engine.EngineCommands;
import vn.commendation.facts.AwardHistory;

class RevocationsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private final RevocationRepository repository = mock();
  private final RevocationViews views = mock();
  private final Rechecks rechecks = mock();
  private final Recoveries recoveries = mock();
  private final Revoking revoking = mock();
  private final AwardHistory history = mock();
  private final Awards awards = mock();
  private final Rules rules = mock();
  private final Directory directory = mock();
  private final EngineCommands engine = mock();
  private final AuditTrail audit = mock();
  private final JdbcClient jdbc = mock();
  private final TransactionTemplate transaction = mock();
  private final Revocations revocations =
      new Revocations(
          repository,
          views,
          rechecks,
          recoveries,
          revoking,
          history,
          awards,
          rules,
          directory,
          engine,
          audit,
          jdbc,
          transaction,
          Clock.fixed(NOW, ZoneId.of("Asia/Ho_Chi_Minh")));

  @BeforeEach
  void people() {
    given(directory.account("chuyenvien"))
        .willReturn(account("chuyenvien", 5, 2, Role.OFFICE_OFFICER));
    given(directory.account("awardee"))
        .willReturn(account("awardee", RevocationSamples.AWARDEE, 2, Role.OFFICE_OFFICER));
    given(directory.account("giamdoc")).willReturn(account("giamdoc", 1, 1, Role.DIRECTOR));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, 10, 0, cause",
        "LATER_CONCLUSION, 0, 0, explanation",
        "LATER_CONCLUSION, 4001, 0, explanation",
        "LATER_CONCLUSION, 4000, 301, reference"
      })
  void shouldRefuseAnIncompleteProposal(
      RevocationCause cause, int explanation, int reference, String field) {
    var proposal =
        new RevocationProposal(ID, 7, cause, "x".repeat(explanation), "x".repeat(reference));

    assertThatThrownBy(() -> revocations.propose(proposal, "chuyenvien"))
        .isInstanceOf(RevocationRefused.class)
        .extracting("field")
        .isEqualTo(field);
    then(transaction).shouldHaveNoInteractions();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, 9/QĐ-UBND, 2026-11-20, Lý do, revoked",
        "true, -, 2026-11-20, Lý do, reference",
        "true, 9/QĐ-UBND, -, Lý do, answeredOn",
        "true, 9/QĐ-UBND, 2026-11-17, Lý do, answeredOn",
        "true, 9/QĐ-UBND, 2026-11-21, Lý do, answeredOn",
        "false, 9/QĐ-UBND, 2026-11-20, -, note"
      })
  void shouldRefuseAnIncompleteAnswerOfTheProvince(
      Boolean revoked, String reference, LocalDate on, String note, String field) {
    var revocation = asked();

    assertThatThrownBy(
            () ->
                revocations.recordBoardAnswer(
                    ID, new BoardAnswer(revoked, reference, on, note), "chuyenvien"))
        .isInstanceOf(RevocationRefused.class)
        .extracting("field")
        .isEqualTo(field);
    assertThat(revocation.status()).isEqualTo(RevocationStatus.BOARD);
    then(audit).shouldHaveNoInteractions();
  }

  @ParameterizedTest
  @CsvSource({"2026-11-18", "2026-11-20"})
  void shouldTakeAnAnswerFromTheDayItWasAskedUpToToday(LocalDate on) {
    var revocation = asked();

    revocations.recordBoardAnswer(ID, new BoardAnswer(true, "9/QĐ-UBND", on, null), "chuyenvien");

    then(revoking).should().carryOut(revocation, "9/QĐ-UBND", on);
  }

  @Test
  void shouldEndWithoutALossIfTheProvinceLetsTheAwardStand() {
    var revocation = asked();

    revocations.recordBoardAnswer(
        ID, new BoardAnswer(false, "9/TB-UBND", TODAY, "Không đủ căn cứ"), "chuyenvien");

    assertThat(revocation.status()).isEqualTo(RevocationStatus.UPHELD);
    assertThat(revocation.boardNote()).isEqualTo("Không đủ căn cứ");
    then(revoking).shouldHaveNoInteractions();
    then(audit)
        .should()
        .append("chuyenvien", "Người 5", "revocation.board-upheld", ID, "Không đủ căn cứ");
  }

  @Test
  void shouldLetNobodyRecordOnAnOwnAwardOrWithoutBeingTheOffice() {
    asked();
    var answer = new BoardAnswer(false, "9/TB-UBND", TODAY, "Không đủ căn cứ");

    for (var username : new String[] {"awardee", "giamdoc"}) {
      assertThatThrownBy(() -> revocations.recordBoardAnswer(ID, answer, username))
          .isInstanceOf(AccessDeniedException.class);
      assertThatThrownBy(() -> revocations.recheck(ID, 9, "Đã xem", username))
          .isInstanceOf(AccessDeniedException.class);
      assertThatThrownBy(() -> revocations.recordRecovery(ID, ID, "Đã nộp", username))
          .isInstanceOf(AccessDeniedException.class);
    }
    then(audit).shouldHaveNoInteractions();
  }

  @ParameterizedTest
  @EnumSource(
      value = RevocationStatus.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"BOARD"})
  void shouldExpectAnAnswerOnlyAfterTheBoardWasAsked(RevocationStatus status) {
    var revocation = asked();
    revocation.end(status);

    assertThatThrownBy(
            () ->
                revocations.recordBoardAnswer(
                    ID, new BoardAnswer(true, "9/QĐ-UBND", TODAY, null), "chuyenvien"))
        .isInstanceOf(RevocationRefused.class)
        .hasMessage("revocation.refused.no-answer-expected");
  }

  @Test
  void shouldRecordRecoveryOnlyOfWhatWasRevokedAndEveryFormOnce() {
    var revocation = asked();
    assertThatThrownBy(() -> revocations.recordRecovery(ID, ID, "Đã nộp", "chuyenvien"))
        .hasMessage("revocation.refused.not-revoked");

    revocation.end(RevocationStatus.REVOKED);
    assertThatThrownBy(() -> revocations.recordRecovery(ID, ID, " ", "chuyenvien"))
        .hasMessage("revocation.refused.note");
    given(recoveries.add(ID, ID, "Đã nộp", "Người 5")).willReturn(true, false);
    revocations.recordRecovery(ID, ID, "Đã nộp", "chuyenvien");
    revocations.recordRecovery(ID, ID, "Đã nộp", "chuyenvien");

    then(audit).should().append("chuyenvien", "Người 5", "revocation.recovered", ID, "Đã nộp");
    then(audit).shouldHaveNoMoreInteractions();
  }

  @Test
  void shouldTickADependentAwardOnce() {
    asked();
    given(rechecks.tick(any(), anyLong(), any(), any())).willReturn(true, false);

    revocations.recheck(ID, 9, "Vẫn đủ điều kiện", "chuyenvien");
    assertThatThrownBy(() -> revocations.recheck(ID, 9, "Lần nữa", "chuyenvien"))
        .hasMessage("revocation.refused.already-checked");
    assertThatThrownBy(() -> revocations.recheck(ID, 9, null, "chuyenvien"))
        .hasMessage("revocation.refused.note");
  }

  /** A revocation of an award of the province, proposed to it on 18 November. */
  private Revocation asked() {
    var revocation = RevocationSamples.atNumber(DecidingAuthority.PROVINCE);
    revocation.number(
        new RegisteredNumber(DocumentType.PROPOSAL, 5, "05/TTr", LocalDate.of(2026, 11, 18)));
    revocation.askBoard();
    given(repository.lock(ID)).willReturn(Optional.of(revocation));
    return revocation;
  }
}
