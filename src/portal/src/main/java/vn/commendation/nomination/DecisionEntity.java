package vn.commendation.nomination;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "nomination_decision")
class DecisionEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(columnDefinition = "char(36)")
  private String nominationId;

  private String step;
  private String outcome;
  private String reason;
  private String reference;
  private LocalDate resultDate;
  private String decidedBy;
  private String decidedByName;
  private Instant decidedAt;

  protected DecisionEntity() {}

  /**
   * @param reference number of the document it stands in; may be {@code null}, like its date
   */
  DecisionEntity(
      String nominationId,
      String step,
      String outcome,
      String reason,
      String reference,
      LocalDate resultDate,
      String decidedBy,
      String decidedByName,
      Instant at) {
    this.nominationId = nominationId;
    this.step = step;
    this.outcome = outcome;
    this.reason = reason;
    this.reference = reference;
    this.resultDate = resultDate;
    this.decidedBy = decidedBy;
    this.decidedByName = decidedByName;
    this.decidedAt = at;
  }

  Long id() {
    return id;
  }

  Decision toDecision() {
    return new Decision(step, outcome, reason, decidedByName, decidedAt, reference, resultDate);
  }
}
