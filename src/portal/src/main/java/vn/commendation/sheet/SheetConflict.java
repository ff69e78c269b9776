package vn.commendation.sheet;

/** The sheet cannot take this step now. */
public class SheetConflict extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SheetConflict(String code) {
    super(code);
  }

  /** Text key is {@code sheet-conflict.} and this. */
  public String code() {
    return getMessage();
  }
}
