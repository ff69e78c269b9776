package vn.commendation.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseSalaryTest {

  @ParameterizedTest
  @CsvSource({
    "0.3, 2340000, 710000",
    "0.3, 1490000, 450000",
    "0.3, 1800000, 540000",
    "1, 2340000, 2340000",
    "0.8, 2340000, 1880000",
    "1.5, 1490000, 2240000",
    "4.5, 1800000, 8100000",
  })
  void shouldRoundMoneyUpToTenThousand(BigDecimal factor, long amount, long money) {
    var salary = new BaseSalary(LocalDate.of(2024, 7, 1), amount, "–", Certainty.UNVERIFIED);

    assertThat(salary.times(factor)).isEqualTo(money);
  }
}
