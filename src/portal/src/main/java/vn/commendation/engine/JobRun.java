package vn.commendation.engine;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.exception.CamundaError;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import vn.commendation.scheduling.LogContext;

/**
 * How a job that fails is tried again: with a pause that grows, until its retries are used up and
 * the engine shows an incident.
 */
final class JobRun {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration SHORT_PAUSE = Duration.ofSeconds(1);

  /** What the processes call the case, batch, campaign or revocation they carry. */
  private static final List<String> BUSINESS_IDS =
      List.of("nominationId", "dossierId", "campaignId", "revocationId");

  private JobRun() {}

  /** Runs the work of a job and turns a technical failure into a later retry. */
  static <T> T of(ActivatedJob job, Supplier<T> work) {
    return LogContext.of(LogContext.CASE, businessId(job))
        .and(LogContext.INSTANCE, job.getProcessInstanceKey())
        .and(LogContext.JOB, job.getKey())
        .and(LogContext.TYPE, job.getType())
        .during(() -> attempt(job, work));
  }

  private static Object businessId(ActivatedJob job) {
    var variables = job.getVariablesAsMap();
    return BUSINESS_IDS.stream()
        .map(variables::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static <T> T attempt(ActivatedJob job, Supplier<T> work) {
    try {
      return work.get();
    } catch (CamundaError e) {
      throw e;
    } catch (NotYet e) {
      throw CamundaError.jobError(e.getMessage(), null, job.getRetries(), SHORT_PAUSE);
    } catch (GivenUp e) {
      throw CamundaError.jobError(e.getMessage(), null, 0, SHORT_PAUSE, e);
    } catch (RuntimeException e) {
      var left = Math.max(0, job.getRetries() - 1);
      var failures = Math.max(0, 5 - job.getRetries());
      throw CamundaError.jobError(
          String.valueOf(e.getMessage()), null, left, FIRST_PAUSE.multipliedBy(1L << failures), e);
    }
  }
}
