package vn.commendation.document;

/** The register does not give this number. */
public class NumberRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why: the end of a text key. */
  private final String reason;

  private final transient Object[] args;

  public NumberRefused(String reason, Object... args) {
    super(reason);
    this.reason = reason;
    this.args = args;
  }

  public String reason() {
    return reason;
  }

  public Object[] args() {
    return args.clone();
  }
}
