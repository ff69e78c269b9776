package vn.commendation.campaign;

import static vn.commendation.document.DocumentField.rows;
import static vn.commendation.document.DocumentField.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.commendation.audit.Recorded;
import vn.commendation.directory.Account;
import vn.commendation.directory.Role;
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
import vn.commendation.notification.Notices;

/** The plan of a campaign as a document. */
@Component
class CampaignDocuments implements DocumentSource {

  private static final Set<String> STEPS =
      Set.of("campaign.drafted", "campaign.edited", "campaign.launched", "campaign.started");
  private static final List<String> NUMERALS = List.of("I", "II", "III");

  private final CampaignRepository campaigns;
  private final FormalDocuments documents;
  private final Letters letters;
  private final Notices notices;

  CampaignDocuments(
      CampaignRepository campaigns, FormalDocuments documents, Letters letters, Notices notices) {
    this.campaigns = campaigns;
    this.documents = documents;
    this.letters = letters;
    this.notices = notices;
  }

  /** Has the plan drawn up, or drawn up again, once it has changed. */
  @EventListener
  void recorded(Recorded step) {
    if (STEPS.contains(step.action())) {
      documents.queue(
          DocumentKind.PLAN,
          step.subjectId().substring(CampaignEntity.SUBJECT.length()),
          step.actor());
    }
  }

  @Override
  public Set<DocumentKind> kinds() {
    return EnumSet.of(DocumentKind.PLAN);
  }

  @Override
  public List<DocumentField> fields(DocumentKind kind) {
    return Letters.fields(
        text("can_cu_phong_trao", "Công văn số 74/HĐTĐ ngày 06/5/2022"),
        rows(
            "muc",
            text("tieu_de", "I. Mục đích, yêu cầu"),
            rows("doan", text("noi_dung", "- Nội dung của một đoạn."))),
        text("tom_tat_trich_yeu", "triển khai thực hiện phong trào thi đua"));
  }

  @Override
  public Set<DocumentKind> offered(String id, Account account) {
    return CampaignAccess.isOffice(account) ? kinds() : Set.of();
  }

  @Override
  public boolean mayRead(DocumentKind kind, String id, Account account) {
    return CampaignAccess.maySee(find(id).status(), account);
  }

  @Override
  public boolean mayAttach(DocumentKind kind, String id, Account account) {
    return CampaignAccess.isOffice(account) || account.has(Role.CLERK);
  }

  @Override
  public DocumentContent content(DocumentKind kind, String id) {
    var entity = find(id);
    var campaign = entity.toCampaign();
    var text = entity.planText();
    var subject =
        text.subject().isEmpty()
            ? notices.get("campaign-paper.subject", Phrases.inside(campaign.title()))
            : text.subject();
    var values =
        letters.values(
            DocumentKind.PLAN,
            subject,
            new Signature(Signatures.line(notices, text.capacity(), ""), text.signer()));
    values.put("can_cu_phong_trao", campaign.basis());
    values.put(
        "tom_tat_trich_yeu",
        text.shortSubject().isEmpty() ? Phrases.inside(subject) : text.shortSubject());
    values.put("muc", sections(text, campaign.description()));
    return new DocumentContent(
        subject,
        entity.status() == CampaignStatus.DRAFT,
        campaign.planNumber().startsWith("/") ? null : campaign.planNumber(),
        campaign.planDate(),
        values);
  }

  private List<Map<String, Object>> sections(PlanText text, String description) {
    var sections = new ArrayList<Map<String, Object>>();
    add(sections, "campaign-paper.purpose", text.purpose());
    add(
        sections,
        "campaign-paper.content",
        text.content().isEmpty() ? description : text.content());
    add(sections, "campaign-paper.implementation", text.implementation());
    return sections;
  }

  /** Sections are counted as they stand: an empty one leaves no gap. */
  private void add(List<Map<String, Object>> sections, String heading, String text) {
    if (!text.isEmpty()) {
      sections.add(
          Map.of(
              "tieu_de",
              NUMERALS.get(sections.size()) + ". " + notices.get(heading),
              "doan",
              Phrases.paragraphs(text)));
    }
  }

  @Override
  public String path(String id) {
    return "/campaigns/" + id;
  }

  private CampaignEntity find(String id) {
    return id.matches("\\d{1,18}")
        ? campaigns.findById(Long.parseLong(id)).orElseThrow(() -> new DocumentRefused("unknown"))
        : unknown();
  }

  private static CampaignEntity unknown() {
    throw new DocumentRefused("unknown");
  }
}
