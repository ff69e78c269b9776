package vn.commendation.revocation;

import static vn.commendation.directory.Role.CLERK;
import static vn.commendation.document.DocumentField.rows;
import static vn.commendation.document.DocumentField.text;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.commendation.audit.AuditTrail;
import vn.commendation.audit.Recorded;
import vn.commendation.award.Awards;
import vn.commendation.award.Citations;
import vn.commendation.award.RuleSet;
import vn.commendation.award.Rules;
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
import vn.commendation.document.Wording;
import vn.commendation.facts.AwardHistory;
import vn.commendation.notification.Notices;

/** The decision that revokes an award of the Director, or the proposal to revoke a higher one. */
@Component
class RevocationDocuments implements DocumentSource {

  private static final Locale VIETNAMESE = Locale.of("vi");

  private static final Set<String> STEPS =
      Set.of("revocation.approved", "revocation.carried-out", "revocation.sent-to-board");

  private final RevocationRepository revocations;
  private final AwardHistory history;
  private final Awards awards;
  private final Rules rules;
  private final Citations citations;
  private final Directory directory;
  private final FormalDocuments documents;
  private final Letters letters;
  private final Signatures signatures;
  private final Notices notices;
  private final Clock clock;

  RevocationDocuments(
      RevocationRepository revocations,
      AwardHistory history,
      Awards awards,
      Rules rules,
      Citations citations,
      Directory directory,
      FormalDocuments documents,
      Letters letters,
      Signatures signatures,
      Notices notices,
      Clock clock) {
    this.revocations = revocations;
    this.history = history;
    this.awards = awards;
    this.rules = rules;
    this.citations = citations;
    this.directory = directory;
    this.documents = documents;
    this.letters = letters;
    this.signatures = signatures;
    this.notices = notices;
    this.clock = clock;
  }

  /** Has the document drawn up once the leadership has decided, and again with its number. */
  @EventListener
  void recorded(Recorded step) {
    if (STEPS.contains(step.action())) {
      documents.queue(
          kind(find(step.subjectId())),
          step.subjectId(),
          step.actor().equals(AuditTrail.SYSTEM) ? null : step.actor());
    }
  }

  @Override
  public Set<DocumentKind> kinds() {
    return EnumSet.of(DocumentKind.REVOCATION_DECISION, DocumentKind.REVOCATION_PROPOSAL);
  }

  @Override
  public List<DocumentField> fields(DocumentKind kind) {
    var fields =
        new ArrayList<>(
            Letters.fields(
                rows("can_cu", text("noi_dung", "Căn cứ Luật Thi đua, khen thưởng;")),
                text("danh_hieu", "Giấy khen của Giám đốc Sở Khoa học và Công nghệ"),
                text("ten", "Bà Lê Thị Bích Ngọc"),
                text("don_vi", "Phòng Quản lý Khoa học"),
                text("quyet_dinh_cu", "Quyết định số 05/QĐ-SKHCN ngày 20 tháng 11 năm 2026"),
                text("ly_do", "Gian dối trong kê khai thành tích.")));
    if (kind == DocumentKind.REVOCATION_DECISION) {
      fields.add(text("tham_quyen", "GIÁM ĐỐC SỞ KHOA HỌC VÀ CÔNG NGHỆ"));
      fields.add(text("don_vi_thi_hanh", "Phòng Quản lý Khoa học"));
    } else {
      fields.add(text("kinh_gui", "Chủ tịch Ủy ban nhân dân tỉnh Tây Ninh"));
    }
    return fields;
  }

  @Override
  public Set<DocumentKind> offered(String id, Account account) {
    var revocation = find(id);
    return decided(revocation) && RevocationAccess.mayRecord(account, revocation)
        ? EnumSet.of(kind(revocation))
        : Set.of();
  }

  @Override
  public boolean mayRead(DocumentKind kind, String id, Account account) {
    return RevocationAccess.watches(account);
  }

  @Override
  public boolean mayAttach(DocumentKind kind, String id, Account account) {
    var revocation = find(id);
    return RevocationAccess.mayRecord(account, revocation)
        || account.has(CLERK) && !revocation.isAbout(account);
  }

  @Override
  public DocumentContent content(DocumentKind kind, String id) {
    var revocation = find(id);
    if (!decided(revocation) || kind != kind(revocation)) {
      throw new DocumentRefused("not-yet");
    }
    var organisation = letters.organisation();
    var day = LocalDate.ofInstant(revocation.judgedAt(), clock.getZone());
    var given = history.get(revocation.awardId());
    var award =
        awards
            .find(given.awardCode())
            .map(one -> Phrases.award(one, given.year(), organisation))
            .orElse(revocation.awardName());
    var inHouse = revocation.inHouse();
    var values =
        letters.values(
            kind,
            notices.get(
                inHouse ? "revocation-paper.decision" : "revocation-paper.proposal",
                award,
                name(revocation)),
            signatures.named(revocation.matter(), revocation.judgedByName(), day));
    var bases =
        new ArrayList<>(
            citations.of(rules.findInForce(day).map(RuleSet::code).map(Set::of).orElse(Set.of())));
    if (revocation.reference() != null) {
      bases.add(revocation.reference());
    }
    values.put(
        "can_cu",
        Phrases.bases(
            bases,
            notices.get(
                inHouse ? "dossier-paper.basis.decision" : "revocation-paper.basis.proposal")));
    values.put("danh_hieu", award);
    values.put("ten", name(revocation));
    values.put(
        "don_vi", revocation.personId() == null ? organisation.name() : revocation.unitName());
    values.put("quyet_dinh_cu", earlier(revocation));
    values.put(
        "ly_do",
        Phrases.inside(notices.get("revocation.cause." + revocation.cause()))
            + ". "
            + Phrases.sentence(revocation.explanation()));
    if (inHouse) {
      values.put(
          "tham_quyen",
          notices.get("dossier-paper.head", organisation.name()).toUpperCase(VIETNAMESE));
      values.put("don_vi_thi_hanh", revocation.unitName());
    } else {
      values.put("kinh_gui", notices.get("dossier-paper.chairman", organisation.parentName()));
    }
    return new DocumentContent(
        (String) values.get("trich_yeu"),
        revocation.numberSymbol() == null,
        revocation.numberSymbol(),
        revocation.numberDate(),
        values);
  }

  private String name(Revocation revocation) {
    return revocation.personId() == null
        ? revocation.nomineeName()
        : directory
            .person(revocation.personId())
            .map(person -> Phrases.salutation(person.gender(), revocation.nomineeName()))
            .orElse(revocation.nomineeName());
  }

  private String earlier(Revocation revocation) {
    return revocation.decisionNumber() == null
        ? notices.get("revocation-paper.earlier-unnumbered", Wording.date(revocation.decidedOn()))
        : notices.get(
            "revocation-paper.earlier",
            revocation.decisionNumber(),
            Wording.date(revocation.decidedOn()));
  }

  @Override
  public String path(String id) {
    return "/revocations/" + id;
  }

  private static DocumentKind kind(Revocation revocation) {
    return revocation.inHouse()
        ? DocumentKind.REVOCATION_DECISION
        : DocumentKind.REVOCATION_PROPOSAL;
  }

  private static boolean decided(Revocation revocation) {
    return revocation.judgedAt() != null && revocation.status() != RevocationStatus.DISMISSED;
  }

  private Revocation find(String id) {
    return revocations.findById(id).orElseThrow(() -> new DocumentRefused("unknown"));
  }
}
