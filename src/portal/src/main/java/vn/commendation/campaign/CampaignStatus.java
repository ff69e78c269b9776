package vn.commendation.campaign;

/** Where a campaign stands. Each status but {@link #DRAFT} belongs to one BPMN element. */
public enum CampaignStatus {
  /** The plan is being written. */
  DRAFT(null),
  LAUNCHED("PrepareCampaign"),
  GUIDELINE_DRAFT("DraftGuideline"),
  GUIDELINE_APPROVAL("ApproveGuideline"),
  /** The guideline is published; the window has not opened yet. */
  WAITING("WindowOpens"),
  OPEN("Window"),
  REPORT("ResultReport"),
  ARCHIVED("EndArchived"),
  CANCELLED("EndCancelled");

  private final String element;

  CampaignStatus(String element) {
    this.element = element;
  }

  /** Id of the BPMN element of the {@code campaign} process; {@code null} for a draft. */
  public String element() {
    return element;
  }

  public boolean ended() {
    return this == ARCHIVED || this == CANCELLED;
  }

  /** Whether the guideline is still to be published. */
  boolean beforeGuideline() {
    return this == LAUNCHED || this == GUIDELINE_DRAFT || this == GUIDELINE_APPROVAL;
  }
}
