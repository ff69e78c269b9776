package vn.commendation.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Years in an unbroken row. */
final class Years {

  private Years() {}

  /**
   * The row that ends with the first of these years which is in the set, the latest first. A year
   * that is missing ends it.
   */
  static List<Integer> consecutive(Set<Integer> years, int... possibleEnds) {
    var row = new ArrayList<Integer>();
    for (var end : possibleEnds) {
      for (var year = end; years.contains(year); year--) {
        row.add(year);
      }
      if (!row.isEmpty()) {
        break;
      }
    }
    return row;
  }
}
