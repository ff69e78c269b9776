package vn.commendation.publication;

import java.time.LocalDate;
import java.util.List;

/**
 * A decision that gave awards, as the batch it came from tells of it. The awards themselves are in
 * the register of awards by then.
 *
 * @param title what the list was signed for
 * @param signerLine such as {@code KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC, …}; {@code null} for the province's
 * @param lines what the register does not know about each award
 */
public record IssuedDecision(
    String dossierId,
    String number,
    LocalDate on,
    String decidedBy,
    String title,
    String signerLine,
    List<Line> lines) {

  /**
   * A nominee who was given an award.
   *
   * @param position when the case was submitted; {@code null} for a collective
   * @param campaignId {@code null}, like its title, for an unplanned commendation
   */
  public record Line(
      String nominationId,
      String position,
      String unitName,
      Long campaignId,
      String campaignTitle) {}
}
