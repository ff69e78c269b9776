package vn.commendation.publication;

import java.time.LocalDate;
import vn.commendation.award.SubjectKind;

/**
 * A line of the roll of honour: all that is public about an award that was given.
 *
 * @param awardId in the register of awards
 * @param position when the case was submitted; {@code null} if it is not on record
 * @param year of the achievements
 * @param decisionId page of the decision; {@code null}, like its number, if none is on record
 * @param campaignTitle {@code null} outside a campaign, or if it is not on record
 */
public record RollEntry(
    long awardId,
    String nomineeName,
    String position,
    String unitName,
    SubjectKind kind,
    String awardCode,
    int year,
    LocalDate decidedOn,
    String decisionId,
    String decisionNumber,
    String campaignTitle) {}
