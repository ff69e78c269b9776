package vn.commendation.publication;

import java.time.Instant;
import java.util.List;

/**
 * A list of nominees shown to everybody before it goes on.
 *
 * @param dossierId the batch it belongs to; also its own id
 * @param until end of the time for objections
 */
public record DisclosureList(
    String dossierId, String title, Instant from, Instant until, List<Line> lines) {

  /** A nominee on the list. */
  public record Line(
      String nominationId, String nomineeName, String unitName, String awardName, String title) {}
}
