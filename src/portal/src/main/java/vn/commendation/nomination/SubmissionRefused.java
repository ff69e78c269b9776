package vn.commendation.nomination;

import java.util.List;

/** A nomination that does not meet the conditions was not submitted. */
public class SubmissionRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Problem> problems;

  public SubmissionRefused(List<Problem> problems) {
    super(problems.toString());
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
