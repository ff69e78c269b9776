package vn.commendation.award;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
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
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;

@Entity
@Table(name = "award_rule")
class AwardRuleEntity {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String ruleSet;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "award_code")
  private AwardEntity award;

  @Enumerated(EnumType.STRING)
  private SubjectKind subjectKind;

  @ElementCollection
  @CollectionTable(name = "award_rule_type", joinColumns = @JoinColumn(name = "rule_id"))
  @Column(name = "commendation_type")
  @Enumerated(EnumType.STRING)
  private Set<CommendationType> types = EnumSet.noneOf(CommendationType.class);

  @Enumerated(EnumType.STRING)
  private DecidingAuthority authority;

  @Column(name = "award_level")
  private String level;

  @Enumerated(EnumType.STRING)
  @Column(name = "procedure_kind")
  private Procedure procedure;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "prior_award")
  private AwardEntity priorAward;

  private int priorYears;

  @Enumerated(EnumType.STRING)
  private InitiativeLevel initiativeLevel;

  private int initiatives;

  @Enumerated(EnumType.STRING)
  private WorkRating rating;

  private int ratingYears;
  private BigDecimal advancedWorkerPercent;
  private boolean advancedWorkerMoreThan;
  private int baseFighters;
  private boolean noDiscipline;
  private BigDecimal quotaPercent;
  private String quotaOf;

  @Enumerated(EnumType.STRING)
  private QuotaScope quotaScope;

  private Integer quotaCeiling;
  private BigDecimal voteThreshold;

  @Enumerated(EnumType.STRING)
  private VoteDenominator voteDenominator;

  private boolean secretBallot;
  private int disclosureDays;
  private int reviewDays;
  private int supplementDays;
  private int signatureDays;
  private Integer boardDays;
  private BigDecimal moneyFactor;
  private String template;
  private String legalBasis;

  @Enumerated(EnumType.STRING)
  private Certainty certainty;

  private String note;

  /** Takes over everything but the identity. */
  void fill(AwardRule rule, String set, AwardEntity awardOfRule, AwardEntity prior) {
    ruleSet = set;
    award = awardOfRule;
    subjectKind = rule.subject();
    types.clear();
    types.addAll(rule.types());
    authority = rule.authority();
    level = rule.level();
    procedure = rule.procedure();
    priorAward = prior;
    priorYears = rule.priorYears();
    initiativeLevel = rule.initiativeLevel();
    initiatives = rule.initiatives();
    rating = rule.rating();
    ratingYears = rule.ratingYears();
    advancedWorkerPercent = rule.advancedWorkerPercent();
    advancedWorkerMoreThan = rule.advancedWorkerMoreThan();
    baseFighters = rule.baseFighters();
    noDiscipline = rule.noDiscipline();
    quotaPercent = rule.quotaPercent();
    quotaOf = rule.quotaOf();
    quotaScope = rule.quotaScope();
    quotaCeiling = rule.quotaCeiling();
    voteThreshold = rule.voteThreshold();
    voteDenominator = rule.voteDenominator();
    secretBallot = rule.secretBallot();
    disclosureDays = rule.disclosureDays();
    reviewDays = rule.reviewDays();
    supplementDays = rule.supplementDays();
    signatureDays = rule.signatureDays();
    boardDays = rule.boardDays();
    moneyFactor = rule.moneyFactor();
    template = rule.template();
    legalBasis = rule.legalBasis();
    certainty = rule.certainty();
    note = rule.note();
  }

  AwardRuleEntity copyTo(String set) {
    var copy = new AwardRuleEntity();
    copy.fill(toRule(), set, award, priorAward);
    return copy;
  }

  AwardRule toRule() {
    return new AwardRule(
        id,
        ruleSet,
        award.code(),
        subjectKind,
        Set.copyOf(types),
        authority,
        level,
        procedure,
        priorAward == null ? null : priorAward.code(),
        priorAward == null ? null : priorAward.name(),
        priorYears,
        initiativeLevel,
        initiatives,
        rating,
        ratingYears,
        advancedWorkerPercent,
        advancedWorkerMoreThan,
        baseFighters,
        noDiscipline,
        quotaPercent,
        quotaOf,
        quotaScope,
        quotaCeiling,
        voteThreshold,
        voteDenominator,
        secretBallot,
        disclosureDays,
        reviewDays,
        supplementDays,
        signatureDays,
        boardDays,
        moneyFactor,
        template,
        legalBasis,
        certainty,
        note);
  }
}
