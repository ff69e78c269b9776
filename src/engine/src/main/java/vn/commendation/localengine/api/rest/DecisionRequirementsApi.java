package vn.commendation.localengine.api.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.protocol.rest.DecisionRequirementsResult;
import io.camunda.client.protocol.rest.DecisionRequirementsSearchQueryResult;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import vn.commendation.localengine.search.Searches;

/** Files of decisions that are deployed. */
@Path("decision-requirements")
public final class DecisionRequirementsApi {

  private final Searches searches;

  DecisionRequirementsApi(Searches searches) {
    this.searches = searches;
  }

  @POST
  @Path("search")
  public DecisionRequirementsSearchQueryResult search(JsonNode request) {
    return searches.decisionRequirements(request);
  }

  @GET
  @Path("{key}")
  public DecisionRequirementsResult get(@PathParam("key") String key) {
    return searches.decisionRequirements(key(key));
  }

  @GET
  @Path("{key}/xml")
  public Response xml(@PathParam("key") String key) {
    return Bodies.xml(searches.decisionRequirementsXml(key(key)));
  }

  private static long key(String key) {
    return Bodies.key("decisionRequirementsKey", key);
  }
}
