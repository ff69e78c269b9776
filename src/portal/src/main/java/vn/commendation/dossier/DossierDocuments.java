package vn.commendation.dossier;

import static vn.commendation.directory.Role.CLERK;
import static vn.commendation.directory.Role.COUNCIL_SECRETARY;
import static vn.commendation.directory.Role.OFFICE_CHIEF;
import static vn.commendation.directory.Role.OFFICE_OFFICER;
import static vn.commendation.document.DocumentField.flag;
import static vn.commendation.document.DocumentField.rows;
import static vn.commendation.document.DocumentField.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.commendation.audit.AuditTrail;
import vn.commendation.audit.Recorded;
import vn.commendation.directory.Account;
import vn.commendation.document.DocumentContent;
import vn.commendation.document.DocumentField;
import vn.commendation.document.DocumentKind;
import vn.commendation.document.DocumentRefused;
import vn.commendation.document.DocumentSource;
import vn.commendation.document.FormalDocuments;
import vn.commendation.document.Letters;

/** The documents of a batch: when they are drawn up, who may read them, what fields they have. */
@Component
class DossierDocuments implements DocumentSource {

  private static final DocumentField NAME = text("ten", "Bà Lê Thị Bích Ngọc");
  private static final DocumentField PLACE =
      text("chuc_vu_don_vi", "Chuyên viên, Phòng Quản lý Khoa học");
  private static final DocumentField AWARD =
      text("danh_hieu", "Giấy khen của Giám đốc Sở Khoa học và Công nghệ");
  private static final DocumentField MERIT =
      text("thanh_tich", "Rút ngắn quy trình thẩm định nhiệm vụ khoa học và công nghệ");
  private static final DocumentField VOTES = text("ket_qua_phieu", "8/9 (88,9%)");
  private static final DocumentField PARAGRAPH = text("noi_dung", "Nội dung của một đoạn.");
  private static final DocumentField BASES = rows("can_cu", PARAGRAPH);
  private static final DocumentField HOW_MANY = text("so_luong", "01 tập thể và 02 cá nhân");
  private static final DocumentField CODE = text("ma_dot", "TTr-2026-001");
  private static final DocumentField BATCH = text("ten_dot", "Khen thưởng năm 2026");
  private static final DocumentField CHAIR =
      text("chu_tri", "Ông Nguyễn Văn Hùng, Giám đốc Sở, Chủ tịch Hội đồng");
  private static final DocumentField SECRETARY =
      text("thu_ky", "Ông Đỗ Hoàng Long, Chuyên viên Văn phòng, Thư ký Hội đồng");
  private static final DocumentField MEMBERS =
      rows(
          "thanh_vien",
          text("ten", "Ông Nguyễn Văn Hùng"),
          text("chuc_vu", "Giám đốc Sở"),
          text("vai_tro", "Chủ tịch"));
  private static final DocumentField CONFLICTS = rows("danh_sach_lien_quan", PARAGRAPH);
  private static final DocumentField BALLOT =
      rows(
          "ket_qua_bo_phieu",
          NAME,
          PLACE,
          AWARD,
          VOTES,
          text("ket_qua", "Thông qua"),
          text("duoc_bo_phieu", "9"),
          text("vang", "0"),
          text("tan_thanh", "8"),
          text("khong_tan_thanh", "1"),
          text("phieu_trang", "0"),
          text("bang_van_ban", "0"),
          text("ty_le", "88,9%"));

  /** What is drawn up when a step of the batch is recorded. */
  private static final Map<String, Set<DocumentKind>> STEPS =
      Map.of(
          "dossier.opened",
          Set.of(DocumentKind.MEETING_INVITATION, DocumentKind.BALLOT_PAPER),
          "dossier.conflict-declared",
          Set.of(DocumentKind.BALLOT_PAPER),
          "dossier.votes-counted",
          Set.of(DocumentKind.COUNTING_MINUTES, DocumentKind.MEETING_MINUTES),
          "dossier.selection-recorded",
          Set.of(DocumentKind.MEETING_MINUTES),
          "dossier.disclosed",
          Set.of(DocumentKind.DISCLOSURE_NOTICE),
          "dossier.signatory-chosen",
          Set.of(DocumentKind.DECISION, DocumentKind.PROVINCE_PROPOSAL),
          "dossier.signatory-conflict-noted",
          Set.of(DocumentKind.DECISION, DocumentKind.PROVINCE_PROPOSAL),
          "dossier.signed",
          Set.of(DocumentKind.DECISION, DocumentKind.PROVINCE_PROPOSAL),
          "dossier.numbered",
          Set.of(
              DocumentKind.DECISION,
              DocumentKind.PROVINCE_PROPOSAL,
              DocumentKind.TRANSMISSION_LETTER),
          "dossier.issued",
          Set.of(DocumentKind.CERTIFICATE, DocumentKind.AWARD_MONEY_LIST));

  private static final Set<DocumentKind> COUNCIL =
      EnumSet.of(
          DocumentKind.MEETING_INVITATION,
          DocumentKind.BALLOT_PAPER,
          DocumentKind.COUNTING_MINUTES,
          DocumentKind.MEETING_MINUTES);

  private final DossierRepository dossiers;
  private final DossierViews views;
  private final DossierPapers papers;
  private final FormalDocuments documents;

  DossierDocuments(
      DossierRepository dossiers,
      DossierViews views,
      DossierPapers papers,
      FormalDocuments documents) {
    this.dossiers = dossiers;
    this.views = views;
    this.papers = papers;
    this.documents = documents;
  }

  /** Has the documents of a step drawn up once it is committed. */
  @EventListener
  void recorded(Recorded step) {
    var kinds = STEPS.get(step.action());
    if (kinds != null) {
      var possible = possible(find(step.subjectId()));
      kinds.stream()
          .filter(possible::contains)
          .sorted()
          .forEach(
              kind ->
                  documents.queue(
                      kind,
                      step.subjectId(),
                      step.actor().equals(AuditTrail.SYSTEM) ? null : step.actor()));
    }
  }

  @Override
  public Set<DocumentKind> kinds() {
    return EnumSet.of(
        DocumentKind.MEETING_INVITATION,
        DocumentKind.BALLOT_PAPER,
        DocumentKind.COUNTING_MINUTES,
        DocumentKind.MEETING_MINUTES,
        DocumentKind.DISCLOSURE_NOTICE,
        DocumentKind.DECISION,
        DocumentKind.PROVINCE_PROPOSAL,
        DocumentKind.TRANSMISSION_LETTER,
        DocumentKind.CERTIFICATE,
        DocumentKind.AWARD_MONEY_LIST);
  }

  @Override
  public List<DocumentField> fields(DocumentKind kind) {
    return switch (kind) {
      case MEETING_INVITATION ->
          Letters.fields(HOW_MANY, CODE, BATCH, CHAIR, text("nam", "2026"), MEMBERS);
      case BALLOT_PAPER ->
          Letters.fields(
              rows("danh_sach", NAME, PLACE, AWARD),
              flag("co_lien_quan", true),
              text("lien_quan", "Lê Quang Minh (đối với Trịnh Xuân Bách)"));
      case COUNTING_MINUTES ->
          Letters.fields(
              CODE,
              BATCH,
              SECRETARY,
              text("ngay_hop", "ngày 20 tháng 11 năm 2026"),
              text("so_thanh_vien", "09"),
              text("hinh_thuc_bo_phieu", "bỏ phiếu kín"),
              text("mau_so", "tổng số thành viên Hội đồng"),
              BALLOT,
              flag("co_lien_quan", true),
              CONFLICTS,
              rows("ket_luan_kiem_phieu", PARAGRAPH));
      case MEETING_MINUTES ->
          Letters.fields(
              CODE,
              BATCH,
              CHAIR,
              SECRETARY,
              text("ten_thu_ky", "Đỗ Hoàng Long"),
              text("ngay_hop", "ngày 20 tháng 11 năm 2026"),
              text("so_thanh_vien", "09"),
              text("so_luong_xet", "01 tập thể và 03 cá nhân"),
              text("hinh_thuc_bo_phieu", "bỏ phiếu kín"),
              text("mau_so", "tổng số thành viên Hội đồng"),
              MEMBERS,
              flag("co_noi_dung_hop", true),
              rows("noi_dung_hop", PARAGRAPH),
              flag("co_lien_quan", true),
              CONFLICTS,
              BALLOT,
              flag("co_suat", true),
              rows("chon_suat", PARAGRAPH),
              text("ket_luan", "Hội đồng thống nhất đề nghị khen thưởng."));
      case DISCLOSURE_NOTICE ->
          listed(
              BASES,
              HOW_MANY,
              text("tu_ngay", "ngày 20 tháng 11 năm 2026"),
              text("den_ngay", "ngày 27 tháng 11 năm 2026"),
              text("noi_tiep_nhan", "Văn phòng Sở Khoa học và Công nghệ"));
      case DECISION ->
          listed(
              BASES,
              text("tham_quyen", "GIÁM ĐỐC SỞ KHOA HỌC VÀ CÔNG NGHỆ"),
              text("nguoi_quyet_dinh", "Giám đốc Sở Khoa học và Công nghệ"),
              text("dieu_1", "Tặng Giấy khen cho 01 tập thể và 02 cá nhân."),
              rows("khen_thuong", PARAGRAPH));
      case PROVINCE_PROPOSAL ->
          listed(
              BASES,
              text("kinh_gui", "Chủ tịch Ủy ban nhân dân tỉnh Tây Ninh"),
              text("dieu_1", "Sở kính trình khen thưởng 01 tập thể và 02 cá nhân."),
              rows("khen_thuong", PARAGRAPH),
              flag("da_cong_khai", true),
              flag("da_bo_phieu", true),
              text("noi_trinh", "Chủ tịch Ủy ban nhân dân tỉnh"),
              text("de_nghi_quyet_dinh", "quyết định"));
      case TRANSMISSION_LETTER ->
          Letters.fields(
              text("ve_viec", "V/v chuyển hồ sơ đề nghị khen thưởng"),
              text("kinh_gui", "Hội đồng Thi đua - Khen thưởng tỉnh Tây Ninh"),
              text("so_to_trinh", "05/TTr-SKHCN"),
              text("ngay_to_trinh", "ngày 20 tháng 11 năm 2026"),
              text("trich_yeu_to_trinh", "về việc đề nghị tặng Bằng khen"),
              HOW_MANY,
              flag("da_bo_phieu", true),
              rows(
                  "ho_so_chuyen",
                  text("ma_ho_so", "HTB-2022-0001"),
                  NAME,
                  AWARD,
                  text("so_tai_lieu", "2 tệp")),
              flag("co_giai_trinh", true),
              text("yeu_cau_cua_tinh", "Bổ sung báo cáo thành tích"),
              text("giai_trinh", "Sở gửi kèm báo cáo."));
      case CERTIFICATE ->
          Letters.fields(
              rows("giay_khen", text("ten_giay", "GIẤY KHEN"), NAME, PLACE, MERIT),
              text("tham_quyen", "GIÁM ĐỐC SỞ KHOA HỌC VÀ CÔNG NGHỆ TỈNH TÂY NINH"),
              text("ngay_quyet_dinh", "ngày 20 tháng 11 năm 2026"));
      case AWARD_MONEY_LIST ->
          Letters.fields(
              text("so_quyet_dinh", "05/QĐ-SKHCN"),
              text("ngay_quyet_dinh", "ngày 20 tháng 11 năm 2026"),
              text("nguoi_quyet_dinh", "Giám đốc Sở Khoa học và Công nghệ"),
              text("luong_co_so", "2.340.000"),
              text("can_cu_luong", "Nghị định số 73/2024/NĐ-CP của Chính phủ"),
              rows(
                  "tien_thuong",
                  NAME,
                  PLACE,
                  AWARD,
                  text("he_so", "0,3"),
                  text("thanh_tien", "710.000")),
              text("tong_so", "710.000"),
              text("bang_chu", "Bảy trăm mười nghìn đồng"));
      default -> throw new IllegalArgumentException("Not a document of a batch: " + kind);
    };
  }

  private static List<DocumentField> listed(DocumentField... more) {
    var fields = new ArrayList<>(Letters.fields(more));
    fields.addAll(
        List.of(
            flag("co_tap_the", true),
            rows("tap_the", text("ten", "Phòng Quản lý Khoa học"), AWARD, MERIT, VOTES),
            flag("co_ca_nhan", true),
            rows("ca_nhan", NAME, PLACE, text("chuc_vu", "Chuyên viên"), AWARD, MERIT, VOTES)));
    return fields;
  }

  @Override
  public Set<DocumentKind> offered(String id, Account account) {
    var offered = possible(find(id));
    if (!account.has(OFFICE_OFFICER, OFFICE_CHIEF)) {
      offered.retainAll(account.has(COUNCIL_SECRETARY) ? COUNCIL : Set.of());
    }
    return offered;
  }

  @Override
  public boolean mayRead(DocumentKind kind, String id, Account account) {
    return dossiers.findById(id).filter(dossier -> views.maySee(account, dossier)).isPresent();
  }

  @Override
  public boolean mayAttach(DocumentKind kind, String id, Account account) {
    return account.has(OFFICE_OFFICER, OFFICE_CHIEF, CLERK)
        || COUNCIL.contains(kind) && account.has(COUNCIL_SECRETARY);
  }

  @Override
  public DocumentContent content(DocumentKind kind, String id) {
    var dossier = find(id);
    if (!possible(dossier).contains(kind)) {
      throw new DocumentRefused("not-yet");
    }
    return papers.content(kind, dossier);
  }

  @Override
  public String path(String id) {
    return "/dossiers/" + id;
  }

  /** What the batch, as it stands, has something to say in. */
  private Set<DocumentKind> possible(Dossier dossier) {
    var kinds = EnumSet.noneOf(DocumentKind.class);
    if (dossier.ballotRequired()) {
      kinds.add(DocumentKind.MEETING_INVITATION);
      kinds.add(DocumentKind.BALLOT_PAPER);
      if (dossier.meetingDate() != null
          && dossier.items().stream().anyMatch(item -> item.votesFor() != null)) {
        kinds.add(DocumentKind.COUNTING_MINUTES);
        kinds.add(DocumentKind.MEETING_MINUTES);
      }
    }
    if (dossier.disclosedUntil() != null) {
      kinds.add(DocumentKind.DISCLOSURE_NOTICE);
    }
    if (dossier.signatureLine() != null && !DossierPapers.signable(dossier).isEmpty()) {
      kinds.add(dossier.inHouse() ? DocumentKind.DECISION : DocumentKind.PROVINCE_PROPOSAL);
    }
    if (!dossier.inHouse() && dossier.numberSymbol() != null) {
      kinds.add(DocumentKind.TRANSMISSION_LETTER);
    }
    if (dossier.status() == DossierStatus.ISSUED) {
      if (papers.certified(dossier)) {
        kinds.add(DocumentKind.CERTIFICATE);
      }
      if (papers.paid(dossier)) {
        kinds.add(DocumentKind.AWARD_MONEY_LIST);
      }
    }
    return kinds;
  }

  private Dossier find(String id) {
    return dossiers.findById(id).orElseThrow(() -> new DocumentRefused("unknown"));
  }
}
