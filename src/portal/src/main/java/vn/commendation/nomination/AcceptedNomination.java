package vn.commendation.nomination;

import java.time.LocalDate;
import vn.commendation.award.AwardRule;
import vn.commendation.award.CommendationType;
import vn.commendation.award.SubjectKind;
import vn.commendation.directory.Gender;

/**
 * A nomination as a batch needs it.
 *
 * @param personId {@code null} for the unit as a collective
 * @param nomineeGender {@code null} for a collective
 * @param rule what the case's own rule set asks for it
 * @param routing what the decision {@code routing} answered at the last check
 * @param campaignId {@code null}, like its title, for an unplanned commendation
 */
public record AcceptedNomination(
    String id,
    String code,
    String nominator,
    SubjectKind subjectKind,
    Long personId,
    String nomineeName,
    String nomineePosition,
    Gender nomineeGender,
    long unitId,
    String unitName,
    String awardCode,
    String awardName,
    CommendationType type,
    AwardRule rule,
    Routing routing,
    Long campaignId,
    String campaignTitle,
    String title,
    String achievements,
    LocalDate periodFrom,
    LocalDate periodTo,
    NominationStatus status) {}
