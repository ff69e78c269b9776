package vn.commendation.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** A table as a grid: which cell takes which columns and rows. Widths are in points. */
final class WordGrid {

  private final List<Double> columns = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();

  record Row(Element element, boolean head, List<Cell> cells) {}

  /**
   * A cell.
   *
   * @param column its first column, from 0
   * @param columns how many it takes
   * @param rows how many it takes
   * @param continued belongs to the cell above
   */
  record Cell(
      Element element, int column, int columns, int rows, boolean continued, double width) {}

  WordGrid(Element table) {
    for (var column : Ooxml.children(Ooxml.child(table, "tblGrid"), "gridCol")) {
      columns.add(FoWriter.twips(Ooxml.attr(column, "w"), 0));
    }
    var elements = rowsOf(table);
    var cells = elements.stream().map(this::cells).toList();
    for (var i = 0; i < elements.size(); i++) {
      rows.add(
          new Row(
              elements.get(i),
              WordStyles.on(WordStyles.flat(Ooxml.child(elements.get(i), "trPr")), "tblHeader"),
              joined(cells, i)));
    }
  }

  List<Double> columns() {
    return columns;
  }

  List<Row> rows() {
    return rows;
  }

  double width() {
    return columns.stream().mapToDouble(Double::doubleValue).sum();
  }

  /** How many rows are repeated on every page. */
  int heads() {
    var heads = 0;
    while (heads < rows.size() && rows.get(heads).head()) {
      heads++;
    }
    return heads;
  }

  private static List<Element> rowsOf(Element table) {
    var rows = new ArrayList<Element>();
    for (var child : Ooxml.children(table)) {
      if (Ooxml.is(child, "tr")) {
        rows.add(child);
      } else if (Ooxml.is(child, "sdt")) {
        rows.addAll(Ooxml.children(Ooxml.child(child, "sdtContent"), "tr"));
      }
    }
    return rows;
  }

  private List<Cell> cells(Element row) {
    var cells = new ArrayList<Cell>();
    var column = 0;
    for (var cell : Ooxml.children(row, "tc")) {
      var says = WordStyles.flat(Ooxml.child(cell, "tcPr"));
      var span = Math.max(1, Integer.parseInt(says.getOrDefault("gridSpan.val", "1")));
      while (columns.size() < column + span) {
        columns.add(FoWriter.twips(says.get("tcW.w"), 1000) / span);
      }
      cells.add(
          new Cell(
              cell,
              column,
              span,
              1,
              continues(says),
              columns.subList(column, column + span).stream()
                  .mapToDouble(Double::doubleValue)
                  .sum()));
      column += span;
    }
    return cells;
  }

  private static boolean continues(Map<String, String> says) {
    return says.containsKey("vMerge") && !"restart".equals(says.get("vMerge.val"));
  }

  private static List<Cell> joined(List<List<Cell>> all, int row) {
    var joined = new ArrayList<Cell>();
    for (var cell : all.get(row)) {
      var height = 1;
      while (!cell.continued()
          && row + height < all.size()
          && all.get(row + height).stream()
              .anyMatch(below -> below.continued() && below.column() == cell.column())) {
        height++;
      }
      joined.add(
          new Cell(
              cell.element(),
              cell.column(),
              cell.columns(),
              height,
              cell.continued(),
              cell.width()));
    }
    return joined;
  }
}
