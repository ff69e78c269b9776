package vn.commendation.nomination;

import java.time.Instant;
import java.util.List;
import vn.commendation.award.AwardRule;

/**
 * What the last check of a case found, and by which rules.
 *
 * @param transition the choice of rules the Office has; {@code null} if it has none
 * @param rule {@code null} if the set knows none for this award and nominee
 * @param checkedAt {@code null}, like {@code routing}, while no check has been completed
 * @param facts entries of the registers in Vietnamese
 */
public record CaseCheck(
    String ruleSetName,
    CaseTransition transition,
    AwardRule rule,
    Instant checkedAt,
    Routing routing,
    List<Finding> findings,
    List<RequiredDocument> documents,
    List<String> facts) {

  /** What the unit and the nominee may read: nothing of discipline, inspections or complaints. */
  CaseCheck withoutRegisters() {
    return new CaseCheck(
        ruleSetName,
        transition,
        rule,
        checkedAt,
        routing,
        findings.stream().filter(finding -> finding.severity() != Finding.Severity.HOLD).toList(),
        documents,
        List.of());
  }
}
