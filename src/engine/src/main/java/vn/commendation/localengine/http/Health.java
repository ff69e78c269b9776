package vn.commendation.localengine.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/** Says whether the engine is up: {@code GET /actuator/health}. */
public final class Health extends HttpServlet {

  private final transient BooleanSupplier up;

  public Health(BooleanSupplier up) {
    this.up = up;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var well = up.getAsBoolean();
    response.setStatus(well ? 200 : 503);
    response.setContentType("application/json;charset=UTF-8");
    response.getWriter().write(well ? "{\"status\":\"UP\"}" : "{\"status\":\"DOWN\"}");
  }
}
