package vn.commendation.award.web;

import java.math.BigDecimal;
import java.util.Set;
import org.springframework.util.StringUtils;
import vn.commendation.award.AwardRule;
import vn.commendation.award.Certainty;
import vn.commendation.award.CommendationType;
import vn.commendation.award.DecidingAuthority;
import vn.commendation.award.InitiativeLevel;
import vn.commendation.award.Procedure;
import vn.commendation.award.QuotaScope;
import vn.commendation.award.SubjectKind;
import vn.commendation.award.VoteDenominator;
import vn.commendation.award.WorkRating;

/** What is typed on the page of a row; what is left empty is not asked for. */
record RuleFields(
    int version,
    long id,
    String award,
    SubjectKind subject,
    Set<CommendationType> types,
    DecidingAuthority authority,
    String level,
    Procedure procedure,
    String priorAward,
    Integer priorYears,
    InitiativeLevel initiativeLevel,
    Integer initiatives,
    WorkRating rating,
    Integer ratingYears,
    BigDecimal advancedWorkerPercent,
    Boolean advancedWorkerMoreThan,
    Integer baseFighters,
    Boolean noDiscipline,
    BigDecimal quotaPercent,
    String quotaOf,
    QuotaScope quotaScope,
    Integer quotaCeiling,
    BigDecimal voteThreshold,
    VoteDenominator voteDenominator,
    Boolean secretBallot,
    Integer disclosureDays,
    Integer reviewDays,
    Integer supplementDays,
    Integer signatureDays,
    Integer boardDays,
    BigDecimal moneyFactor,
    String template,
    String legalBasis,
    Certainty certainty,
    String note) {

  static RuleFields empty(int version, String award) {
    return new RuleFields(
        version,
        0,
        award,
        SubjectKind.INDIVIDUAL,
        Set.of(),
        DecidingAuthority.DIRECTOR,
        null,
        Procedure.ORDINARY,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        false,
        null,
        false,
        null,
        null,
        null,
        null,
        null,
        null,
        false,
        0,
        5,
        10,
        5,
        null,
        null,
        null,
        null,
        Certainty.UNVERIFIED,
        null);
  }

  static RuleFields of(AwardRule rule, int version) {
    return new RuleFields(
        version,
        rule.id(),
        rule.award(),
        rule.subject(),
        rule.types(),
        rule.authority(),
        rule.level(),
        rule.procedure(),
        rule.priorAward(),
        rule.priorYears(),
        rule.initiativeLevel(),
        rule.initiatives(),
        rule.rating(),
        rule.ratingYears(),
        rule.advancedWorkerPercent(),
        rule.advancedWorkerMoreThan(),
        rule.baseFighters(),
        rule.noDiscipline(),
        rule.quotaPercent(),
        rule.quotaOf(),
        rule.quotaScope(),
        rule.quotaCeiling(),
        rule.voteThreshold(),
        rule.voteDenominator(),
        rule.secretBallot(),
        rule.disclosureDays(),
        rule.reviewDays(),
        rule.supplementDays(),
        rule.signatureDays(),
        rule.boardDays(),
        rule.moneyFactor(),
        rule.template(),
        rule.legalBasis(),
        rule.certainty(),
        rule.note());
  }

  AwardRule toRule(String ruleSet) {
    return new AwardRule(
        id,
        ruleSet,
        award,
        subject,
        types == null ? Set.of() : types,
        authority,
        text(level),
        procedure,
        text(priorAward),
        null,
        number(priorYears),
        initiativeLevel,
        number(initiatives),
        rating,
        number(ratingYears),
        advancedWorkerPercent,
        Boolean.TRUE.equals(advancedWorkerMoreThan),
        number(baseFighters),
        Boolean.TRUE.equals(noDiscipline),
        quotaPercent,
        text(quotaOf),
        quotaScope,
        quotaCeiling,
        voteThreshold,
        voteDenominator,
        Boolean.TRUE.equals(secretBallot),
        number(disclosureDays),
        number(reviewDays),
        number(supplementDays),
        number(signatureDays),
        boardDays,
        moneyFactor,
        text(template),
        text(legalBasis),
        certainty,
        text(note));
  }

  private static String text(String typed) {
    return StringUtils.hasText(typed) ? typed.strip() : null;
  }

  private static int number(Integer typed) {
    return typed == null ? 0 : typed;
  }
}
