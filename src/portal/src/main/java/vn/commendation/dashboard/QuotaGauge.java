package vn.commendation.dashboard;

/**
 * The places of one award.
 *
 * @param award its name
 * @param scope the campaign, or the year and unit, the limit is counted in
 * @param used places given
 * @param held places wanted by nominees in a batch that is under way
 * @param candidates nominees on the way to a batch
 * @param ceiling places there are; {@code null} while a share has nothing to be taken of
 * @param share how the ceiling is made up, such as {@code 15 % × 40}; {@code null} if it is given
 * @param path the cases behind the numbers
 */
public record QuotaGauge(
    String award,
    String scope,
    long used,
    long held,
    long candidates,
    Long ceiling,
    String share,
    String path) {

  public long wanted() {
    return used + held + candidates;
  }

  /** Whether more want a place than there are. */
  public boolean exceeded() {
    return ceiling != null && wanted() > ceiling;
  }

  /** What the bar is measured by. */
  public long scale() {
    return Math.max(1, Math.max(wanted(), ceiling == null ? 0 : ceiling));
  }
}
