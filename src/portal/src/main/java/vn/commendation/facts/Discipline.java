package vn.commendation.facts;

import java.time.LocalDate;

/**
 * Discipline of a person: under consideration, imposed, or considered and not imposed.
 *
 * @param kind {@code null} unless it was imposed
 * @param pendingFrom since when it was considered; {@code null} if only the result was entered
 * @param pendingTo day on which the consideration ended; {@code null} while it goes on
 * @param cancelReason why the entry was wrong; {@code null} while it stands
 */
public record Discipline(
    long id,
    long personId,
    String name,
    String unitName,
    DisciplineKind kind,
    String decisionNumber,
    LocalDate decidedOn,
    LocalDate pendingFrom,
    LocalDate pendingTo,
    String note,
    String cancelReason) {

  /** Whether it is still under consideration. */
  public boolean pending() {
    return kind == null && pendingTo == null;
  }

  boolean pendingOn(LocalDate day) {
    return pendingFrom != null
        && !day.isBefore(pendingFrom)
        && (pendingTo == null || day.isBefore(pendingTo));
  }
}
