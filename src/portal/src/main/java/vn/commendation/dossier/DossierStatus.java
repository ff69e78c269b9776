package vn.commendation.dossier;

/** Where a batch (đợt trình) stands. */
public enum DossierStatus {
  /** The system is at work; for seconds, unless the engine is away. */
  PROCESSING(null),
  BALLOT("CouncilBallot"),
  QUOTA_SELECTION("QuotaSelection"),
  DISCLOSURE("DisclosureEnds"),
  SIGNATURE("LeadershipSignature"),
  REVISION("ReviseDossier"),
  NUMBER("RegisterNumber"),
  BOARD("BoardResult"),
  BOARD_SUPPLEMENT("BoardSupplement"),
  ISSUED("EndIssued"),
  ANNOUNCED("EndAnnounced"),
  REFUSED("EndRefused"),
  NO_NOMINEE("EndNoNominee"),
  DISSOLVED("EndDissolved");

  private final String element;

  DossierStatus(String element) {
    this.element = element;
  }

  /** Id of the BPMN element of the {@code dossier} process; {@code null} while it is on its way. */
  public String element() {
    return element;
  }

  public boolean ended() {
    return element != null && element.startsWith("End");
  }

  /** Whether it waits for a decision in a user task. */
  public boolean decidedByPeople() {
    return element != null && !ended() && this != DISCLOSURE;
  }
}
