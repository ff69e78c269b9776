package vn.commendation.localengine.api.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.protocol.rest.VariableResult;
import io.camunda.client.protocol.rest.VariableSearchQueryResult;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import vn.commendation.localengine.search.Searches;

/** Variables. */
@Path("variables")
public final class VariableApi {

  private final Searches searches;

  VariableApi(Searches searches) {
    this.searches = searches;
  }

  @POST
  @Path("search")
  public VariableSearchQueryResult search(
      @QueryParam("truncateValues") @DefaultValue("true") boolean truncate, JsonNode request) {
    return searches.variables(request, !truncate);
  }

  @GET
  @Path("{key}")
  public VariableResult get(@PathParam("key") String key) {
    return searches.variable(Bodies.key("variableKey", key));
  }
}
