package vn.commendation.dossier;

/**
 * An accepted nomination that could go into a batch.
 *
 * @param ballot whether the council has to vote on it
 * @param disclosure whether it has to be disclosed before the signature
 */
public record Candidate(
    String id,
    String code,
    String nomineeName,
    String unitName,
    String awardName,
    String campaignTitle,
    String title,
    boolean ballot,
    boolean disclosure) {}
