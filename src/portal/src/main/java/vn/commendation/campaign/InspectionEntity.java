package vn.commendation.campaign;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;

@Entity
@Table(name = "inspection")
class InspectionEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Version private int version;
  private long campaignId;
  private long unitId;
  private LocalDate inspectedOn;
  private String inspectors;

  @Column(columnDefinition = "text")
  private String findings;

  private LocalDate answerDueOn;
  private String recordedByName;
  private Instant recordedAt;

  @Column(columnDefinition = "text")
  private String answer;

  private String answeredByName;
  private Instant answeredAt;
  private String conclusion;
  private String closedByName;
  private Instant closedAt;

  protected InspectionEntity() {}

  InspectionEntity(long campaignId, InspectionForm form, String recordedBy, Instant now) {
    this.campaignId = campaignId;
    this.unitId = form.unitId();
    this.inspectedOn = form.inspectedOn();
    this.inspectors = form.inspectors();
    this.findings = form.findings();
    this.answerDueOn = form.answerDueOn();
    this.recordedByName = recordedBy;
    this.recordedAt = now;
  }

  void answer(String text, String by, Instant now) {
    if (answer != null || closedAt != null) {
      throw new CampaignConflict("inspection-answered");
    }
    answer = text;
    answeredByName = by;
    answeredAt = now;
  }

  void close(String text, String by, Instant now) {
    if (closedAt != null) {
      throw new CampaignConflict("inspection-closed");
    }
    conclusion = text;
    closedByName = by;
    closedAt = now;
  }

  Inspection toInspection(String unit, LocalDate today, boolean unitHead, boolean office) {
    var waiting = waiting();
    return new Inspection(
        id,
        version,
        unit,
        inspectedOn,
        inspectors,
        findings,
        answerDueOn,
        recordedByName,
        recordedAt,
        answer,
        answeredByName,
        answeredAt,
        conclusion,
        closedByName,
        closedAt,
        waiting && today.isAfter(answerDueOn),
        waiting && unitHead,
        closedAt == null && office);
  }

  Long getId() {
    return id;
  }

  int version() {
    return version;
  }

  long campaignId() {
    return campaignId;
  }

  long unitId() {
    return unitId;
  }

  LocalDate inspectedOn() {
    return inspectedOn;
  }

  LocalDate answerDueOn() {
    return answerDueOn;
  }

  String findings() {
    return findings;
  }

  /** Whether the unit is still to answer. */
  boolean waiting() {
    return answer == null && closedAt == null;
  }
}
