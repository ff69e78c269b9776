package vn.commendation.localengine.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class HttpServerTest {

  /** Says what it sees of a request. */
  private static final class Echo extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      request.getSession();
      response
          .getWriter()
          .write(
              request.getRequestURL() + " " + request.isSecure() + " " + request.getRemoteAddr());
    }
  }

  @Test
  void behind_tls_it_believes_the_proxy_and_gives_sessions_to_tls_alone() throws Exception {
    try (var server = server().behindTls().start()) {
      var answer = ask(server);
      assertThat(answer.body()).isEqualTo("https://award.example/ true 203.0.113.7");
      assertThat(cookie(answer)).contains("; Secure");
    }
  }

  @Test
  void otherwise_it_believes_nobody() throws Exception {
    try (var server = server().start()) {
      var answer = ask(server);
      assertThat(answer.body())
          .isEqualTo("http://127.0.0.1:" + server.port() + "/ false 127.0.0.1");
      assertThat(cookie(answer)).doesNotContain("Secure");
    }
  }

  private static HttpServer server() {
    return new HttpServer("echo", "127.0.0.1", 0, 2).serve("/", new Echo());
  }

  private static HttpResponse<String> ask(HttpServer server) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/"))
            .header("X-Forwarded-For", "203.0.113.7")
            .header("X-Forwarded-Proto", "https")
            .header("X-Forwarded-Host", "award.example")
            .header("X-Forwarded-Port", "443")
            .build();
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request, BodyHandlers.ofString());
    }
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().firstValue("Set-Cookie").orElseThrow();
  }
}
