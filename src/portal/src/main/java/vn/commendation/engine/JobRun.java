package vn.commendation.engine;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.exception.CamundaError;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * How a job that fails is tried again: with a pause that grows, until its retries are used up and
 * the engine shows an incident.
 */
final class JobRun {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration SHORT_PAUSE = Duration.ofSeconds(1);

  private JobRun() {}

  /** Runs the work of a job and turns a technical failure into a later retry. */
  static <T> T of(ActivatedJob job, Supplier<T> work) {
    try {
      return work.get();
    } catch (CamundaError e) {
      throw e;
    } catch (NotYet e) {
      throw CamundaError.jobError(e.getMessage(), null, job.getRetries(), SHORT_PAUSE);
    } catch (RuntimeException e) {
      var left = Math.max(0, job.getRetries() - 1);
      var failures = Math.max(0, 5 - job.getRetries());
      throw CamundaError.jobError(
          String.valueOf(e.getMessage()), null, left, FIRST_PAUSE.multipliedBy(1L << failures), e);
    }
  }
}
