package vn.commendation.publication;

/** What the Office wants to show, or to keep from the public, was not taken as it was entered. */
public class PublicationRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String field;

  PublicationRefused(String field, String textKey) {
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
