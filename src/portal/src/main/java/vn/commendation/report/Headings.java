package vn.commendation.report;

import java.util.ArrayList;
import java.util.List;

/** The headings of a form's columns of figures, with neighbours of the same text merged. */
public final class Headings {

  private Headings() {}

  /**
   * A heading that spans columns and rows.
   *
   * @param column position of the first column below it, counted from 1
   */
  public record Heading(String text, int column, int columns, int rows) {}

  /** Rows of headings from the top down. */
  static List<List<Heading>> of(StatisticalForm form) {
    var depth = form.columns().stream().mapToInt(one -> one.headings().size()).max().orElse(0);
    var rows = new ArrayList<List<Heading>>();
    for (var level = 0; level < depth; level++) {
      var row = new ArrayList<Heading>();
      for (var first = 0; first < form.columns().size(); ) {
        var path = form.columns().get(first).headings();
        if (path.size() <= level) {
          first++;
          continue;
        }
        var last = path.size() == level + 1;
        var next = first + 1;
        while (!last && next < form.columns().size() && same(form, first, next, level)) {
          next++;
        }
        row.add(new Heading(path.get(level), first + 1, next - first, last ? depth - level : 1));
        first = next;
      }
      rows.add(row);
    }
    return rows;
  }

  /** What is printed below the headings. */
  static List<Heading> letters(StatisticalForm form) {
    var letters = new ArrayList<Heading>();
    for (var column : form.columns()) {
      if (!letters.isEmpty() && letters.getLast().text().equals(column.letter())) {
        var before = letters.removeLast();
        letters.add(new Heading(before.text(), before.column(), before.columns() + 1, 1));
      } else {
        letters.add(new Heading(column.letter(), column.position(), 1, 1));
      }
    }
    return letters;
  }

  private static boolean same(StatisticalForm form, int one, int other, int level) {
    var left = form.columns().get(one).headings();
    var right = form.columns().get(other).headings();
    return right.size() > level + 1
        && left.subList(0, level + 1).equals(right.subList(0, level + 1));
  }
}
