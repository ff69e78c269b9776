package vn.commendation.nomination;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.commendation.audit.AuditTrail;
import vn.commendation.award.Award;
import vn.commendation.award.CommendationType;
import vn.commendation.award.SubjectKind;
import vn.commendation.campaign.Campaign;
import vn.commendation.campaign.Campaigns;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.engine.EngineCommands;
import vn.commendation.engine.UserTasks;

/** What people do with nominations in the portal. */
@Service
@Transactional
public class Nominations {

  private static final int MOST_WAITING = 50;

  private final NominationRepository nominations;
  private final NominationViews views;
  private final SubmissionCheck check;
  private final Submission submission;
  private final Renewal renewal;
  private final CaseRules rules;
  private final Holds holds;
  private final Versions versions;
  private final Duplicates duplicates;
  private final EvidenceStore evidence;
  private final Directory directory;
  private final Campaigns campaigns;
  private final EngineCommands engine;
  private final UserTasks userTasks;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Nominations(
      NominationRepository nominations,
      NominationViews views,
      SubmissionCheck check,
      Submission submission,
      Renewal renewal,
      CaseRules rules,
      Holds holds,
      Versions versions,
      Duplicates duplicates,
      EvidenceStore evidence,
      Directory directory,
      Campaigns campaigns,
      EngineCommands engine,
      UserTasks userTasks,
      AuditTrail audit,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      Clock clock) {
    this.nominations = nominations;
    this.views = views;
    this.check = check;
    this.submission = submission;
    this.renewal = renewal;
    this.rules = rules;
    this.holds = holds;
    this.versions = versions;
    this.duplicates = duplicates;
    this.evidence = evidence;
    this.directory = directory;
    this.campaigns = campaigns;
    this.engine = engine;
    this.userTasks = userTasks;
    this.audit = audit;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** An empty form; if only one campaign is open, for that one. */
  @Transactional(readOnly = true)
  public NominationForm newForm(String username) {
    nominator(username);
    var open = campaigns.openNow();
    return new NominationForm(
        UUID.randomUUID().toString(),
        0,
        open.size() == 1 ? open.getFirst().id() : null,
        SubjectKind.INDIVIDUAL,
        null,
        null,
        "",
        "",
        null,
        null);
  }

  /**
   * The form of a nomination that may be edited.
   *
   * @throws NominationConflict if it may not be edited any more
   */
  @Transactional(readOnly = true)
  public NominationForm form(String id, String username) {
    var nomination = editable(id, directory.account(username));
    return new NominationForm(
        id,
        nomination.version(),
        nomination.campaignId(),
        nomination.subjectKind(),
        nomination.personId(),
        nomination.awardCode(),
        nomination.title(),
        nomination.achievements(),
        nomination.periodFrom(),
        nomination.periodTo(),
        nomination.lateReason());
  }

  /** Awards that can be proposed today outside every campaign. */
  @Transactional(readOnly = true)
  public List<Award> unplannedAwards() {
    return rules.awardsFor(CommendationType.UNPLANNED);
  }

  /**
   * Creates a draft or changes it, or a returned nomination. An empty form sent twice is one draft,
   * even if both arrive at once.
   *
   * @throws SubmissionRefused if campaign, nominee or award do not exist
   * @throws NominationConflict if somebody else changed it since, it may not be edited any more, or
   *     a return has not opened what was changed
   */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public void saveDraft(NominationForm form, String username) {
    try {
      transaction.executeWithoutResult(status -> save(form, username));
    } catch (DataIntegrityViolationException e) {
      // the twin has created it in between
      transaction.executeWithoutResult(status -> save(form, username));
    }
  }

  private void save(NominationForm form, String username) {
    var account = nominator(username);
    var type = requireKnown(form, account);
    var now = clock.instant();
    if (nominations.findById(form.id()).isEmpty()) {
      var draft = Nomination.draft(form, type, account, now);
      nameNominee(draft);
      nominations.save(draft);
      audit(account, "nomination.drafted", draft, null);
      return;
    }
    var nomination = own(form.id(), account);
    if (form.version() != nomination.version()) {
      throw new NominationConflict("stale");
    }
    nomination.edit(form, type, now);
    if (nomination.status() == NominationStatus.DRAFT) {
      nameNominee(nomination);
    }
  }

  /** Adds an evidence file. */
  public void addEvidence(String id, String username, String fileName, InputStream content) {
    var account = directory.account(username);
    var nomination = withOpenEvidence(id, account);
    var file = evidence.add(id, username, fileName, content);
    nomination.touch(clock.instant());
    audit(account, "nomination.evidence-added", nomination, file.name());
  }

  /** Takes a file out of the nomination; what was decided on it can still be proved. */
  public void removeEvidence(String id, long fileId, String username) {
    var account = directory.account(username);
    var nomination = withOpenEvidence(id, account);
    var file = evidence.remove(id, fileId);
    nomination.touch(clock.instant());
    audit(account, "nomination.evidence-removed", nomination, file.name());
  }

  /** What stands against submitting now; empty if nothing does. */
  @Transactional(readOnly = true)
  public List<Problem> problems(String id, String username) {
    var account = directory.account(username);
    return check.beforeSubmission(own(id, account), account, clock.instant());
  }

  /** What the Office will be told though it stands against nothing. */
  @Transactional(readOnly = true)
  public List<Problem> warnings(String id, String username) {
    return check.warnings(own(id, directory.account(username)));
  }

  /**
   * Sends a draft, or the supplement of a returned nomination, on its way.
   *
   * @throws SubmissionRefused if something stands against it
   * @throws NominationConflict if it has changed since it was shown, or was sent already
   */
  public void submit(String id, int version, String username) {
    var account = directory.account(username);
    var nomination = own(id, account);
    if (!nomination.status().editable()) {
      throw new NominationConflict("already-submitted");
    }
    if (nomination.version() != version) {
      throw new NominationConflict("stale");
    }
    submission.lockNominee(nomination);
    var problems = check.beforeSubmission(nomination, account, clock.instant());
    if (!problems.isEmpty()) {
      throw new SubmissionRefused(problems);
    }
    var supplement = nomination.status() == NominationStatus.SUPPLEMENT;
    var correlationKey = nomination.supplementCorrelationKey();
    submission.send(nomination, username);
    if (supplement) {
      userTasks.closed(id);
      engine.publish("nomination-supplemented", correlationKey, id, Map.of());
      audit(account, "nomination.supplemented", nomination, null);
    } else {
      engine.publish(
          "nomination-submitted",
          id,
          id,
          Map.of(
              "nominationId", id, "code", nomination.code(), "nominator", nomination.nominator()));
      audit(account, "nomination.submitted", nomination, null);
    }
  }

  /**
   * Lifts a hold: the case goes back to the check.
   *
   * @throws NominationConflict if it is not on hold any more
   * @throws NominationForbidden if the account may not, or acts on an own case
   */
  public void liftHold(String id, String reason, String username) {
    if (reason == null || reason.isBlank()) {
      throw new IllegalArgumentException("Lifting a hold needs a reason");
    }
    var account = directory.account(username);
    var nomination = visible(id, account);
    if (!NominationAccess.mayLift(account, nomination)) {
      throw new NominationForbidden(id);
    }
    var hold = nomination.status() == NominationStatus.HOLD ? holds.current(id).orElse(null) : null;
    if (hold == null) {
      throw new NominationConflict("not-on-hold");
    }
    holds.end(id);
    nomination.moveTo(NominationStatus.SUBMITTED, null, clock.instant());
    engine.publish("hold-lifted", hold.id(), hold.id(), id, Map.of());
    audit(account, "nomination.hold-lifted", nomination, reason.strip());
  }

  /**
   * Nominates again after a case that ended without an award.
   *
   * @return id of the draft
   * @throws NominationConflict if the case goes on or was awarded
   */
  public String renew(String id, String username) {
    var account = nominator(username);
    own(id, account);
    var earlier = nominations.lock(id).orElseThrow();
    if (!earlier.status().renewable()) {
      throw new NominationConflict("not-renewable");
    }
    return renewal.renew(earlier, account);
  }

  /** Every submitted version of a nomination this account may see, the first first. */
  @Transactional(readOnly = true)
  public List<NominationVersion> versions(String id, String username) {
    visible(id, directory.account(username));
    return versions.of(id);
  }

  /**
   * Other nominations of the same nominee that tell nearly the same, for the Office.
   *
   * @throws NominationForbidden for anybody else
   */
  @Transactional(readOnly = true)
  public List<SimilarCase> similar(String id, String username) {
    var account = directory.account(username);
    var nomination = visible(id, account);
    if (!NominationAccess.mayCompare(account)) {
      throw new NominationForbidden(id);
    }
    return duplicates.similar(nomination);
  }

  /**
   * Withdraws a nomination before the signature.
   *
   * @throws NominationConflict if it has been signed or has ended
   */
  public void withdraw(String id, String reason, String username) {
    if (reason == null || reason.isBlank()) {
      throw new IllegalArgumentException("A withdrawal needs a reason");
    }
    var account = directory.account(username);
    var nomination = own(id, account);
    var dossierId = nomination.dossierId();
    nomination.withdraw(clock.instant());
    holds.end(id);
    userTasks.closed(id);
    if (dossierId != null) {
      nomination.leaveDossier();
      events.publishEvent(new NominationLeftBatch(id, dossierId));
    }
    engine.tell("nomination-withdrawn", id, id, id, Map.of());
    audit(account, "nomination.withdrawn", nomination, reason.strip());
  }

  /** The nominations this account may see, the latest change first. */
  @Transactional(readOnly = true)
  public Page<NominationSummary> search(
      NominationFilter filter, String username, Pageable pageable) {
    var account = directory.account(username);
    var text = filter.text();
    var page =
        nominations.search(
            NominationAccess.seesAll(account),
            ownUnit(account),
            account.person().id(),
            statuses(filter),
            text == null || text.isBlank() ? null : "%" + escape(text.strip()) + "%",
            filter.unitId(),
            filter.award(),
            filter.campaignId(),
            filter.overdue() ? clock.instant() : null,
            filter.sentFrom() == null ? null : startOf(filter.sentFrom()),
            filter.sentTo() == null ? null : startOf(filter.sentTo().plusDays(1)),
            PageRequest.of(pageable.getPageNumber(), pageable.getPageSize()));
    return new PageImpl<>(
        views.summaries(page.getContent()), page.getPageable(), page.getTotalElements());
  }

  private static Collection<NominationStatus> statuses(NominationFilter filter) {
    if (filter.status() != null) {
      return List.of(filter.status());
    }
    return filter.open() ? NominationStatus.underWay() : EnumSet.allOf(NominationStatus.class);
  }

  private Instant startOf(LocalDate day) {
    return day.atStartOfDay(clock.getZone()).toInstant();
  }

  /** The subject of the documents that its unit sends with it. */
  @Transactional(readOnly = true)
  public String unitList(String id, String username) {
    return UnitDocuments.subjectOf(visible(id, directory.account(username)));
  }

  /** Everything about one nomination. */
  @Transactional(readOnly = true)
  public NominationDetails details(String id, String username) {
    var account = directory.account(username);
    return views.details(visible(id, account), account);
  }

  /** An evidence file of a nomination this account may see. */
  @Transactional(readOnly = true)
  public EvidenceContent evidence(String id, long fileId, String username) {
    visible(id, directory.account(username));
    return evidence.content(id, fileId);
  }

  /** What waits for this account, the most urgent first; at most fifty. */
  @Transactional(readOnly = true)
  public List<WaitingItem> waitingFor(String username) {
    var account = directory.account(username);
    var decides =
        NominationAccess.deciders(Step.OFFICE_REVIEW).stream().anyMatch(account::has)
            ? List.of(NominationStatus.OFFICE_REVIEW)
            : List.<NominationStatus>of();
    var writes =
        NominationAccess.mayNominate(account)
            ? List.of(NominationStatus.DRAFT, NominationStatus.SUPPLEMENT, NominationStatus.CONSENT)
            : List.<NominationStatus>of();
    return views.waiting(
        nominations
            .waiting(decides, account.person().unit().id(), writes, PageRequest.of(0, MOST_WAITING))
            .stream()
            .filter(nomination -> waits(nomination, account))
            .toList(),
        account);
  }

  /** How many nominations this account may see stand where. */
  @Transactional(readOnly = true)
  public Map<NominationStatus, Long> countsByStatus(String username) {
    var counts = new EnumMap<NominationStatus, Long>(NominationStatus.class);
    var account = directory.account(username);
    for (var row :
        nominations.countsByStatus(
            NominationAccess.seesAll(account), ownUnit(account), account.person().id())) {
      counts.put((NominationStatus) row[0], (Long) row[1]);
    }
    return counts;
  }

  private static boolean waits(Nomination nomination, Account account) {
    return nomination.status() == NominationStatus.DRAFT
        || NominationAccess.denial(Step.of(nomination.status()).orElseThrow(), account, nomination)
            == null;
  }

  private void nameNominee(Nomination nomination) {
    nomination.nameNominee(
        nomination.personId() == null
            ? null
            : directory.person(nomination.personId()).orElse(null));
  }

  /**
   * A draft may be incomplete but not point at nothing.
   *
   * @return what it commends for
   */
  private CommendationType requireKnown(NominationForm form, Account account) {
    var type =
        form.campaignId() == null
            ? CommendationType.UNPLANNED
            : campaigns
                .find(form.campaignId())
                .map(Campaign::type)
                .orElseThrow(
                    () ->
                        new SubmissionRefused(
                            List.of(Problem.of("campaign.unknown", "campaignId"))));
    if (form.awardCode() != null && check.unknownAward(form.awardCode())) {
      throw new SubmissionRefused(List.of(Problem.of("award.unknown", "awardCode")));
    }
    if (form.subjectKind() == SubjectKind.INDIVIDUAL && form.personId() != null) {
      var person = directory.person(form.personId());
      if (person.isEmpty() || person.get().unit().id() != account.person().unit().id()) {
        throw new SubmissionRefused(List.of(Problem.of("nominee.not-in-unit", "personId")));
      }
    }
    return type;
  }

  private Nomination withOpenEvidence(String id, Account account) {
    var nomination = editable(id, account);
    if (!nomination.open(Part.EVIDENCE)) {
      throw new NominationConflict("part-closed");
    }
    return nomination;
  }

  private Nomination editable(String id, Account account) {
    var nomination = own(id, account);
    if (!nomination.status().editable()) {
      throw new NominationConflict("not-editable");
    }
    return nomination;
  }

  private Nomination own(String id, Account account) {
    var nomination = visible(id, account);
    if (!NominationAccess.mayWrite(account, nomination)) {
      throw new NominationForbidden(id);
    }
    return nomination;
  }

  private Nomination visible(String id, Account account) {
    return nominations
        .findById(id)
        .filter(nomination -> NominationAccess.maySee(account, nomination))
        .orElseThrow(() -> new NominationNotFound(id));
  }

  private Account nominator(String username) {
    var account = directory.account(username);
    if (!NominationAccess.mayNominate(account)) {
      throw new NominationForbidden(username);
    }
    return account;
  }

  private static Long ownUnit(Account account) {
    return NominationAccess.mayNominate(account) ? account.person().unit().id() : null;
  }

  private void audit(Account account, String action, Nomination nomination, String reason) {
    audit.append(account.username(), account.displayName(), action, nomination.getId(), reason);
  }

  private static String escape(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
