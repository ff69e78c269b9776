package vn.commendation.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.commendation.award.CommendationType;

/**
 * An emulation movement (phong trào thi đua) and the window in which units nominate for it.
 *
 * @param basis the documents the plan rests on
 * @param opensAt when the window opens, not before its guideline is published; {@code null} as long
 *     as that is not known
 * @param closesAt end of the window, itself outside; {@code null} if the plan sets no deadline
 * @param cancelled takes nothing any more, not even a late nomination
 * @param type what nominations in it are commended for
 */
public record Campaign(
    long id,
    String code,
    String title,
    String theme,
    String planNumber,
    LocalDate planDate,
    String basis,
    String description,
    Instant opensAt,
    Instant closesAt,
    LocalDate achievementFrom,
    LocalDate achievementTo,
    boolean cancelled,
    List<String> awardCodes,
    CommendationType type) {

  public boolean openAt(Instant instant) {
    return opensAt != null && !instant.isBefore(opensAt) && !closedAt(instant);
  }

  public boolean closedAt(Instant instant) {
    return closesAt != null && !instant.isBefore(closesAt);
  }
}
