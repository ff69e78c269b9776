package vn.commendation.facts;

/**
 * Published in the transaction that enters an award into the register, by hand or by a decision.
 */
public record AwardEntered(AwardGiven award) {}
