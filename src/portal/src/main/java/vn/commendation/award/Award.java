package vn.commendation.award;

/**
 * A row of the award catalogue. What it needs, who decides and by which law is in the rules, by
 * date.
 */
public record Award(
    String code, String name, String nameEn, AwardKind kind, AwardSubject subject) {}
