package vn.commendation.nomination;

import java.time.LocalDate;

/**
 * Another nomination of the same nominee that tells nearly the same.
 *
 * @param percent how much the titles have in common
 */
public record SimilarCase(
    String id,
    String code,
    NominationStatus status,
    String awardName,
    String unitName,
    String title,
    String achievements,
    LocalDate periodFrom,
    LocalDate periodTo,
    int percent) {}
