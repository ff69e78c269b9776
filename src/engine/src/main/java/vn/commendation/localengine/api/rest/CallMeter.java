package vn.commendation.localengine.api.rest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.uri.UriTemplate;
import vn.commendation.localengine.kernel.LogContext;

/** Counts calls by method, path without keys, and status. */
final class CallMeter implements ContainerResponseFilter {

  private final MeterProvider<Counter> calls;

  CallMeter(MeterRegistry registry) {
    calls =
        Counter.builder("engine.rest.calls").description("Calls over REST").withRegistry(registry);
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    LogContext.clear();
    calls
        .withTags(
            "method",
            request.getMethod(),
            "path",
            path(request),
            "status",
            String.valueOf(response.getStatus()))
        .increment();
  }

  /** What nobody serves has one name: anybody could make up others. */
  private static String path(ContainerRequestContext request) {
    var templates = ((ExtendedUriInfo) request.getUriInfo()).getMatchedTemplates();
    if (templates.isEmpty()) {
      return "other";
    }
    return templates.reversed().stream()
        .map(UriTemplate::getTemplate)
        .reduce("/v2", String::concat)
        .replaceAll("/+", "/");
  }
}
