package vn.commendation.localengine.api.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.commendation.localengine.http.HttpServer;
import vn.commendation.localengine.kernel.Json;

class RestAdmissionTest {

  private final CountDownLatch release = new CountDownLatch(1);
  private final AtomicInteger working = new AtomicInteger();

  @Test
  void shouldRefuseAtOnceWhatIsTooMuchAndDoTheRest() throws Exception {
    try (var server =
            new HttpServer("test", "127.0.0.1", 0, 20)
                .filter("/*", new RestAdmission(1, 3))
                .serve("/*", slow())
                .start();
        var client = HttpClient.newHttpClient()) {
      // when
      var answers = Stream.generate(() -> send(client, server)).limit(10).toList();

      // then
      await().until(() -> answers.stream().filter(CompletableFuture::isDone).count() == 7);
      assertThat(working).as("worked on at once").hasValue(1);
      for (var answer : answers.stream().filter(CompletableFuture::isDone).toList()) {
        var problem = Json.mapper().readTree(answer.join().body());
        assertThat(answer.join().statusCode()).isEqualTo(503);
        assertThat(problem.path("title").asText()).isEqualTo("RESOURCE_EXHAUSTED");
        assertThat(problem.path("status").asInt()).isEqualTo(503);
        assertThat(answer.join().headers().firstValue("Content-Type").orElse(""))
            .startsWith("application/problem+json");
      }
      release.countDown();
      assertThat(answers.stream().map(answer -> answer.join().statusCode()))
          .filteredOn(status -> status == 200)
          .hasSize(3);
      assertThat(send(client, server).join().statusCode()).isEqualTo(200);
    }
  }

  private HttpServlet slow() {
    return new HttpServlet() {
      @Override
      protected void service(HttpServletRequest request, HttpServletResponse response) {
        working.incrementAndGet();
        try {
          release.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        } finally {
          working.decrementAndGet();
        }
      }
    };
  }

  private static CompletableFuture<HttpResponse<String>> send(
      HttpClient client, HttpServer server) {
    return client.sendAsync(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port())).build(),
        BodyHandlers.ofString());
  }
}
