package vn.commendation.engine;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/**
 * A session of the system's own account at Tasklist or Operate (8.6, 8.7): a cookie, and a token
 * that every change needs. It logs in when it is first refused, and again when the session ends.
 */
class PlatformSession {

  private static final String CSRF = "X-CSRF-TOKEN";

  private final RestClient rest;
  private final PlatformProperties account;
  private volatile String csrfToken = "";

  PlatformSession(RestClient.Builder rest, URI address, PlatformProperties account) {
    var http =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    var requests = new JdkClientHttpRequestFactory(http);
    requests.setReadTimeout(Duration.ofSeconds(10));
    this.rest = rest.clone().baseUrl(address.toString()).requestFactory(requests).build();
    this.account = account;
  }

  /** Posts a search. */
  <T> T search(String path, Object query, Function<RestClient.ResponseSpec, T> answer) {
    return withSession(
        () -> answer.apply(rest.post().uri(path).header(CSRF, csrfToken).body(query).retrieve()));
  }

  /** Reads one thing. */
  <T> T get(String path, Class<T> type, Object... variables) {
    return withSession(() -> rest.get().uri(path, variables).retrieve().body(type));
  }

  private <T> T withSession(Supplier<T> call) {
    try {
      return call.get();
    } catch (HttpClientErrorException e) {
      if (e.getStatusCode() != HttpStatus.UNAUTHORIZED
          && e.getStatusCode() != HttpStatus.FORBIDDEN) {
        throw e;
      }
      logIn();
      return call.get();
    }
  }

  private synchronized void logIn() {
    var answer =
        rest.post()
            .uri(
                "/api/login?username={username}&password={password}",
                account.username(),
                account.password())
            .retrieve()
            .toBodilessEntity();
    var token = answer.getHeaders().getFirst(CSRF);
    csrfToken = token == null ? "" : token;
  }
}
