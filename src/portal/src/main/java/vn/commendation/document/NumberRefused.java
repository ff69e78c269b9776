package vn.commendation.document;

/**
 * The register does not give this number. Reasons and what comes with them:
 *
 * <ul>
 *   <li>{@code taken}: the number, the title of its document
 *   <li>{@code gap}: the number, the one that is next
 *   <li>{@code not-a-number}: a number below 1
 *   <li>{@code future}: the date
 *   <li>{@code before-last}: the date, that of the last document in the series
 *   <li>{@code no-symbol}: nobody has laid down a symbol for such a document on that date
 *   <li>{@code other-type}: the symbol the business object has in another series
 * </ul>
 */
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
