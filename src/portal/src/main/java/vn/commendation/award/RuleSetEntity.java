package vn.commendation.award;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.domain.Persistable;

@Entity
@Table(name = "rule_set")
class RuleSetEntity implements Persistable<String> {

  @Id private String code;
  @Version private Integer version;
  private String regime;
  private String name;
  private LocalDate validFrom;
  private String legalBasis;
  private LocalDate transitionFrom;
  private LocalDate transitionBefore;
  private String transitionBasis;

  @Enumerated(EnumType.STRING)
  private Certainty transitionCertainty;

  private String transitionNote;

  @ElementCollection
  @CollectionTable(name = "award_rule_removal", joinColumns = @JoinColumn(name = "rule_set"))
  private Set<Removal> removals = new HashSet<>();

  @Embeddable
  record Removal(
      String awardCode,
      @Enumerated(EnumType.STRING) SubjectKind subjectKind,
      @Enumerated(EnumType.STRING) CommendationType commendationType,
      @Column(length = 1000) String reason) {

    Coverage coverage() {
      return new Coverage(awardCode, subjectKind, commendationType);
    }
  }

  protected RuleSetEntity() {}

  RuleSetEntity(String code, String regime, String name, String legalBasis) {
    this.code = code;
    this.regime = regime;
    this.name = name;
    this.legalBasis = legalBasis;
  }

  @Override
  public String getId() {
    return code;
  }

  @Override
  public boolean isNew() {
    return version == null;
  }

  String name() {
    return name;
  }

  boolean isNamed(String other) {
    return name.equalsIgnoreCase(other);
  }

  int version() {
    return version;
  }

  LocalDate validFrom() {
    return validFrom;
  }

  boolean published() {
    return validFrom != null;
  }

  void publish(LocalDate firstDay) {
    validFrom = firstDay;
  }

  Set<Coverage> removed() {
    return removals.stream().map(Removal::coverage).collect(Collectors.toSet());
  }

  void remove(Coverage coverage, String reason) {
    removals.add(new Removal(coverage.award(), coverage.subject(), coverage.type(), reason));
  }

  void restore(Set<Coverage> covered) {
    removals.removeIf(removal -> covered.contains(removal.coverage()));
  }

  /**
   * @param transition {@code null} to say nothing of earlier cases
   */
  void setTransition(RuleTransition transition) {
    transitionFrom = transition == null ? null : transition.receivedFrom();
    transitionBefore = transition == null ? null : transition.receivedBefore();
    transitionBasis = transition == null ? null : transition.legalBasis();
    transitionCertainty = transition == null ? null : transition.certainty();
    transitionNote = transition == null ? null : transition.note();
  }

  /** {@code null} if it says nothing of earlier cases. */
  RuleTransition transition() {
    return transitionBefore == null
        ? null
        : new RuleTransition(
            transitionFrom, transitionBefore, transitionBasis, transitionCertainty, transitionNote);
  }

  RuleSet toRuleSet(LocalDate validTo) {
    return new RuleSet(
        code, regime, name, validFrom, validTo, legalBasis, published(), transition());
  }
}
