package vn.commendation.campaign;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What a campaign asks about the nominations made in it. Nominations know campaigns and not the
 * other way round, so they answer through this port.
 */
public interface NominationCounts {

  /** Submitted nominations by unit; a unit without any is missing. Withdrawn ones do not count. */
  Map<Long, Integer> submittedByUnit(long campaignId);

  /** Submitted nominations by campaign; one without any is missing. */
  Map<Long, Long> submitted(Collection<Long> campaignIds);

  /** Submitted nominations by the name of their status. */
  Map<String, Long> byStatus(long campaignId);

  /** Submitted nominations by unit and award, for the result report. */
  List<Figure> figures(long campaignId);

  /**
   * One line of the result report.
   *
   * @param refused ended without an award, for whatever reason
   */
  record Figure(String unit, String award, int nominated, int awarded, int refused) {}
}
