package vn.commendation.facts;

import java.time.LocalDate;

/**
 * An award a nominee was given.
 *
 * @param personId {@code null} for a unit as a collective
 * @param nomineeName as it stands in the decision
 * @param year of the achievements
 * @param nominationId the case it came from; {@code null} if it was entered or imported
 * @param revokedOn {@code null} while it stands
 */
public record AwardGiven(
    long id,
    Long personId,
    long unitId,
    String nomineeName,
    String awardCode,
    int year,
    LocalDate achievementFrom,
    LocalDate achievementTo,
    String decisionNumber,
    LocalDate decidedOn,
    String decidedBy,
    String nominationId,
    LocalDate revokedOn) {

  AwardGiven withId(long entered) {
    return new AwardGiven(
        entered,
        personId,
        unitId,
        nomineeName,
        awardCode,
        year,
        achievementFrom,
        achievementTo,
        decisionNumber,
        decidedOn,
        decidedBy,
        nominationId,
        revokedOn);
  }
}
