package vn.commendation.nomination;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.domain.Persistable;
import vn.commendation.award.CommendationType;
import vn.commendation.award.DecidingAuthority;
import vn.commendation.award.SubjectKind;
import vn.commendation.directory.Account;
import vn.commendation.directory.Gender;
import vn.commendation.directory.Person;
import vn.commendation.directory.PositionClass;
import vn.commendation.directory.Unit;

/** One nominee's case. Every change of status goes through a method that knows what is allowed. */
@Entity
@Table(name = "nomination")
class Nomination implements Persistable<String> {

  @Id
  @Column(columnDefinition = "char(36)")
  private String id;

  @Version private Integer version;
  private String code;
  private Long campaignId;

  @Enumerated(EnumType.STRING)
  private CommendationType commendationType;

  private String awardCode;

  @Enumerated(EnumType.STRING)
  private SubjectKind subjectKind;

  private Long personId;
  private long unitId;
  private String nominator;
  private String nomineeName;
  private String nomineePosition;

  @Enumerated(EnumType.STRING)
  private PositionClass nomineePositionClass;

  @Enumerated(EnumType.STRING)
  private Gender nomineeGender;

  private Boolean nomineeDirectWorker;
  private String unitName;
  private String title;

  @Column(columnDefinition = "text")
  private String achievements;

  private LocalDate periodFrom;
  private LocalDate periodTo;

  @Enumerated(EnumType.STRING)
  private NominationStatus status;

  private int revision;
  private String ruleSet;

  @Enumerated(EnumType.STRING)
  private DecidingAuthority decidingAuthority;

  private boolean late;
  private String lateReason;
  private String reopened;
  private String proposedAward;

  @Column(columnDefinition = "char(36)")
  private String dossierId;

  private String dossierCode;

  @Column(columnDefinition = "char(36)")
  private String earlierId;

  private Long processInstanceKey;
  private Instant createdAt;
  private Instant submittedAt;
  private Instant updatedAt;
  private Instant dueAt;
  private Instant closedAt;

  protected Nomination() {}

  static Nomination draft(
      NominationForm form, CommendationType type, Account nominator, Instant now) {
    var draft = new Nomination();
    draft.id = form.id();
    draft.campaignId = form.campaignId();
    draft.commendationType = type;
    draft.unitId = nominator.person().unit().id();
    draft.unitName = nominator.person().unit().name();
    draft.nominator = nominator.username();
    draft.lateReason = form.lateReason();
    draft.status = NominationStatus.DRAFT;
    draft.createdAt = now;
    draft.fill(form, now);
    return draft;
  }

  /** A draft that takes this case up again, for the same unit. */
  Nomination again(
      String newId, Long newCampaign, CommendationType type, String newNominator, Instant now) {
    var draft = new Nomination();
    draft.id = newId;
    draft.campaignId = newCampaign;
    draft.commendationType = type;
    draft.unitId = unitId;
    draft.unitName = unitName;
    draft.nominator = newNominator;
    draft.nomineeName = nomineeName;
    draft.subjectKind = subjectKind;
    draft.personId = personId;
    draft.awardCode = awardCode;
    draft.title = title;
    draft.achievements = achievements;
    draft.periodFrom = periodFrom;
    draft.periodTo = periodTo;
    draft.earlierId = id;
    draft.status = NominationStatus.DRAFT;
    draft.createdAt = now;
    draft.updatedAt = now;
    return draft;
  }

  /**
   * Takes over what the unit wrote. A returned case keeps its campaign and its nominee, and every
   * part the return did not open.
   */
  void edit(NominationForm form, CommendationType type, Instant now) {
    if (!status.editable()) {
      throw new NominationConflict("not-editable");
    }
    if (status == NominationStatus.DRAFT) {
      campaignId = form.campaignId();
      commendationType = type;
      lateReason = form.lateReason();
    } else if (touchesClosedPart(form)) {
      throw new NominationConflict("part-closed");
    }
    fill(form, now);
  }

  private boolean touchesClosedPart(NominationForm form) {
    return subjectKind != form.subjectKind()
        || !Objects.equals(personId, form.personId())
        || !open(Part.AWARD) && !Objects.equals(awardCode, form.awardCode())
        || !open(Part.ACHIEVEMENTS)
            && !(title.equals(form.title()) && achievements.equals(form.achievements()))
        || !open(Part.PERIOD)
            && !(Objects.equals(periodFrom, form.periodFrom())
                && Objects.equals(periodTo, form.periodTo()));
  }

  /** Whether the unit may change this part now. */
  boolean open(Part part) {
    return status == NominationStatus.DRAFT
        || status == NominationStatus.SUPPLEMENT && reopened().contains(part);
  }

  private void fill(NominationForm form, Instant now) {
    subjectKind = form.subjectKind();
    personId = subjectKind == SubjectKind.INDIVIDUAL ? form.personId() : null;
    awardCode = form.awardCode();
    title = form.title();
    achievements = form.achievements();
    periodFrom = form.periodFrom();
    periodTo = form.periodTo();
    updatedAt = now;
  }

  /** Names the nominee of a draft in lists. */
  void nameNominee(Person nominee) {
    nomineeName = nominee == null ? null : nominee.fullName();
  }

  /** Marks a change of the case that is not in its own columns, such as its evidence. */
  void touch(Instant now) {
    updatedAt = now;
  }

  /**
   * Sends the case, or its supplement, on its way, with the nominee as he or she is today.
   *
   * @param afterWindow whether the campaign's window has closed; counts for the first time only
   */
  void submit(String newCode, boolean afterWindow, Person nominee, Unit unit, Instant now) {
    if (!status.editable()) {
      throw new NominationConflict("already-submitted");
    }
    if (code == null) {
      code = newCode;
      late = afterWindow;
      submittedAt = now;
    }
    if (nominee == null) {
      nomineeName = unit.name();
    } else {
      nomineeName = nominee.fullName();
      nomineePosition = nominee.position();
      nomineePositionClass = nominee.positionClass();
      nomineeGender = nominee.gender();
      nomineeDirectWorker = nominee.directWorker();
    }
    unitName = unit.name();
    reopened = null;
    revision++;
    moveTo(NominationStatus.SUBMITTED, null, now);
  }

  /** Binds the case to the rules it is judged by; a set that was bound stays. */
  void governedBy(String set, DecidingAuthority authority) {
    ruleSet = set;
    decidingAuthority = authority;
  }

  /** The Office judges it by other rules, which are bound from now on; it is checked again. */
  void chooseRules(String set, Instant now) {
    ruleSet = set;
    moveTo(NominationStatus.SUBMITTED, null, now);
  }

  /** Opens the parts that the unit is to supplement. */
  void reopen(Collection<Part> parts) {
    reopened = parts.stream().sorted().map(Part::key).collect(Collectors.joining(","));
  }

  void propose(String award) {
    proposedAward = award;
  }

  /** The unit agrees to the proposed award: the case is another one now and is checked again. */
  void agree(Instant now) {
    awardCode = proposedAward;
    proposedAward = null;
    revision++;
    moveTo(NominationStatus.SUBMITTED, null, now);
  }

  /**
   * @throws NominationConflict if it is not accepted, or in a batch already
   */
  void join(String dossier, String codeOfDossier, Instant now) {
    if (status != NominationStatus.ACCEPTED) {
      throw new NominationConflict("not-accepted");
    }
    dossierId = dossier;
    dossierCode = codeOfDossier;
    moveTo(NominationStatus.IN_DOSSIER, null, now);
  }

  void leaveDossier() {
    dossierId = null;
    dossierCode = null;
  }

  /**
   * Ties the case to the process instance that carries it.
   *
   * @throws IllegalStateException if another instance carries it already
   */
  void carriedBy(long instanceKey) {
    if (processInstanceKey != null && processInstanceKey != instanceKey) {
      throw new IllegalStateException(
          "Nomination %s is carried by process instance %d already"
              .formatted(id, processInstanceKey));
    }
    processInstanceKey = instanceKey;
  }

  /** Its instance is given up; the next one ties itself to the case. */
  void givenUp(Instant now) {
    processInstanceKey = null;
    updatedAt = now;
  }

  void moveTo(NominationStatus next, Instant due, Instant now) {
    if (status.ended()) {
      throw new IllegalStateException("Nomination %s has ended as %s".formatted(id, status));
    }
    status = next;
    dueAt = due;
    updatedAt = now;
  }

  void withdraw(Instant now) {
    if (!status.withdrawable()) {
      throw new NominationConflict("not-withdrawable");
    }
    moveTo(NominationStatus.WITHDRAWN, null, now);
  }

  /** Its process has ended. */
  boolean closed() {
    return closedAt != null;
  }

  void close(Instant now) {
    closedAt = now;
    updatedAt = now;
  }

  /** What a message carries that wakes the process waiting for the supplement of this revision. */
  String supplementCorrelationKey() {
    return id + ":" + revision;
  }

  boolean belongsTo(Account account) {
    return unitId == account.person().unit().id() || nominator.equals(account.username());
  }

  boolean isAbout(Person person) {
    return personId != null && personId == person.id();
  }

  @Override
  public String getId() {
    return id;
  }

  @Override
  public boolean isNew() {
    return version == null;
  }

  int version() {
    return version == null ? 0 : version;
  }

  String code() {
    return code;
  }

  /** {@code null} outside every campaign. */
  Long campaignId() {
    return campaignId;
  }

  CommendationType type() {
    return commendationType;
  }

  String ruleSet() {
    return ruleSet;
  }

  DecidingAuthority decidingAuthority() {
    return decidingAuthority;
  }

  boolean late() {
    return late;
  }

  String lateReason() {
    return lateReason;
  }

  Set<Part> reopened() {
    return reopened == null
        ? Set.of()
        : Arrays.stream(reopened.split(","))
            .flatMap(key -> Part.of(key).stream())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
  }

  String proposedAward() {
    return proposedAward;
  }

  String dossierId() {
    return dossierId;
  }

  String dossierCode() {
    return dossierCode;
  }

  String earlierId() {
    return earlierId;
  }

  String awardCode() {
    return awardCode;
  }

  SubjectKind subjectKind() {
    return subjectKind;
  }

  Long personId() {
    return personId;
  }

  long unitId() {
    return unitId;
  }

  String nominator() {
    return nominator;
  }

  String nomineeName() {
    return nomineeName;
  }

  String nomineePosition() {
    return nomineePosition;
  }

  Gender nomineeGender() {
    return nomineeGender;
  }

  String unitName() {
    return unitName;
  }

  String title() {
    return title;
  }

  String achievements() {
    return achievements;
  }

  LocalDate periodFrom() {
    return periodFrom;
  }

  LocalDate periodTo() {
    return periodTo;
  }

  NominationStatus status() {
    return status;
  }

  int revision() {
    return revision;
  }

  Long processInstanceKey() {
    return processInstanceKey;
  }

  Instant submittedAt() {
    return submittedAt;
  }

  Instant updatedAt() {
    return updatedAt;
  }

  Instant dueAt() {
    return dueAt;
  }
}
