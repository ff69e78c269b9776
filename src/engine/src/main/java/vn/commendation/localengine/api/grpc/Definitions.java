package vn.commendation.localengine.api.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceRequest;
import org.operaton.bpm.engine.RepositoryService;
import org.operaton.bpm.engine.repository.ProcessDefinition;
import org.operaton.bpm.engine.repository.ProcessDefinitionQuery;
import vn.commendation.localengine.kernel.Refusal;
import vn.commendation.localengine.kernel.Transactions;

/** Which process an instance is created of. */
final class Definitions {

  private static final int LATEST = -1;

  private final RepositoryService repository;
  private final Transactions transactions;

  Definitions(RepositoryService repository, Transactions transactions) {
    this.repository = repository;
    this.transactions = transactions;
  }

  /**
   * By key if there is one, else by process id and version.
   *
   * @throws Refusal NOT_FOUND
   */
  ProcessDefinition find(CreateProcessInstanceRequest request) {
    if (request.getProcessDefinitionKey() > 0) {
      return byKey(request.getProcessDefinitionKey());
    }
    if (request.getBpmnProcessId().isBlank()) {
      throw Refusal.invalid(
          "Expected either a bpmnProcessId or a positive process definition key, but none is given");
    }
    return byId(request.getBpmnProcessId(), request.getVersion());
  }

  private ProcessDefinition byKey(long key) {
    var id =
        transactions.sql(
            connection -> {
              try (var select =
                  connection.prepareStatement(
                      "select ID_ from ACT_RE_PROCDEF where ID_ = ? or ID_ like ?")) {
                select.setString(1, Long.toString(key));
                select.setString(2, "%:" + key);
                try (var row = select.executeQuery()) {
                  return row.next() ? row.getString(1) : null;
                }
              }
            });
    if (id == null) {
      throw Refusal.notFound(
          "Expected to find process definition with key '%d', but none found".formatted(key));
    }
    return query().processDefinitionId(id).singleResult();
  }

  private ProcessDefinition byId(String processId, int version) {
    var query = query().processDefinitionKey(processId);
    var found =
        (version == LATEST ? query.latestVersion() : query.processDefinitionVersion(version))
            .singleResult();
    if (found == null) {
      throw Refusal.notFound(
          version == LATEST
              ? "Expected to find process definition with process ID '%s', but none found"
                  .formatted(processId)
              : "Expected to find process definition with process ID '%s' and version '%d', but none found"
                  .formatted(processId, version));
    }
    return found;
  }

  private ProcessDefinitionQuery query() {
    return repository.createProcessDefinitionQuery();
  }
}
