package vn.commendation.localengine.api.rest;

import io.camunda.client.protocol.rest.ActivatedJobResult;
import io.camunda.client.protocol.rest.JobActivationRequest;
import io.camunda.client.protocol.rest.JobActivationResult;
import io.camunda.client.protocol.rest.JobCompletionRequest;
import io.camunda.client.protocol.rest.JobErrorRequest;
import io.camunda.client.protocol.rest.JobFailRequest;
import io.camunda.client.protocol.rest.JobKindEnum;
import io.camunda.client.protocol.rest.JobListenerEventTypeEnum;
import io.camunda.client.protocol.rest.JobUpdateRequest;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.CompletionCallback;
import jakarta.ws.rs.container.Suspended;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import vn.commendation.localengine.job.ActivatedJob;
import vn.commendation.localengine.job.Activation;
import vn.commendation.localengine.job.Jobs;
import vn.commendation.localengine.job.Line;
import vn.commendation.localengine.job.Receiver;
import vn.commendation.localengine.kernel.Conflicts;
import vn.commendation.localengine.kernel.Json;
import vn.commendation.localengine.kernel.Refusal;
import vn.commendation.localengine.kernel.Transactions;

/** Jobs of workers that do not speak gRPC. */
@Path("jobs")
public final class JobApi {

  private final Jobs jobs;
  private final Transactions transactions;

  JobApi(Jobs jobs, Transactions transactions) {
    this.jobs = jobs;
    this.transactions = transactions;
  }

  @POST
  @Path("activation")
  public void activate(@Suspended AsyncResponse response, JobActivationRequest request) {
    Bodies.tenants(request.getTenantIds());
    var activation =
        new Activation(
            request.getType(),
            // a worker may go without a name here
            request.getWorker() == null || request.getWorker().isBlank()
                ? "default"
                : request.getWorker(),
            Bodies.required("timeout", request.getTimeout()),
            request.getFetchVariable() == null ? List.of() : request.getFetchVariable());
    var wait = request.getRequestTimeout() == null ? 0 : request.getRequestTimeout();
    var poll = new Poll(response);
    poll.line.complete(
        jobs.dispatcher()
            .poll(
                activation,
                Bodies.required("maxJobsToActivate", request.getMaxJobsToActivate()),
                Duration.ofMillis(wait),
                poll));
  }

  /** A request that waits for jobs; it is answered once. */
  private static final class Poll implements Receiver, CompletionCallback {

    private final AsyncResponse response;
    private final JobActivationResult result = new JobActivationResult();
    private final CompletableFuture<Line> line = new CompletableFuture<>();

    Poll(AsyncResponse response) {
      this.response = response;
      response.register(this);
    }

    @Override
    public boolean ready() {
      return response.isSuspended() && result.getJobs().isEmpty();
    }

    @Override
    public void give(List<ActivatedJob> jobs) {
      jobs.forEach(job -> result.addJobsItem(answered(job)));
    }

    @Override
    public void end() {
      response.resume(result);
    }

    @Override
    public void onComplete(Throwable failure) {
      line.thenAccept(
          given -> {
            if (failure == null) {
              given.arrived();
            } else {
              given.gone();
            }
          });
    }
  }

  private static ActivatedJobResult answered(ActivatedJob job) {
    return new ActivatedJobResult()
        .jobKey(String.valueOf(job.key()))
        .type(job.type())
        .processInstanceKey(String.valueOf(job.processInstanceKey()))
        .processDefinitionId(job.processId())
        .processDefinitionVersion(job.processVersion())
        .processDefinitionKey(String.valueOf(job.processDefinitionKey()))
        .elementId(job.elementId())
        .elementInstanceKey(String.valueOf(job.elementInstanceKey()))
        .customHeaders(new LinkedHashMap<>(job.headers()))
        .worker(job.worker())
        .retries(job.retries())
        .deadline(job.deadline())
        .variables(Json.variables(job.variables()))
        .tenantId(Bodies.defaultTenant())
        .kind(JobKindEnum.BPMN_ELEMENT)
        .listenerEventType(JobListenerEventTypeEnum.UNSPECIFIED);
  }

  @POST
  @Path("{key}/completion")
  public void complete(@PathParam("key") String key, JobCompletionRequest request) {
    Bodies.unsupported("results of jobs", request.getResult() != null);
    repeat(() -> jobs.complete(key(key), Bodies.variables(request.getVariables())));
  }

  @POST
  @Path("{key}/failure")
  public void fail(@PathParam("key") String key, JobFailRequest request) {
    repeat(
        () ->
            jobs.fail(
                key(key),
                request.getRetries() == null ? 0 : request.getRetries(),
                request.getRetryBackOff() == null ? 0 : request.getRetryBackOff(),
                Bodies.text(request.getErrorMessage()),
                Bodies.variables(request.getVariables())));
  }

  @POST
  @Path("{key}/error")
  public void throwError(@PathParam("key") String key, JobErrorRequest request) {
    repeat(
        () ->
            jobs.throwError(
                key(key),
                Bodies.required("errorCode", request.getErrorCode()),
                Bodies.text(request.getErrorMessage()),
                Bodies.variables(request.getVariables())));
  }

  @PATCH
  @Path("{key}")
  public void update(@PathParam("key") String key, JobUpdateRequest request) {
    var changes = Bodies.required("changeset", request.getChangeset());
    if (changes.getRetries() == null && changes.getTimeout() == null) {
      throw Refusal.invalid("No retries or timeout provided");
    }
    repeat(
        () ->
            transactions.run(
                () -> {
                  if (changes.getRetries() != null) {
                    jobs.updateRetries(key(key), changes.getRetries());
                  }
                  if (changes.getTimeout() != null) {
                    jobs.updateTimeout(key(key), changes.getTimeout());
                  }
                }));
  }

  private static void repeat(Runnable work) {
    Conflicts.repeat(
        () -> {
          work.run();
          return null;
        });
  }

  private static long key(String key) {
    return Bodies.key("jobKey", key);
  }
}
