package vn.commendation.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** JSON calls to a part of the platform, with the session and token of a login if there is one. */
public final class HttpCalls {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CSRF = "X-XSRF-TOKEN";

  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final String base;
  private volatile String csrfToken;

  HttpCalls(String base) {
    this.base = base;
  }

  /** Whether a GET of the path answers 200; a refused connection is a plain no. */
  boolean answers(String path) {
    try {
      return send(request(path).GET()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Logs in as a browser does: a page gives the token for the login, and another one after it,
   * because the login begins a new session.
   *
   * @throws IllegalStateException if the engine's pages do not let this person in
   */
  void login(String username, String password) {
    try {
      var page = "/app/tasklist/default/";
      send(request(page).GET());
      var form = "username=%s&password=%s".formatted(encoded(username), encoded(password));
      var answer =
          send(
              request("/api/admin/auth/user/default/login/tasklist")
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString(form)));
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(
            "%s cannot log in at %s: %d".formatted(username, base, answer.statusCode()));
      }
      send(request(page).GET());
    } catch (IOException e) {
      throw new IllegalStateException("No login at " + base, e);
    }
  }

  /** Sends JSON (or nothing, with a null body) and answers the JSON that comes back. */
  public JsonNode call(String method, String path, Object body) {
    try {
      HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
      request.method(
          method,
          body == null
              ? BodyPublishers.noBody()
              : BodyPublishers.ofString(JSON.writeValueAsString(body)));
      HttpResponse<String> answer = send(request);
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(
            "%s %s%s answered %d: %s"
                .formatted(method, base, path, answer.statusCode(), answer.body()));
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException(method + " " + base + path + " failed", e);
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
    if (csrfToken != null) {
      request.header(CSRF, csrfToken);
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      answer.headers().firstValue(CSRF).ifPresent(token -> csrfToken = token);
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
