package vn.commendation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessMigrationsTest {

  @Test
  void shouldReadRenamedElements() {
    assertThat(ProcessMigrations.renamed("OfficeReview = Review\r\n\n Hold=On-Hold_2.a \n"))
        .contains(Map.of("OfficeReview", "Review", "Hold", "On-Hold_2.a"));
    assertThat(ProcessMigrations.renamed(" ")).contains(Map.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OfficeReview",
        "OfficeReview =",
        "= Review",
        "A = B = C",
        "A = B\nA = C",
        "A = C\nB = C",
        "A -> B",
        "A = B, C = D"
      })
  void shouldRefuseWhatCannotBeUnderstood(String text) {
    assertThat(ProcessMigrations.renamed(text)).isEmpty();
  }

  @Test
  void shouldRefuseMoreThanCanBeKept() {
    assertThat(ProcessMigrations.renamed("A".repeat(1999) + " = B")).isEmpty();
  }
}
