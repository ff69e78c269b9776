package vn.commendation.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.commendation.award.Award;
import vn.commendation.award.AwardKind;
import vn.commendation.award.AwardSubject;
import vn.commendation.award.Certainty;
import vn.commendation.award.CommendationType;
import vn.commendation.award.Procedure;
import vn.commendation.award.RuleSet;
import vn.commendation.award.RuleTransition;
import vn.commendation.award.SubjectKind;
import vn.commendation.campaign.Campaign;
import vn.commendation.directory.Account;
import vn.commendation.directory.Gender;
import vn.commendation.directory.Person;
import vn.commendation.directory.PositionClass;
import vn.commendation.directory.Role;
import vn.commendation.directory.Unit;
import vn.commendation.directory.UnitKind;
import vn.commendation.engine.Way;
import vn.commendation.nomination.CaseCheck;
import vn.commendation.nomination.CaseLink;
import vn.commendation.nomination.CaseTransition;
import vn.commendation.nomination.Decision;
import vn.commendation.nomination.DossierLink;
import vn.commendation.nomination.EvidenceFile;
import vn.commendation.nomination.Finding;
import vn.commendation.nomination.Hold;
import vn.commendation.nomination.HoldKind;
import vn.commendation.nomination.NominationDetails;
import vn.commendation.nomination.NominationForm;
import vn.commendation.nomination.NominationStatus;
import vn.commendation.nomination.NominationSummary;
import vn.commendation.nomination.Part;
import vn.commendation.nomination.RequiredDocument;
import vn.commendation.nomination.Routing;
import vn.commendation.nomination.Rule;
import vn.commendation.nomination.TimelineEntry;

/** People, a campaign and a case for the tests of pages. */
public final class Samples {

  public static final String ID = "6f1f2d3c-0000-4000-8000-000000000001";
  public static final String CASE = "/nominations/" + ID;
  public static final Unit UNIT = new Unit(3, "QLCN", "Phòng Quản lý Công nghệ", UnitKind.DIVISION);
  public static final Campaign CAMPAIGN =
      new Campaign(
          1,
          "HTLTB-2022",
          "Học tập và làm theo Bác năm 2022",
          "Xây dựng đội ngũ cán bộ",
          "…/KH-KHCN",
          LocalDate.of(2022, 5, 30),
          "Công văn số 74/HĐTĐ",
          "Động viên kịp thời",
          Instant.parse("2022-05-29T17:00:00Z"),
          null,
          LocalDate.of(2022, 1, 1),
          LocalDate.of(2022, 12, 31),
          false,
          List.of("GIAY_KHEN"),
          CommendationType.MOVEMENT);
  public static final Award AWARD =
      new Award(
          "GIAY_KHEN",
          "Giấy khen của Giám đốc Sở",
          "Certificate of Merit",
          AwardKind.FORM,
          AwardSubject.BOTH);

  private Samples() {}

  public static Account account(String username, Role role) {
    return new Account(username, "Nguyễn Thị Ánh", "anh@tayninh.example", person(10), Set.of(role));
  }

  public static Person person(long id) {
    return new Person(
        id,
        "Phạm Đình Khôi " + id,
        Gender.MALE,
        "Chuyên viên",
        PositionClass.DIRECT_WORKER,
        true,
        UNIT);
  }

  public static NominationForm form() {
    return new NominationForm(
        ID,
        3,
        1L,
        SubjectKind.INDIVIDUAL,
        20L,
        "GIAY_KHEN",
        "Cải tiến thủ tục",
        "Giảm thời hạn thẩm định",
        LocalDate.of(2022, 1, 1),
        LocalDate.of(2022, 10, 31));
  }

  public static NominationSummary summary(NominationStatus status) {
    return new NominationSummary(
        ID,
        status == NominationStatus.DRAFT ? null : "HTLTB-2022-0001",
        "Phạm Đình Khôi",
        SubjectKind.INDIVIDUAL,
        UNIT.name(),
        AWARD.name(),
        CAMPAIGN.title(),
        status,
        Instant.parse("2026-11-20T03:25:00Z"),
        status.ended() ? null : Instant.parse("2026-11-21T10:00:00Z"));
  }

  public static NominationDetails details(NominationStatus status, String... visitedElements) {
    return new NominationDetails(
        summary(status),
        3,
        CommendationType.MOVEMENT,
        "Chuyên viên",
        "Cải tiến thủ tục",
        "Giảm thời hạn thẩm định",
        LocalDate.of(2022, 1, 1),
        LocalDate.of(2022, 10, 31),
        null,
        "Nguyễn Thị Ánh",
        UNIT.name(),
        Instant.parse("2026-11-19T01:05:00Z"),
        List.of(
            new EvidenceFile(
                7,
                "Báo cáo thành tích.pdf",
                "application/pdf",
                1_834_211,
                "ab",
                Instant.parse("2026-11-19T01:00:00Z"))),
        List.of(
            new Decision(
                "office-review",
                "return",
                "Thiếu xác nhận của cấp ủy",
                "Trần Hữu Nghĩa",
                Instant.parse("2026-11-19T08:00:00Z"),
                null,
                null)),
        List.of(
            new TimelineEntry(
                Instant.parse("2026-11-19T08:00:00Z"),
                "Trần Hữu Nghĩa",
                "nomination.office-review.return",
                "Thiếu xác nhận của cấp ủy")),
        status == NominationStatus.DRAFT ? null : check(),
        status == NominationStatus.HOLD ? hold() : null,
        status == NominationStatus.CONSENT ? "Bằng khen" : null,
        status == NominationStatus.DRAFT ? 0 : 1,
        status == NominationStatus.IN_DOSSIER ? new DossierLink(ID, "DT-2026-0001") : null,
        new CaseLink(ID, "HTLTB-2021-0007", NominationStatus.REJECTED),
        List.of(new CaseLink(ID, null, NominationStatus.DRAFT)),
        1,
        status == NominationStatus.SUPPLEMENT ? Set.of(Part.ACHIEVEMENTS) : Set.of(),
        status.editable(),
        status.withdrawable(),
        status == NominationStatus.HOLD,
        status.renewable(),
        "http://localhost:8080/operaton/app/tasklist/default/#/?task=17",
        "http://localhost:8080/operaton/app/cockpit/default/#/process-instance/11/runtime",
        status == NominationStatus.SUPPLEMENT ? "Thiếu xác nhận của cấp ủy" : null,
        new Way(
            Arrays.stream(visitedElements)
                .collect(
                    Collectors.toMap(
                        Function.identity(), id -> Instant.parse("2026-11-19T08:00:00Z"))),
            List.of()));
  }

  private static CaseCheck check() {
    return new CaseCheck(
        Rule.SET.name(),
        transition(),
        Rule.of(AWARD.code()),
        Instant.parse("2026-11-19T01:06:00Z"),
        new Routing(Routing.Route.IN_HOUSE, Procedure.ORDINARY, true, true),
        List.of(
            new Finding("prior", Finding.Severity.BLOCK, "Chưa đủ hai năm liên tục", "Điều 23")),
        List.of(
            new RequiredDocument(
                "unit-request", "Tờ trình của đơn vị", RequiredDocument.Provider.UNIT, null)),
        List.of("Lao động tiên tiến năm 2021"));
  }

  private static CaseTransition transition() {
    var clause =
        new RuleTransition(
            null, LocalDate.of(2026, 12, 1), "Điều 2", Certainty.UNVERIFIED, "Chưa đối chiếu");
    var later =
        new RuleSet(
            "R4", "R4", "Luật sửa đổi", LocalDate.of(2026, 12, 1), null, "Luật", true, clause);
    return new CaseTransition(
        LocalDate.of(2026, 11, 19),
        clause,
        List.of(
            new CaseTransition.Alternative(Rule.SET, Rule.of(AWARD.code()), true),
            new CaseTransition.Alternative(later, Rule.of(AWARD.code()), false)));
  }

  private static Hold hold() {
    return new Hold(
        ID,
        HoldKind.COMPLAINT,
        "Có đơn khiếu nại",
        LocalDate.of(2026, 12, 1),
        "Trần Hữu Nghĩa",
        Instant.parse("2026-11-19T08:00:00Z"));
  }
}
