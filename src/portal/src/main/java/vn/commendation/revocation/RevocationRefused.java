package vn.commendation.revocation;

/** What was entered about a revocation was not taken. */
public class RevocationRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String field;

  RevocationRefused(String field, String textKey) {
    super(textKey);
    this.field = field;
  }

  /** What was entered wrongly; {@code null} if nothing that is entered would change it. */
  public String field() {
    return field;
  }

  /** Key of the text that says why. */
  public String textKey() {
    return getMessage();
  }
}
