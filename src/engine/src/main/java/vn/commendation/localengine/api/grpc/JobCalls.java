package vn.commendation.localengine.api.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CompleteJobRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CompleteJobResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.FailJobRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.FailJobResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.StreamActivatedJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ThrowErrorRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ThrowErrorResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UpdateJobRetriesRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UpdateJobRetriesResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UpdateJobTimeoutRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UpdateJobTimeoutResponse;
import io.grpc.stub.ServerCallStreamObserver;
import java.time.Duration;
import java.util.List;
import vn.commendation.localengine.job.ActivatedJob;
import vn.commendation.localengine.job.Activation;
import vn.commendation.localengine.job.Jobs;
import vn.commendation.localengine.job.Receiver;
import vn.commendation.localengine.kernel.Json;
import vn.commendation.localengine.kernel.Refusal;

/** The calls of workers. */
final class JobCalls {

  private final Jobs jobs;

  JobCalls(Jobs jobs) {
    this.jobs = jobs;
  }

  void activate(
      ActivateJobsRequest request, ServerCallStreamObserver<ActivateJobsResponse> client) {
    Tenants.check(request.getTenantIdsList());
    var line =
        jobs.dispatcher()
            .poll(
                new Activation(
                    request.getType(),
                    request.getWorker(),
                    request.getTimeout(),
                    request.getFetchVariableList()),
                request.getMaxJobsToActivate(),
                Duration.ofMillis(request.getRequestTimeout()),
                new PollReceiver(client));
    client.setOnCancelHandler(line::gone);
    client.setOnCloseHandler(line::arrived);
  }

  void stream(
      StreamActivatedJobsRequest request,
      ServerCallStreamObserver<GatewayOuterClass.ActivatedJob> client) {
    Tenants.check(request.getTenantIdsList());
    // ready is who has nothing in the pipe, so that what is in it can be told when the client goes
    client.setOnReadyThreshold(1);
    var line =
        jobs.dispatcher().stream(
            new Activation(
                request.getType(),
                request.getWorker(),
                request.getTimeout(),
                request.getFetchVariableList()),
            new StreamReceiver(client));
    client.setOnReadyHandler(line::drained);
    client.setOnCancelHandler(line::gone);
  }

  CompleteJobResponse complete(CompleteJobRequest request) {
    if (request.hasResult()) {
      throw new Refusal(
          Refusal.Code.UNIMPLEMENTED,
          "Expected to complete job with key '%d' with a result, but there are no listeners' jobs"
              .formatted(request.getJobKey()));
    }
    jobs.complete(request.getJobKey(), Json.variables(request.getVariables()));
    return CompleteJobResponse.getDefaultInstance();
  }

  FailJobResponse fail(FailJobRequest request) {
    jobs.fail(
        request.getJobKey(),
        request.getRetries(),
        request.getRetryBackOff(),
        request.getErrorMessage(),
        Json.variables(request.getVariables()));
    return FailJobResponse.getDefaultInstance();
  }

  ThrowErrorResponse throwError(ThrowErrorRequest request) {
    jobs.throwError(
        request.getJobKey(),
        request.getErrorCode(),
        request.getErrorMessage(),
        Json.variables(request.getVariables()));
    return ThrowErrorResponse.getDefaultInstance();
  }

  UpdateJobRetriesResponse updateRetries(UpdateJobRetriesRequest request) {
    jobs.updateRetries(request.getJobKey(), request.getRetries());
    return UpdateJobRetriesResponse.getDefaultInstance();
  }

  UpdateJobTimeoutResponse updateTimeout(UpdateJobTimeoutRequest request) {
    jobs.updateTimeout(request.getJobKey(), request.getTimeout());
    return UpdateJobTimeoutResponse.getDefaultInstance();
  }

  private record PollReceiver(ServerCallStreamObserver<ActivateJobsResponse> client)
      implements Receiver {

    @Override
    public boolean ready() {
      return !client.isCancelled();
    }

    @Override
    public void give(List<ActivatedJob> given) {
      JobMessages.answers(given).forEach(client::onNext);
    }

    @Override
    public void end() {
      client.onCompleted();
    }
  }

  private record StreamReceiver(ServerCallStreamObserver<GatewayOuterClass.ActivatedJob> client)
      implements Receiver {

    @Override
    public boolean ready() {
      return !client.isCancelled() && client.isReady();
    }

    @Override
    public void give(List<ActivatedJob> given) {
      given.forEach(job -> client.onNext(JobMessages.of(job)));
    }

    @Override
    public void end() {
      client.onCompleted();
    }
  }
}
