package vn.commendation.nomination;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A user task of the {@code nomination} process in which somebody decides. */
public enum Step {
  OFFICE_REVIEW("OfficeReview", NominationStatus.OFFICE_REVIEW),
  SUPPLEMENT("Supplement", NominationStatus.SUPPLEMENT),
  CONSENT("ConsentToChange", NominationStatus.CONSENT);

  private final String element;
  private final NominationStatus status;

  Step(String element, NominationStatus status) {
    this.element = element;
    this.status = status;
  }

  /** Id of the BPMN element. */
  public String element() {
    return element;
  }

  /** Status of a nomination that waits for this step. */
  NominationStatus status() {
    return status;
  }

  /** Name in texts and in the audit trail, such as {@code office-review}. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Step> of(NominationStatus status) {
    return Arrays.stream(values()).filter(step -> step.status == status).findFirst();
  }
}
