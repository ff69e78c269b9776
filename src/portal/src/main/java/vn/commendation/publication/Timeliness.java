package vn.commendation.publication;

import java.math.BigDecimal;
import java.util.List;

/**
 * How long cases take.
 *
 * @param open of the received, those that have no result yet
 */
public record Timeliness(int received, int open, List<Stage> stages) {

  /**
   * A step, where it is over.
   *
   * @param step such as {@code REVIEW}
   * @param medianDays {@code null} if it was never over
   * @param timed of the times it was over, those that had a deadline
   * @param onTime of these, within it
   */
  public record Stage(String step, int done, BigDecimal medianDays, int timed, int onTime) {}
}
