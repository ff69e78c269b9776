package vn.commendation.document;

import java.util.Optional;

/**
 * A kind of formal document: one template, one subject, one number series at most.
 *
 * @see DocumentSource
 */
public enum DocumentKind {
  /** Kế hoạch tổ chức phong trào. */
  PLAN(DocumentSubject.CAMPAIGN, "ke-hoach", DocumentType.PLAN),
  /** Biên bản họp bình xét của đơn vị. */
  UNIT_MINUTES(DocumentSubject.UNIT_LIST, "bien-ban-binh-xet", null),
  /** Tờ trình của đơn vị kèm danh sách. */
  UNIT_PROPOSAL(DocumentSubject.UNIT_LIST, "to-trinh-don-vi", null),
  /** Phiếu thẩm định. */
  APPRAISAL_SHEET(DocumentSubject.NOMINATION, "phieu-tham-dinh", null),
  /** Phiếu yêu cầu bổ sung hồ sơ. */
  SUPPLEMENT_REQUEST(DocumentSubject.NOMINATION, "phieu-yeu-cau-bo-sung", null),
  /** Thông báo không đủ điều kiện. */
  REFUSAL_NOTICE(DocumentSubject.NOMINATION, "thong-bao-khong-du-dieu-kien", DocumentType.NOTICE),
  /** Thông báo công khai danh sách lấy ý kiến. */
  DISCLOSURE_NOTICE(DocumentSubject.DOSSIER, "thong-bao-cong-khai", DocumentType.NOTICE),
  /** Giấy mời họp Hội đồng. */
  MEETING_INVITATION(DocumentSubject.DOSSIER, "giay-moi-hop", DocumentType.INVITATION),
  /** Phiếu bầu. */
  BALLOT_PAPER(DocumentSubject.DOSSIER, "phieu-bau", null),
  /** Biên bản kiểm phiếu. */
  COUNTING_MINUTES(DocumentSubject.DOSSIER, "bien-ban-kiem-phieu", DocumentType.MINUTES),
  /** Biên bản họp Hội đồng. */
  MEETING_MINUTES(DocumentSubject.DOSSIER, "bien-ban-hop", DocumentType.MINUTES),
  /** Quyết định tặng kèm danh sách. */
  DECISION(DocumentSubject.DOSSIER, "quyet-dinh", DocumentType.DECISION),
  /** Tờ trình Chủ tịch UBND tỉnh kèm danh sách. */
  PROVINCE_PROPOSAL(DocumentSubject.DOSSIER, "to-trinh-tinh", DocumentType.PROPOSAL),
  /** Công văn chuyển hồ sơ. */
  TRANSMISSION_LETTER(DocumentSubject.DOSSIER, "cong-van-chuyen-ho-so", DocumentType.LETTER),
  /** Giấy khen, mỗi người một trang. */
  CERTIFICATE(DocumentSubject.DOSSIER, "giay-khen", null, DocumentLayout.CERTIFICATE),
  /** Danh sách chi tiền thưởng. */
  AWARD_MONEY_LIST(
      DocumentSubject.DOSSIER, "danh-sach-tien-thuong", null, DocumentLayout.LANDSCAPE),
  /** Quyết định hủy bỏ. */
  REVOCATION_DECISION(DocumentSubject.REVOCATION, "quyet-dinh-huy-bo", DocumentType.DECISION),
  /** Tờ trình đề nghị cấp trên hủy bỏ. */
  REVOCATION_PROPOSAL(DocumentSubject.REVOCATION, "to-trinh-huy-bo", DocumentType.PROPOSAL),
  /** Báo cáo kết quả. */
  RESULT_REPORT(DocumentSubject.REPORT, "bao-cao-ket-qua", DocumentType.REPORT);

  private final DocumentSubject subject;
  private final String fileName;
  private final DocumentType type;
  private final DocumentLayout layout;

  DocumentKind(DocumentSubject subject, String fileName, DocumentType type) {
    this(subject, fileName, type, DocumentLayout.PORTRAIT);
  }

  DocumentKind(DocumentSubject subject, String fileName, DocumentType type, DocumentLayout layout) {
    this.subject = subject;
    this.fileName = fileName;
    this.type = type;
    this.layout = layout;
  }

  /** What it is about. */
  public DocumentSubject subject() {
    return subject;
  }

  /** Name of its files without ending: the template is {@code documents/<name>.docx}. */
  public String fileName() {
    return fileName;
  }

  /** The series its number comes from; none for documents that are not numbered by the register. */
  public Optional<DocumentType> type() {
    return Optional.ofNullable(type);
  }

  public DocumentLayout layout() {
    return layout;
  }
}
