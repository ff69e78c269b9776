package vn.commendation.nomination;

import static vn.commendation.directory.Role.CLERK;
import static vn.commendation.directory.Role.OFFICE_CHIEF;
import static vn.commendation.directory.Role.OFFICE_OFFICER;
import static vn.commendation.document.DocumentField.flag;
import static vn.commendation.document.DocumentField.rows;
import static vn.commendation.document.DocumentField.text;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.commendation.audit.AuditTrail;
import vn.commendation.audit.Recorded;
import vn.commendation.award.Awards;
import vn.commendation.award.Citations;
import vn.commendation.campaign.Campaign;
import vn.commendation.campaign.Campaigns;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.document.DocumentContent;
import vn.commendation.document.DocumentField;
import vn.commendation.document.DocumentKind;
import vn.commendation.document.DocumentRefused;
import vn.commendation.document.DocumentSource;
import vn.commendation.document.FormalDocuments;
import vn.commendation.document.Letters;
import vn.commendation.document.Phrases;
import vn.commendation.document.Signatures;
import vn.commendation.document.Signatures.Signature;
import vn.commendation.document.Wording;
import vn.commendation.notification.Notices;

/** The Office's documents about one case: appraisal sheet, request for supplement, refusal. */
@Component
class NominationDocuments implements DocumentSource {

  private static final Locale VIETNAMESE = Locale.of("vi");
  private static final String REVIEW = Step.OFFICE_REVIEW.key();

  private static final Set<NominationStatus> REFUSALS =
      EnumSet.of(
          NominationStatus.INELIGIBLE,
          NominationStatus.REJECTED,
          NominationStatus.EXPIRED,
          NominationStatus.NOT_PASSED,
          NominationStatus.REFUSED,
          NominationStatus.OBJECTION_UPHELD,
          NominationStatus.NOT_AWARDED);

  /** What is drawn up when a step of the case is recorded. */
  private static final Map<String, DocumentKind> STEPS =
      Map.of(
          "nomination.office-review.accept", DocumentKind.APPRAISAL_SHEET,
          "nomination.office-review.return", DocumentKind.SUPPLEMENT_REQUEST,
          "nomination.outcome-notified", DocumentKind.REFUSAL_NOTICE);

  private static final DocumentField CODE = text("ma_ho_so", "HTB-2022-0001");
  private static final DocumentField NAME = text("ten", "Bà Lê Thị Bích Ngọc");
  private static final DocumentField PLACE =
      text("chuc_vu_don_vi", "Chuyên viên, Phòng Quản lý Khoa học");
  private static final DocumentField AWARD =
      text("danh_hieu", "Giấy khen của Giám đốc Sở Khoa học và Công nghệ");
  private static final DocumentField TO = text("kinh_gui", "Phòng Quản lý Khoa học");
  private static final DocumentField REASON = text("ly_do", "Chưa có báo cáo thành tích.");

  private final NominationRepository nominations;
  private final DecisionRepository decisions;
  private final EvidenceStore evidence;
  private final CaseChecks checks;
  private final CaseRules rules;
  private final Awards awards;
  private final Citations citations;
  private final Campaigns campaigns;
  private final Directory directory;
  private final AuditTrail audit;
  private final FormalDocuments documents;
  private final Letters letters;
  private final Signatures signatures;
  private final Notices notices;
  private final Clock clock;

  NominationDocuments(
      NominationRepository nominations,
      DecisionRepository decisions,
      EvidenceStore evidence,
      CaseChecks checks,
      CaseRules rules,
      Awards awards,
      Citations citations,
      Campaigns campaigns,
      Directory directory,
      AuditTrail audit,
      FormalDocuments documents,
      Letters letters,
      Signatures signatures,
      Notices notices,
      Clock clock) {
    this.nominations = nominations;
    this.decisions = decisions;
    this.evidence = evidence;
    this.checks = checks;
    this.rules = rules;
    this.awards = awards;
    this.citations = citations;
    this.campaigns = campaigns;
    this.directory = directory;
    this.audit = audit;
    this.documents = documents;
    this.letters = letters;
    this.signatures = signatures;
    this.notices = notices;
    this.clock = clock;
  }

  /** Has the document of a step drawn up once it is committed. */
  @EventListener
  void recorded(Recorded step) {
    var kind = STEPS.get(step.action());
    if (kind != null
        && (kind != DocumentKind.REFUSAL_NOTICE
            || REFUSALS.contains(find(step.subjectId()).status()))) {
      documents.queue(
          kind, step.subjectId(), step.actor().equals(AuditTrail.SYSTEM) ? null : step.actor());
    }
  }

  @Override
  public Set<DocumentKind> kinds() {
    return EnumSet.of(
        DocumentKind.APPRAISAL_SHEET, DocumentKind.SUPPLEMENT_REQUEST, DocumentKind.REFUSAL_NOTICE);
  }

  @Override
  public List<DocumentField> fields(DocumentKind kind) {
    return switch (kind) {
      case APPRAISAL_SHEET ->
          Letters.fields(
              CODE,
              NAME,
              PLACE,
              AWARD,
              text("loai_hinh", "Phong trào thi đua theo đợt, chuyên đề"),
              text("phong_trao", "Đẩy mạnh học tập và làm theo Bác năm 2022"),
              text("thoi_gian_thanh_tich", "01/01/2022 – 31/12/2022"),
              text("nguoi_de_nghi", "Phòng Quản lý Khoa học (bà Trần Thị Thanh Hòa)"),
              text("ngay_nhan", "20/11/2022"),
              text("quy_dinh", "Luật 2003, Nghị định 91/2017"),
              text("tham_quyen", "Giám đốc Sở quyết định"),
              text("trinh_tu", "Thủ tục thông thường"),
              text("thanh_tich", "Rút ngắn quy trình thẩm định nhiệm vụ."),
              flag("co_tai_lieu", true),
              rows(
                  "ho_so",
                  text("tai_lieu", "Báo cáo thành tích"),
                  text("noi_lap", "Đơn vị"),
                  text("tinh_trang", "Chưa có")),
              text("tai_lieu_minh_chung", "bao-cao.pdf"),
              flag("co_ket_qua", true),
              rows(
                  "ket_qua_kiem_tra",
                  text("muc_do", "Cần cân nhắc"),
                  text("noi_dung", "Thiếu quyết định công nhận sáng kiến"),
                  text("can_cu_quy_dinh", "Điều 23")),
              flag("co_so_theo_doi", true),
              rows("so_theo_doi", text("noi_dung", "Lao động tiên tiến năm 2021.")),
              text("y_kien", "Hồ sơ đầy đủ."),
              text("ket_luan", "đồng ý, đưa vào đợt trình"),
              text("nguoi_tham_dinh", "Phạm Thị Minh Thư"));
      case SUPPLEMENT_REQUEST ->
          Letters.fields(
              CODE,
              NAME,
              PLACE,
              AWARD,
              TO,
              REASON,
              text("phan_ho_so", "thành tích; tài liệu minh chứng"),
              text("han", "ngày 27 tháng 11 năm 2026"));
      case REFUSAL_NOTICE ->
          Letters.fields(
              CODE,
              NAME,
              PLACE,
              AWARD,
              TO,
              REASON,
              rows("can_cu", text("noi_dung", "Căn cứ Luật Thi đua, khen thưởng;")),
              text("ket_luan", "hồ sơ không đủ điều kiện, tiêu chuẩn xét khen thưởng"));
      default -> throw new IllegalArgumentException("Not a document of a case: " + kind);
    };
  }

  @Override
  public Set<DocumentKind> offered(String id, Account account) {
    var nomination = find(id);
    return account.has(OFFICE_OFFICER, OFFICE_CHIEF)
            && NominationAccess.mayReadRegisters(account, nomination)
        ? possible(nomination)
        : Set.of();
  }

  /** The appraisal quotes the registers: it is not for the side of the case. */
  @Override
  public boolean mayRead(DocumentKind kind, String id, Account account) {
    return nominations
        .findById(id)
        .filter(
            nomination ->
                kind == DocumentKind.APPRAISAL_SHEET
                    ? NominationAccess.mayReadRegisters(account, nomination)
                    : NominationAccess.maySee(account, nomination))
        .isPresent();
  }

  @Override
  public boolean mayAttach(DocumentKind kind, String id, Account account) {
    return account.has(OFFICE_OFFICER, OFFICE_CHIEF, CLERK)
        && NominationAccess.mayReadRegisters(account, find(id));
  }

  @Override
  public DocumentContent content(DocumentKind kind, String id) {
    var nomination = find(id);
    if (!possible(nomination).contains(kind)) {
      throw new DocumentRefused("not-yet");
    }
    return switch (kind) {
      case APPRAISAL_SHEET -> appraisal(nomination);
      case SUPPLEMENT_REQUEST -> supplement(nomination);
      default -> refusal(nomination);
    };
  }

  @Override
  public String path(String id) {
    return "/nominations/" + id;
  }

  private Set<DocumentKind> possible(Nomination nomination) {
    var kinds = EnumSet.noneOf(DocumentKind.class);
    if (nomination.status() == NominationStatus.OFFICE_REVIEW
        || accepted(nomination.getId()) != null) {
      kinds.add(DocumentKind.APPRAISAL_SHEET);
    }
    if (nomination.status() == NominationStatus.SUPPLEMENT) {
      kinds.add(DocumentKind.SUPPLEMENT_REQUEST);
    }
    if (REFUSALS.contains(nomination.status())) {
      kinds.add(DocumentKind.REFUSAL_NOTICE);
    }
    return kinds;
  }

  private DocumentContent appraisal(Nomination nomination) {
    var accepted = accepted(nomination.getId());
    var check = checks.of(nomination);
    var files = evidence.filesOf(nomination.getId());
    var values =
        ofOffice(
            DocumentKind.APPRAISAL_SHEET,
            notices.get("nomination-paper.appraisal", nomination.code()));
    describe(values, nomination);
    values.put("danh_hieu", Phrases.capital((String) values.get("danh_hieu")));
    values.put("loai_hinh", Phrases.capital(notices.get("award-type." + nomination.type())));
    values.put("phong_trao", campaign(nomination));
    values.put(
        "thoi_gian_thanh_tich",
        Wording.shortDate(nomination.periodFrom())
            + " – "
            + Wording.shortDate(nomination.periodTo()));
    values.put(
        "nguoi_de_nghi",
        notices.get(
            "nomination-paper.nominator",
            nomination.unitName(),
            directory.account(nomination.nominator()).displayName()));
    values.put(
        "ngay_nhan",
        Wording.shortDate(LocalDate.ofInstant(nomination.submittedAt(), clock.getZone())));
    values.put("quy_dinh", check.ruleSetName());
    values.put(
        "tham_quyen",
        check.rule() == null ? "" : notices.get("authority." + check.rule().authority()));
    values.put(
        "trinh_tu",
        check.routing() == null
            ? ""
            : Phrases.capital(notices.get("nomination-procedure." + check.routing().procedure())));
    values.put("thanh_tich", nomination.title() + "\n" + nomination.achievements());
    values.put("co_tai_lieu", !check.documents().isEmpty());
    values.put(
        "ho_so",
        check.documents().stream()
            .map(
                document ->
                    Phrases.row(
                        "tai_lieu",
                        document.name(),
                        "noi_lap",
                        notices.get("nomination-provider." + document.provider()),
                        "tinh_trang",
                        notices.get("nomination-document." + document.state(!files.isEmpty()))))
            .toList());
    values.put(
        "tai_lieu_minh_chung",
        files.isEmpty()
            ? notices.get("nomination-paper.none")
            : files.stream().map(EvidenceFile::name).collect(Collectors.joining("; ")));
    values.put("co_ket_qua", !check.findings().isEmpty());
    values.put(
        "ket_qua_kiem_tra",
        check.findings().stream()
            .map(
                finding ->
                    Phrases.row(
                        "muc_do",
                        notices.get("nomination-severity." + finding.severity()),
                        "noi_dung",
                        finding.text(),
                        "can_cu_quy_dinh",
                        finding.basis() == null ? "" : finding.basis()))
            .toList());
    values.put("co_so_theo_doi", !check.facts().isEmpty());
    values.put("so_theo_doi", check.facts().stream().map(Phrases::paragraph).toList());
    values.put(
        "y_kien",
        accepted == null || accepted.reason() == null
            ? notices.get(
                accepted == null ? "nomination-paper.blank" : "nomination-paper.no-opinion")
            : Phrases.sentence(accepted.reason()));
    values.put(
        "ket_luan",
        notices.get(accepted == null ? "nomination-paper.undecided" : "nomination-paper.accepted"));
    values.put("nguoi_tham_dinh", accepted == null ? "" : accepted.decidedBy());
    return new DocumentContent(
        (String) values.get("trich_yeu"),
        accepted == null,
        null,
        accepted == null ? null : LocalDate.ofInstant(accepted.decidedAt(), clock.getZone()),
        values);
  }

  private DocumentContent supplement(Nomination nomination) {
    var returned = last(nomination.getId(), "return");
    var values =
        ofOffice(
            DocumentKind.SUPPLEMENT_REQUEST,
            notices.get("nomination-paper.supplement", nomination.code()));
    describe(values, nomination);
    values.put("kinh_gui", nomination.unitName());
    values.put("ly_do", returned == null ? "" : Phrases.sentence(returned.reason()));
    values.put(
        "phan_ho_so",
        nomination.reopened().stream()
            .map(part -> notices.get("nomination-part." + part.key()))
            .collect(Collectors.joining("; ")));
    values.put(
        "han",
        nomination.dueAt() == null
            ? ""
            : Wording.date(LocalDate.ofInstant(nomination.dueAt(), clock.getZone())));
    return new DocumentContent(
        (String) values.get("trich_yeu"),
        false,
        null,
        returned == null ? null : LocalDate.ofInstant(returned.decidedAt(), clock.getZone()),
        values);
  }

  private DocumentContent refusal(Nomination nomination) {
    var status = nomination.status();
    var values =
        letters.values(
            DocumentKind.REFUSAL_NOTICE,
            notices.get(
                status == NominationStatus.REJECTED || status == NominationStatus.INELIGIBLE
                    ? "nomination-paper.refusal"
                    : "nomination-paper.result"),
            signatures.notice(LocalDate.now(clock)));
    describe(values, nomination);
    values.put("kinh_gui", nomination.unitName());
    values.put(
        "can_cu",
        Phrases.bases(
            citations.of(Set.of(rules.setOf(nomination).code())),
            notices.get("nomination-paper.basis", nomination.unitName())));
    values.put("ket_luan", notices.get("nomination-paper.refusal." + status));
    values.put("ly_do", Phrases.sentence(reason(nomination)));
    return new DocumentContent((String) values.get("trich_yeu"), false, null, null, values);
  }

  /** Why it ended so, in the words of whoever decided; the check's own are in the trail only. */
  private String reason(Nomination nomination) {
    var given =
        switch (nomination.status()) {
          case EXPIRED -> notices.get("nomination-paper.expired");
          case INELIGIBLE ->
              audit.of(nomination.getId()).reversed().stream()
                  .filter(entry -> entry.action().equals("nomination.check-failed"))
                  .map(entry -> entry.reason())
                  .findFirst()
                  .orElse(null);
          default -> {
            var made = decisions.findByNominationIdOrderById(nomination.getId());
            yield made.isEmpty() ? null : made.getLast().toDecision().reason();
          }
        };
    return given == null ? notices.get("nomination-paper.no-reason") : given;
  }

  private Decision accepted(String id) {
    return last(id, "accept");
  }

  private Decision last(String id, String outcome) {
    return decisions.findByNominationIdOrderById(id).reversed().stream()
        .map(DecisionEntity::toDecision)
        .filter(decision -> decision.step().equals(REVIEW) && decision.outcome().equals(outcome))
        .findFirst()
        .orElse(null);
  }

  /** The Office writes under its own name; its chief signs. */
  private Map<String, Object> ofOffice(DocumentKind kind, String subject) {
    var chief =
        directory.accountsWith(Set.of(OFFICE_CHIEF)).stream().map(Account::person).findFirst();
    var values =
        letters.values(
            kind,
            subject,
            new Signature(
                chief
                    .map(person -> person.position().toUpperCase(VIETNAMESE))
                    .orElse(notices.get("nomination-paper.chief")),
                chief.map(person -> person.fullName()).orElse("")));
    values.put("co_quan_chu_quan", letters.organisation().name().toUpperCase(VIETNAMESE));
    values.put("co_quan", notices.get("nomination-paper.office"));
    return values;
  }

  private void describe(Map<String, Object> values, Nomination nomination) {
    var organisation = letters.organisation();
    values.put("ma_ho_so", nomination.code());
    values.put("ten", Phrases.salutation(nomination.nomineeGender(), nomination.nomineeName()));
    values.put(
        "chuc_vu_don_vi",
        nomination.personId() == null
            ? organisation.name()
            : nomination.nomineePosition() + ", " + nomination.unitName());
    values.put(
        "danh_hieu",
        awards
            .find(nomination.awardCode())
            .map(award -> Phrases.award(award, nomination.periodTo().getYear(), organisation))
            .orElse(""));
  }

  private String campaign(Nomination nomination) {
    return nomination.campaignId() == null
        ? notices.get("nomination-case.unplanned")
        : campaigns.find(nomination.campaignId()).map(Campaign::title).orElse("");
  }

  private Nomination find(String id) {
    return nominations.findById(id).orElseThrow(() -> new DocumentRefused("unknown"));
  }
}
