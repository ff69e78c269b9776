package vn.commendation.report;

import java.time.LocalDate;
import java.time.MonthDay;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who reports to whom, and when the year of a report begins.
 *
 * @param reporter đơn vị báo cáo
 * @param receiver đơn vị nhận báo cáo
 * @param yearBegins first day of the year of a report; if it is not 1 January, the year named is
 *     the one it ends in
 */
@ConfigurationProperties("commendation.report")
record ReportProperties(String reporter, String receiver, MonthDay yearBegins) {

  LocalDate from(int year) {
    return yearBegins.equals(MonthDay.of(1, 1))
        ? yearBegins.atYear(year)
        : yearBegins.atYear(year - 1);
  }

  LocalDate to(int year) {
    return from(year + 1).minusDays(1);
  }
}
