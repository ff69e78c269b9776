package vn.commendation.report;

import static vn.commendation.document.DocumentField.rows;
import static vn.commendation.document.DocumentField.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;
import vn.commendation.directory.SigningCapacity;
import vn.commendation.document.DocumentContent;
import vn.commendation.document.DocumentField;
import vn.commendation.document.DocumentKind;
import vn.commendation.document.DocumentRefused;
import vn.commendation.document.DocumentSource;
import vn.commendation.document.Letters;
import vn.commendation.document.NumberRegister;
import vn.commendation.document.Phrases;
import vn.commendation.document.RegisteredNumber;
import vn.commendation.document.Signatures;
import vn.commendation.document.Signatures.Signature;
import vn.commendation.document.Wording;
import vn.commendation.notification.Notices;
import vn.commendation.report.ResultFigures.Line;

/** The result report as a document: what an issue keeps, never what is computed later. */
@Component
class ResultDocuments implements DocumentSource {

  private static final String NOTHING = "–";

  private final Issues issues;
  private final NumberRegister numbers;
  private final Letters letters;
  private final Directory directory;
  private final ReportProperties properties;
  private final Notices notices;

  ResultDocuments(
      Issues issues,
      NumberRegister numbers,
      Letters letters,
      Directory directory,
      ReportProperties properties,
      Notices notices) {
    this.issues = issues;
    this.numbers = numbers;
    this.letters = letters;
    this.directory = directory;
    this.properties = properties;
    this.notices = notices;
  }

  @Override
  public Set<DocumentKind> kinds() {
    return EnumSet.of(DocumentKind.RESULT_REPORT);
  }

  @Override
  public List<DocumentField> fields(DocumentKind kind) {
    return Letters.fields(
        text("kinh_gui", "Sở Nội vụ tỉnh Tây Ninh"),
        text("pham_vi_bao_cao", "từ ngày 15/12/2025 đến ngày 14/12/2026"),
        rows("danh_gia_chung", text("noi_dung", "Phong trào được triển khai thiết thực.")),
        text("tong_de_nghi", "24"),
        text("tong_duoc_khen", "18"),
        text("tong_khong_duoc", "3"),
        text("tong_da_rut", "1"),
        text("tong_chuyen", "0"),
        text("tong_huy_bo", "0"),
        text("tong_dang_xet", "2"),
        rows("bang_danh_hieu", columns("Giấy khen của Giám đốc Sở")),
        rows("bang_don_vi", columns("Phòng Quản lý Khoa học")),
        rows("bang_phong_trao", columns("Học tập và làm theo Bác năm 2026")),
        text("so_ca_nhan_duoc_khen", "15"),
        text("so_truc_tiep", "12"),
        text("ty_le_truc_tiep", "80%"),
        text("so_nu", "9"),
        text("ty_le_nu", "60%"),
        rows(
            "bang_tien_do",
            text("ten", "Văn phòng thẩm định"),
            text("so_luot", "30"),
            text("trung_vi", "3,5"),
            text("ty_le_dung_han", "95%")),
        text("so_tham_dinh", "22"),
        text("so_tra_lai", "4"),
        text("ty_le_tra_lai", "18%"),
        text("so_chua_xet", "1"),
        rows(
            "bang_so_luong_toi_da",
            text("ten", "Học tập và làm theo Bác – Giấy khen"),
            text("toi_da", "10"),
            text("da_tang", "7")),
        text("tong_tien_thuong", "12.640.000"),
        rows("dien_hinh", text("noi_dung", "Chị Lê Thị Bích Ngọc: số hóa sổ theo dõi nhiệm vụ.")),
        rows("ton_tai", text("noi_dung", "Một số hồ sơ gửi muộn.")),
        rows("phuong_huong", text("noi_dung", "Tiếp tục nhân rộng điển hình tiên tiến.")));
  }

  private static DocumentField[] columns(String name) {
    return new DocumentField[] {
      text("ten", name),
      text("de_nghi", "10"),
      text("duoc_khen", "8"),
      text("khong_duoc", "1"),
      text("khac", "1")
    };
  }

  @Override
  public Set<DocumentKind> offered(String id, Account account) {
    return ReportAccess.writes(account) || account.has(Role.CLERK) ? kinds() : Set.of();
  }

  @Override
  public boolean mayRead(DocumentKind kind, String id, Account account) {
    return ReportAccess.reads(account);
  }

  @Override
  public boolean mayAttach(DocumentKind kind, String id, Account account) {
    return ReportAccess.writes(account) || account.has(Role.CLERK);
  }

  @Override
  public DocumentContent content(DocumentKind kind, String id) {
    var issued = issues.find(id).orElseThrow(() -> new DocumentRefused("unknown"));
    if (!issued.code().equals(Issues.RESULT)) {
      throw new DocumentRefused("unknown");
    }
    var kept = issues.figures(issued, Results.Kept.class);
    var figures = kept.figures();
    var number = numbers.of(id);
    var range = range(figures.scope());
    var subject = notices.get("report.document.subject", range);
    var values = letters.values(kind, subject, signature());
    values.put("kinh_gui", properties.receiver());
    values.put("pham_vi_bao_cao", range);
    values.put("danh_gia_chung", Phrases.paragraphs(kept.texts().assessment()));
    values.put("dien_hinh", Phrases.paragraphs(kept.texts().examples()));
    values.put("ton_tai", Phrases.paragraphs(kept.texts().shortcomings()));
    values.put("phuong_huong", Phrases.paragraphs(kept.texts().directions()));
    total(figures.total(), values);
    values.put("bang_danh_hieu", lines(figures.awards()));
    values.put("bang_don_vi", lines(figures.units()));
    values.put("bang_phong_trao", campaigns(figures));
    values.put("so_ca_nhan_duoc_khen", number(figures.awarded().people()));
    values.put("so_truc_tiep", number(figures.awarded().directWorkers()));
    values.put("ty_le_truc_tiep", percent(figures.awarded().directPercent()));
    values.put("so_nu", number(figures.awarded().women()));
    values.put("ty_le_nu", percent(figures.awarded().womenPercent()));
    values.put("bang_tien_do", steps(figures));
    values.put("so_tham_dinh", number(figures.reviewed()));
    values.put("so_tra_lai", number(figures.returned()));
    values.put("ty_le_tra_lai", percent(figures.returnedPercent()));
    values.put("so_chua_xet", number(figures.holds().size()));
    values.put("bang_so_luong_toi_da", quotas(figures));
    values.put("tong_tien_thuong", Wording.number(figures.moneyTotal()));
    return new DocumentContent(
        subject,
        number.isEmpty(),
        number.map(RegisteredNumber::symbol).orElse(null),
        number.map(RegisteredNumber::date).orElse(null),
        values);
  }

  private static void total(Line total, Map<String, Object> values) {
    values.put("tong_de_nghi", number(total.proposed()));
    values.put("tong_duoc_khen", number(total.awarded()));
    values.put("tong_khong_duoc", number(total.refused()));
    values.put("tong_da_rut", number(total.withdrawn()));
    values.put("tong_chuyen", number(total.rolledOver()));
    values.put("tong_huy_bo", number(total.revoked()));
    values.put("tong_dang_xet", number(total.open()));
  }

  private static List<Map<String, Object>> lines(List<Line> lines) {
    var rows = new ArrayList<Map<String, Object>>();
    for (var line : lines) {
      var row = new HashMap<String, Object>();
      row.put("ten", line.label());
      row.put("de_nghi", number(line.proposed()));
      row.put("duoc_khen", number(line.awarded()));
      row.put("khong_duoc", number(line.refused()));
      row.put("khac", number(line.withdrawn() + line.rolledOver() + line.revoked() + line.open()));
      rows.add(row);
    }
    return rows;
  }

  /** The campaign itself if the report is on one: the table is never without a row. */
  private static List<Map<String, Object>> campaigns(ResultFigures figures) {
    if (figures.scope().campaignId() == null) {
      return lines(figures.campaigns());
    }
    var one = lines(List.of(figures.total()));
    one.getFirst().put("ten", figures.scope().campaignTitle());
    return one;
  }

  private List<Map<String, Object>> steps(ResultFigures figures) {
    var rows = new ArrayList<Map<String, Object>>();
    for (var step : figures.steps()) {
      rows.add(
          Map.of(
              "ten",
              notices.get("report-step." + step.step()),
              "so_luot",
              number(step.done()),
              "trung_vi",
              step.medianDays() == null
                  ? NOTHING
                  : step.medianDays().toPlainString().replace('.', ','),
              "ty_le_dung_han",
              percent(step.onTimePercent())));
    }
    return rows;
  }

  private static List<Map<String, Object>> quotas(ResultFigures figures) {
    var rows = new ArrayList<Map<String, Object>>();
    for (var quota : figures.quotas()) {
      rows.add(
          Map.of(
              "ten",
              quota.campaign() + " – " + quota.award(),
              "toi_da",
              number(quota.ceiling()),
              "da_tang",
              number(quota.awarded())));
    }
    return rows;
  }

  private String range(ResultScope scope) {
    return scope.campaignId() == null
        ? notices.get(
            "report.document.days", Wording.shortDate(scope.from()), Wording.shortDate(scope.to()))
        : notices.get("report.document.campaign", Phrases.inside(scope.campaignTitle()));
  }

  private Signature signature() {
    var name =
        directory.accountsWith(Set.of(Role.DIRECTOR)).stream()
            .map(Account::displayName)
            .findFirst()
            .orElse("");
    return new Signature(Signatures.line(notices, SigningCapacity.HEAD, ""), name);
  }

  private static String number(int number) {
    return Wording.number(number);
  }

  private static String percent(Long percent) {
    return percent == null ? NOTHING : percent + "%";
  }

  @Override
  public String path(String id) {
    return "/reports/results/" + id;
  }
}
