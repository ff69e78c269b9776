package vn.commendation.dashboard;

import java.time.Instant;
import java.util.List;

/** How often cases come back to the units, and why. */
public record Returns(List<UnitReturns> units, List<Reason> reasons) {

  /**
   * @param reviewed cases of a unit the Office decided on
   * @param returned of these, cases that were returned at least once
   */
  public record UnitReturns(long unitId, String unitName, long reviewed, long returned) {

    /** Share of the cases that were returned, in whole percent. */
    public long percent() {
      return share(returned, reviewed);
    }
  }

  /** Why one case was returned. */
  public record Reason(
      String code, String nominee, String unitName, String reason, Instant at, String path) {}

  public long reviewed() {
    return units.stream().mapToLong(UnitReturns::reviewed).sum();
  }

  public long returned() {
    return units.stream().mapToLong(UnitReturns::returned).sum();
  }

  public long percent() {
    return share(returned(), reviewed());
  }

  private static long share(long part, long whole) {
    return whole == 0 ? 0 : Math.round(100.0 * part / whole);
  }
}
