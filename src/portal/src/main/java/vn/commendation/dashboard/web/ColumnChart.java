package vn.commendation.dashboard.web;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import vn.commendation.dashboard.MonthFlow;

/**
 * Two columns a month, placed in a drawing of {@link #WIDTH} by {@link #HEIGHT}: drawn by the
 * server, so that the picture is there with the page, on paper and without a script.
 *
 * @param lines values the eye can hold on to, from the axis upwards
 */
record ColumnChart(List<Month> months, List<Line> lines) {

  static final int WIDTH = 720;
  static final int HEIGHT = 240;
  private static final int LEFT = 36;
  private static final int TOP = 20;
  private static final int BOTTOM = 30;
  private static final int MOST_LINES = 4;

  /** A month's place on the axis and its columns. */
  record Month(MonthFlow flow, int middle, Column received, Column ended) {}

  /** A column and where its number stands. */
  record Column(long value, int x, int y, int width, int height) {

    public int middle() {
      return x + width / 2;
    }

    public int label() {
      return y - 4;
    }
  }

  /** A value and its height in the drawing. */
  record Line(long value, int y) {}

  static ColumnChart of(List<MonthFlow> flow) {
    var highest =
        flow.stream()
            .flatMapToLong(month -> LongStream.of(month.received(), month.ended()))
            .max()
            .orElse(0);
    var step = step(highest);
    var top = Math.max(step, (highest + step - 1) / step * step);
    var slot = (WIDTH - LEFT) / Math.max(1, flow.size());
    var width = Math.max(4, slot * 3 / 10);
    var months =
        IntStream.range(0, flow.size())
            .mapToObj(
                n -> {
                  var middle = LEFT + n * slot + slot / 2;
                  var month = flow.get(n);
                  return new Month(
                      month,
                      middle,
                      column(month.received(), middle - width - 1, width, top),
                      column(month.ended(), middle + 1, width, top));
                })
            .toList();
    var lines =
        LongStream.rangeClosed(0, top / step)
            .mapToObj(n -> new Line(n * step, y(n * step, top)))
            .toList();
    return new ColumnChart(months, lines);
  }

  public int width() {
    return WIDTH;
  }

  public int height() {
    return HEIGHT;
  }

  public int left() {
    return LEFT;
  }

  /** Where the names of the months stand. */
  public int names() {
    return HEIGHT - 10;
  }

  private static Column column(long value, int x, int width, long top) {
    var y = y(value, top);
    return new Column(value, x, y, width, y(0, top) - y);
  }

  private static int y(long value, long top) {
    var room = HEIGHT - TOP - BOTTOM;
    return HEIGHT - BOTTOM - (int) Math.round((double) room * value / top);
  }

  /** 1, 2 or 5 and zeros: as many lines as can be told apart. */
  private static long step(long highest) {
    for (long power = 1; ; power *= 10) {
      for (var digit : new int[] {1, 2, 5}) {
        if (digit * power * MOST_LINES >= highest) {
          return digit * power;
        }
      }
    }
  }
}
