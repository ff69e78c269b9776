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
import org.springframework.data.domain.Persistable;
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
  private long campaignId;
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
  private Long processInstanceKey;
  private Instant createdAt;
  private Instant submittedAt;
  private Instant updatedAt;
  private Instant dueAt;
  private Instant closedAt;

  protected Nomination() {}

  static Nomination draft(NominationForm form, Account nominator, Instant now) {
    var draft = new Nomination();
    draft.id = form.id();
    draft.campaignId = form.campaignId();
    draft.unitId = nominator.person().unit().id();
    draft.unitName = nominator.person().unit().name();
    draft.nominator = nominator.username();
    draft.status = NominationStatus.DRAFT;
    draft.createdAt = now;
    draft.fill(form, now);
    return draft;
  }

  /**
   * Takes over what the unit wrote. A returned case keeps its campaign: it was submitted in that
   * campaign's window.
   */
  void edit(NominationForm form, Instant now) {
    if (!status.editable()) {
      throw new NominationConflict("not-editable");
    }
    if (status == NominationStatus.DRAFT) {
      campaignId = form.campaignId();
    }
    fill(form, now);
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

  /** Sends the case, or its supplement, on its way, with the nominee as he or she is today. */
  void submit(String newCode, Person nominee, Unit unit, Instant now) {
    if (!status.editable()) {
      throw new NominationConflict("already-submitted");
    }
    if (code == null) {
      code = newCode;
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
    revision++;
    moveTo(NominationStatus.SUBMITTED, null, now);
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

  long campaignId() {
    return campaignId;
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
