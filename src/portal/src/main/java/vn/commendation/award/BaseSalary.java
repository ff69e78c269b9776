package vn.commendation.award;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * The base salary (mức lương cơ sở) from a day on, which award money is a multiple of.
 *
 * @param amount đồng a month
 */
public record BaseSalary(LocalDate validFrom, long amount, String legalBasis, Certainty certainty) {

  private static final BigDecimal STEP = BigDecimal.valueOf(10_000);

  /**
   * The money of an award, rounded up to ten thousand đồng.
   *
   * @param factor times the base salary
   */
  public long times(BigDecimal factor) {
    return factor
        .multiply(BigDecimal.valueOf(amount))
        .divide(STEP, 0, RoundingMode.CEILING)
        .multiply(STEP)
        .longValueExact();
  }
}
