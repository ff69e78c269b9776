package vn.commendation.localengine.management;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.commendation.localengine.kernel.Json;

/**
 * Clock and purge as Camunda Process Test calls them: {@code /actuator/clock}, {@code
 * /actuator/clock/add}, {@code /actuator/clock/pin}, {@code /actuator/cluster/purge}. It sends no
 * credentials there, so there is nothing to be had unless the clock is controlled.
 */
public final class ManagementApi extends HttpServlet {

  public static final List<String> PATTERNS =
      List.of(
          "/actuator/clock",
          "/actuator/clock/add",
          "/actuator/clock/pin",
          "/actuator/cluster/purge");

  private final boolean controlled;
  private final transient Clock clock;
  private final transient Purge purge;

  /**
   * @param controlled whether tests may do all that
   */
  public ManagementApi(boolean controlled, Clock clock, Purge purge) {
    this.controlled = controlled;
    this.clock = clock;
    this.purge = purge;
  }

  private static final class Wrong extends Exception {
    Wrong(String message) {
      super(message, null, false, false);
    }
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!controlled) {
      answer(response, 403, Map.of("error", "ENGINE_CLOCK_CONTROLLED is not true"));
      return;
    }
    try {
      switch (request.getMethod() + " " + request.getServletPath()) {
        case "GET /actuator/clock" -> {}
        case "POST /actuator/clock/add" ->
            clock.add(Duration.ofMillis(number(request, "offsetMilli")));
        case "POST /actuator/clock/pin" ->
            clock.pin(Instant.ofEpochMilli(number(request, "epochMilli")));
        case "DELETE /actuator/clock" -> clock.reset();
        case "POST /actuator/cluster/purge" -> {
          answer(
              response, 202, Map.of("changeId", purge.everything(), "plannedChanges", List.of()));
          return;
        }
        default -> {
          answer(response, 405, Map.of("error", "There is no such operation"));
          return;
        }
      }
      var now = clock.now();
      answer(response, 200, Map.of("epochMilli", now.toEpochMilli(), "instant", now.toString()));
    } catch (Wrong e) {
      answer(response, 400, Map.of("error", e.getMessage()));
    }
  }

  private static long number(HttpServletRequest request, String name) throws IOException, Wrong {
    try {
      var value = Json.mapper().readTree(request.getInputStream()).path(name);
      if (value.isIntegralNumber() && value.canConvertToLong()) {
        return value.asLong();
      }
    } catch (JsonProcessingException e) {
      // said below
    }
    throw new Wrong("'%s' must be a number of milliseconds".formatted(name));
  }

  private static void answer(HttpServletResponse response, int status, Map<String, ?> body)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.getOutputStream().write(Json.bytes(body));
  }
}
