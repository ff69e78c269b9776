package vn.commendation.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The figures of a result report, as they are or as they were when it was issued.
 *
 * @param total of all cases
 * @param again of them, cases that take up an earlier one
 * @param late of them, cases sent after the window
 * @param reviewed cases the Office has decided on
 * @param returned of them, cases that went back to the unit at least once
 * @param money what the awards that stand are worth; empty where no rule or base salary says
 * @param unpriced awards that stand and whose money is not known
 */
public record ResultFigures(
    ResultScope scope,
    Line total,
    List<Line> awards,
    List<Line> types,
    List<Line> units,
    List<Line> subjects,
    List<Line> campaigns,
    Shares proposed,
    Shares awarded,
    int again,
    int late,
    List<StepTime> steps,
    int reviewed,
    int returned,
    List<ReturnReason> returns,
    List<OpenHold> holds,
    List<QuotaUse> quotas,
    int advancedWorkers,
    int baseFighters,
    List<Money> money,
    int unpriced,
    List<Example> examples) {

  /**
   * Cases of one kind, each counted once. The outcomes make up the proposed.
   *
   * @param key code of the award, type, unit …
   * @param awarded and not revoked
   * @param refused ended without an award: rejected, not passed, refused, not awarded, expired,
   *     ineligible, objection upheld
   * @param rolledOver moved to another campaign, where it is counted anew
   * @param open not ended
   */
  public record Line(
      String key,
      String label,
      int proposed,
      int awarded,
      int refused,
      int withdrawn,
      int rolledOver,
      int revoked,
      int open) {}

  /** People among the cases, as they were when the cases were submitted. */
  public record Shares(int people, int directWorkers, int women) {

    public Long directPercent() {
      return percent(directWorkers);
    }

    public Long womenPercent() {
      return percent(women);
    }

    private Long percent(int part) {
      return people == 0 ? null : Math.round(100.0 * part / people);
    }
  }

  /**
   * How long a step took, where it is over.
   *
   * @param medianDays with one decimal; {@code null} if it was never over
   * @param timed of the times it was over, those that had a deadline
   * @param onTime of these, within it
   */
  public record StepTime(Step step, int done, BigDecimal medianDays, int timed, int onTime) {

    public Long onTimePercent() {
      return timed == 0 ? null : Math.round(100.0 * onTime / timed);
    }
  }

  /** What takes time. */
  public enum Step {
    /** From the check to the Office's decision. */
    REVIEW,
    /** From a return to the unit's supplement. */
    SUPPLEMENT,
    /** From the acceptance to a batch. */
    BATCH,
    /** From the opening of the batch to the signature. */
    SIGNATURE,
    /** From the signature to the number. */
    NUMBER,
    /** From the submission to the board to its result. */
    BOARD,
    /** From the first submission to the end. */
    WHOLE
  }

  public record ReturnReason(String caseId, String code, String name, String reason, Instant at) {}

  public record OpenHold(
      String caseId, String code, String name, String kind, String reason, LocalDate reviewOn) {}

  /** Awards given of a campaign's ceiling. */
  public record QuotaUse(String campaign, String award, int ceiling, int awarded) {}

  /** What the awards of a kind are worth, in đồng. */
  public record Money(String award, int number, long amount) {}

  /** What a campaign's own report says of outstanding examples. */
  public record Example(String campaign, String text) {}

  public long moneyTotal() {
    return money.stream().mapToLong(Money::amount).sum();
  }

  /** Share of cases returned at least once, in whole percent. */
  public Long returnedPercent() {
    return reviewed == 0 ? null : Math.round(100.0 * returned / reviewed);
  }

  public Long fighterPercent() {
    return advancedWorkers == 0 ? null : Math.round(100.0 * baseFighters / advancedWorkers);
  }
}
