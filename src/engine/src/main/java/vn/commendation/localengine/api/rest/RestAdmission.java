package vn.commendation.localengine.api.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import vn.commendation.localengine.kernel.Json;

/**
 * Lets in no more requests than can be worked on in the time a client waits; whoever comes beyond
 * that is told so at once, and may come again. A request that waits for jobs does not count: it
 * holds no thread.
 *
 * @see <a
 *     href="https://docs.camunda.io/docs/components/zeebe/technical-concepts/internal-processing/#handling-backpressure">Backpressure</a>
 */
public final class RestAdmission extends HttpFilter {

  private final int most;
  private final transient Semaphore work;
  private final AtomicInteger inside = new AtomicInteger();

  /**
   * @param atOnce how many are worked on at once
   * @param most how many there may be, those included that wait for their turn
   */
  public RestAdmission(int atOnce, int most) {
    this.most = most;
    this.work = new Semaphore(atOnce, true);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      if (inside.incrementAndGet() > most) {
        refuse(request, response);
        return;
      }
      work.acquireUninterruptibly();
      try {
        chain.doFilter(request, response);
      } finally {
        work.release();
      }
    } finally {
      inside.decrementAndGet();
    }
  }

  private static void refuse(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var problem = new LinkedHashMap<String, Object>();
    problem.put("type", "about:blank");
    problem.put("title", "RESOURCE_EXHAUSTED");
    problem.put("status", HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    problem.put(
        "detail",
        "Expected to carry out the request, but there are too many at once; try again later");
    problem.put("instance", request.getRequestURI());
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType(Problems.TYPE);
    response.getOutputStream().write(Json.bytes(problem));
  }
}
