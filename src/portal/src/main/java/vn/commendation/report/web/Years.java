package vn.commendation.report.web;

import vn.commendation.report.ReportPeriods;
import vn.commendation.report.ReportRefused;

/** The year a page is about. */
final class Years {

  private Years() {}

  /**
   * The year somebody asks for; without one, the year whose report covers today.
   *
   * @throws ReportRefused if it is no year anybody reports on
   */
  static int of(String typed, ReportPeriods periods) {
    if (EntryFields.text(typed) == null) {
      return periods.currentYear();
    }
    var year = EntryFields.number(typed);
    return periods.of(year == null ? 0 : year).year();
  }
}
