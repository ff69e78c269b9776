package vn.commendation.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SavedFiltersTest {

  @ParameterizedTest
  @CsvSource(
      emptyValue = "",
      value = {
        "'', ''",
        "all=true, ''",
        "q=&status=&page=3, ''",
        "q=&status=HOLD&unit=&page=3&lang=en, status=HOLD",
        "q=Kh%C3%B4i&format=xlsx&overdue=true, q=Kh%C3%B4i&overdue=true",
        "open, ''",
      })
  void shouldKeepWhatNarrowsTheListAndNothingElse(String query, String filter) {
    assertThat(SavedFilters.filterOf(query)).isEqualTo(filter);
  }
}
