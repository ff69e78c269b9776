package vn.commendation.localengine.api.grpc;

import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.commendation.localengine.kernel.Conflicts;
import vn.commendation.localengine.kernel.LogContext;
import vn.commendation.localengine.kernel.Refusal;

/**
 * Answers calls, with the status the documentation gives where they are refused.
 *
 * @see <a
 *     href="https://docs.camunda.io/docs/apis-tools/zeebe-api/technical-error-handling/">Technical
 *     error handling</a>
 */
final class Answers {

  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

  private Answers() {}

  /** Answers with what the work returns; with nothing where the client has given up meanwhile. */
  static <T> void answer(StreamObserver<T> client, Supplier<T> work) {
    if (client instanceof ServerCallStreamObserver<T> call && call.isCancelled()) {
      return;
    }
    T answer;
    LogContext.clear();
    try {
      answer = Conflicts.repeat(work);
    } catch (RuntimeException e) {
      refuse(client, e);
      return;
    } finally {
      LogContext.clear();
    }
    client.onNext(answer);
    client.onCompleted();
  }

  static void refuse(StreamObserver<?> client, RuntimeException reason) {
    client.onError(status(reason).asRuntimeException());
  }

  private static Status status(RuntimeException reason) {
    if (reason instanceof Refusal refusal) {
      return Status.fromCode(Status.Code.valueOf(refusal.code().name()))
          .withDescription(refusal.getMessage());
    }
    if (Conflicts.passing(reason)) {
      LOG.warn("A call could not be carried out now: {}", reason.getMessage());
      return Status.UNAVAILABLE.withDescription(
          "Expected to carry out the command, but the engine is busy with it or has no database");
    }
    LOG.error("A call failed", reason);
    return Status.INTERNAL.withDescription(
        "Expected to carry out the command, but an unexpected error occurred; see the engine's log");
  }
}
