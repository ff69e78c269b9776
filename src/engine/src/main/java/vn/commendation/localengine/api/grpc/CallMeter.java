package vn.commendation.localengine.api.grpc;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts calls by name and status, those that are refused too. */
final class CallMeter implements ServerInterceptor {

  private final MeterProvider<Counter> calls;

  CallMeter(MeterRegistry registry) {
    calls =
        Counter.builder("engine.grpc.calls").description("Calls over gRPC").withRegistry(registry);
  }

  @Override
  public <Q, A> Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    return next.startCall(
        new SimpleForwardingServerCall<>(call) {
          @Override
          public void close(Status status, Metadata trailers) {
            calls
                .withTags(
                    "method",
                    getMethodDescriptor().getBareMethodName(),
                    "status",
                    status.getCode().name())
                .increment();
            super.close(status, trailers);
          }
        },
        headers);
  }
}
