package vn.commendation.report;

import java.util.List;

/**
 * A column of figures of a statistical form.
 *
 * @param position counted from 1, the columns with labels not among them
 * @param headings from the top down; neighbours with the same heading share it
 * @param letter what is printed below the headings
 */
public record FormColumn(int position, List<String> headings, String letter, Kind kind) {

  /** How a column stands to the others. */
  public enum Kind {
    /** Sum of the parts. */
    TOTAL,
    PART,
    /** Inside another column, such as the women among all. */
    OF_WHICH
  }

  public String name() {
    return String.join(" – ", headings);
  }
}
