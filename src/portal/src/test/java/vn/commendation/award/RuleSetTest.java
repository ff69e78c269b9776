package vn.commendation.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSetTest {

  private static final RuleSet SECOND =
      new RuleSet(
          "R2",
          "R2",
          "Luật 2022",
          LocalDate.of(2024, 1, 1),
          LocalDate.of(2025, 7, 1),
          "Luật 06/2022/QH15",
          true,
          null);

  @ParameterizedTest
  @CsvSource({
    "2023-12-31T16:59:59Z, false",
    "2023-12-31T17:00:00Z, true",
    "2025-06-30T16:59:59Z, true",
    "2025-06-30T17:00:00Z, false",
  })
  void shouldBeInForceFromTheFirstToTheLastMinuteInTayNinh(Instant received, boolean inForce) {
    var day = LocalDate.ofInstant(received, ZoneId.of("Asia/Ho_Chi_Minh"));

    assertThat(SECOND.inForceOn(day)).isEqualTo(inForce);
  }

  @Test
  void shouldNeverBeInForceAsADraft() {
    var draft = new RuleSet("R5", "R5", "Dự thảo", null, null, "Luật mới", false, null);

    assertThat(draft.inForceOn(LocalDate.of(2030, 1, 1))).isFalse();
  }
}
