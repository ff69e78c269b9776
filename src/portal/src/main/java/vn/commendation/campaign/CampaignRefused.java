package vn.commendation.campaign;

import java.util.List;

/** What was entered is not taken; nothing has changed. */
public class CampaignRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Problem> problems;

  CampaignRefused(List<Problem> problems) {
    super(problems.toString());
    this.problems = problems;
  }

  CampaignRefused(String code, String field, String... args) {
    this(List.of(Problem.of(code, field, args)));
  }

  public List<Problem> problems() {
    return problems;
  }
}
