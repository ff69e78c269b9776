package vn.commendation.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FiguresTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

  private final TimelinessSource source = mock();
  private Instant now = Instant.parse("2026-11-20T02:00:00Z");
  private final Figures figures =
      new Figures(
          source,
          new PublicationProperties("", 1, 1, Duration.ZERO, 5, Duration.ofMinutes(15)),
          clock());

  @BeforeEach
  void answer() {
    given(source.years()).willReturn(List.of(2026, 2025));
    given(source.campaigns()).willReturn(List.of(new RollChoices.Named(2, "Phong trào")));
    given(source.of(any(), any(), any()))
        .willReturn(
            new Timeliness(
                12,
                3,
                List.of(
                    new Timeliness.Stage("REVIEW", 9, new BigDecimal("2.5"), 9, 8),
                    new Timeliness.Stage("BOARD", 4, new BigDecimal("30.0"), 4, 1),
                    new Timeliness.Stage("WHOLE", 9, new BigDecimal("40.0"), 0, 0))));
  }

  @Test
  void shouldShowNoFigureThatFewerThanTheLeastAreBehind() {
    var found = figures.of(2026, null);

    assertThat(found.received()).isEqualTo(12);
    assertThat(found.open()).isNull();
    assertThat(found.medianDays()).isEqualTo("40.0");
    assertThat(found.onTimePercent()).isEqualTo(69);
    assertThat(found.stages())
        .containsExactly(
            new PublicFigures.Stage("REVIEW", new BigDecimal("2.5"), 89L, true),
            new PublicFigures.Stage("BOARD", null, null, true),
            new PublicFigures.Stage("WHOLE", new BigDecimal("40.0"), null, false));
  }

  @Test
  void shouldShowThatThereIsNothing() {
    given(source.of(any(), any(), any())).willReturn(new Timeliness(0, 0, List.of()));

    var found = figures.of(null, null);

    assertThat(found.received()).isZero();
    assertThat(found.open()).isZero();
    assertThat(found.medianDays()).isNull();
    assertThat(found.onTimePercent()).isNull();
  }

  @Test
  void shouldComputeOnceForManyReadersUntilTheTimeIsOver() {
    IntStream.range(0, 50).parallel().forEach(n -> figures.of(2026, null));
    then(source).should(times(1)).of(FIRST, LAST, null);

    now = now.plus(Duration.ofMinutes(16));
    assertThat(figures.of(null, null).at()).isEqualTo(now);
    then(source).should(times(2)).of(FIRST, LAST, null);
  }

  @Test
  void shouldComputeNothingForWhatDoesNotExist() {
    assertThatThrownBy(() -> figures.of(1999, null)).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> figures.of(null, 77L)).isInstanceOf(NoSuchElementException.class);

    then(source).should(never()).of(any(), any(), any());
    figures.of(null, 2L);
    then(source).should().of(FIRST, LAST, 2L);
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }
}
