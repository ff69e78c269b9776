package vn.commendation.localengine.api.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.protocol.rest.IncidentResolutionRequest;
import io.camunda.client.protocol.rest.IncidentResult;
import io.camunda.client.protocol.rest.IncidentSearchQueryResult;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import vn.commendation.localengine.incident.Incidents;
import vn.commendation.localengine.search.Searches;

/** Incidents. */
@Path("incidents")
public final class IncidentApi {

  private final Incidents incidents;
  private final Searches searches;

  IncidentApi(Incidents incidents, Searches searches) {
    this.incidents = incidents;
    this.searches = searches;
  }

  @POST
  @Path("search")
  public IncidentSearchQueryResult search(JsonNode request) {
    return searches.incidents(request);
  }

  @GET
  @Path("{key}")
  public IncidentResult get(@PathParam("key") String key) {
    return searches.incident(Bodies.key("incidentKey", key));
  }

  @POST
  @Path("{key}/resolution")
  public void resolve(@PathParam("key") String key, IncidentResolutionRequest request) {
    incidents.resolve(Bodies.key("incidentKey", key));
  }
}
