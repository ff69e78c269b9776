package vn.commendation.dossier;

import java.math.BigDecimal;

/**
 * The votes on one nominee as the decision {@code ballot} takes them.
 *
 * @param members all members of the council on the day of the meeting
 * @param entitled those who may vote on this nominee
 * @param threshold least share of votes for, in percent; {@code null} if the rule sets none
 */
public record BallotLine(
    String itemId,
    int votesFor,
    int members,
    int entitled,
    BigDecimal threshold,
    String denominator) {}
