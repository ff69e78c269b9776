package vn.commendation.localengine.api.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Set;

/** Lets in who sends the right name and secret, as basic authentication. */
@PreMatching
final class Login implements ContainerRequestFilter {

  private final byte[] expected;
  private final Set<String> open;

  /**
   * @param open paths anybody may ask for
   */
  Login(String username, String password, Set<String> open) {
    var credentials = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
    this.expected =
        ("Basic " + Base64.getEncoder().encodeToString(credentials))
            .getBytes(StandardCharsets.UTF_8);
    this.open = open;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    var path = request.getUriInfo().getPath();
    if (open.contains(path)) {
      return;
    }
    var given = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (given == null
        || !MessageDigest.isEqual(expected, given.strip().getBytes(StandardCharsets.UTF_8))) {
      request.abortWith(
          Response.fromResponse(
                  Problems.problem(
                      401, "UNAUTHORIZED", "The engine wants its name and secret", "/v2/" + path))
              .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"engine\"")
              .build());
    }
  }
}
