package vn.commendation.nomination;

import java.time.LocalDate;
import vn.commendation.award.AwardRule;
import vn.commendation.award.CommendationType;
import vn.commendation.award.SubjectKind;

/**
 * A nomination as a batch needs it.
 *
 * @param personId {@code null} for the unit as a collective
 * @param campaignTitle {@code null} for an unplanned commendation
 * @param rule what the case's own rule set asks for it
 */
public record AcceptedNomination(
    String id,
    String code,
    String nominator,
    SubjectKind subjectKind,
    Long personId,
    String nomineeName,
    String nomineePosition,
    long unitId,
    String unitName,
    String awardCode,
    String awardName,
    CommendationType type,
    AwardRule rule,
    String campaignTitle,
    String title,
    String achievements,
    LocalDate periodFrom,
    LocalDate periodTo,
    NominationStatus status) {}
