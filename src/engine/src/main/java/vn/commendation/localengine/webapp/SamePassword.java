package vn.commendation.localengine.webapp;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.operaton.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.operaton.bpm.webapp.impl.security.auth.UserAuthentication;

/** Ends a session with the next request once the password it began with is another. */
final class SamePassword extends HttpFilter {

  private static final String BEGAN_WITH = SamePassword.class.getName();

  private final transient Function<String, Optional<String>> passwords;

  /**
   * @param passwords how the password of an account is kept, by its name
   */
  SamePassword(Function<String, Optional<String>> passwords) {
    this.passwords = passwords;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var session = request.getSession(false);
    if (session != null
        && session.getAttribute(BEGAN_WITH) instanceof String password
        && !person(request).flatMap(passwords).equals(Optional.of(password))) {
      session.invalidate();
    }
    chain.doFilter(request, response);
    var after = request.getSession(false);
    if (after != null && after.getAttribute(BEGAN_WITH) == null) {
      person(request)
          .flatMap(passwords)
          .ifPresent(password -> after.setAttribute(BEGAN_WITH, password));
    }
  }

  private static Optional<String> person(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false))
        .map(AuthenticationUtil::getAuthsFromSession)
        .map(all -> all.getAuthenticationForProcessEngine("default"))
        .map(UserAuthentication.class::cast)
        .map(UserAuthentication::getIdentityId);
  }
}
