package vn.commendation.report;

import java.time.LocalDate;

/**
 * Which cases a result report is about: those first submitted from one day to another, or those of
 * one campaign, whenever they were.
 *
 * @param campaignId {@code null} for every campaign and the unplanned cases
 * @param campaignTitle {@code null} together with it
 * @param from of a campaign the day of its plan
 * @param to last day
 */
public record ResultScope(Long campaignId, String campaignTitle, LocalDate from, LocalDate to) {

  /** What tells it from others: two reports of the same key are issues of one report. */
  public String key() {
    return campaignId == null ? from + ".." + to : "campaign-" + campaignId;
  }
}
