package vn.commendation.nomination;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * What Tasklist's forms show of a nomination, and what the process routes by. Its components are
 * the process variables of the same names.
 */
public record TaskView(
    String campaignTitle,
    String nomineeName,
    String nomineePosition,
    String unitName,
    String subjectKind,
    String awardName,
    String authorityName,
    String decidingAuthority,
    String period,
    String achievementTitle,
    String achievements,
    List<FileLine> files,
    List<FindingLine> findings,
    List<DecisionLine> history,
    String caseUrl,
    OffsetDateTime reviewDue,
    OffsetDateTime supplementDue,
    OffsetDateTime signatureDue,
    int revision) {

  /** An evidence file. */
  public record FileLine(String name, String size) {}

  /** A finding of the check. */
  public record FindingLine(String severity, String text) {}

  /** An earlier decision. */
  public record DecisionLine(String what, String who, String reason) {}
}
