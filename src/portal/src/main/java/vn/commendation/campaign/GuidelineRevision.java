package vn.commendation.campaign;

/** Where the revision of a published guideline stands, beside the campaign itself. */
public enum GuidelineRevision {
  DRAFT("ReviseGuideline"),
  APPROVAL("ApproveRevision");

  private final String element;

  GuidelineRevision(String element) {
    this.element = element;
  }

  /** Id of the user task of the {@code campaign} process. */
  public String element() {
    return element;
  }
}
