package vn.commendation.award;

import java.util.List;
import java.util.Set;

/**
 * Why a rule set may not be changed or published like that.
 *
 * @param code text key is {@code award-problem.} and this code
 * @param award the row it concerns; {@code null} if it concerns the set
 * @param args what the text quotes
 */
public record RuleProblem(
    String code,
    String award,
    SubjectKind subject,
    Set<CommendationType> types,
    List<String> args) {

  static RuleProblem of(String code, String... args) {
    return new RuleProblem(code, null, null, Set.of(), List.of(args));
  }

  static RuleProblem in(AwardRule row, String code, String... args) {
    return new RuleProblem(code, row.award(), row.subject(), row.types(), List.of(args));
  }

  static RuleProblem at(Coverage coverage, String code) {
    return new RuleProblem(
        code, coverage.award(), coverage.subject(), Set.of(coverage.type()), List.of());
  }
}
