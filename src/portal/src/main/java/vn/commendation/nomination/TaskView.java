package vn.commendation.nomination;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * What Tasklist's forms show of a nomination, and what the process routes by. Its components are
 * the process variables of the same names.
 *
 * @param unitFindings the findings without what only those who judge may read
 * @param transitionNote why the Office has a choice of rule sets; empty if it has none
 * @param opinionNeeded whether accepting needs a word of the Office
 * @param proposedAward what the Office asks the unit to change to; empty if it does not
 * @param holdId what the message carries that lifts this hold and no other; {@code null} without
 *     one
 * @param holdReviewAt when a hold ends by itself; {@code null} without one
 */
public record TaskView(
    String campaignTitle,
    String nomineeName,
    String nomineePosition,
    String unitName,
    String subjectKind,
    String awardName,
    String authorityName,
    String period,
    String achievementTitle,
    String achievements,
    boolean late,
    String lateReason,
    String ruleSetName,
    String transitionNote,
    boolean opinionNeeded,
    List<FileLine> files,
    List<FindingLine> findings,
    List<FindingLine> unitFindings,
    List<DocumentLine> requiredDocs,
    List<FactLine> factLines,
    List<DecisionLine> history,
    List<Choice> awardChoices,
    List<Choice> campaignChoices,
    List<Choice> ruleSetChoices,
    String proposedAward,
    String caseUrl,
    OffsetDateTime reviewDue,
    OffsetDateTime supplementDue,
    OffsetDateTime supplementReminder,
    OffsetDateTime consentDue,
    String holdId,
    OffsetDateTime holdReviewAt,
    int revision) {

  /** An evidence file. */
  public record FileLine(String name, String size) {}

  /** A finding of the check. */
  public record FindingLine(String severity, String text) {}

  /** A document the dossier needs. */
  public record DocumentLine(String name, String provider, String state) {}

  /** An entry of the registers about the nominee. */
  public record FactLine(String text) {}

  /** An earlier decision. */
  public record DecisionLine(String what, String who, String reason) {}

  /** What can be chosen in a list of the form. */
  public record Choice(String label, String value) {}
}
