package vn.commendation.localengine.api.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.protocol.rest.CancelProcessInstanceRequest;
import io.camunda.client.protocol.rest.CreateProcessInstanceResult;
import io.camunda.client.protocol.rest.IncidentSearchQueryResult;
import io.camunda.client.protocol.rest.MigrateProcessInstanceMappingInstruction;
import io.camunda.client.protocol.rest.ProcessInstanceCreationInstruction;
import io.camunda.client.protocol.rest.ProcessInstanceCreationStartInstruction;
import io.camunda.client.protocol.rest.ProcessInstanceMigrationInstruction;
import io.camunda.client.protocol.rest.ProcessInstanceModificationActivateInstruction;
import io.camunda.client.protocol.rest.ProcessInstanceModificationInstruction;
import io.camunda.client.protocol.rest.ProcessInstanceModificationTerminateInstruction;
import io.camunda.client.protocol.rest.ProcessInstanceResult;
import io.camunda.client.protocol.rest.ProcessInstanceSearchQueryResult;
import io.camunda.client.protocol.rest.ProcessInstanceSequenceFlowsQueryResult;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.commendation.localengine.deployment.DeployedProcesses;
import vn.commendation.localengine.deployment.DeployedProcesses.ProcessVersion;
import vn.commendation.localengine.flow.Flow;
import vn.commendation.localengine.kernel.Conflicts;
import vn.commendation.localengine.kernel.Refusal;
import vn.commendation.localengine.search.Searches;

/** Instances of processes. */
@Path("process-instances")
public final class ProcessInstanceApi {

  private final Flow flow;
  private final DeployedProcesses processes;
  private final Searches searches;

  ProcessInstanceApi(Flow flow, DeployedProcesses processes, Searches searches) {
    this.flow = flow;
    this.processes = processes;
    this.searches = searches;
  }

  @POST
  public CreateProcessInstanceResult create(ProcessInstanceCreationInstruction request) {
    Bodies.tenant(request.getTenantId());
    Bodies.unsupported(
        "awaiting of the end of an instance", Boolean.TRUE.equals(request.getAwaitCompletion()));
    Bodies.unsupported("tags of instances", !list(request.getTags()).isEmpty());
    Bodies.unsupported("runtime instructions", !list(request.getRuntimeInstructions()).isEmpty());
    var process = process(request);
    var key =
        Conflicts.repeat(
            () ->
                flow.create(
                    process.definitionId(),
                    Bodies.variables(request.getVariables()),
                    list(request.getStartInstructions()).stream()
                        .map(ProcessInstanceCreationStartInstruction::getElementId)
                        .map(id -> Bodies.required("elementId of a start instruction", id))
                        .toList()));
    return new CreateProcessInstanceResult()
        .processDefinitionId(process.id())
        .processDefinitionKey(String.valueOf(process.key()))
        .processDefinitionVersion(process.version())
        .processInstanceKey(String.valueOf(key))
        .tenantId(Bodies.defaultTenant())
        .variables(Map.of());
  }

  private ProcessVersion process(ProcessInstanceCreationInstruction request) {
    var id = request.getProcessDefinitionId();
    if (request.getProcessDefinitionKey() != null) {
      if (id != null) {
        throw Refusal.invalid(
            "Only one of processDefinitionId and processDefinitionKey is allowed");
      }
      return byKey(Bodies.key("processDefinitionKey", request.getProcessDefinitionKey()));
    }
    Bodies.required("processDefinitionId or processDefinitionKey", id);
    var version = request.getProcessDefinitionVersion();
    if (version == null || version == -1) {
      return processes
          .latest(id)
          .orElseThrow(
              () ->
                  Refusal.notFound(
                      "Expected to find process definition with process ID '%s', but none found"
                          .formatted(id)));
    }
    return processes
        .version(id, version)
        .orElseThrow(
            () ->
                Refusal.notFound(
                    "Expected to find process definition with process ID '%s' and version '%d', but none found"
                        .formatted(id, version)));
  }

  private ProcessVersion byKey(long key) {
    return processes
        .byKey(key)
        .orElseThrow(
            () ->
                Refusal.notFound(
                    "Expected to find process definition with key '%d', but none found"
                        .formatted(key)));
  }

  @POST
  @Path("{key}/cancellation")
  public void cancel(@PathParam("key") String key, CancelProcessInstanceRequest request) {
    Conflicts.repeat(
        () -> {
          flow.cancel(key(key));
          return null;
        });
  }

  @POST
  @Path("{key}/modification")
  public void modify(@PathParam("key") String key, ProcessInstanceModificationInstruction request) {
    var modification =
        new Flow.Modification(
            list(request.getActivateInstructions()).stream()
                .map(ProcessInstanceApi::activation)
                .toList(),
            list(request.getTerminateInstructions()).stream()
                .map(ProcessInstanceModificationTerminateInstruction::getElementInstanceKey)
                .map(each -> Bodies.key("elementInstanceKey", each))
                .toList());
    Conflicts.repeat(
        () -> {
          flow.modify(key(key), modification);
          return null;
        });
  }

  @POST
  @Path("{key}/migration")
  public void migrate(@PathParam("key") String key, ProcessInstanceMigrationInstruction request) {
    var target =
        byKey(
            Bodies.key(
                "targetProcessDefinitionKey",
                Bodies.required(
                    "targetProcessDefinitionKey", request.getTargetProcessDefinitionKey())));
    var plan =
        new Flow.MigrationPlan(
            target.definitionId(),
            Bodies.required("mappingInstructions", request.getMappingInstructions()).stream()
                .map(ProcessInstanceApi::mapping)
                .toList());
    Conflicts.repeat(
        () -> {
          flow.migrate(key(key), plan);
          return null;
        });
  }

  private static Flow.Mapping mapping(MigrateProcessInstanceMappingInstruction instruction) {
    return new Flow.Mapping(
        Bodies.required("sourceElementId", instruction.getSourceElementId()),
        Bodies.required("targetElementId", instruction.getTargetElementId()));
  }

  private static Flow.Activation activation(
      ProcessInstanceModificationActivateInstruction instruction) {
    var ancestor = instruction.getAncestorElementInstanceKey();
    return new Flow.Activation(
        Bodies.required("elementId of an activate instruction", instruction.getElementId()),
        // the interface writes -1 for none
        ancestor == null ? 0 : Math.max(0, Bodies.key("ancestorElementInstanceKey", ancestor)),
        list(instruction.getVariableInstructions()).stream()
            .map(
                each ->
                    new Flow.Variables(
                        Bodies.text(each.getScopeId()), Bodies.variables(each.getVariables())))
            .toList());
  }

  private static <T> List<T> list(Iterable<T> given) {
    var list = new ArrayList<T>();
    if (given != null) {
      given.forEach(list::add);
    }
    return list;
  }

  @POST
  @Path("search")
  public ProcessInstanceSearchQueryResult search(JsonNode request) {
    return searches.processInstances(request);
  }

  @GET
  @Path("{key}")
  public ProcessInstanceResult get(@PathParam("key") String key) {
    return searches.processInstance(key(key));
  }

  @GET
  @Path("{key}/sequence-flows")
  public ProcessInstanceSequenceFlowsQueryResult sequenceFlows(@PathParam("key") String key) {
    return searches.sequenceFlows(key(key));
  }

  @POST
  @Path("{key}/incidents/search")
  public IncidentSearchQueryResult incidents(@PathParam("key") String key, JsonNode request) {
    return searches.incidentsOf(key(key), request);
  }

  private static long key(String key) {
    return Bodies.key("processInstanceKey", key);
  }
}
