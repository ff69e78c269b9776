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
import vn.commendation.directory.Account;

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

  DecisionEntity(
      String nominationId,
      Step step,
      TaskDecision decision,
      String outcome,
      Account by,
      Instant at) {
    this.nominationId = nominationId;
    this.step = step.key();
    this.outcome = outcome;
    this.reason = decision.reason();
    this.reference = decision.reference();
    this.resultDate = decision.resultDate();
    this.decidedBy = by.username();
    this.decidedByName = by.displayName();
    this.decidedAt = at;
  }

  Decision toDecision() {
    return new Decision(step, outcome, reason, decidedByName, decidedAt, reference, resultDate);
  }
}
