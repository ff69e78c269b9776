package vn.commendation.document;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.Locale;

/** How documents write dates and amounts (NĐ 30/2020/NĐ-CP, Appendix I and II). */
public final class Wording {

  private Wording() {}

  /** {@code ngày 05 tháng 02 năm 2026}: a zero before days 1 to 9 and months 1 and 2 only. */
  public static String date(LocalDate day) {
    return "ngày %02d tháng %s năm %d"
        .formatted(
            day.getDayOfMonth(),
            day.getMonthValue() < 3 ? "0" + day.getMonthValue() : day.getMonthValue(),
            day.getYear());
  }

  /** {@code ngày tháng năm 2026}, to be filled in by hand. */
  public static String blankDate(int year) {
    return "ngày      tháng      năm " + year;
  }

  /** {@code 05/02/2026}. */
  public static String shortDate(LocalDate day) {
    return "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
  }

  /** {@code 1.234.000}. */
  public static String number(long number) {
    var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setGroupingSeparator('.');
    return new DecimalFormat("#,##0", symbols).format(number);
  }
}
