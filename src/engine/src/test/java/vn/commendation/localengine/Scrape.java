package vn.commendation.localengine;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import vn.commendation.localengine.store.EngineSettings;

/** Reads an engine's figures, as Prometheus does. */
public final class Scrape {

  private Scrape() {}

  public static URI address(EngineSettings settings) {
    return URI.create("http://127.0.0.1:" + settings.restPort() + "/actuator/prometheus");
  }

  /** All figures as text. */
  public static String of(EngineSettings settings) {
    var credentials = settings.username() + ":" + settings.password();
    try (var http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(address(settings))
                  .header(
                      "Authorization",
                      "Basic "
                          + Base64.getEncoder()
                              .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                  .build(),
              BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
