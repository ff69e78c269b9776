package vn.commendation.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static vn.commendation.dossier.Batches.account;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.directory.SigningAssignment;
import vn.commendation.directory.SigningAssignments;
import vn.commendation.directory.SigningBar;
import vn.commendation.directory.SigningCapacity;
import vn.commendation.directory.SigningMatter;
import vn.commendation.document.DocumentType;
import vn.commendation.document.NumberRefused;
import vn.commendation.document.NumberRegister;
import vn.commendation.document.RegisteredNumber;
import vn.commendation.nomination.AcceptedNomination;
import vn.commendation.nomination.NominationStatus;

/** Who may sign, number and issue what. The head and deputy 2 are assigned to sign. */
class SignatureFlowTest extends FlowFixture {

  private final SigningAssignments assignments = mock();
  private final Directory directory = mock();
  private final NumberRegister numbers = mock();
  private final SignatureFlow flow =
      new SignatureFlow(
          steps,
          cases,
          opening,
          new Signatories(assignments, directory, relatives, notices, clock),
          awarding,
          nominations,
          numbers,
          notices,
          clock);

  @BeforeEach
  void assign() {
    given(assignments.inForce(SigningMatter.AWARD_DECISION, TODAY))
        .willReturn(
            List.of(
                assignment(1, "giamdoc", SigningCapacity.HEAD),
                assignment(2, "phogiamdoc", SigningCapacity.FOR_HEAD)));
  }

  @ParameterizedTest
  @CsvSource({
    "phogiamdoc2, n18:sign n19:sign n20:sign, không được phân công ký",
    "phogiamdoc, n18:sign n19:sign n20:sign, có người thân đã kê khai trong danh sách này",
    "vanthu, n18:sign n19:sign n20:sign, không có thẩm quyền thực hiện bước này",
    "giamdoc, n18:sign n19:sign, Người 20: chưa chọn quyết định",
    "giamdoc, n18:sign n19:sign n20:perhaps, Người 20: chưa chọn quyết định",
    "giamdoc, n18:sign n19:sign n20:refuse, Người 20: phải nêu lý do",
    "giamdoc, n18:sign n19:sign n20:sign n99:sign, n99",
  })
  void shouldRefuseASignatureOutsideItsAssignment(String username, String choices, String reason) {
    dossier.moveTo(DossierStatus.SIGNATURE, null, Batches.NOW);

    var result = flow.recordSignature(dossier.getId(), username, entry("sign", null, choices));

    assertDenied(result, username, reason, "LeadershipSignature");
    assertThat(dossier.status()).isEqualTo(DossierStatus.SIGNATURE);
    then(nominations).shouldHaveNoInteractions();
  }

  @Test
  void shouldLetWhoeverHasTheAuthoritySignWhateverHisRole() {
    given(assignments.inForce(SigningMatter.AWARD_DECISION, TODAY))
        .willReturn(List.of(assignment(17, "qlkh", SigningCapacity.BY_AUTHORITY)));
    given(directory.person(17))
        .willReturn(Optional.of(account("qlkh", 17, Role.UNIT_HEAD).person()));
    dossier.moveTo(DossierStatus.SIGNATURE, null, Batches.NOW);

    var result =
        flow.recordSignature(
            dossier.getId(), "qlkh", entry("sign", null, "n18:sign n19:sign n20:sign"));

    assertThat(result.outcome()).isEqualTo("sign");
    assertThat(dossier.signatureLine()).isEqualTo("TUQ. GIÁM ĐỐC\nCHUYÊN VIÊN");
  }

  @ParameterizedTest
  @CsvSource({
    "chanhvp, NOTICE, , 'chỉ được phân công ký thông báo, không được ký quyết định khen thưởng'",
    "phogiamdoc2, PROPOSAL, , 'chỉ được phân công ký tờ trình, không được ký quyết định khen thưởng'",
    "chanhvp, AWARD_DECISION, CHIEF_DECISION, người thẩm định danh sách",
    "qlkh, AWARD_DECISION, DECISION_BY_ORDER, không được ký thừa lệnh quyết định khen thưởng",
    "qlkh, AWARD_DECISION, NOT_A_MANAGER, không đứng đầu đơn vị",
    "phogiamdoc2, AWARD_DECISION, NOT_A_LEADER, không thuộc lãnh đạo Sở",
  })
  void shouldSayWhatAnAssignmentDoesNotCover(
      String username, SigningMatter assigned, SigningBar bar, String reason) {
    given(assignments.assignedTo(anyLong(), eq(TODAY))).willReturn(Set.of(assigned));
    given(assignments.bar(anyLong(), eq(SigningMatter.AWARD_DECISION), eq(TODAY)))
        .willReturn(Optional.ofNullable(bar));
    dossier.moveTo(DossierStatus.SIGNATURE, null, Batches.NOW);

    var result =
        flow.recordSignature(
            dossier.getId(), username, entry("sign", null, "n18:sign n19:sign n20:sign"));

    assertDenied(result, username, reason, "LeadershipSignature");
    then(nominations).shouldHaveNoInteractions();
  }

  @Test
  void shouldNoteTheConflictOfAListWithOneNomineeWhomNobodyMaySignFor() {
    given(assignments.inForce(SigningMatter.AWARD_DECISION, TODAY))
        .willReturn(List.of(assignment(18, "giamdoc", SigningCapacity.HEAD)));
    dossier.items().stream()
        .filter(item -> item.personId() != 18)
        .forEach(item -> item.become(ItemStatus.WITHDRAWN, null));

    flow.chooseSignatory(dossier.getId());

    assertThat(dossier.conflictNoted()).isTrue();
    assertThat(dossier.signatureLine()).isEqualTo("GIÁM ĐỐC");
    assertThat(dossier.status()).isEqualTo(DossierStatus.SIGNATURE);
    then(opening).shouldHaveNoInteractions();
  }

  @Test
  void shouldSignPerNominee() {
    dossier.moveTo(DossierStatus.SIGNATURE, null, Batches.NOW);
    var choices =
        List.of(
            new Choice("n18", "sign", null, null),
            new Choice("n19", "refuse", "Chưa tiêu biểu", null),
            new Choice("n20", "sign", null, null));

    var result =
        flow.recordSignature(
            dossier.getId(), "giamdoc", new TaskEntry("sign", null, null, null, null, choices));

    assertThat(result.outcome()).isEqualTo("sign");
    assertThat(dossier.status()).isEqualTo(DossierStatus.NUMBER);
    assertThat(dossier.signatureLine()).isEqualTo("GIÁM ĐỐC");
    then(nominations).should().signed("n18", "giamdoc");
    then(nominations)
        .should()
        .end("n19", NominationStatus.REFUSED, "giamdoc", "Chưa tiêu biểu", null, TODAY);
  }

  @Test
  void shouldEndABatchThatEverybodyHasLeft() {
    dossier.moveTo(DossierStatus.SIGNATURE, null, Batches.NOW);
    dossier.items().forEach(item -> item.become(ItemStatus.WITHDRAWN, null));

    var result = flow.recordSignature(dossier.getId(), "giamdoc", entry("sign", null, ""));

    assertThat(result.outcome()).isEqualTo("refuse");
    assertThat(dossier.status()).isEqualTo(DossierStatus.REFUSED);
  }

  @Test
  void shouldNotSubmitAnEmptyListAgain() {
    dossier.moveTo(DossierStatus.REVISION, null, Batches.NOW);

    var result =
        flow.recordRevision(
            dossier.getId(),
            "chuyenvien",
            entry("resubmit", "Sửa", "n18:remove n19:remove n20:remove"));

    assertDenied(result, "chuyenvien", "Không thể đưa mọi đề nghị ra", "ReviseDossier");
    then(nominations).shouldHaveNoInteractions();
  }

  @Test
  void shouldSayWhyTheRegisterRefusesANumber() {
    signed();
    given(numbers.register(any(), any(), any(), any(), any(), any()))
        .willThrow(new NumberRefused("taken", 5, "Quyết định khác"));

    var result =
        flow.recordNumber(
            dossier.getId(), "vanthu", new TaskEntry(null, null, null, TODAY, 5, List.of()));

    assertDenied(result, "vanthu", "Số 5 đã cấp cho: Quyết định khác", "RegisterNumber");
    assertThat(dossier.numberSymbol()).isNull();
  }

  @Test
  void shouldNotLetAClerkNumberTheListWithHimselfOnIt() {
    signed();

    var result =
        flow.recordNumber(
            dossier.getId(), "vanthu18", new TaskEntry(null, null, null, TODAY, null, List.of()));

    assertDenied(result, "vanthu18", "là người được đề nghị", "RegisterNumber");
    verifyNoInteractions(numbers);
  }

  @Test
  void shouldAwardEverybodyOnTheSignedListUnderTheRegisteredNumber() {
    signed();
    given(
            numbers.register(
                DocumentType.DECISION, TODAY, dossier.getId(), dossier.title(), null, "vanthu"))
        .willReturn(new RegisteredNumber(DocumentType.DECISION, 5, "05/QĐ-SKHCN", TODAY));
    given(cases.of(any()))
        .willReturn(
            Stream.of(18, 19, 20)
                .map(one -> Batches.nomination(one, "LDTT", RULE))
                .collect(Collectors.toMap(AcceptedNomination::id, one -> one)));

    flow.recordNumber(
        dossier.getId(), "vanthu", new TaskEntry(null, null, null, TODAY, null, List.of()));
    flow.issueDecision(dossier.getId());

    assertThat(dossier.status()).isEqualTo(DossierStatus.ISSUED);
    then(nominations)
        .should()
        .end("n19", NominationStatus.AWARDED_IN_HOUSE, "giamdoc", null, "05/QĐ-SKHCN", TODAY);
    then(history).should(Mockito.times(3)).add(any());
  }

  private static SigningAssignment assignment(
      long person, String username, SigningCapacity capacity) {
    return new SigningAssignment(
        person,
        person,
        "Người " + person,
        username,
        capacity,
        Set.of(SigningMatter.AWARD_DECISION),
        LocalDate.of(2022, 1, 1),
        null,
        "Quyết định");
  }
}
