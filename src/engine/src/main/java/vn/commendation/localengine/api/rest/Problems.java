package vn.commendation.localengine.api.rest;

import io.camunda.client.protocol.rest.ProblemDetail;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.net.URI;
import java.sql.SQLTransientConnectionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.commendation.localengine.kernel.Conflicts;
import vn.commendation.localengine.kernel.Refusal;

/**
 * Failures as RFC 9457 has them: the status Camunda documents, a title, and a sentence.
 *
 * @see <a
 *     href="https://docs.camunda.io/docs/apis-tools/orchestration-cluster-api-rest/orchestration-cluster-api-rest-overview/">Orchestration
 *     Cluster REST API</a>
 */
final class Problems implements ExceptionMapper<Throwable> {

  static final String TYPE = "application/problem+json";

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  @Context private UriInfo uri;
  @Context private Request request;

  @Override
  public Response toResponse(Throwable failure) {
    var path = "/v2/" + uri.getPath();
    return switch (failure) {
      case NotFoundException ignored -> unimplemented(request.getMethod(), path);
      case NotAllowedException ignored -> unimplemented(request.getMethod(), path);
      default -> problem(failure, path);
    };
  }

  private static Response problem(Throwable failure, String path) {
    return switch (failure) {
      case Refusal refusal -> problem(refusal, path);
      case WebApplicationException e ->
          problem(
              e.getResponse().getStatus(),
              e.getResponse().getStatusInfo().getReasonPhrase(),
              e.getMessage(),
              path);
      default -> unexpected(failure, path);
    };
  }

  private static Response problem(Refusal refusal, String path) {
    var status =
        switch (refusal.code()) {
          case INVALID_ARGUMENT -> 400;
          case NOT_FOUND -> 404;
          case ALREADY_EXISTS, FAILED_PRECONDITION -> 409;
          case RESOURCE_EXHAUSTED -> 503;
          case UNIMPLEMENTED -> 501;
        };
    var title =
        switch (refusal.code()) {
          case FAILED_PRECONDITION -> "INVALID_STATE";
          default -> refusal.code().name();
        };
    return problem(status, title, refusal.getMessage(), path);
  }

  private static Response unimplemented(String method, String path) {
    return problem(
        501, "UNIMPLEMENTED", "The local engine has no %s %s".formatted(method, path), path);
  }

  private static Response unexpected(Throwable failure, String path) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return problem(refusal, path);
      }
      if (cause instanceof SQLTransientConnectionException) {
        return problem(503, "RESOURCE_EXHAUSTED", "The database has no connection left", path);
      }
    }
    if (Conflicts.lost(failure)) {
      return problem(
          503, "RESOURCE_EXHAUSTED", "Others changed the same at the same time; try again", path);
    }
    LOG.error("{} failed", path, failure);
    return problem(500, "INTERNAL_ERROR", "Unexpected failure; the engine's log says more", path);
  }

  static Response problem(int status, String title, String detail, String path) {
    return Response.status(status)
        .type(TYPE)
        .entity(
            new ProblemDetail()
                .type(URI.create("about:blank"))
                .title(title)
                .status(status)
                .detail(detail)
                .instance(instance(path)))
        .build();
  }

  private static URI instance(String path) {
    try {
      return new URI(null, null, path, null);
    } catch (java.net.URISyntaxException e) {
      return null;
    }
  }
}
