package vn.commendation.publication;

import java.time.LocalDate;
import java.util.List;

/** A module that knows how long cases take. */
public interface TimelinessSource {

  /** The step that a case takes from its first submission to its end. */
  String WHOLE = "WHOLE";

  /**
   * The cases first submitted from one day to another, or those of one campaign.
   *
   * @param campaignId {@code null} for all cases of the days; else the days do not matter
   */
  Timeliness of(LocalDate from, LocalDate to, Long campaignId);

  /** Campaigns in which a case was submitted, the newest first; bounded. */
  List<RollChoices.Named> campaigns();

  /** Years from the first case to the last one, the latest first. */
  List<Integer> years();
}
