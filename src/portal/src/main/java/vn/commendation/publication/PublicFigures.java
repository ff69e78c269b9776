package vn.commendation.publication;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * How long cases take, as everybody may know it: a figure that so few cases are behind that
 * somebody could be recognised is {@code null}.
 *
 * @param least how many cases must be behind a figure
 * @param received {@code null} if there are some, but fewer than the least; likewise {@code open}
 * @param medianDays from the first submission to the result
 * @param onTimePercent of all steps that had a deadline
 * @param at when it was computed
 */
public record PublicFigures(
    int least,
    Integer received,
    Integer open,
    BigDecimal medianDays,
    Long onTimePercent,
    List<Stage> stages,
    Instant at) {

  /**
   * A step.
   *
   * @param limited whether the rules set a time for it
   */
  public record Stage(String step, BigDecimal medianDays, Long onTimePercent, boolean limited) {}

  static PublicFigures of(Timeliness times, int least, Instant at) {
    var timed = times.stages().stream().mapToInt(Timeliness.Stage::timed).sum();
    var onTime = times.stages().stream().mapToInt(Timeliness.Stage::onTime).sum();
    return new PublicFigures(
        least,
        enough(times.received(), least),
        enough(times.open(), least),
        times.stages().stream()
            .filter(stage -> stage.step().equals(TimelinessSource.WHOLE))
            .filter(stage -> stage.done() >= least)
            .map(Timeliness.Stage::medianDays)
            .findFirst()
            .orElse(null),
        percent(onTime, timed, least),
        times.stages().stream()
            .map(
                stage ->
                    new Stage(
                        stage.step(),
                        stage.done() >= least ? stage.medianDays() : null,
                        percent(stage.onTime(), stage.timed(), least),
                        stage.timed() > 0))
            .toList(),
        at);
  }

  private static Integer enough(int count, int least) {
    return count == 0 || count >= least ? count : null;
  }

  private static Long percent(int part, int all, int least) {
    return all == 0 || all < least ? null : Math.round(100.0 * part / all);
  }
}
