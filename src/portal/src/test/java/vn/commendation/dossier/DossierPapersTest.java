package vn.commendation.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.commendation.audit.Recorded;
import vn.commendation.award.Award;
import vn.commendation.award.AwardKind;
import vn.commendation.award.AwardRule;
import vn.commendation.award.AwardSubject;
import vn.commendation.award.Awards;
import vn.commendation.award.BaseSalaries;
import vn.commendation.award.BaseSalary;
import vn.commendation.award.Certainty;
import vn.commendation.award.Citations;
import vn.commendation.award.CommendationType;
import vn.commendation.award.DecidingAuthority;
import vn.commendation.award.Procedure;
import vn.commendation.award.SubjectKind;
import vn.commendation.award.VoteDenominator;
import vn.commendation.campaign.Campaign;
import vn.commendation.campaign.Campaigns;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Gender;
import vn.commendation.directory.Person;
import vn.commendation.directory.PositionClass;
import vn.commendation.directory.Role;
import vn.commendation.directory.SigningAssignment;
import vn.commendation.directory.SigningAssignments;
import vn.commendation.directory.SigningCapacity;
import vn.commendation.directory.SigningMatter;
import vn.commendation.directory.Unit;
import vn.commendation.directory.UnitKind;
import vn.commendation.document.DocumentKind;
import vn.commendation.document.FormalDocuments;
import vn.commendation.document.Printed;
import vn.commendation.nomination.AcceptedNomination;
import vn.commendation.nomination.NominationStatus;
import vn.commendation.nomination.Routing;
import vn.commendation.publication.DisclosureList;
import vn.commendation.publication.DisclosureView;
import vn.commendation.publication.Disclosures;

/** What the documents of a batch say, printed with their templates. */
class DossierPapersTest extends FlowFixture {

  private static final LocalDate MEETING = LocalDate.of(2026, 2, 5);
  private static final Instant OPENED = Instant.parse("2026-02-02T03:00:00Z");
  private static final String ENGLISH_OR_PLACEHOLDER = "(?s).*(\\{\\{|}}|null|\\{[0-9]}).*";

  private final Council council = mock();
  private final Conflicts conflicts = mock();
  private final Disclosures disclosures = mock();
  private final Awards awards = mock();
  private final Citations citations = mock();
  private final BaseSalaries salaries = mock();
  private final Campaigns campaigns = mock();
  private final Directory people = mock();
  private final SigningAssignments assignments = mock();
  private final FormalDocuments documents = mock();
  private final DossierViews views = mock();
  private final DossierDocuments source =
      new DossierDocuments(
          dossiers,
          views,
          new DossierPapers(
              cases,
              council,
              conflicts,
              nominations,
              disclosures,
              awards,
              citations,
              salaries,
              campaigns,
              people,
              Printed.letters(clock),
              Printed.signatures(assignments, people, notices),
              notices,
              clock,
              "Văn phòng Sở Khoa học và Công nghệ tỉnh Tây Ninh"),
          documents);

  @BeforeEach
  void theDepartment() {
    given(awards.all())
        .willReturn(
            List.of(
                new Award(
                    "GK-SO", "Giấy khen của Giám đốc Sở", "–", AwardKind.FORM, AwardSubject.BOTH),
                new Award(
                    "LDTT", "Lao động tiên tiến", "–", AwardKind.TITLE, AwardSubject.INDIVIDUAL),
                new Award(
                    "BK-TINH",
                    "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh",
                    "–",
                    AwardKind.FORM,
                    AwardSubject.BOTH)));
    given(awards.certificates()).willReturn(Map.of("GK-SO", "GIẤY KHEN"));
    given(citations.of(anyCollection()))
        .willReturn(
            List.of(
                "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
                "Nghị định số 152/2025/NĐ-CP của Chính phủ"));
    given(salaries.on(any()))
        .willReturn(
            Optional.of(
                new BaseSalary(
                    LocalDate.of(2024, 7, 1),
                    2_340_000,
                    "Nghị định số 73/2024/NĐ-CP của Chính phủ",
                    Certainty.UNVERIFIED)));
    given(campaigns.find(1)).willReturn(Optional.of(campaign()));
    given(council.inForce(any()))
        .willReturn(
            List.of(
                member(1, "Nguyễn Văn Hùng", "Giám đốc Sở", CouncilRole.CHAIR),
                member(2, "Đặng Thị Phương", "Phó Giám đốc Sở", CouncilRole.MEMBER),
                member(34, "Lê Quang Minh", "Giám đốc Trung tâm", CouncilRole.MEMBER),
                member(7, "Đỗ Hoàng Long", "Chuyên viên Văn phòng", CouncilRole.SECRETARY)));
    person(1, "Nguyễn Văn Hùng", Gender.MALE, "Giám đốc Sở");
    person(2, "Đặng Thị Phương", Gender.FEMALE, "Phó Giám đốc Sở");
    person(4, "Võ Thanh Sơn", Gender.MALE, "Chánh Văn phòng");
    person(7, "Đỗ Hoàng Long", Gender.MALE, "Chuyên viên");
    person(34, "Lê Quang Minh", Gender.MALE, "Giám đốc Trung tâm");
    given(people.account("thuky")).willReturn(account("thuky", 7));
    given(assignments.inForce(eq(SigningMatter.NOTICE), any()))
        .willReturn(
            List.of(
                assignment(1, "Nguyễn Văn Hùng", SigningCapacity.HEAD),
                assignment(4, "Võ Thanh Sơn", SigningCapacity.BY_ORDER)));
  }

  @Test
  void shouldDecideOnTheSignedListWithItsNumber() {
    var dossier = decided(DecidingAuthority.DIRECTOR, "GK-SO");

    var printed = print(DocumentKind.DECISION, dossier);

    assertThat(printed.text())
        .contains(
            "UBND TỈNH TÂY NINH",
            "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Số: 07/QĐ-SKHCN",
            "Tây Ninh, ngày 09 tháng 02 năm 2026",
            "Về việc tặng Giấy khen của Giám đốc Sở Khoa học và Công nghệ",
            "GIÁM ĐỐC SỞ KHOA HỌC VÀ CÔNG NGHỆ",
            "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
            "Căn cứ Kế hoạch ngày 30 tháng 5 năm 2022 của Sở Khoa học và Công nghệ về triển khai"
                + " phong trào thi đua đẩy mạnh “Học tập và làm theo Bác”;",
            "Căn cứ Biên bản họp Hội đồng Thi đua - Khen thưởng Sở ngày 05 tháng 02 năm 2026;",
            "Theo đề nghị của Chánh Văn phòng Sở.",
            "Điều 1. Tặng Giấy khen của Giám đốc Sở Khoa học và Công nghệ cho 01 tập thể và 02 cá"
                + " nhân đã có thành tích trong phong trào thi đua đẩy mạnh “Học tập và làm theo"
                + " Bác” (có danh sách kèm theo).",
            "chịu trách nhiệm thi hành Quyết định này./.",
            "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC",
            "Đặng Thị Phương",
            "Nơi nhận:",
            "- Như Điều 3;",
            "- Lưu: VT, VP.",
            "(Kèm theo Quyết định số 07/QĐ-SKHCN ngày 09 tháng 02 năm 2026 của Giám đốc Sở Khoa"
                + " học và Công nghệ)",
            "TẬP THỂ",
            "Phòng Quản lý Khoa học",
            "CÁ NHÂN",
            "Bà Người 18",
            "Ông Người 19")
        .doesNotMatch(ENGLISH_OR_PLACEHOLDER)
        .doesNotContain("Bà Người 20");
    assertThat(printed.pages()).isEqualTo(2);
  }

  @Test
  void shouldLeaveNumberAndDateOfADraftToTheClerk() {
    var dossier = voted(DecidingAuthority.DIRECTOR, "GK-SO", "LDTT");
    dossier.signatory("Nguyễn Văn Hùng", "GIÁM ĐỐC");

    var content = source.content(DocumentKind.DECISION, dossier.getId());

    assertThat(content.draft()).isTrue();
    assertThat(content.symbol()).isNull();
    assertThat(content.title()).isEqualTo("Về việc tặng danh hiệu thi đua, hình thức khen thưởng");
    assertThat(content.values())
        .containsEntry(
            "dieu_1",
            "Khen thưởng 01 tập thể và 02 cá nhân đã có thành tích trong phong trào thi đua đẩy"
                + " mạnh “Học tập và làm theo Bác” (có danh sách kèm theo), gồm:")
        .containsEntry(
            "khen_thuong",
            List.of(
                Map.of(
                    "noi_dung",
                    "Tặng Giấy khen của Giám đốc Sở Khoa học và Công nghệ cho 01 tập thể và 01 cá"
                        + " nhân;"),
                Map.of(
                    "noi_dung", "Tặng danh hiệu “Lao động tiên tiến” năm 2026 cho 01 cá nhân.")));
    assertThat(Printed.of(source, DocumentKind.DECISION, content, clock, "-du-thao").text())
        .contains("/QĐ-SKHCN", "Tây Ninh, ngày tháng năm 2026", "DỰ THẢO");
  }

  @Test
  void shouldAskTheProvinceWithVotesAndWithoutDecidingItself() {
    var dossier = decided(DecidingAuthority.PROVINCE, "BK-TINH");

    var text = print(DocumentKind.PROVINCE_PROPOSAL, dossier).text();

    assertThat(text)
        .contains(
            "Số: 07/TTr-SKHCN",
            "TỜ TRÌNH",
            "Về việc đề nghị tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Tây Ninh",
            "Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh Tây Ninh.",
            "Sở Khoa học và Công nghệ kính trình Chủ tịch Ủy ban nhân dân tỉnh Tây Ninh xem xét,"
                + " tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Tây Ninh cho 01 tập thể và"
                + " 02 cá nhân",
            "3/4",
            "(75,0%)",
            "kính trình Chủ tịch Ủy ban nhân dân tỉnh Tây Ninh xem xét, quyết định./.")
        .doesNotContain("QUYẾT ĐỊNH:")
        .doesNotMatch(ENGLISH_OR_PLACEHOLDER);
  }

  @Test
  void shouldSendTheFilesWithALetter() {
    var dossier = decided(DecidingAuthority.PROVINCE, "BK-TINH");
    given(nominations.files(any())).willReturn(List.of());

    assertThat(print(DocumentKind.TRANSMISSION_LETTER, dossier).text())
        .contains(
            "/SKHCN-VP",
            "V/v chuyển hồ sơ đề nghị khen thưởng",
            "Kính gửi: Hội đồng Thi đua - Khen thưởng tỉnh Tây Ninh.",
            "Tờ trình số 07/TTr-SKHCN ngày 09 tháng 02 năm 2026 về việc đề nghị tặng Bằng khen",
            "TL. GIÁM ĐỐC CHÁNH VĂN PHÒNG",
            "Võ Thanh Sơn")
        .doesNotContain("giải trình")
        .doesNotMatch(ENGLISH_OR_PLACEHOLDER);

    dossier.asked("Bổ sung báo cáo thành tích");
    dossier.answered("Sở gửi kèm báo cáo");

    assertThat(print(DocumentKind.TRANSMISSION_LETTER, dossier, "-giai-trinh").text())
        .contains("“Bổ sung báo cáo thành tích”", "như sau: Sở gửi kèm báo cáo.");
  }

  @Test
  void shouldInviteTheCouncilAndGiveEveryMemberTheSamePaper() {
    var dossier = opened(DecidingAuthority.DIRECTOR, "GK-SO");
    given(conflicts.of(any(), anyList()))
        .willReturn(
            List.of(new Conflict("n18", 34, "Lê Quang Minh", ConflictKind.NOMINATOR, null)));

    assertThat(print(DocumentKind.MEETING_INVITATION, dossier).text())
        .contains(
            "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG",
            "/GM-SKHCN",
            "GIẤY MỜI",
            "02 cá nhân thuộc đợt trình TTr-2026-001: Khen thưởng năm 2026",
            "Chủ trì: Ông Nguyễn Văn Hùng, Giám đốc Sở, Chủ tịch Hội đồng.",
            "TM. HỘI ĐỒNG CHỦ TỊCH",
            "Bà Đặng Thị Phương")
        .doesNotMatch(ENGLISH_OR_PLACEHOLDER);
    assertThat(print(DocumentKind.BALLOT_PAPER, dossier).text())
        .contains("PHIẾU BẦU", "Bà Người 18", "Đồng ý", "Không đồng ý")
        .contains("gồm: Lê Quang Minh (đối với Người 18).")
        .doesNotMatch(ENGLISH_OR_PLACEHOLDER);
  }

  @Test
  void shouldRecordCountAndMeetingWithSharesOfTheDenominator() {
    var dossier = voted(DecidingAuthority.DIRECTOR, "GK-SO");
    dossier.item("n19").orElseThrow().become(ItemStatus.NOT_PASSED, null);
    given(conflicts.stored(dossier.getId()))
        .willReturn(
            List.of(new Conflict("n18", 34, "Lê Quang Minh", ConflictKind.NOMINATOR, null)));

    assertThat(print(DocumentKind.COUNTING_MINUTES, dossier).text())
        .contains(
            "Hôm nay, ngày 05 tháng 02 năm 2026",
            "Ông Đỗ Hoàng Long, Chuyên viên Văn phòng, Thư ký Hội đồng",
            "Tổng số thành viên Hội đồng: 04",
            "75,0%",
            "tổng số thành viên Hội đồng (04 thành viên)",
            "Lê Quang Minh không bỏ phiếu đối với Người 18 (là người đề nghị).",
            "Có 01 tập thể và 01 cá nhân đạt tỷ lệ phiếu theo quy định",
            "Có 01 cá nhân không đạt tỷ lệ phiếu theo quy định, gồm: Ông Người 19.")
        .doesNotMatch(ENGLISH_OR_PLACEHOLDER);
    assertThat(print(DocumentKind.MEETING_MINUTES, dossier).text())
        .contains(
            "Hội đồng thảo luận kỹ từng trường hợp.",
            "bỏ phiếu kín",
            "Không thông qua",
            "Hội đồng thống nhất đề nghị Giám đốc Sở Khoa học và Công nghệ tặng Giấy khen của Giám"
                + " đốc Sở Khoa học và Công nghệ cho 01 tập thể và 01 cá nhân",
            "THƯ KÝ",
            "TM. HỘI ĐỒNG CHỦ TỊCH")
        .doesNotMatch(ENGLISH_OR_PLACEHOLDER);
  }

  @Test
  void shouldDiscloseTheListWithItsTimes() {
    var dossier = voted(DecidingAuthority.DIRECTOR, "GK-SO");
    dossier.disclosed(Instant.parse("2026-02-13T10:00:00Z"));
    given(disclosures.find(dossier.getId()))
        .willReturn(
            Optional.of(
                new DisclosureView(
                    new DisclosureList(
                        dossier.getId(),
                        dossier.title(),
                        Instant.parse("2026-02-06T02:00:00Z"),
                        Instant.parse("2026-02-13T10:00:00Z"),
                        dossier.items().stream()
                            .map(
                                item ->
                                    new DisclosureList.Line(
                                        item.nominationId(),
                                        item.nomineeName(),
                                        item.unitName(),
                                        item.awardName(),
                                        "Sáng kiến"))
                            .toList()),
                    true,
                    5)));

    assertThat(print(DocumentKind.DISCLOSURE_NOTICE, dossier).text())
        .contains(
            "/TB-SKHCN",
            "ngày 06 tháng 02 năm 2026",
            "từ ngày 06 tháng 02 năm 2026 đến hết ngày 13 tháng 02 năm 2026",
            "gửi về: Văn phòng Sở Khoa học và Công nghệ tỉnh Tây Ninh",
            "TL. GIÁM ĐỐC CHÁNH VĂN PHÒNG")
        .doesNotMatch(ENGLISH_OR_PLACEHOLDER);
  }

  @Test
  void shouldMakeACertificateForEachAndTheListOfTheMoney() {
    var dossier = decided(DecidingAuthority.DIRECTOR, "GK-SO", "LDTT");
    dossier.items().forEach(item -> item.become(ItemStatus.AWARDED, null));
    dossier.moveTo(DossierStatus.ISSUED, null, OPENED);

    var certificates = print(DocumentKind.CERTIFICATE, dossier);

    assertThat(certificates.pages()).isEqualTo(2);
    assertThat(certificates.text())
        .contains(
            "GIÁM ĐỐC SỞ KHOA HỌC VÀ CÔNG NGHỆ TỈNH TÂY NINH",
            "GIẤY KHEN",
            "Bà Người 18",
            "Phòng Quản lý Khoa học",
            "07/QĐ-SKHCN")
        .doesNotContain("Người 19")
        .doesNotMatch(ENGLISH_OR_PLACEHOLDER);
    var money = print(DocumentKind.AWARD_MONEY_LIST, dossier);
    assertThat(money.text())
        .contains(
            "(Kèm theo Quyết định số 07/QĐ-SKHCN ngày 09 tháng 02 năm 2026",
            "Mức lương cơ sở áp dụng: 2.340.000 đồng/tháng",
            "710.000",
            "2.130.000 đồng (Bằng chữ: Hai triệu một trăm ba mươi nghìn đồng)./.")
        .doesNotMatch(ENGLISH_OR_PLACEHOLDER);
  }

  @Test
  void shouldOfferOnlyWhatTheBatchHasReached() {
    var dossier = opened(DecidingAuthority.DIRECTOR, "LDTT");
    var office = Batches.account("chuyenvien", 5, Role.OFFICE_OFFICER);

    assertThat(source.offered(dossier.getId(), office))
        .containsExactly(DocumentKind.MEETING_INVITATION, DocumentKind.BALLOT_PAPER);

    var issued = decided(DecidingAuthority.DIRECTOR, "LDTT");
    issued.items().forEach(item -> item.become(ItemStatus.AWARDED, null));
    issued.moveTo(DossierStatus.ISSUED, null, OPENED);
    assertThat(source.offered(issued.getId(), office))
        .contains(DocumentKind.DECISION, DocumentKind.AWARD_MONEY_LIST)
        .doesNotContain(DocumentKind.CERTIFICATE, DocumentKind.PROVINCE_PROPOSAL);
    assertThat(source.offered(issued.getId(), Batches.account("thuky", 7, Role.COUNCIL_SECRETARY)))
        .containsExactlyInAnyOrder(
            DocumentKind.MEETING_INVITATION,
            DocumentKind.BALLOT_PAPER,
            DocumentKind.COUNTING_MINUTES,
            DocumentKind.MEETING_MINUTES);
    assertThat(source.offered(issued.getId(), Batches.account("giamdoc", 1, Role.DIRECTOR)))
        .isEmpty();
  }

  @Test
  void shouldDrawUpWhatAStepCallsForAndTheBatchCanSay() {
    var dossier = voted(DecidingAuthority.PROVINCE, "BK-TINH");
    dossier.signatory("Nguyễn Văn Hùng", "GIÁM ĐỐC");

    source.recorded(new Recorded("system", "dossier.signatory-chosen", dossier.getId()));
    source.recorded(new Recorded("chuyenvien", "dossier.board-received", dossier.getId()));

    then(documents).should().queue(DocumentKind.PROVINCE_PROPOSAL, dossier.getId(), null);
    then(documents).should(never()).queue(eq(DocumentKind.DECISION), any(), any());
    then(documents).shouldHaveNoMoreInteractions();
  }

  private Printed print(DocumentKind kind, Dossier dossier) {
    return print(kind, dossier, "");
  }

  private Printed print(DocumentKind kind, Dossier dossier, String suffix) {
    return Printed.of(source, kind, source.content(kind, dossier.getId()), clock, suffix);
  }

  /** A collective, a woman and a man; their awards by turns. */
  private Dossier opened(DecidingAuthority authority, String... codes) {
    var opened =
        Dossier.open(
            "TTr-2026-001",
            "Khen thưởng năm 2026",
            authority,
            true,
            true,
            Batches.account("chuyenvien", 5, Role.OFFICE_OFFICER),
            OPENED);
    var nominees =
        List.of(
            nomination("n17", null, codes[0]),
            nomination("n18", 18L, codes[0]),
            nomination("n19", 19L, codes[codes.length - 1]));
    nominees.forEach(one -> opened.add(one, 34));
    opened.carriedBy(41);
    given(dossiers.findById(opened.getId())).willReturn(Optional.of(opened));
    var described = nominees.stream().collect(Collectors.toMap(AcceptedNomination::id, one -> one));
    given(cases.of(anyList()))
        .willAnswer(
            call ->
                call.<List<DossierItem>>getArgument(0).stream()
                    .map(item -> described.get(item.nominationId()))
                    .collect(Collectors.toMap(AcceptedNomination::id, one -> one)));
    given(cases.rules(any()))
        .willReturn(
            described.values().stream()
                .collect(Collectors.toMap(AcceptedNomination::id, AcceptedNomination::rule)));
    return opened;
  }

  private Dossier voted(DecidingAuthority authority, String... codes) {
    var dossier = opened(authority, codes);
    dossier.met(MEETING, "Hội đồng thảo luận kỹ từng trường hợp.", 4, "thuky");
    dossier
        .items()
        .forEach(
            item -> {
              item.votes(new BallotRow(item.nominationId(), 3, 1, 0, 0, 0), 4);
              item.become(ItemStatus.PASSED, null);
            });
    return dossier;
  }

  private Dossier decided(DecidingAuthority authority, String... codes) {
    var dossier = voted(authority, codes);
    dossier.items().forEach(item -> item.become(ItemStatus.SIGNED, null));
    dossier.signatory("Đặng Thị Phương", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC");
    dossier.numbered(
        authority == DecidingAuthority.DIRECTOR ? "07/QĐ-SKHCN" : "07/TTr-SKHCN",
        LocalDate.of(2026, 2, 9));
    return dossier;
  }

  private static AcceptedNomination nomination(String id, Long person, String award) {
    AwardRule rule = mock();
    given(rule.ruleSet()).willReturn("R3");
    given(rule.secretBallot()).willReturn(true);
    given(rule.voteDenominator()).willReturn(VoteDenominator.ALL_MEMBERS);
    given(rule.moneyFactor()).willReturn(new BigDecimal("0.30"));
    return new AcceptedNomination(
        id,
        "HTB-2022-" + id,
        "qlkh",
        person == null ? SubjectKind.COLLECTIVE : SubjectKind.INDIVIDUAL,
        person,
        person == null ? "Phòng Quản lý Khoa học" : "Người " + person,
        person == null ? null : "Chuyên viên",
        person == null ? null : person == 18 ? Gender.FEMALE : Gender.MALE,
        5,
        "Phòng Quản lý Khoa học",
        award,
        award,
        CommendationType.MOVEMENT,
        rule,
        new Routing(Routing.Route.IN_HOUSE, Procedure.ORDINARY, true, true),
        1L,
        "Đẩy mạnh “Học tập và làm theo Bác”",
        "Rút ngắn quy trình thẩm định nhiệm vụ khoa học và công nghệ cấp cơ sở",
        "Báo cáo",
        LocalDate.of(2026, 1, 1),
        LocalDate.of(2026, 12, 31),
        NominationStatus.IN_DOSSIER);
  }

  private static Campaign campaign() {
    return new Campaign(
        1,
        "HTB-2022",
        "Đẩy mạnh “Học tập và làm theo Bác”",
        "Chuyên đề",
        "/KH-KHCN",
        LocalDate.of(2022, 5, 30),
        "Công văn số 74/HĐTĐ",
        "Nội dung",
        OPENED,
        null,
        LocalDate.of(2022, 1, 1),
        LocalDate.of(2022, 12, 31),
        false,
        List.of("GK-SO"),
        CommendationType.MOVEMENT);
  }

  private static CouncilMember member(long id, String name, String position, CouncilRole role) {
    return new CouncilMember(id, id, name, position, role, LocalDate.of(2022, 1, 1), null);
  }

  private void person(long id, String name, Gender gender, String position) {
    given(people.person(id))
        .willReturn(
            Optional.of(
                new Person(
                    id,
                    name,
                    gender,
                    position,
                    PositionClass.OTHER_MANAGER,
                    false,
                    new Unit(2, "VP", "Văn phòng Sở", UnitKind.OFFICE))));
  }

  private static Account account(String username, long person) {
    return Batches.account(username, person, Role.COUNCIL_SECRETARY);
  }

  private static SigningAssignment assignment(long person, String name, SigningCapacity capacity) {
    return new SigningAssignment(
        person,
        person,
        name,
        "user" + person,
        capacity,
        Set.of(SigningMatter.NOTICE),
        LocalDate.of(2022, 1, 1),
        null,
        "–");
  }
}
