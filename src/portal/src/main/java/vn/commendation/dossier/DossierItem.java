package vn.commendation.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import vn.commendation.award.SubjectKind;
import vn.commendation.nomination.AcceptedNomination;

/** One nominee of a batch, as he or she was accepted. Only the batch changes it. */
@Entity
@Table(name = "dossier_item")
class DossierItem {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "dossier_id")
  private Dossier dossier;

  @Column(columnDefinition = "char(36)")
  private String nominationId;

  private String nominationCode;
  private String nominator;
  private long nominatorPersonId;

  @Enumerated(EnumType.STRING)
  private SubjectKind subjectKind;

  private Long personId;
  private long unitId;
  private String nomineeName;
  private String nomineePosition;
  private String unitName;
  private String awardCode;
  private String awardName;
  private int achievementYear;
  private Long campaignId;

  @Enumerated(EnumType.STRING)
  private ItemStatus status;

  private Integer entitled;
  private Integer votesFor;
  private Integer votesAgainst;
  private Integer votesBlank;
  private Integer votesAbsent;
  private Integer votesWritten;
  private Integer quotaRank;
  private String resultText;
  private String resultNumber;
  private LocalDate resultDate;

  protected DossierItem() {}

  DossierItem(Dossier dossier, AcceptedNomination nomination, long nominatorPersonId) {
    this.dossier = dossier;
    this.nominationId = nomination.id();
    this.nominationCode = nomination.code();
    this.nominator = nomination.nominator();
    this.nominatorPersonId = nominatorPersonId;
    this.subjectKind = nomination.subjectKind();
    this.personId = nomination.personId();
    this.unitId = nomination.unitId();
    this.nomineeName = nomination.nomineeName();
    this.nomineePosition = nomination.nomineePosition();
    this.unitName = nomination.unitName();
    this.awardCode = nomination.awardCode();
    this.awardName = nomination.awardName();
    this.achievementYear = nomination.periodTo().getYear();
    this.campaignId = nomination.campaignId();
    this.status = ItemStatus.IN;
  }

  /** The same nominee in a batch that goes on with him or her: what the council voted stays. */
  DossierItem(Dossier followUp, DossierItem origin) {
    this.dossier = followUp;
    this.nominationId = origin.nominationId;
    this.nominationCode = origin.nominationCode;
    this.nominator = origin.nominator;
    this.nominatorPersonId = origin.nominatorPersonId;
    this.subjectKind = origin.subjectKind;
    this.personId = origin.personId;
    this.unitId = origin.unitId;
    this.nomineeName = origin.nomineeName;
    this.nomineePosition = origin.nomineePosition;
    this.unitName = origin.unitName;
    this.awardCode = origin.awardCode;
    this.awardName = origin.awardName;
    this.achievementYear = origin.achievementYear;
    this.campaignId = origin.campaignId;
    this.status = origin.votesFor == null ? ItemStatus.IN : ItemStatus.PASSED;
    this.entitled = origin.entitled;
    this.votesFor = origin.votesFor;
    this.votesAgainst = origin.votesAgainst;
    this.votesBlank = origin.votesBlank;
    this.votesAbsent = origin.votesAbsent;
    this.votesWritten = origin.votesWritten;
    this.quotaRank = origin.quotaRank;
    this.resultText = origin.resultText;
  }

  void votes(BallotRow row, int entitledMembers) {
    entitled = entitledMembers;
    votesFor = row.votesFor();
    votesAgainst = row.votesAgainst();
    votesBlank = row.votesBlank();
    votesAbsent = row.absent();
    votesWritten = row.written();
  }

  /** After a pause, back to where it stood. */
  void resume() {
    status = votesFor == null ? ItemStatus.IN : ItemStatus.PASSED;
  }

  void become(ItemStatus next, String text) {
    status = next;
    if (text != null) {
      resultText = text;
    }
  }

  void rank(Integer place) {
    quotaRank = place;
  }

  void result(ItemStatus next, String text, String number, LocalDate date) {
    become(next, text);
    resultNumber = number;
    resultDate = date;
  }

  boolean standing() {
    return status.standing();
  }

  boolean placeDecided() {
    return dossier.placeDecided(this);
  }

  String nominationId() {
    return nominationId;
  }

  String nominationCode() {
    return nominationCode;
  }

  String nominator() {
    return nominator;
  }

  long nominatorPersonId() {
    return nominatorPersonId;
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

  String nomineePosition() {
    return nomineePosition;
  }

  String unitName() {
    return unitName;
  }

  String awardCode() {
    return awardCode;
  }

  String awardName() {
    return awardName;
  }

  int year() {
    return achievementYear;
  }

  /** {@code null} outside every campaign. */
  Long campaignId() {
    return campaignId;
  }

  ItemStatus status() {
    return status;
  }

  Integer votesFor() {
    return votesFor;
  }

  Integer entitled() {
    return entitled;
  }

  ItemView view() {
    return new ItemView(
        nominationId,
        nominationCode,
        nomineeName,
        nomineePosition,
        subjectKind,
        unitName,
        awardName,
        status,
        entitled,
        votesFor,
        votesAgainst,
        votesBlank,
        votesAbsent,
        votesWritten,
        quotaRank,
        resultText,
        resultNumber,
        resultDate);
  }
}
