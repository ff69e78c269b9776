package vn.commendation.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static vn.commendation.nomination.NominationTest.HEAD;
import static vn.commendation.nomination.NominationTest.NOMINATOR;
import static vn.commendation.nomination.NominationTest.NOMINEE;
import static vn.commendation.nomination.NominationTest.NOW;
import static vn.commendation.nomination.NominationTest.UNIT;
import static vn.commendation.nomination.NominationTest.account;
import static vn.commendation.nomination.NominationTest.form;
import static vn.commendation.nomination.NominationTest.person;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.commendation.audit.AuditTrail;
import vn.commendation.audit.Recorded;
import vn.commendation.award.Award;
import vn.commendation.award.AwardKind;
import vn.commendation.award.AwardSubject;
import vn.commendation.award.Awards;
import vn.commendation.award.Citations;
import vn.commendation.award.CommendationType;
import vn.commendation.award.Procedure;
import vn.commendation.campaign.Campaign;
import vn.commendation.campaign.Campaigns;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Person;
import vn.commendation.directory.Role;
import vn.commendation.directory.SigningAssignments;
import vn.commendation.directory.Unit;
import vn.commendation.directory.UnitKind;
import vn.commendation.document.DocumentKind;
import vn.commendation.document.DocumentRefused;
import vn.commendation.document.FormalDocuments;
import vn.commendation.document.Printed;
import vn.commendation.nomination.Finding.Severity;
import vn.commendation.notification.Notices;

/** What the documents of cases and units say, printed with their templates. */
class NominationDocumentsTest {

  private static final Instant LATER = Instant.parse("2022-06-15T10:00:00Z");

  private final Clock clock = Clock.fixed(NOW, ZoneId.of("Asia/Ho_Chi_Minh"));
  private final Notices notices = Printed.notices(clock);
  private final NominationRepository nominations = mock();
  private final DecisionRepository decisions = mock();
  private final EvidenceStore evidence = mock();
  private final CaseChecks checks = mock();
  private final CaseRules rules = mock();
  private final Awards awards = mock();
  private final Citations citations = mock();
  private final Campaigns campaigns = mock();
  private final Directory directory = mock();
  private final AuditTrail audit = mock();
  private final FormalDocuments documents = mock();
  private final SigningAssignments assignments = mock();
  private final NominationDocuments source =
      new NominationDocuments(
          nominations,
          decisions,
          evidence,
          checks,
          rules,
          awards,
          citations,
          campaigns,
          directory,
          audit,
          documents,
          Printed.letters(clock),
          Printed.signatures(assignments, directory, notices),
          notices,
          clock);
  private final UnitDocuments unitSource =
      new UnitDocuments(
          nominations,
          rules,
          awards,
          citations,
          campaigns,
          directory,
          documents,
          Printed.letters(clock),
          notices,
          clock);
  private Nomination nomination;
  private String id;

  @BeforeEach
  void aCaseUnderReview() {
    nomination = Nomination.draft(form("Thành tích"), CommendationType.MOVEMENT, NOMINATOR, NOW);
    nomination.submit("HTB-2022-0001", false, NOMINEE, UNIT, NOW);
    nomination.carriedBy(7);
    nomination.moveTo(NominationStatus.OFFICE_REVIEW, NOW, NOW);
    id = nomination.getId();
    var award =
        new Award(
            nomination.awardCode(),
            "Giấy khen của Giám đốc Sở",
            "–",
            AwardKind.FORM,
            AwardSubject.BOTH);
    given(nominations.findById(id)).willReturn(Optional.of(nomination));
    given(awards.find(nomination.awardCode())).willReturn(Optional.of(award));
    given(awards.all()).willReturn(List.of(award));
    given(rules.setOf(any())).willReturn(Rule.SET);
    given(citations.of(anyCollection()))
        .willReturn(List.of("Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003"));
    given(directory.account("qlkh")).willReturn(NOMINATOR);
    given(directory.unit(UNIT.id())).willReturn(Optional.of(UNIT));
    given(directory.peopleOf(UNIT.id())).willReturn(List.of(HEAD, NOMINEE));
    given(directory.accountsWith(Set.of(Role.UNIT_HEAD))).willReturn(List.of(NOMINATOR));
    given(directory.accountsWith(Set.of(Role.OFFICE_CHIEF)))
        .willReturn(List.of(account("chanhvp", person(4, "Võ Thanh Sơn"), Role.OFFICE_CHIEF)));
    given(campaigns.find(anyLong()))
        .willReturn(
            Optional.of(
                new Campaign(
                    1,
                    "HTB-2022",
                    "Đẩy mạnh “Học tập và làm theo Bác” năm 2022",
                    "Chuyên đề",
                    "/KH-KHCN",
                    LocalDate.of(2022, 5, 30),
                    "Công văn",
                    "Nội dung",
                    NOW,
                    null,
                    LocalDate.of(2022, 1, 1),
                    LocalDate.of(2022, 12, 31),
                    false,
                    List.of(),
                    CommendationType.MOVEMENT)));
    given(checks.of(nomination))
        .willReturn(
            new CaseCheck(
                "Luật 2003, Nghị định 91/2017",
                null,
                Rule.of("GK-SO"),
                NOW,
                new Routing(Routing.Route.IN_HOUSE, Procedure.ORDINARY, true, false),
                List.of(
                    new Finding(
                        "initiative",
                        Severity.JUDGE,
                        "Chưa có sáng kiến được công nhận",
                        "Điều 23")),
                List.of(
                    new RequiredDocument(
                        "report", "Báo cáo thành tích", RequiredDocument.Provider.UNIT, null)),
                List.of("Lao động tiên tiến năm 2021")));
  }

  @Test
  void shouldPutTheWholeAppraisalOnItsSheet() {
    decided("accept", "Thành tích rõ ràng");

    var text = Printed.of(source, DocumentKind.APPRAISAL_SHEET, id, clock).text();

    assertThat(text)
        .contains(
            "VĂN PHÒNG",
            "PHIẾU THẨM ĐỊNH",
            "HTB-2022-0001",
            "Bà Lê Thị Bích Ngọc",
            "Phòng Quản lý Khoa học",
            "Giấy khen của Giám đốc Sở Khoa học và Công nghệ",
            "Đẩy mạnh “Học tập và làm theo Bác” năm 2022",
            "Thủ tục thông thường",
            "Báo cáo thành tích",
            "Cần cân nhắc",
            "Chưa có sáng kiến được công nhận",
            "- Lao động tiên tiến năm 2021",
            "Thành tích rõ ràng.",
            "Kết luận: đồng ý, đưa vào đợt trình./.",
            "Võ Thanh Sơn")
        .doesNotContain("{{", "null", "DỰ THẢO");
  }

  @Test
  void shouldMarkASheetWithoutADecisionAsADraft() {
    assertThat(source.content(DocumentKind.APPRAISAL_SHEET, id).draft()).isTrue();
  }

  @Test
  void shouldAskTheUnitForWhatIsMissing() {
    nomination.reopen(List.of(Part.EVIDENCE));
    nomination.moveTo(NominationStatus.SUPPLEMENT, LATER, NOW);
    decided("return", "Thiếu báo cáo có xác nhận");

    assertThat(Printed.of(source, DocumentKind.SUPPLEMENT_REQUEST, id, clock).text())
        .contains(
            "PHIẾU YÊU CẦU BỔ SUNG HỒ SƠ",
            "Kính gửi: Phòng Quản lý Khoa học.",
            "cần bổ sung, sửa đổi: tài liệu minh chứng.",
            "Thiếu báo cáo có xác nhận.",
            "chậm nhất ngày 15 tháng 6 năm 2022")
        .doesNotContain("{{", "null");
  }

  @Test
  void shouldTellTheUnitWhyACaseWasRejected() {
    decided("reject", "Không thuộc đối tượng");
    nomination.moveTo(NominationStatus.REJECTED, null, NOW);

    assertThat(Printed.of(source, DocumentKind.REFUSAL_NOTICE, id, clock).text())
        .contains(
            "Về việc không đủ điều kiện khen thưởng",
            "/TB-SKHCN",
            "hồ sơ không đủ điều kiện, tiêu chuẩn xét khen thưởng.",
            "Lý do: Không thuộc đối tượng.")
        .doesNotContain("{{", "null");
  }

  @Test
  void shouldKeepTheAppraisalFromTheSideOfTheCase() {
    assertThat(source.mayRead(DocumentKind.APPRAISAL_SHEET, id, NOMINATOR)).isFalse();
    assertThat(
            source.mayRead(
                DocumentKind.APPRAISAL_SHEET, id, account("ngoc", NOMINEE, Role.OFFICE_OFFICER)))
        .isFalse();
    assertThat(source.mayRead(DocumentKind.SUPPLEMENT_REQUEST, id, NOMINATOR)).isTrue();
    assertThat(source.mayRead(DocumentKind.APPRAISAL_SHEET, id, officeOfAnotherUnit())).isTrue();
    assertThat(source.offered(id, NOMINATOR)).isEmpty();
    assertThat(source.offered(id, officeOfAnotherUnit()))
        .containsExactly(DocumentKind.APPRAISAL_SHEET);
  }

  @Test
  void shouldGiveTheUnitMinutesWithBlanksAndAProposalWithItsList() {
    var subject = UnitDocuments.subjectOf(nomination);
    given(nominations.sent(anyLong(), anyLong())).willReturn(List.of(nomination));

    assertThat(Printed.of(unitSource, DocumentKind.UNIT_MINUTES, subject, clock).text())
        .contains(
            "PHÒNG QUẢN LÝ KHOA HỌC",
            "/BB-QLKH",
            "Chủ trì: Bà Trần Thị Thanh Hòa",
            "…… /02 công chức, viên chức, người lao động",
            "Bà Lê Thị Bích Ngọc",
            "THƯ KÝ")
        .doesNotContain("{{", "null");
    assertThat(Printed.of(unitSource, DocumentKind.UNIT_PROPOSAL, subject, clock).text())
        .contains(
            "/TTr-QLKH",
            "Kính gửi: Hội đồng Thi đua - Khen thưởng Sở Khoa học và Công nghệ.",
            "01 cá nhân đã có thành tích trong phong trào thi đua đẩy mạnh “Học tập và làm theo"
                + " Bác” năm 2022 (có danh sách kèm theo).",
            "CÁ NHÂN")
        .doesNotContain("TẬP THỂ", "{{", "null");
  }

  @Test
  void shouldLeaveTheUnitsDocumentsToTheUnit() {
    var subject = UnitDocuments.subjectOf(nomination);
    given(nominations.sent(anyLong(), anyLong())).willReturn(List.of(nomination));
    var office = officeOfAnotherUnit();

    assertThat(unitSource.offered(subject, NOMINATOR))
        .containsExactlyInAnyOrder(DocumentKind.UNIT_MINUTES, DocumentKind.UNIT_PROPOSAL);
    assertThat(unitSource.offered(subject, office)).isEmpty();
    assertThat(unitSource.mayRead(DocumentKind.UNIT_PROPOSAL, subject, office)).isTrue();
    assertThat(unitSource.mayAttach(DocumentKind.UNIT_PROPOSAL, subject, office)).isFalse();
    assertThatThrownBy(() -> unitSource.content(DocumentKind.UNIT_MINUTES, "1-2-3"))
        .isInstanceOf(DocumentRefused.class);
  }

  @Test
  void shouldDrawUpWhatAStepCallsFor() {
    source.recorded(new Recorded("chuyenvien", "nomination.office-review.accept", id));
    source.recorded(new Recorded("system", "nomination.outcome-notified", id));
    unitSource.recorded(new Recorded("qlkh", "nomination.submitted", id));

    then(documents).should().queue(DocumentKind.APPRAISAL_SHEET, id, "chuyenvien");
    then(documents).should(never()).queue(DocumentKind.REFUSAL_NOTICE, id, null);
    then(documents)
        .should()
        .queue(DocumentKind.UNIT_PROPOSAL, UnitDocuments.subjectOf(nomination), "qlkh");

    nomination.moveTo(NominationStatus.REJECTED, null, NOW);
    source.recorded(new Recorded("system", "nomination.outcome-notified", id));

    then(documents).should().queue(DocumentKind.REFUSAL_NOTICE, id, null);
  }

  private void decided(String outcome, String reason) {
    given(decisions.findByNominationIdOrderById(id))
        .willReturn(
            List.of(
                new DecisionEntity(
                    id,
                    Step.OFFICE_REVIEW.key(),
                    outcome,
                    reason,
                    null,
                    null,
                    "chuyenvien",
                    "Phạm Thị Minh Thư",
                    NOW)));
  }

  private static Account officeOfAnotherUnit() {
    var stranger = person(5, "Phạm Thị Minh Thư");
    return new Account(
        "chuyenvien",
        "Phạm Thị Minh Thư",
        "chuyenvien@tayninh.example",
        new Person(
            5,
            stranger.fullName(),
            stranger.gender(),
            stranger.position(),
            stranger.positionClass(),
            true,
            new Unit(2, "VP", "Văn phòng Sở", UnitKind.OFFICE)),
        Set.of(Role.OFFICE_OFFICER));
  }
}
