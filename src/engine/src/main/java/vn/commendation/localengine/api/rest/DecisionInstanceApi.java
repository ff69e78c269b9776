package vn.commendation.localengine.api.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.protocol.rest.DecisionInstanceGetQueryResult;
import io.camunda.client.protocol.rest.DecisionInstanceSearchQueryResult;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import vn.commendation.localengine.search.Searches;

/** What was decided. */
@Path("decision-instances")
public final class DecisionInstanceApi {

  private final Searches searches;

  DecisionInstanceApi(Searches searches) {
    this.searches = searches;
  }

  @POST
  @Path("search")
  public DecisionInstanceSearchQueryResult search(JsonNode request) {
    return searches.decisionInstances(request);
  }

  @GET
  @Path("{key}")
  public DecisionInstanceGetQueryResult get(@PathParam("key") String key) {
    return searches.decisionInstance(key);
  }
}
