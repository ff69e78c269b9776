package vn.commendation.campaign;

/**
 * How far a unit has read the documents of a campaign.
 *
 * @param staff who works there today
 * @param acknowledged acknowledgements of today's staff, of {@code staff × documents}
 * @param complete how many have acknowledged every document
 */
public record UnitReading(String unit, int staff, int documents, int acknowledged, int complete) {

  /** Acknowledged share in whole per cent, rounded down: 100 only if everything was read. */
  public int percent() {
    var all = staff * documents;
    return all == 0 ? 0 : acknowledged * 100 / all;
  }
}
