package vn.commendation.campaign;

import java.net.URI;
import java.net.URISyntaxException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.audit.AuditTrail;
import vn.commendation.campaign.StudyFiles.Key;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.notification.Notices;
import vn.commendation.storage.CheckedFile;
import vn.commendation.storage.Download;
import vn.commendation.storage.FileKind;
import vn.commendation.storage.FileRefused;
import vn.commendation.storage.Upload;
import vn.commendation.storage.Utc;

/**
 * The documents to be studied in a campaign, and who has read which version of them, as the plan of
 * 2022 asks for (II, first item).
 */
@Service
@Transactional
public class StudyLibrary {

  private static final int MOST_DOCUMENTS = 100;
  private static final Set<FileKind> TAKEN = EnumSet.of(FileKind.PDF, FileKind.DOCX);

  private final CampaignRepository campaigns;
  private final StudyFiles files;
  private final AddressedUnits units;
  private final Directory directory;
  private final CampaignTrail trail;
  private final AuditTrail audit;
  private final Notices notices;
  private final JdbcClient jdbc;
  private final Clock clock;

  StudyLibrary(
      CampaignRepository campaigns,
      StudyFiles files,
      AddressedUnits units,
      Directory directory,
      CampaignTrail trail,
      AuditTrail audit,
      Notices notices,
      JdbcClient jdbc,
      Clock clock) {
    this.campaigns = campaigns;
    this.files = files;
    this.units = units;
    this.directory = directory;
    this.trail = trail;
    this.audit = audit;
    this.notices = notices;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The documents of a campaign with what this person has acknowledged. */
  @Transactional(readOnly = true)
  public List<StudyDocument> documents(long campaignId, String username) {
    var stored = files.of(campaignId);
    var acknowledged = acknowledged(campaignId, directory.account(username));
    return jdbc.sql(
            """
            select * from study_document where campaign_id = ? and removed_at is null
            order by id limit ?""")
        .params(campaignId, MOST_DOCUMENTS)
        .query((row, n) -> document(row, stored, acknowledged))
        .list();
  }

  private Map<Key, Instant> acknowledged(long campaignId, Account account) {
    return jdbc
        .sql(
            """
            select a.* from study_acknowledgement a join study_document d on d.id = a.document_id
            where d.campaign_id = ? and d.removed_at is null and a.person_id = ?""")
        .params(campaignId, account.person().id())
        .query((row, n) -> Map.entry(Key.of(row), Utc.instant(row, "acknowledged_at")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static StudyDocument document(
      ResultSet row, Map<Key, StudyFile> stored, Map<Key, Instant> acknowledged)
      throws SQLException {
    var id = row.getLong("id");
    return new StudyDocument(
        id,
        row.getString("title"),
        row.getString("symbol"),
        row.getObject("issued_on", LocalDate.class),
        row.getString("issuer"),
        row.getString("link"),
        IntStream.iterate(row.getInt("version"), number -> number > 0, number -> number - 1)
            .mapToObj(number -> new Key(id, number))
            .map(key -> new StudyVersion(key.version(), stored.get(key), acknowledged.get(key)))
            .toList());
  }

  /**
   * The file of one version of a document, whether it was replaced since or not.
   *
   * @throws CampaignNotFound if there is none, or this account may not see the campaign
   */
  @Transactional(readOnly = true)
  public Download file(long campaignId, long documentId, int version, String username) {
    var account = directory.account(username);
    if (!CampaignAccess.maySee(find(campaignId).status(), account)) {
      throw new CampaignNotFound(campaignId);
    }
    return files
        .content(new Key(standing(campaignId, documentId).id(), version))
        .orElseThrow(() -> new CampaignNotFound(documentId));
  }

  /**
   * How far each addressed unit has read what is current, for the Office and leadership; others see
   * nothing.
   */
  @Transactional(readOnly = true)
  public List<UnitReading> readings(long campaignId, String username) {
    if (!CampaignAccess.seesAll(directory.account(username))) {
      return List.of();
    }
    var documents = count(campaignId);
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
                and a.version = d.version
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

  /** User names of those who have not acknowledged every document of a campaign as it is now. */
  @Transactional(readOnly = true)
  List<String> readersBehind(long campaignId) {
    return jdbc.sql(
            """
            select distinct c.username from account c
              join person p on p.id = c.person_id
              join study_document d on d.campaign_id = :campaign and d.removed_at is null
              left join study_acknowledgement a on a.document_id = d.id
                and a.version = d.version and a.person_id = p.id
            where c.enabled and a.person_id is null and p.valid_from <= :today
              and (p.valid_to is null or p.valid_to >= :today)
            order by c.username""")
        .param("campaign", campaignId)
        .param("today", LocalDate.now(clock))
        .query(String.class)
        .list();
  }

  /** In which of these campaigns this person has not acknowledged every document as it is now. */
  @Transactional(readOnly = true)
  Set<Long> unreadIn(Collection<Long> campaignIds, Account account) {
    if (campaignIds.isEmpty()) {
      return Set.of();
    }
    return jdbc.sql(
            """
            select distinct d.campaign_id from study_document d
            where d.campaign_id in (:campaigns) and d.removed_at is null and not exists (
              select 1 from study_acknowledgement a
              where a.document_id = d.id and a.version = d.version and a.person_id = :person)""")
        .param("campaigns", campaignIds)
        .param("person", account.person().id())
        .query(Long.class)
        .set();
  }

  /**
   * Adds a document.
   *
   * @param upload its file; {@code null} if it has a link only, or none
   * @throws CampaignRefused if something is missing, the link leads nowhere on the web or the file
   *     is not taken
   */
  public void add(long campaignId, StudyDocumentForm form, Upload upload, String username) {
    var account = office(username);
    running(campaignId);
    var problems = problems(form);
    if (count(campaignId) >= MOST_DOCUMENTS) {
      problems.add(Problem.of("documents-full", "title", String.valueOf(MOST_DOCUMENTS)));
    }
    var file = upload == null ? null : check(upload, problems);
    if (!problems.isEmpty()) {
      throw new CampaignRefused(problems);
    }
    var id = new GeneratedKeyHolder();
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
        .update(id, "id");
    if (file != null) {
      files.add(new Key(id.getKeyAs(Number.class).longValue(), 1), file, username);
    }
    trail.by(account, "campaign.document-added", campaignId, form.title());
  }

  /**
   * Gives a document a file, or another one: its next version, which everybody is to read again.
   *
   * @param version the one the Office saw
   * @throws CampaignRefused if the file is not taken
   * @throws CampaignConflict if somebody else replaced that version
   */
  public void replace(
      long campaignId, long documentId, int version, Upload upload, String username) {
    var account = office(username);
    running(campaignId);
    var document = standing(campaignId, documentId);
    if (upload == null) {
      throw new CampaignRefused("missing", "file");
    }
    var problems = new ArrayList<Problem>();
    var file = check(upload, problems);
    if (!problems.isEmpty()) {
      throw new CampaignRefused(problems);
    }
    // of two people at once the second finds the version gone
    var replaced =
        jdbc.sql(
                """
                update study_document set version = version + 1
                where id = ? and version = ? and removed_at is null""")
            .params(documentId, version)
            .update();
    if (replaced == 0) {
      throw new CampaignConflict("document-replaced");
    }
    files.add(new Key(documentId, version + 1), file, username);
    trail.by(
        account,
        "campaign.document-replaced",
        campaignId,
        notices.get("campaign-notice.document-version", document.title(), version + 1));
  }

  private static CheckedFile check(Upload upload, List<Problem> problems) {
    try {
      return CheckedFile.of(upload, TAKEN);
    } catch (FileRefused refusal) {
      problems.add(new Problem("file-" + refusal.code(), "file", refusal.args()));
      return null;
    }
  }

  /** Takes a document out of the library; who has read it stays known. */
  public void remove(long campaignId, long documentId, String username) {
    var account = office(username);
    running(campaignId);
    var document = standing(campaignId, documentId);
    jdbc.sql("update study_document set removed_at = ? where id = ?")
        .params(Utc.now(clock), documentId)
        .update();
    trail.by(account, "campaign.document-removed", campaignId, document.title());
  }

  /**
   * Notes that this person has read a version of a document; a second time changes nothing.
   *
   * @throws CampaignConflict if the version was replaced since the page was shown
   */
  public void acknowledge(long campaignId, long documentId, int version, String username) {
    var account = directory.account(username);
    if (running(campaignId).status() == CampaignStatus.DRAFT) {
      throw new CampaignNotFound(campaignId);
    }
    if (standing(campaignId, documentId).version() != version) {
      throw new CampaignConflict("document-replaced");
    }
    var first =
        jdbc.sql(
                """
                insert ignore into study_acknowledgement
                  (document_id, version, person_id, acknowledged_at)
                values (?, ?, ?, ?)""")
            .params(documentId, version, account.person().id(), Utc.now(clock))
            .update();
    if (first == 1) {
      // not in the campaign's own trail, which it would flood
      audit.append(
          account.username(),
          account.displayName(),
          "campaign.document-acknowledged",
          "study-document-" + documentId,
          notices.get("campaign-notice.version", version));
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

  private int count(long campaignId) {
    return jdbc.sql(
            "select count(*) from study_document where campaign_id = ? and removed_at is null")
        .param(campaignId)
        .query(Integer.class)
        .single();
  }

  private record Standing(long id, String title, int version) {}

  private Standing standing(long campaignId, long documentId) {
    return jdbc.sql(
            """
            select id, title, version from study_document
            where id = ? and campaign_id = ? and removed_at is null""")
        .params(documentId, campaignId)
        .query(Standing.class)
        .optional()
        .orElseThrow(() -> new CampaignNotFound(documentId));
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
}
