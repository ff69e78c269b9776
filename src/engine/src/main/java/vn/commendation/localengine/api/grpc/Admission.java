package vn.commendation.localengine.api.grpc;

import com.google.protobuf.MessageLite;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets in no more calls than can be worked on in the time a client waits, and no more data than
 * there is memory for. Workers that wait for jobs do not count: they take no work.
 */
final class Admission implements ServerInterceptor {

  private static final Set<String> WAITING =
      Set.of(
          GatewayGrpc.getActivateJobsMethod().getFullMethodName(),
          GatewayGrpc.getStreamActivatedJobsMethod().getFullMethodName());

  private final int mostCalls;
  private final long mostBytes;
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();
  private final Counter refusals;

  Admission(int mostCalls, long mostBytes, MeterRegistry meters) {
    refusals =
        Counter.builder("engine.admission.refusals")
            .description("Calls that were too many at once")
            .register(meters);
    this.mostCalls = mostCalls;
    this.mostBytes = mostBytes;
  }

  @Override
  public <Q, A> Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    if (WAITING.contains(call.getMethodDescriptor().getFullMethodName())) {
      return next.startCall(call, headers);
    }
    if (calls.incrementAndGet() > mostCalls) {
      calls.decrementAndGet();
      refuse(call);
      return new Listener<>() {};
    }
    try {
      return new Admitted<>(call, next.startCall(call, headers));
    } catch (RuntimeException e) {
      calls.decrementAndGet();
      throw e;
    }
  }

  private void refuse(ServerCall<?, ?> call) {
    refusals.increment();
    call.close(
        Status.RESOURCE_EXHAUSTED.withDescription(
            "Expected to carry out the command, but there are too many at once; try again later"),
        new Metadata());
  }

  /** One call in work; its events come one after the other. */
  private final class Admitted<Q> extends SimpleForwardingServerCallListener<Q> {

    private final ServerCall<Q, ?> call;
    private long size;
    private boolean refused;
    private boolean over;

    Admitted(ServerCall<Q, ?> call, Listener<Q> listener) {
      super(listener);
      this.call = call;
    }

    @Override
    public void onMessage(Q message) {
      size = ((MessageLite) message).getSerializedSize();
      if (bytes.addAndGet(size) > mostBytes) {
        refused = true;
        refuse(call);
        return;
      }
      super.onMessage(message);
    }

    @Override
    public void onHalfClose() {
      if (!refused) {
        super.onHalfClose();
      }
    }

    @Override
    public void onCancel() {
      over();
      super.onCancel();
    }

    @Override
    public void onComplete() {
      over();
      super.onComplete();
    }

    private void over() {
      if (!over) {
        over = true;
        calls.decrementAndGet();
        bytes.addAndGet(-size);
      }
    }
  }
}
