package vn.commendation.award;

import java.util.List;

/** A rule set was not changed. */
public class RulesRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<RuleProblem> problems;

  public RulesRefused(List<RuleProblem> problems) {
    super(problems.toString());
    this.problems = List.copyOf(problems);
  }

  public List<RuleProblem> problems() {
    return problems;
  }
}
