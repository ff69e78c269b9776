package vn.commendation.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import vn.commendation.award.InitiativeLevel;

/**
 * A recognised initiative (sáng kiến).
 *
 * @param cancelReason why the entry was wrong; {@code null} while it stands
 */
public record Initiative(
    long id,
    String number,
    InitiativeLevel level,
    String title,
    LocalDate recognisedOn,
    String effectScope,
    List<Author> authors,
    String cancelReason) {

  /**
   * Somebody who made it.
   *
   * @param share in percent
   */
  public record Author(long personId, String name, BigDecimal share) {}
}
