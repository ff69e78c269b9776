package vn.commendation.facts;

/** Published in the transaction that cancels a wrong entry of the register of awards. */
public record AwardCancelled(long awardId) {}
