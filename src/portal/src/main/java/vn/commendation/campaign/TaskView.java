package vn.commendation.campaign;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * What Tasklist's forms show of a campaign. Its components are the process variables of the same
 * names.
 *
 * @param guidelineText text of the latest guideline, to go on from
 * @param history what was decided on the guideline, the oldest first
 */
public record TaskView(
    String campaignTitle,
    String planText,
    String windowText,
    String guidelineText,
    List<DecisionLine> history,
    List<NominationCounts.Figure> figures,
    String caseUrl,
    OffsetDateTime reportDue) {

  /** An earlier decision. */
  public record DecisionLine(String what, String who, String reason) {}
}
