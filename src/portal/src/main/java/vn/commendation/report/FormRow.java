package vn.commendation.report;

/**
 * A row of a statistical form.
 *
 * @param number as printed (mã số); {@code null} for the heading of a section
 * @param depth 0 the total or the heading of a section, 1 a part, 2 a part of the part before
 * @param measure unit of measure; {@code null} if the form prints none
 * @param ofWhich inside the row before it, not beside it
 */
public record FormRow(
    int position, String number, String label, int depth, String measure, boolean ofWhich) {

  public boolean heading() {
    return number == null;
  }

  /** The label with the mark the forms put before a part. */
  public String marked() {
    return switch (depth) {
      case 1 -> "- " + label;
      case 2 -> ofWhich ? label : "+ " + label;
      default -> label;
    };
  }
}
