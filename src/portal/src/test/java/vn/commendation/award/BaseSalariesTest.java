package vn.commendation.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.commendation.platform.LocalDatabase;

class BaseSalariesTest {

  private final BaseSalaries salaries = new BaseSalaries(JdbcClient.create(LocalDatabase.get()));

  @ParameterizedTest
  @CsvSource({
    "2019-07-01, 1490000, CONFIRMED",
    "2023-06-30, 1490000, CONFIRMED",
    "2023-07-01, 1800000, UNVERIFIED",
    "2024-07-01, 2340000, UNVERIFIED",
    "2026-11-20, 2340000, UNVERIFIED",
  })
  void shouldAnswerTheSalaryOfTheDay(LocalDate day, long amount, Certainty certainty) {
    var salary = salaries.on(day).orElseThrow();

    assertThat(salary.amount()).isEqualTo(amount);
    assertThat(salary.certainty()).isEqualTo(certainty);
  }

  @Test
  void shouldKnowNoneBeforeTheFirst() {
    assertThat(salaries.on(LocalDate.of(2019, 6, 30))).isEmpty();
  }
}
