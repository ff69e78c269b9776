package vn.commendation.localengine.webapp;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

final class AllowedRequests extends HttpFilter {

  private static final org.slf4j.Logger LOG =
      org.slf4j.LoggerFactory.getLogger(AllowedRequests.class);

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getRequestURI().contains("/api/"))
      LOG.info("{} {}", request.getMethod(), request.getRequestURI());
    chain.doFilter(request, response);
  }
}
