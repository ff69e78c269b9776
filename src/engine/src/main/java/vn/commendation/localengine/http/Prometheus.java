package vn.commendation.localengine.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;

/** Figures for Prometheus: {@code GET /actuator/prometheus}, for who knows name and secret. */
public final class Prometheus extends HttpServlet {

  private final transient Credentials credentials;
  private final transient Supplier<String> figures;

  public Prometheus(Credentials credentials, Supplier<String> figures) {
    this.credentials = credentials;
    this.figures = figures;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!credentials.areIn(request.getHeader("Authorization"))) {
      response.setHeader("WWW-Authenticate", Credentials.CHALLENGE);
      response.setStatus(401);
      return;
    }
    response.setContentType("text/plain; version=0.0.4; charset=utf-8");
    response.getWriter().write(figures.get());
  }
}
