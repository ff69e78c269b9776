package vn.commendation.localengine.api.grpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.security.MessageDigest;
import java.util.Base64;

/** Lets in whoever knows the one name and secret, by HTTP's basic authentication. */
final class BasicCredentials implements ServerInterceptor {

  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("Authorization", Metadata.ASCII_STRING_MARSHALLER);
  private static final String SCHEME = "Basic ";

  private final byte[] wanted;

  BasicCredentials(String username, String password) {
    var pair = (username + ":" + password).getBytes(UTF_8);
    this.wanted = Base64.getEncoder().encode(pair);
  }

  @Override
  public <Q, A> Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    if (known(headers.get(AUTHORIZATION))) {
      return next.startCall(call, headers);
    }
    call.close(
        Status.UNAUTHENTICATED.withDescription(
            "Expected basic credentials of the engine's user, but there are none or others"),
        new Metadata());
    return new Listener<>() {};
  }

  private boolean known(String authorization) {
    return authorization != null
        && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && MessageDigest.isEqual(
            wanted, authorization.substring(SCHEME.length()).strip().getBytes(UTF_8));
  }
}
