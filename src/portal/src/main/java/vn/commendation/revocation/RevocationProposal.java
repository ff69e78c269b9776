package vn.commendation.revocation;

/**
 * What the Office enters to propose a revocation.
 *
 * @param id of the form: sent twice, it is one proposal
 * @param awardId entry of the award history
 * @param reference the conclusion, judgment or other document it rests on; may be {@code null}
 */
public record RevocationProposal(
    String id, long awardId, RevocationCause cause, String explanation, String reference) {}
