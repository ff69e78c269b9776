package vn.commendation.nomination.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.commendation.nomination.NominationStatus.ACCEPTED;
import static vn.commendation.nomination.NominationStatus.AWARDED;
import static vn.commendation.nomination.NominationStatus.DRAFT;
import static vn.commendation.nomination.NominationStatus.IN_DOSSIER;
import static vn.commendation.nomination.NominationStatus.OFFICE_REVIEW;
import static vn.commendation.nomination.NominationStatus.REJECTED;
import static vn.commendation.nomination.NominationStatus.SIGNED;
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
    assertThat(ProcessStep.of(Samples.details(OFFICE_REVIEW, "GatherFacts", "OfficeReview")))
        .containsExactly(
            new ProcessStep(DRAFT, DONE),
            new ProcessStep(SUBMITTED, DONE),
            new ProcessStep(OFFICE_REVIEW, CURRENT),
            new ProcessStep(ACCEPTED, AHEAD),
            new ProcessStep(IN_DOSSIER, AHEAD),
            new ProcessStep(SIGNED, AHEAD));
  }

  @Test
  void shouldShowTheSupplementOnlyIfThereWasOne() {
    assertThat(ProcessStep.of(Samples.details(SUPPLEMENT, "GatherFacts", "OfficeReview")))
        .contains(new ProcessStep(OFFICE_REVIEW, DONE), new ProcessStep(SUPPLEMENT, CURRENT));
  }

  @Test
  void shouldEndWithTheOutcomeAndTellWhatWasNeverReached() {
    assertThat(ProcessStep.of(Samples.details(REJECTED, "GatherFacts", "OfficeReview")))
        .containsExactly(
            new ProcessStep(DRAFT, DONE),
            new ProcessStep(SUBMITTED, DONE),
            new ProcessStep(OFFICE_REVIEW, DONE),
            new ProcessStep(ACCEPTED, SKIPPED),
            new ProcessStep(IN_DOSSIER, SKIPPED),
            new ProcessStep(SIGNED, SKIPPED),
            new ProcessStep(REJECTED, CURRENT));
  }

  @Test
  void shouldHavePassedEveryStepOnceItIsAwarded() {
    assertThat(ProcessStep.of(Samples.details(AWARDED, "GatherFacts", "OfficeReview")))
        .contains(
            new ProcessStep(ACCEPTED, DONE),
            new ProcessStep(IN_DOSSIER, DONE),
            new ProcessStep(SIGNED, DONE),
            new ProcessStep(AWARDED, CURRENT));
  }
}
