package vn.commendation.nomination;

import java.util.Arrays;
import java.util.List;

/** Where a nomination stands. Each status but {@link #DRAFT} belongs to one BPMN element. */
public enum NominationStatus {
  DRAFT(null),
  SUBMITTED("CheckNomination"),
  OFFICE_REVIEW("OfficeReview"),
  SUPPLEMENT("Supplement"),
  SIGNATURE("LeadershipSignature"),
  BOARD_SUBMISSION("SubmitToBoard"),
  BOARD_REVIEW("BoardResult"),
  AWARDED_IN_HOUSE("EndAwardedInHouse"),
  AWARDED("EndAwarded"),
  NOT_AWARDED("EndNotAwarded"),
  REJECTED("EndRejected"),
  REFUSED("EndRefused"),
  WITHDRAWN("EndWithdrawn"),
  EXPIRED("EndExpired"),
  INELIGIBLE("EndIneligible");

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
    return switch (this) {
      case SUBMITTED, OFFICE_REVIEW, SUPPLEMENT, SIGNATURE -> true;
      default -> false;
    };
  }

  /** Statuses in which a second nomination of the same subject is a duplicate. */
  static List<NominationStatus> counting() {
    return Arrays.stream(values())
        .filter(status -> status != DRAFT)
        .filter(status -> !status.ended() || status == AWARDED || status == AWARDED_IN_HOUSE)
        .toList();
  }
}
