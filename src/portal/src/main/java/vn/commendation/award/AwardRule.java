package vn.commendation.award;

import java.math.BigDecimal;
import java.util.Set;

/**
 * What a rule set asks for one award, one kind of nominee and some types of commendation. A
 * condition the set does not ask for is {@code 0} or {@code null}.
 *
 * @param priorAward title the nominee must have had in the years right before
 * @param priorAwardName its name in the catalogue
 * @param priorYears how many consecutive years
 * @param initiativeLevel least level of the recognised initiatives
 * @param initiatives how many of them
 * @param rating least yearly work rating
 * @param ratingYears for how many consecutive years, the last being that of the achievements
 * @param advancedWorkerPercent least share of Lao động tiên tiến in a collective
 * @param advancedWorkerMoreThan whether the share must be above that, not just reach it
 * @param baseFighters least number of Chiến sĩ thi đua cơ sở in a collective
 * @param noDiscipline nobody disciplined in the achievement period
 * @param quotaPercent most places, as a share of those with the award {@code quotaOf}
 * @param quotaCeiling most places whatever the share
 * @param voteThreshold least share of votes for, in percent; {@code null} if no ballot is held
 * @param disclosureDays working days of public disclosure; 0 for none
 * @param reviewDays working days the Office has; likewise for the other steps
 * @param boardDays working days after which the board is reminded; {@code null} if it never is
 * @param moneyFactor times the base salary on the day of the decision
 */
public record AwardRule(
    long id,
    String ruleSet,
    String award,
    SubjectKind subject,
    Set<CommendationType> types,
    DecidingAuthority authority,
    String level,
    Procedure procedure,
    String priorAward,
    String priorAwardName,
    int priorYears,
    InitiativeLevel initiativeLevel,
    int initiatives,
    WorkRating rating,
    int ratingYears,
    BigDecimal advancedWorkerPercent,
    boolean advancedWorkerMoreThan,
    int baseFighters,
    boolean noDiscipline,
    BigDecimal quotaPercent,
    String quotaOf,
    QuotaScope quotaScope,
    Integer quotaCeiling,
    BigDecimal voteThreshold,
    VoteDenominator voteDenominator,
    boolean secretBallot,
    int disclosureDays,
    int reviewDays,
    int supplementDays,
    int signatureDays,
    Integer boardDays,
    BigDecimal moneyFactor,
    String template,
    String legalBasis,
    Certainty certainty,
    String note) {}
