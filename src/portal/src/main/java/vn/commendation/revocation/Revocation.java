package vn.commendation.revocation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import vn.commendation.award.DecidingAuthority;
import vn.commendation.directory.Account;
import vn.commendation.directory.SigningMatter;
import vn.commendation.document.DocumentType;
import vn.commendation.document.RegisteredNumber;

/** The taking back of one award. */
@Entity
@Table(name = "revocation")
class Revocation {

  @Id
  @Column(columnDefinition = "char(36)")
  private String id;

  @Version private Integer version;
  private String code;
  private long awardId;
  private Long openAwardId;
  private String awardName;

  @Enumerated(EnumType.STRING)
  private DecidingAuthority authority;

  private Long personId;
  private long unitId;
  private String nomineeName;
  private String unitName;
  private String decisionNumber;
  private LocalDate decidedOn;

  @Column(columnDefinition = "char(36)")
  private String nominationId;

  @Enumerated(EnumType.STRING)
  private RevocationCause cause;

  private String explanation;
  private String reference;
  private String proposedBy;
  private String proposedByName;
  private Instant proposedAt;

  @Enumerated(EnumType.STRING)
  private RevocationStatus status;

  private Instant dueAt;
  private Long processInstanceKey;
  private Instant processEndedAt;
  private String judgedByName;
  private Instant judgedAt;
  private String judgementReason;
  private String numberSymbol;
  private LocalDate numberDate;
  private String boardReference;
  private LocalDate boardAnsweredOn;
  private String boardNote;

  protected Revocation() {}

  static Revocation proposed(
      RevocationProposal proposal,
      String code,
      RevocableAward award,
      Account proposer,
      Instant now) {
    var revocation = new Revocation();
    revocation.id = proposal.id();
    revocation.code = code;
    revocation.awardId = award.given().id();
    revocation.openAwardId = award.given().id();
    revocation.awardName = award.awardName();
    revocation.authority = award.authority();
    revocation.personId = award.given().personId();
    revocation.unitId = award.given().unitId();
    revocation.nomineeName = award.given().nomineeName();
    revocation.unitName = award.unitName();
    revocation.decisionNumber = award.given().decisionNumber();
    revocation.decidedOn = award.given().decidedOn();
    revocation.nominationId = award.given().nominationId();
    revocation.cause = proposal.cause();
    revocation.explanation = proposal.explanation();
    revocation.reference = proposal.reference();
    revocation.proposedBy = proposer.username();
    revocation.proposedByName = proposer.displayName();
    revocation.proposedAt = now;
    revocation.status = RevocationStatus.PROPOSED;
    return revocation;
  }

  /** Notes the process instance that carries it; a second one is refused. */
  void carriedBy(long key) {
    if (processInstanceKey != null && processInstanceKey != key) {
      throw new IllegalStateException(
          "Revocation %s is carried by instance %d, not %d".formatted(id, processInstanceKey, key));
    }
    processInstanceKey = key;
  }

  /** Its instance is given up; the next one ties itself to the revocation. */
  void givenUp() {
    processInstanceKey = null;
  }

  void processEnded(Instant now) {
    processEndedAt = now;
  }

  void awaitJudgement(Instant due) {
    status = RevocationStatus.DECISION;
    dueAt = due;
  }

  void judge(boolean revoke, String reason, Account judge, Instant now) {
    judgedByName = judge.displayName();
    judgedAt = now;
    judgementReason = reason;
    dueAt = null;
    if (revoke) {
      status = RevocationStatus.NUMBER;
    } else {
      end(RevocationStatus.DISMISSED);
    }
  }

  void number(RegisteredNumber number) {
    numberSymbol = number.symbol();
    numberDate = number.date();
    status = RevocationStatus.EXECUTION;
  }

  void askBoard() {
    status = RevocationStatus.BOARD;
  }

  void answeredByBoard(String reference, LocalDate on, String note) {
    boardReference = reference;
    boardAnsweredOn = on;
    boardNote = note;
  }

  /** From now on the award may be proposed for revocation again. */
  void end(RevocationStatus outcome) {
    status = outcome;
    openAwardId = null;
  }

  boolean isAbout(Account account) {
    return personId != null && personId == account.person().id();
  }

  boolean isAboutUnitOf(Account account) {
    return personId == null && unitId == account.person().unit().id();
  }

  boolean inHouse() {
    return authority == DecidingAuthority.DIRECTOR;
  }

  SigningMatter matter() {
    return inHouse() ? SigningMatter.AWARD_DECISION : SigningMatter.PROPOSAL;
  }

  DocumentType documentType() {
    return inHouse() ? DocumentType.DECISION : DocumentType.PROPOSAL;
  }

  String id() {
    return id;
  }

  String code() {
    return code;
  }

  long awardId() {
    return awardId;
  }

  String awardName() {
    return awardName;
  }

  DecidingAuthority authority() {
    return authority;
  }

  Long personId() {
    return personId;
  }

  long unitId() {
    return unitId;
  }

  String nomineeName() {
    return nomineeName;
  }

  String unitName() {
    return unitName;
  }

  String decisionNumber() {
    return decisionNumber;
  }

  LocalDate decidedOn() {
    return decidedOn;
  }

  String nominationId() {
    return nominationId;
  }

  RevocationCause cause() {
    return cause;
  }

  String explanation() {
    return explanation;
  }

  String reference() {
    return reference;
  }

  String proposedBy() {
    return proposedBy;
  }

  String proposedByName() {
    return proposedByName;
  }

  Instant proposedAt() {
    return proposedAt;
  }

  RevocationStatus status() {
    return status;
  }

  Instant dueAt() {
    return dueAt;
  }

  Long processInstanceKey() {
    return processInstanceKey;
  }

  String judgedByName() {
    return judgedByName;
  }

  Instant judgedAt() {
    return judgedAt;
  }

  String judgementReason() {
    return judgementReason;
  }

  String numberSymbol() {
    return numberSymbol;
  }

  LocalDate numberDate() {
    return numberDate;
  }

  String boardReference() {
    return boardReference;
  }

  LocalDate boardAnsweredOn() {
    return boardAnsweredOn;
  }

  String boardNote() {
    return boardNote;
  }
}
