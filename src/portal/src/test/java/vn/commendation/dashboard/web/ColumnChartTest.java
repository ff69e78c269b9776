package vn.commendation.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.commendation.dashboard.MonthFlow;

class ColumnChartTest {

  @Test
  void shouldMeasureColumnsByTheGreatestLine() {
    var chart =
        ColumnChart.of(
            List.of(
                new MonthFlow(YearMonth.of(2026, 10), 8, 0),
                new MonthFlow(YearMonth.of(2026, 11), 4, 2)));

    var first = chart.months().getFirst();
    var second = chart.months().getLast();
    assertThat(chart.lines())
        .extracting(ColumnChart.Line::value)
        .containsExactly(0L, 2L, 4L, 6L, 8L);
    assertThat(first.received().height()).isEqualTo(190);
    assertThat(second.received().height()).isEqualTo(95);
    assertThat(first.ended().height()).isZero();
    assertThat(first.received().x() + first.received().width()).isLessThan(first.ended().x());
    assertThat(second.ended().x() + second.ended().width()).isLessThan(chart.width());
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "5, 6", "21, 30", "100, 100", "101, 150", "1999, 2000"})
  void shouldEndAboveTheHighestColumnWithARoundNumber(long highest, long top) {
    var chart = ColumnChart.of(List.of(new MonthFlow(YearMonth.of(2026, 11), highest, 0)));

    assertThat(chart.lines().getLast().value()).isEqualTo(top);
    assertThat(chart.lines()).hasSizeLessThanOrEqualTo(5);
  }

  @Test
  void shouldDrawNothingOfNoMonths() {
    assertThat(ColumnChart.of(List.of()).months()).isEmpty();
  }
}
