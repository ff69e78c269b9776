package vn.commendation.campaign;

import java.net.URI;
import java.net.URISyntaxException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.audit.AuditTrail;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.storage.Utc;

/**
 * The documents to be studied in a campaign, and who has read them, as the plan of 2022 asks for
 * (II, first item).
 */
@Service
@Transactional
public class StudyLibrary {

  private static final int MOST_DOCUMENTS = 100;

  private final CampaignRepository campaigns;
  private final AddressedUnits units;
  private final Directory directory;
  private final AuditTrail audit;
  private final JdbcClient jdbc;
  private final Clock clock;

  StudyLibrary(
      CampaignRepository campaigns,
      AddressedUnits units,
      Directory directory,
      AuditTrail audit,
      JdbcClient jdbc,
      Clock clock) {
    this.campaigns = campaigns;
    this.units = units;
    this.directory = directory;
    this.audit = audit;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The documents of a campaign with what this person has acknowledged. */
  @Transactional(readOnly = true)
  public List<StudyDocument> documents(long campaignId, String username) {
    return jdbc.sql(
            """
            select d.*, a.acknowledged_at from study_document d
            left join study_acknowledgement a
              on a.document_id = d.id and a.person_id = :person
            where d.campaign_id = :campaign and d.removed_at is null
            order by d.id limit :most""")
        .param("person", directory.account(username).person().id())
        .param("campaign", campaignId)
        .param("most", MOST_DOCUMENTS)
        .query(StudyLibrary::row)
        .list();
  }

  /** How far each addressed unit has read, for the Office and leadership; others see nothing. */
  @Transactional(readOnly = true)
  public List<UnitReading> readings(long campaignId, String username) {
    if (!CampaignAccess.seesAll(directory.account(username))) {
      return List.of();
    }
    var documents =
        jdbc.sql(
                """
                select count(*) from study_document
                where campaign_id = ? and removed_at is null""")
            .param(campaignId)
            .query(Integer.class)
            .single();
    var addressed = units.of(find(campaignId).unitIds());
    if (documents == 0 || addressed.isEmpty()) {
      return List.of();
    }
    var counted = counted(campaignId, documents, addressed);
    return addressed.stream()
        .map(
            unit ->
                Optional.ofNullable(counted.get(unit.name()))
                    .orElseGet(() -> new UnitReading(unit.name(), 0, documents, 0, 0)))
        .toList();
  }

  private Map<String, UnitReading> counted(
      long campaignId, int documents, List<CampaignUnit> addressed) {
    return jdbc
        .sql(
            """
            select u.name, count(*) as staff, coalesce(sum(r.acknowledged), 0) as acknowledged,
              coalesce(sum(r.acknowledged = :documents), 0) as complete
            from person p join unit u on u.id = p.unit_id
            left join (
              select a.person_id, count(*) as acknowledged
              from study_acknowledgement a join study_document d on d.id = a.document_id
              where d.campaign_id = :campaign and d.removed_at is null group by a.person_id
            ) r on r.person_id = p.id
            where p.unit_id in (:units) and p.valid_from <= :today
              and (p.valid_to is null or p.valid_to >= :today)
            group by u.id, u.name""")
        .param("documents", documents)
        .param("campaign", campaignId)
        .param("units", addressed.stream().map(CampaignUnit::id).toList())
        .param("today", LocalDate.now(clock))
        .query(
            (row, n) ->
                new UnitReading(
                    row.getString("name"),
                    row.getInt("staff"),
                    documents,
                    row.getInt("acknowledged"),
                    row.getInt("complete")))
        .list()
        .stream()
        .collect(Collectors.toMap(UnitReading::unit, reading -> reading));
  }

  /** How many documents of a campaign this person has not acknowledged. */
  @Transactional(readOnly = true)
  int unread(long campaignId, Account account) {
    return jdbc.sql(
            """
            select count(*) from study_document d
            where d.campaign_id = ? and d.removed_at is null and not exists (
              select 1 from study_acknowledgement a
              where a.document_id = d.id and a.person_id = ?)""")
        .params(campaignId, account.person().id())
        .query(Integer.class)
        .single();
  }

  /**
   * Adds a document.
   *
   * @throws CampaignRefused if something is missing or the link leads nowhere on the web
   */
  public void add(long campaignId, StudyDocumentForm form, String username) {
    var account = office(username);
    var campaign = running(campaignId);
    var problems = problems(form);
    var present = documents(campaignId, username).size();
    if (present >= MOST_DOCUMENTS) {
      problems.add(Problem.of("documents-full", "title", String.valueOf(MOST_DOCUMENTS)));
    }
    if (!problems.isEmpty()) {
      throw new CampaignRefused(problems);
    }
    jdbc.sql(
            """
            insert into study_document
              (campaign_id, title, symbol, issued_on, issuer, link, added_by, added_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            campaignId,
            form.title(),
            form.symbol(),
            form.issuedOn(),
            form.issuer(),
            form.link().isEmpty() ? null : form.link(),
            username,
            Utc.now(clock))
        .update();
    audit(account, "campaign.document-added", campaign, form.title());
  }

  /** Takes a document out of the library; who has read it stays known. */
  public void remove(long campaignId, long documentId, String username) {
    var account = office(username);
    var campaign = running(campaignId);
    var removed =
        jdbc.sql(
                """
                update study_document set removed_at = ?
                where id = ? and campaign_id = ? and removed_at is null""")
            .params(Utc.now(clock), documentId, campaignId)
            .update();
    if (removed == 0) {
      throw new CampaignNotFound(documentId);
    }
    audit(account, "campaign.document-removed", campaign, title(documentId));
  }

  /** Notes that this person has read a document; a second time changes nothing. */
  public void acknowledge(long campaignId, long documentId, String username) {
    var account = directory.account(username);
    var campaign = running(campaignId);
    var known =
        documents(campaignId, username).stream().anyMatch(document -> document.id() == documentId);
    if (!known || campaign.status() == CampaignStatus.DRAFT) {
      throw new CampaignNotFound(documentId);
    }
    var first =
        jdbc.sql(
                """
                insert ignore into study_acknowledgement (document_id, person_id, acknowledged_at)
                values (?, ?, ?)""")
            .params(documentId, account.person().id(), Utc.now(clock))
            .update();
    if (first == 1) {
      // not in the campaign's own trail, which it would flood
      audit.append(
          account.username(),
          account.displayName(),
          "campaign.document-acknowledged",
          "study-document-" + documentId,
          null);
    }
  }

  private static List<Problem> problems(StudyDocumentForm form) {
    var problems = new ArrayList<Problem>();
    Map.of("title", form.title(), "issuer", form.issuer())
        .forEach(
            (field, text) -> {
              if (text.isEmpty()) {
                problems.add(Problem.of("missing", field));
              }
            });
    Map.of("title", 500, "symbol", 100, "issuer", 200, "link", 500)
        .forEach(
            (field, most) -> {
              if (text(form, field).length() > most) {
                problems.add(Problem.of("too-long", field, String.valueOf(most)));
              }
            });
    if (!form.link().isEmpty() && !isWebAddress(form.link())) {
      problems.add(Problem.of("link", "link"));
    }
    return problems;
  }

  private static String text(StudyDocumentForm form, String field) {
    return switch (field) {
      case "title" -> form.title();
      case "symbol" -> form.symbol();
      case "issuer" -> form.issuer();
      default -> form.link();
    };
  }

  /** A link is shown to everybody: nothing but a web page may hide behind it. */
  static boolean isWebAddress(String link) {
    try {
      var uri = new URI(link);
      return uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private String title(long documentId) {
    return jdbc.sql("select title from study_document where id = ?")
        .param(documentId)
        .query(String.class)
        .single();
  }

  private static StudyDocument row(ResultSet row, int n) throws SQLException {
    return new StudyDocument(
        row.getLong("id"),
        row.getString("title"),
        row.getString("symbol"),
        row.getObject("issued_on", LocalDate.class),
        row.getString("issuer"),
        row.getString("link"),
        row.getObject("acknowledged_at") == null ? null : Utc.instant(row, "acknowledged_at"));
  }

  private CampaignEntity running(long campaignId) {
    var campaign = find(campaignId);
    if (campaign.status().ended()) {
      throw new CampaignConflict("status");
    }
    return campaign;
  }

  private CampaignEntity find(long campaignId) {
    return campaigns.findById(campaignId).orElseThrow(() -> new CampaignNotFound(campaignId));
  }

  private Account office(String username) {
    var account = directory.account(username);
    CampaignAccess.requireOffice(account);
    return account;
  }

  private void audit(Account account, String action, CampaignEntity campaign, String reason) {
    audit.append(account.username(), account.displayName(), action, campaign.subject(), reason);
  }
}
