package vn.commendation.report;

import java.time.LocalDate;

/**
 * An award that was entered in the register without a case, so that the class of its holder and the
 * type of commendation are not on record.
 *
 * @param person whether its holder is a person, who has a class
 * @param positionNow the position today, which may be another one than then
 */
public record UnclassifiedAward(
    long id,
    String name,
    boolean person,
    String unit,
    String positionNow,
    String award,
    String decisionNumber,
    LocalDate decidedOn) {}
