package vn.commendation.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static vn.commendation.revocation.RevocationSamples.AWARDEE;
import static vn.commendation.revocation.RevocationSamples.ID;
import static vn.commendation.revocation.RevocationSamples.NOW;
import static vn.commendation.revocation.RevocationSamples.account;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.commendation.audit.Recorded;
import vn.commendation.award.Award;
import vn.commendation.award.AwardKind;
import vn.commendation.award.AwardSubject;
import vn.commendation.award.Awards;
import vn.commendation.award.Citations;
import vn.commendation.award.DecidingAuthority;
import vn.commendation.award.Rules;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.directory.SigningAssignments;
import vn.commendation.document.DocumentKind;
import vn.commendation.document.DocumentRefused;
import vn.commendation.document.DocumentType;
import vn.commendation.document.FormalDocuments;
import vn.commendation.document.Printed;
import vn.commendation.document.RegisteredNumber;
import vn.commendation.facts.AwardHistory;

class RevocationDocumentsTest {

  private final Clock clock = Clock.fixed(NOW, ZoneId.of("Asia/Ho_Chi_Minh"));
  private final RevocationRepository revocations = mock();
  private final AwardHistory history = mock();
  private final Awards awards = mock();
  private final Citations citations = mock();
  private final Directory directory = mock();
  private final SigningAssignments assignments = mock();
  private final FormalDocuments documents = mock();
  private final RevocationDocuments source =
      new RevocationDocuments(
          revocations,
          history,
          awards,
          mock(Rules.class),
          citations,
          directory,
          documents,
          Printed.letters(clock),
          Printed.signatures(assignments, directory, Printed.notices(clock)),
          Printed.notices(clock),
          clock);

  @BeforeEach
  void anAward() {
    given(history.get(anyLong())).willReturn(RevocationSamples.given(AWARDEE, "GK-SO"));
    given(awards.find("GK-SO"))
        .willReturn(
            Optional.of(
                new Award(
                    "GK-SO", "Giấy khen của Giám đốc Sở", "–", AwardKind.FORM, AwardSubject.BOTH)));
    given(citations.of(anyCollection()))
        .willReturn(List.of("Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"));
    given(directory.person(AWARDEE)).willReturn(Optional.of(account("khoi", AWARDEE, 5).person()));
    given(assignments.inForce(any(), any())).willReturn(List.of());
  }

  @Test
  void shouldDecideOnAnAwardOfTheDirector() {
    var revocation = judged(DecidingAuthority.DIRECTOR);

    assertThat(source.content(DocumentKind.REVOCATION_DECISION, ID).draft()).isTrue();

    revocation.number(
        new RegisteredNumber(DocumentType.DECISION, 9, "09/QĐ-SKHCN", LocalDate.of(2026, 11, 20)));

    assertThat(Printed.of(source, DocumentKind.REVOCATION_DECISION, ID, clock).text())
        .contains(
            "Số: 09/QĐ-SKHCN",
            "Tây Ninh, ngày 20 tháng 11 năm 2026",
            "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
            "Điều 1. Hủy bỏ Giấy khen của Giám đốc Sở Khoa học và Công nghệ đã tặng Bà Phạm Đình"
                + " Khôi",
            "tại Quyết định số 15/QĐ-SKHCN ngày 20 tháng 12 năm 2024.",
            "Lý do: cung cấp giấy tờ giả, xác nhận sai sự thật. Giấy giả.",
            "nộp lại hiện vật khen thưởng và tiền thưởng",
            "GIÁM ĐỐC")
        .doesNotContain("{{", "null", "DỰ THẢO");
  }

  @Test
  void shouldAskTheProvinceToRevokeItsOwn() {
    var revocation = judged(DecidingAuthority.PROVINCE);
    revocation.number(
        new RegisteredNumber(DocumentType.PROPOSAL, 9, "09/TTr-SKHCN", LocalDate.of(2026, 11, 20)));

    assertThat(Printed.of(source, DocumentKind.REVOCATION_PROPOSAL, ID, clock).text())
        .contains(
            "Số: 09/TTr-SKHCN",
            "Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh Tây Ninh.",
            "hủy bỏ hoặc trình cấp có thẩm quyền hủy bỏ")
        .doesNotContain("Điều 1.", "{{", "null");
    assertThatThrownBy(() -> source.content(DocumentKind.REVOCATION_DECISION, ID))
        .isInstanceOf(DocumentRefused.class)
        .hasMessage("not-yet");
  }

  @Test
  void shouldHaveNothingToSayBeforeTheLeadershipHasDecided() {
    stored(RevocationSamples.atDecision(DecidingAuthority.DIRECTOR));

    assertThatThrownBy(() -> source.content(DocumentKind.REVOCATION_DECISION, ID))
        .isInstanceOf(DocumentRefused.class);
    assertThat(source.offered(ID, account("chuyenvien", 5, 2, Role.OFFICE_OFFICER))).isEmpty();
  }

  @Test
  void shouldDrawUpTheDocumentOfItsAuthority() {
    judged(DecidingAuthority.PROVINCE);

    source.recorded(new Recorded("giamdoc", "revocation.approved", ID));
    source.recorded(new Recorded("system", "revocation.sent-to-board", ID));

    then(documents).should().queue(DocumentKind.REVOCATION_PROPOSAL, ID, "giamdoc");
    then(documents).should().queue(DocumentKind.REVOCATION_PROPOSAL, ID, null);
    assertThat(source.offered(ID, account("chuyenvien", 5, 2, Role.OFFICE_OFFICER)))
        .containsExactly(DocumentKind.REVOCATION_PROPOSAL);
    assertThat(source.mayRead(DocumentKind.REVOCATION_PROPOSAL, ID, account("qlkh", 17, 5)))
        .isFalse();
  }

  private Revocation judged(DecidingAuthority authority) {
    var revocation = stored(RevocationSamples.atDecision(authority));
    revocation.judge(true, "Đủ căn cứ", account("giamdoc", 1, 1, Role.DIRECTOR), NOW);
    return revocation;
  }

  private Revocation stored(Revocation revocation) {
    given(revocations.findById(ID)).willReturn(Optional.of(revocation));
    return revocation;
  }
}
