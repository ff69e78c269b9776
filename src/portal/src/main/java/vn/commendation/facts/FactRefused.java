package vn.commendation.facts;

import java.util.List;

/** An entry that is not in order was not made. */
public class FactRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<FactProblem> problems;

  public FactRefused(List<FactProblem> problems) {
    super(problems.toString());
    this.problems = List.copyOf(problems);
  }

  FactRefused(String field, String code, Object... args) {
    this(List.of(FactProblem.of(field, code, args)));
  }

  public List<FactProblem> problems() {
    return problems;
  }
}
