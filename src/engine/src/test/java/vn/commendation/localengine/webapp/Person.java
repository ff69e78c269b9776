package vn.commendation.localengine.webapp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Somebody at the web applications, with the cookies a browser would have. */
final class Person {

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final URI server;
  private String languages = "vi";

  Person(int port) {
    this.server = URI.create("http://127.0.0.1:" + port);
  }

  /** Logs in; the answer is 200, 401 or 403. */
  int logIn(String username, String password, String application) {
    get("/operaton/app/" + application + "/default/");
    var form = "username=" + encoded(username) + "&password=" + encoded(password);
    var answer =
        send(
            request("/operaton/api/admin/auth/user/default/login/" + application)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    get("/operaton/app/" + application + "/default/");
    return answer.statusCode();
  }

  /** Sets what the browser is set to, as its header says it. */
  void speak(String acceptLanguage) {
    languages = acceptLanguage;
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  /** Asks Operaton's REST interface, below the engine's own path. */
  HttpResponse<String> engine(String method, String path, String json) {
    return ask(method, "/operaton/api/engine/engine/default/" + path, json);
  }

  HttpResponse<String> ask(String method, String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method(
                method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
  }

  /** As a page of somebody else's would ask: with the session, without the token. */
  void forgetToken() {
    var store = cookies.getCookieStore();
    List.copyOf(store.getCookies()).stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .forEach(cookie -> store.remove(null, cookie));
  }

  private HttpRequest.Builder request(String path) {
    var request =
        HttpRequest.newBuilder(server.resolve(path))
            .header("Accept", "application/json, */*")
            .header("Accept-Language", languages);
    cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .forEach(cookie -> request.header("X-XSRF-TOKEN", cookie.getValue()));
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
