package vn.commendation.dashboard;

import java.time.Instant;
import java.util.List;
import vn.commendation.engine.BlockedCommand;
import vn.commendation.engine.IncidentReport;

/**
 * The whole page.
 *
 * @param late what is over its deadline, the longest first; bounded
 * @param mayOperate whether the technical blocks are this account's business: if not, the lists of
 *     incidents, commands and faults are empty
 * @param technicalTroubles how many incidents, refused commands and other faults there are
 */
public record DashboardView(
    Instant at,
    List<StageBoard> stages,
    List<LateLine> late,
    List<QuotaGauge> quotas,
    List<HeldCase> holds,
    Returns returns,
    Instant returnsSince,
    List<CampaignWindow> windows,
    List<MonthFlow> flow,
    boolean mayOperate,
    IncidentReport incidents,
    List<BlockedCommand> blocked,
    List<Fault> faults,
    long technicalTroubles) {

  /** How much is late in all, whether it is listed or not. */
  public long lateTotal() {
    return Math.max(late.size(), stages.stream().mapToLong(board -> board.total().late()).sum());
  }
}
