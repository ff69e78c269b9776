package vn.commendation.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.exception.JobError;
import org.junit.jupiter.api.Test;

class JobsTest {

  private final HandledJobs handledJobs = mock();
  private final Incidents incidents = mock();
  private final ActivatedJob job = mock();
  private final Jobs jobs = new Jobs(handledJobs, mock(), mock(), incidents, mock());

  @Test
  void shouldNoteAnIncidentWhenAJobHasUsedUpItsRetries() {
    given(job.getRetries()).willReturn(1);
    given(handledJobs.once(any(Long.class), any(), any(), any()))
        .willThrow(new IllegalStateException("no database"));

    assertThatThrownBy(() -> jobs.run(job, () -> {})).isInstanceOf(JobError.class);

    then(incidents).should().noteFailedJob(job, "no database");
  }

  @Test
  void shouldNoteNothingWhileAJobIsTriedAgain() {
    given(job.getRetries()).willReturn(2);
    given(handledJobs.once(any(Long.class), any(), any(), any()))
        .willThrow(new IllegalStateException("no database"));

    assertThatThrownBy(() -> jobs.run(job, () -> {})).isInstanceOf(JobError.class);

    then(incidents).should(never()).noteFailedJob(any(), any());
  }

  @Test
  void shouldNoteNothingWhenTheWorkOnlyHasToWait() {
    given(job.getRetries()).willReturn(1);
    given(handledJobs.once(any(Long.class), any(), any(), any())).willThrow(new NotYet("later"));

    assertThatThrownBy(() -> jobs.run(job, () -> {})).isInstanceOf(JobError.class);

    then(incidents).should(never()).noteFailedJob(any(), any());
  }
}
