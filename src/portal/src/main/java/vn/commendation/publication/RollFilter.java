package vn.commendation.publication;

import vn.commendation.award.SubjectKind;

/**
 * What somebody looks for in the roll of honour; {@code null} stands for any.
 *
 * @param text part of a name, a unit's name or a decision's number
 * @param year of the achievements
 */
public record RollFilter(
    String text, Long campaignId, Integer year, Long unitId, String awardCode, SubjectKind kind) {

  /** Finds everything. */
  public static final RollFilter ALL = new RollFilter(null, null, null, null, null, null);
}
