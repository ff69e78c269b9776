package vn.commendation.sheet;

import java.time.LocalDate;
import java.util.List;
import vn.commendation.notification.Notices;

/**
 * One row of a nomination sheet.
 *
 * @param number as the office program shows it
 * @param cells what was typed, by the columns' order
 * @param problems what is wrong, missing, or kept its draft from being sent
 * @param nominationId the draft it has become; {@code null} before
 */
public record SheetLine(
    int number,
    List<String> cells,
    RowState state,
    List<RowProblem> problems,
    String nominationId) {

  public String cell(SheetColumn column) {
    return cells.get(column.ordinal());
  }

  /** A day as officials write it, or what was typed instead. */
  public String day(SheetColumn column) {
    var typed = cell(column);
    return typed.matches("\\d{4}-\\d{2}-\\d{2}") ? Notices.date(LocalDate.parse(typed)) : typed;
  }

  /** The problems of one column; those of the whole row for {@code null}. */
  public List<RowProblem> problemsOf(SheetColumn column) {
    return problems.stream().filter(one -> one.column() == column).toList();
  }
}
