package vn.commendation.localengine.api.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.protocol.rest.ProcessDefinitionResult;
import io.camunda.client.protocol.rest.ProcessDefinitionSearchQueryResult;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import vn.commendation.localengine.deployment.DeployedProcesses;
import vn.commendation.localengine.kernel.Refusal;
import vn.commendation.localengine.search.Searches;

/** Processes that are deployed. */
@Path("process-definitions")
public final class ProcessDefinitionApi {

  private final DeployedProcesses processes;
  private final Searches searches;

  ProcessDefinitionApi(DeployedProcesses processes, Searches searches) {
    this.processes = processes;
    this.searches = searches;
  }

  @POST
  @Path("search")
  public ProcessDefinitionSearchQueryResult search(JsonNode request) {
    return searches.processDefinitions(request);
  }

  @GET
  @Path("{key}")
  public ProcessDefinitionResult get(@PathParam("key") String key) {
    return searches.processDefinition(key(key));
  }

  @GET
  @Path("{key}/xml")
  public Response xml(@PathParam("key") String key) {
    return processes
        .xml(key(key))
        .map(file -> Bodies.xml(new String(file, StandardCharsets.UTF_8)))
        .orElseThrow(
            () -> Refusal.notFound("Process Definition with key '%s' not found".formatted(key)));
  }

  /** No content: a start event has no form, since a model with one is refused. */
  @GET
  @Path("{key}/form")
  public void form(@PathParam("key") String key) {
    searches.processDefinition(key(key));
  }

  private static long key(String key) {
    return Bodies.key("processDefinitionKey", key);
  }
}
