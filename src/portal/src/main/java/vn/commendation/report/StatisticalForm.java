package vn.commendation.report;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import vn.commendation.award.Certainty;

/**
 * A form of the statistical regime of the Home Affairs sector (Circular 2/2023/TT-BNV and what
 * comes after it), as its rows say.
 *
 * @param code what tells it from the others, such as {@code 0603}
 * @param number as printed at its head
 * @param measure unit of measure of the whole form; {@code null} if its rows have their own
 * @param rowMeasure whether a column tells the unit of each row
 * @param due when it is due in the year it covers
 */
public record StatisticalForm(
    String code,
    LocalDate validFrom,
    String number,
    String title,
    String basis,
    Source source,
    String measure,
    boolean rowMeasure,
    MonthDay due,
    Certainty certainty,
    String note,
    List<FormColumn> columns,
    List<FormRow> rows) {

  /** Where its figures come from. */
  public enum Source {
    AWARDS,
    CAMPAIGNS,
    /** The system knows nothing of it: the Office enters every figure. */
    ENTERED
  }
}
