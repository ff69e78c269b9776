package vn.commendation.nomination;

import java.time.LocalDate;

/**
 * Which nominations a list shows; whatever is {@code null} or {@code false} does not matter.
 *
 * @param text part of a code, name or title
 * @param status where they stand
 * @param open only what was sent and has not ended, wherever it stands
 * @param unitId the nominating unit
 * @param award its code
 * @param overdue only what is over the deadline of its step
 * @param sentFrom first day of the last submission
 * @param sentTo last day of it
 */
public record NominationFilter(
    String text,
    NominationStatus status,
    boolean open,
    Long unitId,
    String award,
    Long campaignId,
    boolean overdue,
    LocalDate sentFrom,
    LocalDate sentTo) {

  /** Everything. */
  public static final NominationFilter NONE =
      new NominationFilter(null, null, false, null, null, null, false, null, null);
}
