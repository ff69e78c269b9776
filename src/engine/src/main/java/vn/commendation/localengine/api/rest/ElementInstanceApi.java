package vn.commendation.localengine.api.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.protocol.rest.ElementInstanceResult;
import io.camunda.client.protocol.rest.ElementInstanceSearchQueryResult;
import io.camunda.client.protocol.rest.SetVariableRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import vn.commendation.localengine.flow.Flow;
import vn.commendation.localengine.kernel.Conflicts;
import vn.commendation.localengine.search.Searches;

/** Elements that were entered, and variables of running ones. */
@Path("element-instances")
public final class ElementInstanceApi {

  private final Flow flow;
  private final Searches searches;

  ElementInstanceApi(Flow flow, Searches searches) {
    this.flow = flow;
    this.searches = searches;
  }

  @POST
  @Path("search")
  public ElementInstanceSearchQueryResult search(JsonNode request) {
    return searches.elementInstances(request);
  }

  @GET
  @Path("{key}")
  public ElementInstanceResult get(@PathParam("key") String key) {
    return searches.elementInstance(key(key));
  }

  @PUT
  @Path("{key}/variables")
  public void setVariables(@PathParam("key") String key, SetVariableRequest request) {
    var variables = Bodies.required("variables", request.getVariables());
    Conflicts.repeat(
        () -> {
          flow.setVariables(key(key), variables, Boolean.TRUE.equals(request.getLocal()));
          return null;
        });
  }

  private static long key(String key) {
    return Bodies.key("elementInstanceKey", key);
  }
}
