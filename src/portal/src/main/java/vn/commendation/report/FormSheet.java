package vn.commendation.report;

import java.time.Instant;
import java.util.List;

/**
 * A statistical form filled in.
 *
 * @param reporter đơn vị báo cáo
 * @param receiver đơn vị nhận báo cáo
 * @param outside awards of the period that have no column here; empty if the form is not of awards
 * @param gaps what the total counts and a section does not
 * @param entries what the Office entered
 * @param issues what was issued of this form and year, the latest first
 */
public record FormSheet(
    StatisticalForm form,
    ReportPeriod period,
    String reporter,
    String receiver,
    List<Line> lines,
    List<Outside> outside,
    List<Gap> gaps,
    List<Entry> entries,
    List<Issue> issues) {

  /** A row with its figures, one per column; none in the heading of a section. */
  public record Line(FormRow row, List<Figure> figures) {}

  /**
   * A figure.
   *
   * @param entered how much of it the Office entered
   */
  public record Figure(int value, int entered) {}

  /** Awards of the period that this form does not count, and the form that does, if any. */
  public record Outside(String awardCode, String awardName, int amount, String otherForm) {}

  /** How many of the total no row of a section takes, because something is not known of them. */
  public record Gap(String section, int amount) {}

  /**
   * A figure the Office entered.
   *
   * @param label the column and rows it counts in
   * @param cancelReason {@code null} while it counts
   */
  public record Entry(
      String id,
      String label,
      int amount,
      String source,
      String enteredBy,
      Instant enteredAt,
      String cancelReason,
      String cancelledBy) {}

  /** An issue that keeps its figures. */
  public record Issue(String id, int number, String issuedBy, Instant issuedAt) {}

  /** Whether somebody entered any of the figures. */
  public boolean anyEntered() {
    return lines.stream()
        .flatMap(line -> line.figures().stream())
        .anyMatch(one -> one.entered() > 0);
  }

  public List<List<Headings.Heading>> headings() {
    return Headings.of(form);
  }

  public List<Headings.Heading> letters() {
    return Headings.letters(form);
  }
}
