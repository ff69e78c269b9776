package vn.commendation.filter;

/** A filter cannot be kept like this; nothing was changed. */
public class FilterRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code end of the text key {@code filter-refused.…}
   */
  public FilterRefused(String code) {
    super(code);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
