package vn.commendation.dashboard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where the work of one kind stands.
 *
 * @param title text key of what is counted, such as {@code nav.nominations}
 * @param labels what the text key of a stage begins with, such as {@code status.}
 * @param path the list behind the numbers; it takes {@code status}, {@code unit} and {@code
 *     overdue}
 * @param stages every stage that is not an end, in the order of the process
 * @param counts one for every stage and unit where something stands
 */
public record StageBoard(
    String title, String labels, String path, List<String> stages, List<StageCount> counts) {

  /**
   * What stands at one stage.
   *
   * @param unitId {@code null}, like the name, for work that belongs to no unit
   * @param late how many of them are over their deadline
   */
  public record StageCount(String stage, Long unitId, String unitName, long count, long late) {}

  /** One number of the page. */
  public record Cell(long count, long late) {

    private Cell plus(StageCount more) {
      return new Cell(count + more.count(), late + more.late());
    }

    public long onTime() {
      return count - late;
    }
  }

  /** A line of the matrix: a unit and a cell for every stage. */
  public record Row(Long unitId, String unitName, List<Cell> cells, Cell total) {}

  private static final Cell NONE = new Cell(0, 0);

  /** The sum over all units, by stage. */
  public Map<String, Cell> totals() {
    var totals = new LinkedHashMap<String, Cell>();
    stages.forEach(stage -> totals.put(stage, NONE));
    counts.forEach(count -> totals.computeIfPresent(count.stage(), (s, cell) -> cell.plus(count)));
    return totals;
  }

  public Cell total() {
    return counts.stream().reduce(NONE, Cell::plus, (a, b) -> a);
  }

  /** The greatest sum of a stage: what the bars are measured by. */
  public long greatest() {
    return totals().values().stream().mapToLong(Cell::count).max().orElse(0);
  }

  /** Whether the numbers are told apart by unit. */
  public boolean byUnit() {
    return counts.stream().anyMatch(count -> count.unitId() != null);
  }

  /** The matrix of units and stages, the unit with the most work first. */
  public List<Row> rows() {
    var units = new LinkedHashMap<Long, List<StageCount>>();
    counts.stream()
        .filter(count -> count.unitId() != null)
        .forEach(count -> units.computeIfAbsent(count.unitId(), u -> new ArrayList<>()).add(count));
    return units.entrySet().stream()
        .map(unit -> row(unit.getKey(), unit.getValue()))
        .sorted((a, b) -> Long.compare(b.total().count(), a.total().count()))
        .toList();
  }

  private Row row(Long unitId, List<StageCount> of) {
    var cells =
        stages.stream()
            .map(
                stage ->
                    of.stream()
                        .filter(count -> Objects.equals(count.stage(), stage))
                        .reduce(NONE, Cell::plus, (a, b) -> a))
            .toList();
    return new Row(
        unitId, of.getFirst().unitName(), cells, of.stream().reduce(NONE, Cell::plus, (a, b) -> a));
  }
}
