package vn.commendation.nomination;

/**
 * Another case, for a link to it.
 *
 * @param code {@code null} for a draft
 */
public record CaseLink(String id, String code, NominationStatus status) {}
