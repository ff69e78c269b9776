package vn.commendation.nomination.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.commendation.nomination.NominationStatus.DRAFT;
import static vn.commendation.nomination.NominationStatus.OFFICE_REVIEW;
import static vn.commendation.nomination.NominationStatus.REJECTED;
import static vn.commendation.nomination.NominationStatus.SIGNATURE;
import static vn.commendation.nomination.NominationStatus.SUBMITTED;
import static vn.commendation.nomination.NominationStatus.SUPPLEMENT;
import static vn.commendation.nomination.web.ProcessStep.State.AHEAD;
import static vn.commendation.nomination.web.ProcessStep.State.CURRENT;
import static vn.commendation.nomination.web.ProcessStep.State.DONE;
import static vn.commendation.nomination.web.ProcessStep.State.SKIPPED;

import org.junit.jupiter.api.Test;
import vn.commendation.portal.Samples;

class ProcessStepTest {

  @Test
  void shouldTellWhatIsDoneAndWhatIsAhead() {
    assertThat(ProcessStep.of(Samples.details(OFFICE_REVIEW, "CheckNomination", "OfficeReview")))
        .containsExactly(
            new ProcessStep(DRAFT, DONE),
            new ProcessStep(SUBMITTED, DONE),
            new ProcessStep(OFFICE_REVIEW, CURRENT),
            new ProcessStep(SIGNATURE, AHEAD));
  }

  @Test
  void shouldShowTheSupplementOnlyIfThereWasOne() {
    assertThat(ProcessStep.of(Samples.details(SUPPLEMENT, "CheckNomination", "OfficeReview")))
        .contains(new ProcessStep(OFFICE_REVIEW, DONE), new ProcessStep(SUPPLEMENT, CURRENT));
  }

  @Test
  void shouldEndWithTheOutcomeAndTellWhatWasNeverReached() {
    assertThat(ProcessStep.of(Samples.details(REJECTED, "CheckNomination", "OfficeReview")))
        .containsExactly(
            new ProcessStep(DRAFT, DONE),
            new ProcessStep(SUBMITTED, DONE),
            new ProcessStep(OFFICE_REVIEW, DONE),
            new ProcessStep(SIGNATURE, SKIPPED),
            new ProcessStep(REJECTED, CURRENT));
  }
}
