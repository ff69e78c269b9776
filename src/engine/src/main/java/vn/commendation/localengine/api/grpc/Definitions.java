package vn.commendation.localengine.api.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceRequest;
import vn.commendation.localengine.deployment.DeployedProcesses;
import vn.commendation.localengine.deployment.DeployedProcesses.ProcessVersion;
import vn.commendation.localengine.kernel.Refusal;

/** Which process an instance is created of. */
final class Definitions {

  private static final int LATEST = -1;

  private final DeployedProcesses processes;

  Definitions(DeployedProcesses processes) {
    this.processes = processes;
  }

  /**
   * By key if there is one, else by process id and version.
   *
   * @throws Refusal NOT_FOUND, INVALID_ARGUMENT
   */
  ProcessVersion find(CreateProcessInstanceRequest request) {
    var key = request.getProcessDefinitionKey();
    var id = request.getBpmnProcessId();
    if (key > 0) {
      return byKey(key);
    }
    if (id.isBlank()) {
      throw Refusal.invalid(
          "Expected either a bpmnProcessId or a positive processDefinitionKey, but none is given");
    }
    if (request.getVersion() == LATEST) {
      return processes.latest(id).orElseThrow(() -> none("with process ID '%s'".formatted(id)));
    }
    return processes
        .version(id, request.getVersion())
        .orElseThrow(
            () ->
                none("with process ID '%s' and version '%d'".formatted(id, request.getVersion())));
  }

  /**
   * @throws Refusal NOT_FOUND
   */
  ProcessVersion byKey(long key) {
    return processes.byKey(key).orElseThrow(() -> none("with key '%d'".formatted(key)));
  }

  private static Refusal none(String which) {
    return Refusal.notFound(
        "Expected to find process definition %s, but none found".formatted(which));
  }
}
