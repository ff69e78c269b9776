package vn.commendation.facts;

/** A file that cannot be imported at all. */
public class ImportRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Object[] args;

  ImportRefused(String code, Object... args) {
    super(code);
    this.args = args;
  }

  /** Text key is {@code import-refused.} and this. */
  public String code() {
    return getMessage();
  }

  public Object[] args() {
    return args.clone();
  }
}
