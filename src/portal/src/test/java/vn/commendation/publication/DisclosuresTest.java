package vn.commendation.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisclosuresTest {

  private static final ZoneId TAY_NINH = ZoneId.of("Asia/Ho_Chi_Minh");

  /** End of business of Friday, 4 December 2026. */
  private static final Instant UNTIL = Instant.parse("2026-12-04T10:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2026-12-04T00:00:00, false, true",
    "2026-12-04T16:59:00, false, true",
    "2026-12-04T16:59:59.999999, false, true",
    "2026-12-04T17:00:00, false, true",
    "2026-12-04T17:00:00.000001, false, false",
    "2026-12-04T17:01:00, false, false",
    "2026-12-05T00:00:00, false, false",
    "2026-12-04T16:59:00, true, false"
  })
  void shouldTakeObjectionsUpToTheLastMomentInTayNinh(
      LocalDateTime local, boolean closed, boolean expected) {
    var now = local.atZone(TAY_NINH).toInstant();

    assertThat(Disclosures.takesObjections(closed, UNTIL, now)).isEqualTo(expected);
  }
}
