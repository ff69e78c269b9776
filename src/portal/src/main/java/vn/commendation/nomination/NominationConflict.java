package vn.commendation.nomination;

/** The nomination has moved on since the page was shown. */
public class NominationConflict extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;

  public NominationConflict(String code) {
    super(code);
    this.code = code;
  }

  /** Such as {@code stale} or {@code not-editable}; text key is {@code conflict.} and this code. */
  public String code() {
    return code;
  }
}
