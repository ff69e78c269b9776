package vn.commendation.facts;

/**
 * A line of the award history.
 *
 * @param cancelReason why the entry was wrong; {@code null} while it stands
 */
public record GivenAward(
    AwardGiven award, String awardName, String unitName, String cancelReason) {}
