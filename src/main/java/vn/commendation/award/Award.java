package vn.commendation.award;

/**
 * A row of the award catalogue.
 *
 * @param legalBasis the article it rests on
 * @param certainty how far the row has been confirmed against the law: {@code confirmed} or {@code
 *     unverified}
 */
public record Award(
    String code,
    String name,
    String nameEn,
    AwardKind kind,
    AwardSubject subject,
    DecidingAuthority authority,
    String legalBasis,
    String certainty) {}
