package vn.commendation.nomination;

import java.util.Arrays;
import java.util.List;

/** Where a nomination stands. Each status but {@link #DRAFT} belongs to one BPMN element. */
public enum NominationStatus {
  DRAFT(null),
  SUBMITTED("GatherFacts"),
  OFFICE_REVIEW("OfficeReview"),
  SUPPLEMENT("Supplement"),
  HOLD("Hold"),
  CONSENT("ConsentToChange"),
  ACCEPTED("AwaitDossier"),
  IN_DOSSIER("AwaitDossier"),
  SIGNED("AwaitDossier"),
  AWARDED_IN_HOUSE("EndAwardedInHouse"),
  AWARDED("EndAwarded"),
  NOT_AWARDED("EndNotAwarded"),
  NOT_PASSED("EndNotPassed"),
  REJECTED("EndRejected"),
  REFUSED("EndRefused"),
  OBJECTION_UPHELD("EndObjectionUpheld"),
  WITHDRAWN("EndWithdrawn"),
  EXPIRED("EndExpired"),
  INELIGIBLE("EndIneligible"),
  ROLLED_OVER("EndRolledOver");

  private final String element;

  NominationStatus(String element) {
    this.element = element;
  }

  /** Id of the BPMN element of the {@code nomination} process; {@code null} for a draft. */
  public String element() {
    return element;
  }

  public boolean ended() {
    return element != null && element.startsWith("End");
  }

  /** Whether the nominating unit may change the content. */
  public boolean editable() {
    return this == DRAFT || this == SUPPLEMENT;
  }

  /** Whether the nominating unit may still withdraw: until the signature. */
  public boolean withdrawable() {
    return this != DRAFT && this != SIGNED && !ended();
  }

  public boolean awarded() {
    return this == AWARDED || this == AWARDED_IN_HOUSE;
  }

  /** Whether the unit may take the case up again with a new nomination. */
  public boolean renewable() {
    return switch (this) {
      case NOT_AWARDED, NOT_PASSED, REJECTED, REFUSED, WITHDRAWN, EXPIRED, INELIGIBLE -> true;
      default -> false;
    };
  }

  /** Whether a batch may end a nomination so. */
  boolean outcomeOfDossier() {
    return switch (this) {
      case AWARDED_IN_HOUSE, AWARDED, NOT_AWARDED, NOT_PASSED, REFUSED, OBJECTION_UPHELD -> true;
      default -> false;
    };
  }

  /** Whether it was sent and has not ended. */
  public boolean isUnderWay() {
    return this != DRAFT && !ended();
  }

  /** Where a nomination may stand that was sent and has not ended, in the order of the process. */
  public static List<NominationStatus> underWay() {
    return Arrays.stream(values()).filter(NominationStatus::isUnderWay).toList();
  }

  /** Statuses in which a second nomination of the same subject can be a duplicate. */
  static List<NominationStatus> counting() {
    return Arrays.stream(values())
        .filter(status -> status != DRAFT)
        .filter(status -> !status.ended() || status.awarded())
        .toList();
  }
}
