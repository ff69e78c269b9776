package vn.commendation.localengine.api.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import vn.commendation.localengine.http.Credentials;

/** Lets in who sends the right name and secret, as basic authentication. */
@PreMatching
final class Login implements ContainerRequestFilter {

  private final Credentials credentials;
  private final Set<String> open;

  /**
   * @param open paths anybody may ask for
   */
  Login(Credentials credentials, Set<String> open) {
    this.credentials = credentials;
    this.open = open;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    var path = request.getUriInfo().getPath();
    if (open.contains(path)) {
      return;
    }
    if (!credentials.areIn(request.getHeaderString(HttpHeaders.AUTHORIZATION))) {
      request.abortWith(
          Response.fromResponse(
                  Problems.problem(
                      401, "UNAUTHORIZED", "The engine wants its name and secret", "/v2/" + path))
              .header(HttpHeaders.WWW_AUTHENTICATE, Credentials.CHALLENGE)
              .build());
    }
  }
}
