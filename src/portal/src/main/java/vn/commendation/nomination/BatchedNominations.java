package vn.commendation.nomination;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.audit.AuditTrail;
import vn.commendation.award.Award;
import vn.commendation.award.AwardRule;
import vn.commendation.award.Awards;
import vn.commendation.award.DecidingAuthority;
import vn.commendation.award.Rules;
import vn.commendation.calendar.WorkingCalendar;
import vn.commendation.campaign.Campaign;
import vn.commendation.campaign.Campaigns;
import vn.commendation.directory.Directory;
import vn.commendation.engine.EngineCommands;
import vn.commendation.notification.Notices;

/** What a batch does with the nominations the Office has accepted. */
@Service
@Transactional
public class BatchedNominations {

  private static final String STEP = "dossier";

  private final NominationRepository nominations;
  private final DecisionRepository decisions;
  private final EvidenceStore evidence;
  private final CaseRules caseRules;
  private final CaseChecks caseChecks;
  private final Rules rules;
  private final Awards awards;
  private final Campaigns campaigns;
  private final Directory directory;
  private final EngineCommands engine;
  private final AuditTrail audit;
  private final Notices notices;
  private final WorkingCalendar calendar;
  private final Clock clock;

  BatchedNominations(
      NominationRepository nominations,
      DecisionRepository decisions,
      EvidenceStore evidence,
      CaseRules caseRules,
      CaseChecks caseChecks,
      Rules rules,
      Awards awards,
      Campaigns campaigns,
      Directory directory,
      EngineCommands engine,
      AuditTrail audit,
      Notices notices,
      WorkingCalendar calendar,
      Clock clock) {
    this.nominations = nominations;
    this.decisions = decisions;
    this.evidence = evidence;
    this.caseRules = caseRules;
    this.caseChecks = caseChecks;
    this.rules = rules;
    this.awards = awards;
    this.campaigns = campaigns;
    this.directory = directory;
    this.engine = engine;
    this.audit = audit;
    this.notices = notices;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** Accepted nominations of one authority that are in no batch, the oldest first. */
  @Transactional(readOnly = true)
  public List<AcceptedNomination> accepted(DecidingAuthority authority) {
    return describe(nominations.accepted(authority));
  }

  /** Nominations by their ids, in no particular order. */
  @Transactional(readOnly = true)
  public List<AcceptedNomination> all(Collection<String> ids) {
    return ids.isEmpty() ? List.of() : describe(nominations.findByIdIn(ids));
  }

  /** Nominations of a campaign that were given an award, by their ids. */
  @Transactional(readOnly = true)
  public List<String> awarded(long campaignId, String awardCode) {
    return nominations.awarded(campaignId, awardCode);
  }

  /** The evidence of a nomination. */
  @Transactional(readOnly = true)
  public List<EvidenceFile> files(String id) {
    return evidence.filesOf(id);
  }

  /** The bytes of an evidence file. */
  @Transactional(readOnly = true)
  public byte[] content(String id, long fileId) {
    return evidence.content(id, fileId).content();
  }

  /**
   * Puts an accepted nomination into a batch.
   *
   * @throws NominationConflict if it is in a batch already or not accepted any more
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void join(String id, String dossierId, String dossierCode) {
    lock(id).join(dossierId, dossierCode, clock.instant());
    audit(AuditTrail.SYSTEM, "nomination.joined-dossier", id, dossierCode);
  }

  /**
   * Takes a nomination out of its batch: it is accepted and free again.
   *
   * @throws NominationConflict if it is in no batch, or signed
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void leave(String id, String username, String reason) {
    var nomination = inDossier(id);
    nomination.leaveDossier();
    nomination.moveTo(NominationStatus.ACCEPTED, null, clock.instant());
    audit(username, "nomination.left-dossier", id, reason);
  }

  /**
   * Back to the Office's review, from where the unit can be asked.
   *
   * @throws NominationConflict if it is in no batch, or signed
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void reopen(String id, String username, String reason) {
    var nomination = inDossier(id);
    var now = clock.instant();
    var days = caseRules.ruleOf(nomination).map(AwardRule::reviewDays).orElseThrow();
    nomination.leaveDossier();
    nomination.moveTo(NominationStatus.OFFICE_REVIEW, calendar.deadline(now, days), now);
    var decision = decide(id, "reopen", username, reason, null, null);
    engine.tell("nomination-reopened", id, "reopening-" + decision.id(), id, Map.of());
    audit(username, "nomination.reopened", id, reason);
  }

  /**
   * From now on it cannot be withdrawn.
   *
   * @throws NominationConflict if it is in no batch, or signed
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void signed(String id, String username) {
    inDossier(id).moveTo(NominationStatus.SIGNED, null, clock.instant());
    audit(username, "nomination.signed", id, null);
  }

  /**
   * Ends a nomination and lets its process know.
   *
   * @param username who decided; {@link AuditTrail#SYSTEM} if it follows by itself
   * @param reference number of the decision; {@code null} if there is none
   * @throws NominationConflict if it is in no batch
   * @throws IllegalArgumentException if a batch does not end a nomination so
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void end(
      String id,
      NominationStatus outcome,
      String username,
      String reason,
      String reference,
      LocalDate date) {
    if (!outcome.outcomeOfDossier()) {
      throw new IllegalArgumentException("A dossier does not end a nomination as " + outcome);
    }
    var nomination = lock(id);
    if (nomination.status() != NominationStatus.SIGNED) {
      requireInDossier(nomination);
    }
    nomination.moveTo(outcome, null, clock.instant());
    decide(id, outcome.name(), username, reason, reference, date);
    engine.tell("dossier-outcome", id, id, id, Map.of("outcome", outcome.name()));
    audit(username, "nomination.ended", id, reason);
  }

  private List<AcceptedNomination> describe(List<Nomination> found) {
    var awardNames = awards.all().stream().collect(Collectors.toMap(Award::code, Award::name));
    var titles = campaigns.all().stream().collect(Collectors.toMap(Campaign::id, Campaign::title));
    var checks = caseChecks.last(found.stream().map(Nomination::getId).toList());
    var rulesOfSets = new HashMap<String, List<AwardRule>>();
    Function<Nomination, AwardRule> ruleOf =
        nomination ->
            rulesOfSets.computeIfAbsent(nomination.ruleSet(), rules::of).stream()
                .filter(rule -> rule.award().equals(nomination.awardCode()))
                .filter(rule -> rule.subject() == nomination.subjectKind())
                .filter(rule -> rule.types().contains(nomination.type()))
                .findFirst()
                .orElseThrow();
    return found.stream()
        .map(
            nomination ->
                new AcceptedNomination(
                    nomination.getId(),
                    nomination.code(),
                    nomination.nominator(),
                    nomination.subjectKind(),
                    nomination.personId(),
                    nomination.nomineeName(),
                    nomination.nomineePosition(),
                    nomination.nomineeGender(),
                    nomination.unitId(),
                    nomination.unitName(),
                    nomination.awardCode(),
                    awardNames.get(nomination.awardCode()),
                    nomination.type(),
                    ruleOf.apply(nomination),
                    Optional.ofNullable(checks.get(nomination.getId()))
                        .map(CaseChecks.Last::routing)
                        .orElse(null),
                    nomination.campaignId(),
                    nomination.campaignId() == null ? null : titles.get(nomination.campaignId()),
                    nomination.title(),
                    nomination.achievements(),
                    nomination.periodFrom(),
                    nomination.periodTo(),
                    nomination.status()))
        .toList();
  }

  private Nomination inDossier(String id) {
    var nomination = lock(id);
    requireInDossier(nomination);
    return nomination;
  }

  private static void requireInDossier(Nomination nomination) {
    if (nomination.status() != NominationStatus.IN_DOSSIER) {
      throw new NominationConflict("not-in-dossier");
    }
  }

  private Nomination lock(String id) {
    return nominations.lock(id).orElseThrow(() -> new NominationNotFound(id));
  }

  private DecisionEntity decide(
      String id, String outcome, String username, String reason, String reference, LocalDate date) {
    return decisions.save(
        new DecisionEntity(
            id,
            STEP,
            outcome,
            reason,
            reference,
            date,
            username,
            displayName(username),
            clock.instant()));
  }

  private void audit(String username, String action, String id, String reason) {
    audit.append(username, displayName(username), action, id, reason);
  }

  private String displayName(String username) {
    return username.equals(AuditTrail.SYSTEM)
        ? notices.get("audit-actor.system")
        : directory.account(username).displayName();
  }
}
