package vn.commendation.spreadsheet;

/** A file that is not read: no row of it counts. Whoever sent it is told why and where. */
public class SheetRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Object[] args;

  SheetRefused(String code, Object... args) {
    super(code);
    this.args = args;
  }

  /** Text key is {@code sheet-refused.} and this. */
  public String code() {
    return getMessage();
  }

  public Object[] args() {
    return args.clone();
  }
}
