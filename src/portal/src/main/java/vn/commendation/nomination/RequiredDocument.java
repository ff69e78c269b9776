package vn.commendation.nomination;

/**
 * A document that the dossier of this award needs.
 *
 * @param basis the article or document that asks for it; may be {@code null}
 */
public record RequiredDocument(String code, String name, Provider provider, String basis) {

  /** Who makes the document. */
  public enum Provider {
    UNIT,
    OFFICE,
    COUNCIL
  }

  /** Whether the document is there. */
  public enum State {
    /** The unit has attached files; the Office tells whether this document is among them. */
    ATTACHED,
    MISSING,
    /** Made in the Department when the case is put into a dossier. */
    LATER
  }

  public State state(boolean unitHasFiles) {
    if (provider != Provider.UNIT) {
      return State.LATER;
    }
    return unitHasFiles ? State.ATTACHED : State.MISSING;
  }
}
