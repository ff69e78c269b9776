package vn.commendation.report;

import java.util.List;

/** Something about a report cannot be done as asked. */
public class ReportRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;
  private final transient List<Object> args;

  public ReportRefused(String code, Object... args) {
    super(code);
    this.code = code;
    this.args = List.of(args);
  }

  /** End of a text key. */
  public String code() {
    return code;
  }

  public List<Object> args() {
    return args;
  }
}
