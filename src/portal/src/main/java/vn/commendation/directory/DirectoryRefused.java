package vn.commendation.directory;

/** What was entered in the directory breaks a rule; nothing was changed. */
public class DirectoryRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String field;
  private final String code;
  private final transient Object[] args;

  DirectoryRefused(String field, String code, Object... args) {
    super(code);
    this.field = field;
    this.code = code;
    this.args = args;
  }

  /** The field of the form that is wrong. */
  public String field() {
    return field;
  }

  /** Text key is {@code directory-problem.} and this. */
  public String code() {
    return code;
  }

  public Object[] args() {
    return args.clone();
  }
}
