package vn.commendation.spreadsheet;

/**
 * A column that a sheet must have.
 *
 * @param name as it is written in the first row
 * @param date whether a number in it is a day
 */
public record Heading(String name, boolean date) {

  public static Heading text(String name) {
    return new Heading(name, false);
  }

  public static Heading date(String name) {
    return new Heading(name, true);
  }
}
