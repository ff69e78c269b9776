package vn.commendation.sheet;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.commendation.audit.AuditTrail;
import vn.commendation.award.Award;
import vn.commendation.award.AwardSubject;
import vn.commendation.award.Awards;
import vn.commendation.award.SubjectKind;
import vn.commendation.campaign.Campaign;
import vn.commendation.campaign.Campaigns;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.nomination.ManyNominations;
import vn.commendation.nomination.Nominations;
import vn.commendation.notification.Notices;
import vn.commendation.scheduling.DurableTasks;
import vn.commendation.spreadsheet.Heading;
import vn.commendation.spreadsheet.SheetReader;
import vn.commendation.spreadsheet.SheetRefused;
import vn.commendation.spreadsheet.SheetRow;
import vn.commendation.spreadsheet.SheetTemplate;
import vn.commendation.storage.Hashes;

/**
 * Nomination sheets of a unit, for its head: template, upload, look, import as drafts, send. What
 * is done to all rows is done in the background; the sheet says how far it has come.
 *
 * <p>Every method throws {@link vn.commendation.nomination.NominationForbidden} for who does not
 * nominate, and {@link NoSuchElementException} for a sheet of another unit.
 */
@Service
public class NominationSheets {

  private static final int MOST_CLOSED_CAMPAIGNS = 5;
  private static final int LONGEST_NAME = 200;

  private final SheetStore store;
  private final ManyNominations many;
  private final Nominations nominations;
  private final Campaigns campaigns;
  private final Awards awards;
  private final Directory directory;
  private final Notices notices;
  private final DurableTasks tasks;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final SheetReader reader;
  private final int mostRows;

  NominationSheets(
      SheetStore store,
      ManyNominations many,
      Nominations nominations,
      Campaigns campaigns,
      Awards awards,
      Directory directory,
      Notices notices,
      DurableTasks tasks,
      AuditTrail audit,
      TransactionTemplate transaction,
      Clock clock,
      @Value("${commendation.sheet.most-rows}") int mostRows) {
    this.store = store;
    this.many = many;
    this.nominations = nominations;
    this.campaigns = campaigns;
    this.awards = awards;
    this.directory = directory;
    this.notices = notices;
    this.tasks = tasks;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
    this.mostRows = mostRows;
    this.reader = new SheetReader(mostRows);
  }

  /** Campaigns a sheet can be for: the open ones, then the last that it can only be late for. */
  @Transactional(readOnly = true)
  public List<Campaign> campaigns(String username) {
    many.nominator(username);
    var now = clock.instant();
    return Stream.concat(
            campaigns.openNow().stream(),
            campaigns.all().stream()
                .filter(one -> one.opensAt() != null && one.closedAt(now) && !one.cancelled())
                .limit(MOST_CLOSED_CAMPAIGNS))
        .toList();
  }

  /**
   * An empty sheet to fill in, with the people of the unit and the awards of the campaign.
   *
   * @param campaignId {@code null} for unplanned commendations
   * @throws NoSuchElementException if there is no such campaign
   */
  @Transactional(readOnly = true)
  public byte[] template(Long campaignId, String username) {
    var account = many.nominator(username);
    var campaign = campaignId == null ? null : campaigns.find(campaignId).orElseThrow();
    var offered = awards(campaign);
    var people = people(account);
    var template = new SheetTemplate(notices.get("sheet-template.title"), mostRows);
    for (var column : SheetColumn.values()) {
      var prompt = notices.get("sheet-prompt." + column);
      switch (column) {
        case SUBJECT -> template.choice(heading(column), column.width(), prompt, subjects(), true);
        case PERSON -> template.choice(heading(column), column.width(), prompt, people, true);
        case AWARD ->
            template.choice(
                heading(column),
                column.width(),
                prompt,
                offered.stream().map(NominationSheets::shown).toList(),
                true);
        default -> template.column(heading(column), column.width(), prompt);
      }
    }
    return template.file(
        notices.get("sheet-template.lists"),
        notices.get("sheet-template.guide"),
        guide(account, campaign, offered, people));
  }

  private List<String> guide(
      Account account, Campaign campaign, List<Award> offered, List<String> people) {
    var lines = new ArrayList<String>();
    lines.add(notices.get("sheet-guide.heading"));
    lines.add(notices.get("sheet-guide.unit", account.person().unit().name()));
    lines.add(
        notices.get(
            "sheet-guide.occasion",
            campaign == null ? notices.get("sheet-template.unplanned") : campaign.title()));
    lines.add("");
    lines.add(notices.get("sheet-guide.rows", mostRows));
    lines.add(notices.get("sheet-guide.lists"));
    lines.add(
        campaign == null
            ? notices.get("sheet-guide.dates-unplanned")
            : notices.get("sheet-guide.dates", period(campaign)));
    lines.add(notices.get("sheet-guide.values"));
    lines.add(notices.get("sheet-guide.missing"));
    lines.add(notices.get("sheet-guide.next"));
    lines.add(notices.get("sheet-guide.evidence"));
    var individual = offered.stream().filter(one -> one.subject() != AwardSubject.COLLECTIVE);
    var award = individual.findFirst().map(NominationSheets::shown).orElse("…");
    lines.add("");
    lines.add(
        notices.get(
            "sheet-guide.example",
            notices.get("sheet-subject.INDIVIDUAL"),
            people.isEmpty() ? "…" : people.getFirst(),
            award,
            Notices.date(campaign == null ? null : campaign.achievementFrom()),
            Notices.date(campaign == null ? null : campaign.achievementTo())));
    return lines;
  }

  private static String period(Campaign campaign) {
    return Notices.date(campaign.achievementFrom())
        + " – "
        + Notices.date(campaign.achievementTo());
  }

  private List<Award> awards(Campaign campaign) {
    return campaign == null
        ? nominations.unplannedAwards()
        : awards.all().stream()
            .filter(award -> campaign.awardCodes().contains(award.code()))
            .toList();
  }

  /** Nobody nominates himself. */
  private List<String> people(Account account) {
    return directory.peopleByCode(account.person().unit().id()).entrySet().stream()
        .filter(one -> one.getValue().id() != account.person().id())
        .map(one -> one.getKey() + RowReader.NAME_FOLLOWS + one.getValue().fullName())
        .toList();
  }

  private List<String> subjects() {
    return Arrays.stream(SubjectKind.values())
        .map(kind -> notices.get("sheet-subject." + kind))
        .toList();
  }

  private static String shown(Award award) {
    return award.code() + RowReader.NAME_FOLLOWS + award.name();
  }

  /**
   * Keeps the rows of a file and starts to check them. The same file for the same campaign is the
   * same sheet, whoever of the unit uploads it again.
   *
   * @param campaignId {@code null} for unplanned commendations
   * @return its id
   * @throws SheetRefused if the file cannot be read
   * @throws SheetConflict if the campaign takes nothing
   */
  public String upload(Long campaignId, String fileName, byte[] content, String username) {
    var account = many.nominator(username);
    if (campaignId != null
        && campaigns.find(campaignId).filter(one -> !one.cancelled()).isEmpty()) {
      throw new SheetConflict("campaign");
    }
    var rows = reader.read(content, headings());
    var unit = account.person().unit().id();
    var sha256 = Hashes.sha256(content);
    var fingerprint =
        Hashes.sha256((unit + "|" + campaignId + "|" + sha256).getBytes(StandardCharsets.UTF_8));
    var known = store.findByFingerprint(fingerprint);
    if (known.isPresent()) {
      return known.get();
    }
    var name = fileName == null ? "" : fileName;
    try {
      return transaction.execute(
          status ->
              keep(
                  campaignId,
                  account,
                  name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
                  sha256,
                  fingerprint,
                  rows));
    } catch (DuplicateKeyException twin) {
      return store.findByFingerprint(fingerprint).orElseThrow(() -> twin);
    }
  }

  private String keep(
      Long campaignId,
      Account account,
      String fileName,
      String sha256,
      String fingerprint,
      List<SheetRow> rows) {
    var id = UUID.randomUUID().toString();
    store.insert(
        id,
        campaignId,
        account.person().unit().id(),
        fileName,
        sha256,
        fingerprint,
        rows.size(),
        account.username());
    store.insertRows(id, rows);
    append(account, "sheet.uploaded", id, fileName);
    tasks.schedule(SheetSteps.CHECK, id);
    return id;
  }

  /** The sheets of the unit, the latest first; at most fifty. */
  @Transactional(readOnly = true)
  public List<SheetSummary> list(String username) {
    return summaries(store.ofUnit(many.nominator(username).person().unit().id()));
  }

  /** One sheet. */
  @Transactional(readOnly = true)
  public SheetSummary find(String id, String username) {
    return summaries(List.of(own(store.find(id), username))).getFirst();
  }

  /**
   * Its rows, those to look at first come first.
   *
   * @param state {@code null} for all
   */
  @Transactional(readOnly = true)
  public Page<SheetLine> rows(String id, RowState state, String username, Pageable page) {
    var sheet = find(id, username);
    return new PageImpl<>(
        store.page(id, state, page.getOffset(), page.getPageSize()),
        page,
        state == null ? sheet.total() : sheet.count(state));
  }

  /** How far the step under way has come. */
  @Transactional(readOnly = true)
  public SheetProgress progress(String id, String username) {
    return own(store.find(id), username).progress();
  }

  /** The same, for who was found to belong to its unit before; cheap. */
  @Transactional(readOnly = true)
  public SheetProgress progress(String id) {
    return store.progress(id).orElseThrow();
  }

  /**
   * Starts to make drafts of the good rows; asked twice, once.
   *
   * @throws SheetConflict if another step is under way, or no row can be imported
   */
  @Transactional
  public void confirm(String id, String username) {
    var sheet = lock(id, username);
    if (sheet.progress().status() == SheetStatus.IMPORTING) {
      return;
    }
    require(sheet.mayConfirm(), sheet);
    store.start(id, SheetStatus.IMPORTING, sheet.importable(), true, username);
    tasks.schedule(SheetSteps.IMPORT, id);
  }

  /**
   * Checks again what is no draft yet.
   *
   * @throws SheetConflict if another step is under way, or every row is a draft
   */
  @Transactional
  public void recheck(String id, String username) {
    var sheet = lock(id, username);
    if (sheet.progress().status() == SheetStatus.CHECKING) {
      return;
    }
    require(sheet.mayRecheck(), sheet);
    var rows = sheet.total() - sheet.count(RowState.DRAFTED) - sheet.count(RowState.SENT);
    store.start(id, SheetStatus.CHECKING, rows, true, username);
    tasks.schedule(SheetSteps.CHECK, id);
  }

  /**
   * Starts to send every draft that lacks nothing.
   *
   * @param withEvidenceOnly whether drafts without evidence stay behind
   * @throws SheetConflict if another step is under way, or there is no draft to send
   */
  @Transactional
  public void send(String id, boolean withEvidenceOnly, String username) {
    var sheet = lock(id, username);
    if (sheet.progress().status() == SheetStatus.SENDING) {
      return;
    }
    require(sheet.maySend(), sheet);
    store.start(id, SheetStatus.SENDING, sheet.count(RowState.DRAFTED), withEvidenceOnly, username);
    tasks.schedule(SheetSteps.SEND, id);
  }

  /**
   * Forgets a sheet of which nothing was imported.
   *
   * @throws SheetConflict if there are drafts of it, or a step is under way
   */
  @Transactional
  public void discard(String id, String username) {
    var sheet = lock(id, username);
    require(sheet.mayDiscard(), sheet);
    store.discard(id);
    append(many.nominator(username), "sheet.discarded", id, sheet.fileName());
  }

  private static void require(boolean may, SheetSummary sheet) {
    if (!may) {
      throw new SheetConflict(sheet.progress().status().underWay() ? "under-way" : "nothing-to-do");
    }
  }

  private SheetSummary lock(String id, String username) {
    return summaries(List.of(own(store.lock(id), username))).getFirst();
  }

  private SheetStore.Sheet own(Optional<SheetStore.Sheet> sheet, String username) {
    var unit = many.nominator(username).person().unit().id();
    return sheet
        .filter(one -> one.unitId() == unit && one.status() != SheetStatus.DISCARDED)
        .orElseThrow(() -> new NoSuchElementException("sheet"));
  }

  private List<SheetSummary> summaries(List<SheetStore.Sheet> sheets) {
    var counts = store.counts(sheets.stream().map(SheetStore.Sheet::id).toList());
    return sheets.stream()
        .map(
            sheet ->
                new SheetSummary(
                    sheet.id(),
                    sheet.campaignId() == null
                        ? null
                        : campaigns.find(sheet.campaignId()).map(Campaign::title).orElse(null),
                    sheet.fileName(),
                    sheet.progress(),
                    directory.account(sheet.uploadedBy()).displayName(),
                    sheet.uploadedAt(),
                    counts.getOrDefault(sheet.id(), Map.of())))
        .toList();
  }

  private List<Heading> headings() {
    return Arrays.stream(SheetColumn.values()).map(this::heading).toList();
  }

  private Heading heading(SheetColumn column) {
    return new Heading(notices.get("sheet-column." + column), column.isDay());
  }

  private void append(Account account, String action, String id, String reason) {
    audit.append(account.username(), account.displayName(), action, id, reason);
  }
}
