package vn.commendation.facts;

import java.time.LocalDate;

/**
 * A complaint, a denunciation or an inspection.
 *
 * @param personId {@code null} if it is about a unit
 * @param closedOn {@code null} while it is open
 * @param violationSigns whether an inspection found signs of violation
 * @param cancelReason why the entry was wrong; {@code null} while it stands
 */
public record Concern(
    long id,
    Long personId,
    long unitId,
    String name,
    String unitName,
    ConcernKind kind,
    LocalDate openedOn,
    LocalDate closedOn,
    boolean violationSigns,
    String note,
    String cancelReason) {

  boolean openOn(LocalDate day) {
    return !day.isBefore(openedOn) && (closedOn == null || day.isBefore(closedOn));
  }
}
