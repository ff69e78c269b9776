package vn.commendation.facts;

import vn.commendation.award.WorkRating;

/**
 * How a person's or a unit's work of a year was rated (xếp loại chất lượng).
 *
 * @param personId {@code null} for a unit as a collective
 * @param decision number and date of the document that says so
 * @param cancelReason why the entry was wrong; {@code null} while it stands
 */
public record YearlyRating(
    long id,
    Long personId,
    long unitId,
    String name,
    String unitName,
    int year,
    WorkRating rating,
    String decision,
    String cancelReason) {}
