package vn.commendation.localengine.api.grpc;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import vn.commendation.localengine.http.Credentials;

/** Lets in whoever knows the one name and secret, by HTTP's basic authentication. */
final class BasicCredentials implements ServerInterceptor {

  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("Authorization", Metadata.ASCII_STRING_MARSHALLER);

  private final Credentials credentials;

  BasicCredentials(Credentials credentials) {
    this.credentials = credentials;
  }

  @Override
  public <Q, A> Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    if (credentials.areIn(headers.get(AUTHORIZATION))) {
      return next.startCall(call, headers);
    }
    call.close(
        Status.UNAUTHENTICATED.withDescription(
            "Expected basic credentials of the engine's user, but there are none or others"),
        new Metadata());
    return new Listener<>() {};
  }
}
